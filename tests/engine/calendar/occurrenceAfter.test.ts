import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Anchor,
  type Calendar,
  type Duration,
  DurationError,
  dueAfter,
  occurrenceAfter,
  type Shift,
} from '../../../engine/pathway/calendar/index.ts'
import { runs } from '../../support/runs.ts'
import { anyDate, anyInstant, anyShift, repeatingDuration } from './arbitraries.ts'
import { day, fi, helsinki } from './reference.ts'

const anyAnchor: fc.Arbitrary<Anchor> = fc.oneof(
  anyDate.map((date) => ({ date })),
  anyInstant.map((at) => ({ at })),
)

describe('occurrenceAfter', () => {
  it.each<[string, Duration, string, Shift, number, string]>([
    ['Sat 2026-01-31', 'P1M', '2026-03-01T00:00', 'none', 2, 'Tue 2026-03-31'],
    ['Thu 2026-01-15', 'P2M', '2026-01-15T00:00', 'nextWorkingDay', 1, 'Mon 2026-03-16'],
    ['Thu 2026-01-15', 'P2M', '2026-03-15T23:59', 'nextWorkingDay', 1, 'Mon 2026-03-16'],
    ['Thu 2026-01-15', 'P2M', '2026-03-16T00:00', 'nextWorkingDay', 2, 'Fri 2026-05-15'],
    ['Thu 2026-01-15', 'P2M', '2031-06-01T12:00', 'nextWorkingDay', 33, 'Tue 2031-07-15'],
    ['Thu 2024-02-29', 'P1Y', '2028-02-28T23:59', 'none', 4, 'Tue 2028-02-29'],
    ['Fri 2026-01-09', 'P1D', '2026-01-09T12:00', 'nextWorkingDay', 1, 'Mon 2026-01-12'],
    ['Fri 2026-01-09', 'P1D', '2026-01-12T00:00', 'nextWorkingDay', 4, 'Tue 2026-01-13'],
    ['Mon 2026-12-21', { workingDays: 5 }, '2026-12-30T08:00', 'none', 2, 'Fri 2027-01-08'],
    ['Mon 2026-12-21', 'PT36H', '2026-12-21T00:00', 'none', 1, 'Tue 2026-12-22'],
  ])('%s every %j, asked at %s, %s: occurrence %d on %s', (anchor, duration, at, shift, occurrence, due) => {
    const found = occurrenceAfter({ date: day(anchor) }, duration, helsinki(at), { calendar: fi, shift, from: 1 })
    expect([found.occurrence, found.due.date]).toEqual([occurrence, day(due)])
  })

  it('never answers before `from`, even where earlier ones are still ahead', () => {
    const options = { calendar: fi, from: 5 }
    expect(occurrenceAfter({ date: '2026-01-31' }, 'P1M', helsinki('2026-01-31T00:00'), options)).toEqual({
      occurrence: 5,
      due: dueAfter({ date: '2026-01-31' }, 'P1M', { calendar: fi, times: 5 }),
    })
  })

  it('may answer the anchor itself', () => {
    const found = occurrenceAfter({ date: '2026-01-31' }, 'P1M', helsinki('2026-01-30T12:00'), {
      calendar: fi,
      from: 0,
    })
    expect([found.occurrence, found.due.date]).toEqual([0, '2026-01-31'])
  })

  it('is the least that is due after any instant', () => {
    fc.assert(fc.property(anyAnchor, repeatingDuration, anyInstant, anyShift, fc.nat(40), expectLeast), runs(500))
  })

  it('is the least around every due instant, to the millisecond', () => {
    const near = fc.constantFrom(-86_400_000, -1, 0, 1, 86_400_000)
    const back = fc.nat(3)
    fc.assert(
      fc.property(
        anyAnchor,
        repeatingDuration,
        near,
        anyShift,
        fc.nat(60),
        back,
        (anchor, duration, offset, shift, times, less) => {
          const { at } = dueAfter(anchor, duration, { calendar: fi, shift, times })
          expectLeast(anchor, duration, at + offset, shift, Math.max(0, times - less))
        },
      ),
      runs(1500),
    )
  })

  it('is found after a century of silence without walking through it', () => {
    let asked = 0
    const counting: Calendar = {
      ...fi,
      get zone() {
        asked++
        return fi.zone
      },
    }
    const at = helsinki('2095-01-01T00:00')
    for (const duration of ['P1D', 'P1M', { workingDays: 1 }, 'PT1H'] satisfies Duration[]) {
      occurrenceAfter({ date: '1995-01-02' }, duration, at, { calendar: counting, shift: 'nextWorkingDay', from: 1 })
    }
    expect(asked).toBeLessThan(200)
  })

  it.each<Duration>(['P0D', 'PT0S', { workingDays: 0 }, { milliseconds: 0 }])('refuses to repeat %j', (duration) => {
    const ask = () => occurrenceAfter({ date: '2026-01-01' }, duration, 0, { calendar: fi, from: 1 })
    expect(ask).toThrow(DurationError)
    expect(ask).toThrow(/zero does not repeat/)
  })

  it.each([-1, 0.5, Number.NaN])('refuses to begin from %d', (from) => {
    expect(() => occurrenceAfter({ date: '2026-01-01' }, 'P1D', 0, { calendar: fi, from })).toThrow(DurationError)
  })
})

function expectLeast(anchor: Anchor, duration: Duration, at: number, shift: Shift, from: number): void {
  const { occurrence, due } = occurrenceAfter(anchor, duration, at, { calendar: fi, shift, from })
  expect(occurrence).toBeGreaterThanOrEqual(from)
  expect(due).toEqual(dueAfter(anchor, duration, { calendar: fi, shift, times: occurrence }))
  expect(due.at).toBeGreaterThan(at)
  if (occurrence === from) return
  const before = dueAfter(anchor, duration, { calendar: fi, shift, times: occurrence - 1 })
  expect(before.at).toBeLessThanOrEqual(at)
}
