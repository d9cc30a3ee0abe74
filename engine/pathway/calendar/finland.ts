import { gregorianEaster } from 'date-easter'
import { BoundedMap } from './boundedMap.ts'
import type { Calendar } from './calendar.ts'
import { civilOf, dateOf, dayOf, dayOfParts, weekdayOf } from './civilDay.ts'

const YEARS_KEPT = 512
const SATURDAY = 6

const holidaysOfYears = new BoundedMap<number, ReadonlyMap<string, string>>(YEARS_KEPT)

/**
 * The Finnish calendar, zone Europe/Helsinki. Days that do not count are those on which an act may be left to the next
 * weekday by the act on computing statutory time limits, laki säädettyjen määräaikain laskemisesta (150/1930) 5 §:
 * Saturdays, Sundays and other church holidays, Independence Day, May Day, Christmas Eve and Midsummer Eve. The same
 * act gives the counting: the day counted from is left out (2 §), a month ends on the day of the same number or else
 * its last (3 §), and backwards is counted alike (4 §).
 *
 * The church holidays are those that the church act lists, and when it puts them (kirkkolaki 1054/1993 4 luku 3 §).
 * Maundy Thursday and New Year's Eve are in neither act: working days. Years before 1992, when Epiphany and Ascension
 * fell on Saturdays for a time, are answered by today's rules.
 *
 * @example finland.isWorkingDay('2026-06-19') // false: Midsummer Eve
 * @see https://finlex.fi/fi/laki/ajantasa/1930/19300150
 */
export const finland: Calendar = {
  id: 'fi',
  zone: 'Europe/Helsinki',
  isWorkingDay(date) {
    return weekdayOf(dayOf(date)) < SATURDAY && finland.holiday(date) === undefined
  },
  holiday(date) {
    const { year } = civilOf(dayOf(date))
    const holidays = holidaysOfYears.get(year) ?? holidaysOfYears.remember(year, holidaysOfYear(year))
    return holidays.get(date)
  },
}

function holidaysOfYear(year: number): ReadonlyMap<string, string> {
  const { month, day } = gregorianEaster(year)
  const easter = dayOfParts(year, month, day)
  const midsummer = firstSaturday(dayOfParts(year, 6, 20))
  const days: readonly [day: number, name: string][] = [
    [dayOfParts(year, 1, 1), 'uudenvuodenpäivä'],
    [dayOfParts(year, 1, 6), 'loppiainen'],
    [easter - 2, 'pitkäperjantai'],
    [easter, 'pääsiäispäivä'],
    [easter + 1, 'toinen pääsiäispäivä'],
    // before Ascension, which falls on it at times and then gives the day its name
    [dayOfParts(year, 5, 1), 'vappu'],
    [easter + 39, 'helatorstai'],
    [easter + 49, 'helluntaipäivä'],
    [midsummer - 1, 'juhannusaatto'],
    [midsummer, 'juhannuspäivä'],
    [firstSaturday(dayOfParts(year, 10, 31)), 'pyhäinpäivä'],
    [dayOfParts(year, 12, 6), 'itsenäisyyspäivä'],
    [dayOfParts(year, 12, 24), 'jouluaatto'],
    [dayOfParts(year, 12, 25), 'joulupäivä'],
    [dayOfParts(year, 12, 26), 'tapaninpäivä'],
  ]
  return new Map(days.map(([at, name]) => [dateOf(at), name]))
}

/** The Saturday that a day is, or that comes next. */
function firstSaturday(day: number): number {
  return day + ((SATURDAY - weekdayOf(day) + 7) % 7)
}
