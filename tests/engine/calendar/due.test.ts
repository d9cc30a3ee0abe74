import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Anchor,
  CalendarError,
  type Due,
  type Duration,
  DurationError,
  dueAfter,
  dueBefore,
  dueOn,
  localDate,
  type Shift,
} from '../../../engine/pathway/calendar/index.ts'
import { runs } from '../../support/runs.ts'
import { anyDate, anyInstant, anyShift, calendarDuration, clockDuration, workingDaysDuration } from './arbitraries.ts'
import {
  day,
  fi,
  HELSINKI,
  helsinki,
  referenceDate,
  referenceDateBefore,
  referenceLocalDate,
  referenceStartOfDay,
  wallClock,
} from './reference.ts'

const onDays = fc.oneof(calendarDuration, workingDaysDuration)
const anyTimes = fc.nat(12)
const later = (date: string, duration: Duration, times = 1, shift: Shift = 'none') =>
  dueAfter({ date }, duration, { calendar: fi, times, shift })

describe('dueAfter', () => {
  it.each<[string, Duration, number, string]>([
    ['Sat 2026-01-31', 'P1M', 1, 'Sat 2026-02-28'],
    ['Sat 2026-01-31', 'P1M', 2, 'Tue 2026-03-31'],
    ['Sat 2026-01-31', 'P1M', 3, 'Thu 2026-04-30'],
    ['Sat 2026-01-31', 'P1M', 0, 'Sat 2026-01-31'],
    ['Thu 2024-02-29', 'P1Y', 1, 'Fri 2025-02-28'],
    ['Thu 2024-02-29', 'P1Y', 4, 'Tue 2028-02-29'],
    ['Thu 2024-02-29', 'P4Y', 1, 'Tue 2028-02-29'],
    ['Wed 2096-02-29', 'P4Y', 1, 'Sun 2100-02-28'],
    ['Mon 2026-08-31', 'P6M', 1, 'Sun 2027-02-28'],
    ['Thu 2026-01-15', 'P2M', 1, 'Sun 2026-03-15'],
    ['Thu 2026-01-15', 'P3W', 1, 'Thu 2026-02-05'],
    ['Thu 2026-01-15', 'P20D', 1, 'Wed 2026-02-04'],
    ['Sat 2026-01-31', 'P1M1D', 1, 'Sun 2026-03-01'],
    ['Sat 2026-01-31', 'P1M1D', 2, 'Thu 2026-04-02'],
    ['Thu 2026-01-15', 'P0D', 1, 'Thu 2026-01-15'],
  ])('%s + %s × %d is %s', (from, duration, times, to) => {
    expect(later(day(from), duration, times).date).toBe(day(to))
  })

  it.each<[string, Duration, number, Shift, string]>([
    ['Thu 2026-01-15', 'P2M', 1, 'nextWorkingDay', 'Mon 2026-03-16'],
    ['Thu 2026-01-15', 'P2M', 1, 'previousWorkingDay', 'Fri 2026-03-13'],
    ['Thu 2026-01-15', 'P2M', 2, 'nextWorkingDay', 'Fri 2026-05-15'],
    ['Tue 2026-11-24', 'P1M', 1, 'nextWorkingDay', 'Mon 2026-12-28'],
    ['Sat 2026-01-10', 'P0D', 1, 'nextWorkingDay', 'Mon 2026-01-12'],
    ['Sat 2026-01-10', { workingDays: 0 }, 1, 'nextWorkingDay', 'Mon 2026-01-12'],
  ])(
    '%s + %s × %d, %s, is %s: the shift of one occurrence does not move the next',
    (from, length, times, shift, to) => {
      expect(later(day(from), length, times, shift).date).toBe(day(to))
    },
  )

  it.each([
    ['2026-03-28T14:00', 'P1D', '2026-03-29T00:00:00'],
    ['2026-03-28T14:00', 'P2D', '2026-03-30T00:00:00'],
    ['2026-03-29T23:30', 'P1W', '2026-04-05T00:00:00'],
    ['2026-10-24T23:30', 'P1D', '2026-10-25T00:00:00'],
    ['2026-10-25T03:30', 'P1D', '2026-10-26T00:00:00'],
    ['2026-10-25T23:30', 'P5M', '2027-03-25T00:00:00'],
    ['2026-01-31T00:00', 'P1M', '2026-02-28T00:00:00'],
    ['2026-01-30T23:59:59.999', 'P1D', '2026-01-31T00:00:00'],
  ])('from %s in Helsinki, %s falls due at %s: at local midnight whatever the clocks did', (local, duration, due) => {
    const result = dueAfter({ at: helsinki(local) }, duration, { calendar: fi })
    expect(wallClock(result.at)).toBe(due)
    expect(result).toEqual({ date: due.slice(0, 10), zone: HELSINKI, at: result.at, exact: false })
  })

  it.each([
    ['2026-03-28T14:00', 'PT36H', '2026-03-30T03:00:00'],
    ['2026-10-24T14:00', 'PT36H', '2026-10-26T01:00:00'],
    ['2026-10-24T14:00', 'PT24H', '2026-10-25T13:00:00'],
    ['2026-10-24T14:00', 'PT500S', '2026-10-24T14:08:20'],
  ])('from %s, %s on the clock is %s: hours are hours', (local, duration, due) => {
    const result = dueAfter({ at: helsinki(local) }, duration, { calendar: fi })
    expect(wallClock(result.at)).toBe(due)
    expect(result).toMatchObject({ date: due.slice(0, 10), exact: true })
  })

  it('counts a duration on the clock from the start of a date', () => {
    expect(wallClock(later('2026-10-25', 'PT24H').at)).toBe('2026-10-25T23:00:00')
    expect(later('2026-01-12', { milliseconds: 250 }, 4).at).toBe(referenceStartOfDay('2026-01-12', HELSINKI) + 1000)
  })

  it.each<[string, Shift, string]>([
    ['2026-01-09T15:00', 'nextWorkingDay', '2026-01-09T16:00:00'],
    ['2026-01-10T15:00', 'none', '2026-01-10T16:00:00'],
    ['2026-01-10T15:00', 'nextWorkingDay', '2026-01-12T00:00:00'],
    ['2026-01-10T15:00', 'previousWorkingDay', '2026-01-09T23:59:59.999'],
  ])('an hour from %s, %s, is %s: no further than it must', (local, shift, due) => {
    const result = dueAfter({ at: helsinki(local) }, 'PT1H', { calendar: fi, shift })
    expect(wallClock(result.at)).toBe(due)
    expect(result).toMatchObject({ date: due.slice(0, 10), exact: true })
  })

  it('equals the slow reference', () => {
    fc.assert(
      fc.property(anyDate, onDays, anyTimes, anyShift, (date, duration, times, shift) => {
        const expected = referenceDate(date, duration, times, shift)
        const at = referenceStartOfDay(expected, HELSINKI)
        expect(later(date, duration, times, shift)).toEqual({ date: expected, zone: HELSINKI, at, exact: false })
      }),
      runs(300),
    )
  })

  it('takes of an instant its local date, unless counted on the clock', () => {
    fc.assert(
      fc.property(anyInstant, onDays, anyShift, (at, duration, shift) => {
        const fromDate = later(referenceLocalDate(at, HELSINKI), duration, 1, shift)
        expect(dueAfter({ at }, duration, { calendar: fi, shift })).toEqual(fromDate)
      }),
      runs(100),
    )
    fc.assert(
      fc.property(anyInstant, fc.nat(2000), anyTimes, (at, hours, times) => {
        const due = dueAfter({ at }, `PT${hours}H`, { calendar: fi, times })
        expect(due.at).toBe(at + times * hours * 3_600_000)
        expect(due.date).toBe(referenceLocalDate(due.at, HELSINKI))
      }),
      runs(100),
    )
  })

  it('is never due earlier for a later anchor or one occurrence more', () => {
    const anyDuration = fc.oneof(onDays, clockDuration)
    fc.assert(
      fc.property(
        anyInstant,
        fc.nat(5 * 86_400_000),
        anyDuration,
        anyTimes,
        anyShift,
        (at, gap, duration, times, shift) => {
          const due = (anchor: Anchor, n: number) => dueAfter(anchor, duration, { calendar: fi, times: n, shift }).at
          expect(due({ at: at + gap }, times)).toBeGreaterThanOrEqual(due({ at }, times))
          expect(due({ at }, times + 1)).toBeGreaterThanOrEqual(due({ at }, times))
        },
      ),
      runs(500),
    )
  })

  it('refuses times and anchors it cannot count', () => {
    for (const times of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => later('2026-01-01', 'P1D', times), String(times)).toThrow(DurationError)
    }
    expect(() => later('2026-02-30', 'P1D')).toThrow("'2026-02-30' is not a date")
    expect(() => later('9999-12-31', 'P1D')).toThrow(CalendarError)
    expect(() => later('2026-01-01', 'P1Y', 1e9)).toThrow('outside the years 1 to 9999')
    expect(() => dueAfter({ at: Number.NaN }, 'PT1H', { calendar: fi })).toThrow(CalendarError)
  })
})

