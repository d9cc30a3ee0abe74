import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CalendarError, localDate, startOfDay } from '../../../engine/pathway/calendar/index.ts'
import { runs } from '../../support/runs.ts'
import { anyDate, anyInstant } from './arbitraries.ts'
import { day, HELSINKI, helsinki, referenceLocalDate, referenceStartOfDay, wallClock } from './reference.ts'

/** Zones whose clocks turn at midnight, just after it, by half an hour, or skipped a whole day. */
const ZONES = [
  HELSINKI,
  'UTC',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Beirut',
]
const HOUR = 3_600_000

describe('startOfDay', () => {
  it.each([
    ['Sun 2026-03-29', '2026-03-28T22:00:00.000Z', 23],
    ['Mon 2026-03-30', '2026-03-29T21:00:00.000Z', 24],
    ['Sun 2026-10-25', '2026-10-24T21:00:00.000Z', 25],
    ['Mon 2026-10-26', '2026-10-25T22:00:00.000Z', 24],
  ])('%s begins at %s and lasts %d hours', (written, instant, hours) => {
    const at = startOfDay(day(written), HELSINKI)
    expect(new Date(at).toISOString()).toBe(instant)
    expect(wallClock(at)).toBe(`${day(written)}T00:00:00`)
    expect(localDate(at + hours * HOUR - 1, HELSINKI)).toBe(day(written))
    expect(localDate(at + hours * HOUR, HELSINKI)).not.toBe(day(written))
  })

  it('begins a day whose midnight is skipped after the gap', () => {
    expect(new Date(startOfDay('2018-11-04', 'America/Sao_Paulo')).toISOString()).toBe('2018-11-04T03:00:00.000Z')
  })

  it('equals Temporal in any zone', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(...ZONES), (date, zone) => {
        expect(startOfDay(date, zone)).toBe(referenceStartOfDay(date, zone))
      }),
      runs(500),
    )
  })

  it('refuses what is no date and no zone', () => {
    expect(() => startOfDay('2026-02-29', HELSINKI)).toThrow(CalendarError)
    expect(() => startOfDay('2026-02-28', 'Europe/Helsinky')).toThrow(/'Europe\/Helsinky' is not a time zone/)
  })
})

describe('localDate', () => {
  it.each([
    ['2026-03-29T00:00', '2026-03-29'],
    ['2026-03-29T23:59:59.999', '2026-03-29'],
    ['2026-10-24T23:59:59.999', '2026-10-24'],
    ['2026-10-25T00:00', '2026-10-25'],
    ['2026-10-25T23:59:59.999', '2026-10-25'],
  ])('%s in Helsinki is %s', (local, date) => {
    expect(localDate(helsinki(local), HELSINKI)).toBe(date)
  })

  it('goes back to the day before where the clock is turned back just after midnight', () => {
    const midnight = startOfDay('2006-10-29', 'America/St_Johns')
    expect(localDate(midnight, 'America/St_Johns')).toBe('2006-10-29')
    expect(localDate(midnight + HOUR / 2, 'America/St_Johns')).toBe('2006-10-28')
  })

  it('knows the day that Samoa skipped', () => {
    const newYearsEve = startOfDay('2011-12-31', 'Pacific/Apia')
    expect(localDate(newYearsEve, 'Pacific/Apia')).toBe('2011-12-31')
    expect(localDate(newYearsEve - 1, 'Pacific/Apia')).toBe('2011-12-29')
  })

  it('equals Temporal for any instant and zone, and around every change of a clock', () => {
    const nearMidnight = fc.tuple(anyDate, fc.integer({ min: -3 * HOUR, max: 3 * HOUR }))
    fc.assert(
      fc.property(anyInstant, nearMidnight, fc.constantFrom(...ZONES), (at, [date, offset], zone) => {
        expect(localDate(at, zone)).toBe(referenceLocalDate(at, zone))
        const near = referenceStartOfDay(date, zone) + offset
        expect(localDate(near, zone)).toBe(referenceLocalDate(near, zone))
      }),
      runs(500),
    )
  })

  it('refuses what is no instant', () => {
    for (const at of [Number.NaN, Number.POSITIVE_INFINITY, 0.5, 8.64e15]) {
      expect(() => localDate(at, HELSINKI), String(at)).toThrow(CalendarError)
    }
  })
})
