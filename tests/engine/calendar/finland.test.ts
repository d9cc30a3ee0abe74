import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { CalendarError, calendarIds, getCalendar } from '../../../engine/pathway/calendar/index.ts'
import { day, fi, HELSINKI } from './reference.ts'

describe('the Finnish calendar', () => {
  it.each([
    ['Thu 2026-01-01', 'uudenvuodenpäivä'],
    ['Tue 2026-01-06', 'loppiainen'],
    ['Fri 2026-04-03', 'pitkäperjantai'],
    ['Sun 2026-04-05', 'pääsiäispäivä'],
    ['Mon 2026-04-06', 'toinen pääsiäispäivä'],
    ['Fri 2026-05-01', 'vappu'],
    ['Thu 2026-05-14', 'helatorstai'],
    ['Sun 2026-05-24', 'helluntaipäivä'],
    ['Fri 2026-06-19', 'juhannusaatto'],
    ['Sat 2026-06-20', 'juhannuspäivä'],
    ['Sat 2026-10-31', 'pyhäinpäivä'],
    ['Sun 2026-12-06', 'itsenäisyyspäivä'],
    ['Thu 2026-12-24', 'jouluaatto'],
    ['Fri 2026-12-25', 'joulupäivä'],
    ['Sat 2026-12-26', 'tapaninpäivä'],
    ['Wed 2027-01-06', 'loppiainen'],
    ['Fri 2027-06-25', 'juhannusaatto'],
    ['Mon 2027-12-06', 'itsenäisyyspäivä'],
    ['Fri 2020-06-19', 'juhannusaatto'],
    ['Fri 2021-06-25', 'juhannusaatto'],
    // May Day as well
    ['Thu 2008-05-01', 'helatorstai'],
  ])('keeps %s free: %s', (written, name) => {
    expect(fi.holiday(day(written))).toBe(name)
    expect(fi.isWorkingDay(day(written))).toBe(false)
  })

  it.each(['Sat 2026-01-10', 'Sun 2026-01-11', 'Sun 2026-05-10', 'Sun 2026-11-08'])(
    'keeps %s free, no holiday',
    (w) => {
      expect(fi.holiday(day(w))).toBeUndefined()
      expect(fi.isWorkingDay(day(w))).toBe(false)
    },
  )

  it.each([
    ['Thu 2026-12-31', 'New Year’s Eve, which the act does not name'],
    ['Thu 2026-04-02', 'Maundy Thursday'],
    ['Thu 2026-04-30', 'the eve of May Day'],
    ['Mon 2026-01-05', 'the eve of Epiphany'],
    ['Mon 2026-05-25', 'the day after Whit Sunday'],
    ['Thu 2026-06-18', 'the day before Midsummer Eve'],
    ['Wed 2026-12-23', 'the day before Christmas Eve'],
    ['Mon 2027-12-27', 'the day after Boxing Day: nothing is moved to it from Christmas'],
  ])('works on %s, %s', (written) => {
    expect(fi.holiday(day(written))).toBeUndefined()
    expect(fi.isWorkingDay(day(written))).toBe(true)
  })

  it('counts the working days of a year', () => {
    const counts = [2024, 2025, 2026, 2027].map((year) => datesOf(year).filter((date) => fi.isWorkingDay(date)).length)
    expect(counts).toEqual([252, 251, 252, 253])
  })

  // A table that others keep: if a new version of it says otherwise, somebody must read the law again.
  it('agrees with date-holidays for two centuries: its public days, and of its bank days the two eves', () => {
    const table = new Holidays('FI', { languages: ['fi'], timezone: HELSINKI })
    for (let year = 1992; year <= 2192; year++) {
      const theirs = table
        .getHolidays(year)
        .filter(({ type, rule }) => type === 'public' || (type === 'bank' && rule !== '12-31'))
        .map(({ date, name, type }) => [date.slice(0, 10), type === 'public' ? name : undefined] as const)
      // a map, since Ascension may fall on May Day, as it did in 2008
      const expected = new Map(theirs)
      expect(datesOf(year).filter((date) => fi.holiday(date) !== undefined)).toEqual([...expected.keys()])
      for (const [date, name] of expected)
        if (name !== undefined) expect([date, fi.holiday(date)]).toEqual([date, name])
    }
  })

  it('refuses a day that does not exist', () => {
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-00-10', '2026-01-32', 'x', '']) {
      expect(() => fi.isWorkingDay(wrong), wrong).toThrow(CalendarError)
      expect(() => fi.holiday(wrong), wrong).toThrow(/is not a date; accepted: an existing date written YYYY-MM-DD/)
    }
  })
})

describe('getCalendar', () => {
  it('gives each calendar it lists', () => {
    expect(calendarIds).toEqual(['fi'])
    for (const id of calendarIds) expect(getCalendar(id)).toMatchObject({ id, zone: HELSINKI })
  })

  it('names the known ones where the id is unknown', () => {
    expect(() => getCalendar('se')).toThrow("there is no calendar 'se'; accepted: fi")
    expect(() => getCalendar('constructor')).toThrow(CalendarError)
  })
})

function datesOf(year: number): string[] {
  const dates: string[] = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    dates.push(new Date(at).toISOString().slice(0, 10))
  }
  return dates
}