describe('dueBefore', () => {
  it.each<[string, Duration, string]>([
    ['Tue 2026-03-31', 'P1M', 'Sat 2026-02-28'],
    ['Tue 2028-02-29', 'P1Y', 'Sun 2027-02-28'],
    ['Fri 2027-01-08', { workingDays: 10 }, 'Mon 2026-12-21'],
    ['Mon 2026-04-20', { workingDays: 10 }, 'Thu 2026-04-02'],
    ['Mon 2026-03-30', 'P2D', 'Sat 2026-03-28'],
    ['Mon 2026-03-30', 'P2W', 'Mon 2026-03-16'],
    ['Mon 2026-03-30', 'P0D', 'Mon 2026-03-30'],
  ])('%s − %j is %s', (date, duration, before) => {
    const due = dueBefore(dueOn(day(date), fi), duration, fi)
    expect(due.date).toBe(day(before))
    expect(wallClock(due.at)).toBe(`${day(before)}T00:00:00`)
  })

  it('counts hours back from the instant', () => {
    const due = dueBefore(dueOn('2026-10-26', fi), 'PT24H', fi)
    expect(wallClock(due.at)).toBe('2026-10-25T01:00:00')
    expect(due).toMatchObject({ date: '2026-10-25', exact: true })
  })

  it('counts days back from the local date of something exact', () => {
    const exact = dueAfter({ at: helsinki('2026-01-12T09:30') }, 'PT36H', { calendar: fi })
    expect(dueBefore(exact, 'P1D', fi)).toEqual(dueOn(day('Mon 2026-01-12'), fi))
  })

  it('keeps the zone of the due', () => {
    const due: Due = { date: '2026-03-30', zone: 'UTC', at: Date.UTC(2026, 2, 30), exact: false }
    expect(dueBefore(due, 'P1D', fi)).toEqual({ ...due, date: '2026-03-29', at: Date.UTC(2026, 2, 29) })
  })

  it('equals the slow reference', () => {
    fc.assert(
      fc.property(anyDate, onDays, (date, duration) => {
        expect(dueBefore(dueOn(date, fi), duration, fi)).toEqual(dueOn(referenceDateBefore(date, duration), fi))
      }),
      runs(100),
    )
  })

  it('undoes dueAfter for days and for the clock', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(3000), clockDuration, (date, days, duration) => {
        const start = dueOn(date, fi)
        expect(dueBefore(later(date, `P${days}D`), `P${days}D`, fi)).toEqual(start)
        expect(dueBefore(later(date, duration), duration, fi)).toEqual({ ...start, exact: true })
      }),
      runs(100),
    )
  })

  it('undoes months up to the days that the shorter month lacks', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(600), (date, months) => {
        const back = dueBefore(later(date, `P${months}M`), `P${months}M`, fi).date
        expect(back <= date && later(back, 'P3D').date >= date).toBe(true)
      }),
      runs(100),
    )
  })
})

describe('dueOn', () => {
  it('is the start of that local day', () => {
    expect(dueOn('2026-03-30', fi)).toEqual({
      date: '2026-03-30',
      zone: HELSINKI,
      at: Date.UTC(2026, 2, 29, 21),
      exact: false,
    })
  })

  it('stands on its own date', () => {
    fc.assert(
      fc.property(anyDate, (date) => localDate(dueOn(date, fi).at, HELSINKI) === date),
      runs(100),
    )
  })
})
