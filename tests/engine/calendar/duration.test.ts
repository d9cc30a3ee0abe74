import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Duration, DurationError, isExact, isZero, parseDuration } from '../../../engine/pathway/calendar/index.ts'
import { runs } from '../../support/runs.ts'
import { calendarDuration, clockDuration, workingDaysDuration } from './arbitraries.ts'

const HOUR = 3_600_000

describe('parseDuration', () => {
  it.each<[Duration, object]>([
    ['P2M', { counts: 'calendar', months: 2, days: 0 }],
    ['P1Y', { counts: 'calendar', months: 12, days: 0 }],
    ['P3W', { counts: 'calendar', months: 0, days: 21 }],
    ['P20D', { counts: 'calendar', months: 0, days: 20 }],
    ['P1Y2M3W4D', { counts: 'calendar', months: 14, days: 25 }],
    ['PT36H', { counts: 'clock', milliseconds: 36 * HOUR }],
    ['PT1H30M15S', { counts: 'clock', milliseconds: 1.5 * HOUR + 15_000 }],
    ['PT90M', { counts: 'clock', milliseconds: 1.5 * HOUR }],
    [{ workingDays: 10 }, { counts: 'workingDays', workingDays: 10 }],
    [{ milliseconds: 250 }, { counts: 'clock', milliseconds: 250 }],
  ])('reads %j', (input, parsed) => {
    expect(parseDuration(input)).toEqual(parsed)
    expect(parseDuration(input)).toEqual(parsed)
  })

  it.each<[Duration, object]>([
    ['P0D', { counts: 'calendar', months: 0, days: 0 }],
    ['PT0S', { counts: 'clock', milliseconds: 0 }],
    [{ workingDays: 0 }, { counts: 'workingDays', workingDays: 0 }],
    [{ milliseconds: 0 }, { counts: 'clock', milliseconds: 0 }],
  ])('accepts no time at all: %j', (input, parsed) => {
    expect(parseDuration(input)).toEqual(parsed)
    expect(isZero(parseDuration(input))).toBe(true)
  })

  it('takes a part of zero for no mixing', () => {
    expect(parseDuration('P0DT3H')).toEqual({ counts: 'clock', milliseconds: 3 * HOUR })
    expect(parseDuration('P1DT0H')).toEqual({ counts: 'calendar', months: 0, days: 1 })
  })

  it.each([
    ['P1M2DT3H', /mixes calendar and clock parts/],
    ['P1MT3H', /mixes calendar and clock parts/],
    ['P1H', /did you mean 'PT1H'\?/],
    ['p2m', /did you mean 'P2M'\?/],
    [' P2M', /did you mean 'P2M'\?/],
    ['-P1D', /not negative/],
    ['P-1D', /not negative/],
    ['PT0.5H', /whole numbers/],
    ['PT1,5S', /whole numbers/],
    ['P2D1M', /accepted: 'P2M'/],
    ['PT', /accepted/],
    ['P', /accepted/],
    ['P1DT', /accepted/],
    ['', /'' is not a duration/],
    ['2 months', /'2 months' is not a duration/],
    ['P101Y', /too long; accepted: at most 100 years/],
    ['P100Y1D', /too long/],
    ['P36526D', /too long/],
    ['PT876601H', /too long/],
    [`P${'9'.repeat(400)}D`, /too long/],
  ])('refuses %j and says what it would take', (text, message) => {
    expect(() => parseDuration(text)).toThrow(message)
    expect(() => parseDuration(text)).toThrow(DurationError)
  })

  it.each([
    [{ workingDays: -1 }, /workingDays: -1 .* whole number from 0 to 5000/],
    [{ workingDays: 1.5 }, /whole number/],
    [{ workingDays: 5001 }, /5000/],
    [{ workingDays: Number.NaN }, /whole number/],
    [{ milliseconds: -1 }, /whole number/],
    [{ milliseconds: 0.5 }, /whole number/],
    [{ milliseconds: 1e15 }, /whole number/],
    [{ workingDays: 1, milliseconds: 1 }, /\{ workingDays, milliseconds \} is not a duration/],
  ])('refuses %j', (input, message) => {
    expect(() => parseDuration(input)).toThrow(message)
  })

  it('refuses what a document written by hand may hold instead', () => {
    for (const found of ['null', '7', '[]', '{}', '{"days":3}', '{"workingDays":"10"}', 'true']) {
      expect(() => parseDuration(JSON.parse(found)), found).toThrow(DurationError)
    }
  })

  it('takes the longest it promises', () => {
    for (const longest of ['P100Y', 'P1200M', 'P36525D', 'PT876600H', { workingDays: 5000 }]) {
      expect(() => parseDuration(longest)).not.toThrow()
    }
  })

  it('carries a stable code and a hint apart from the message', () => {
    const error = thrownBy(() => parseDuration('P1H'))
    expect(error).toBeInstanceOf(DurationError)
    expect(error).toMatchObject({ name: 'DurationError', code: 'duration', hint: expect.stringContaining('PT1H') })
  })

  it('refuses any other text without breaking', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^P[0-9YMWDTHS.,-]{0,12}$/)), (text) => {
        const error = thrownBy(() => parseDuration(text))
        expect(error === undefined || error instanceof DurationError).toBe(true)
      }),
      runs(100),
    )
  })
})

describe('isExact', () => {
  it('tells the clock from the calendar', () => {
    fc.assert(
      fc.property(clockDuration, (duration) => isExact(parseDuration(duration))),
      runs(100),
    )
    fc.assert(
      fc.property(fc.oneof(calendarDuration, workingDaysDuration), (duration) => !isExact(parseDuration(duration))),
      runs(100),
    )
  })
})

describe('isZero', () => {
  it.each<Duration>(['P1D', 'P1M', 'PT1S', { workingDays: 1 }, { milliseconds: 1 }])('is false of %j', (duration) => {
    expect(isZero(parseDuration(duration))).toBe(false)
  })
})

function thrownBy(act: () => unknown): unknown {
  try {
    act()
    return undefined
  } catch (error) {
    return error
  }
}
