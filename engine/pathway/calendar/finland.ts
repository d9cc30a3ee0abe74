import Holidays from 'date-holidays'
import { BoundedMap } from './boundedMap.ts'
import type { Calendar } from './calendar.ts'
import { civilOf, dateOf, dayOf, dayOfParts, weekdayOf } from './civilDay.ts'

const YEARS_KEPT = 512
const SATURDAY = 6
const FRIDAY = 5

const holidaysOfYears = new BoundedMap<number, ReadonlyMap<string, string>>(YEARS_KEPT)
let table: Holidays | undefined

/**
 * The Finnish calendar, zone Europe/Helsinki. Days that do not count are those on which an act may be left to the next
 * weekday by the act on computing statutory time limits, laki säädettyjen määräaikain laskemisesta (150/1930) 5 §:
 * Saturdays, Sundays and other church holidays, Independence Day, May Day, Christmas Eve and Midsummer Eve. The same
 * act gives the counting: the day counted from is left out (2 §), a month ends on the day of the same number or else
 * its last (3 §), and backwards is counted alike (4 §).
 *
 * Public holidays are read from `date-holidays` (type `public`: New Year, Epiphany, Good Friday, Easter Sunday and
 * Monday, May Day, Ascension, Whit Sunday, Midsummer Day, All Saints, 6.12., 25.12., 26.12.). Its type `bank` is not:
 * it holds the two eves together with New Year's Eve, on which offices are open and which the act does not name. So the
 * eves are computed here. Maundy Thursday and New Year's Eve are working days. Years before 1992, when Epiphany and
 * Ascension fell on Saturdays for a time, are answered by today's rules, and years before 100 by the eves alone.
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
  table ??= new Holidays('FI', { types: ['public'], languages: ['fi'], timezone: 'Europe/Helsinki' })
  const holidays = new Map(table.getHolidays(year).map(({ date, name }) => [date.slice(0, 10), name]))
  holidays.set(midsummerEve(year), 'juhannusaatto')
  holidays.set(dateOf(dayOfParts(year, 12, 24)), 'jouluaatto')
  return holidays
}

/** The Friday between 19 and 25 June, before the Saturday that is Midsummer Day. */
function midsummerEve(year: number): string {
  const earliest = dayOfParts(year, 6, 19)
  return dateOf(earliest + ((FRIDAY - weekdayOf(earliest) + 7) % 7))
}
