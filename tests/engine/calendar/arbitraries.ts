import fc from 'fast-check'
import { dateOf } from '../../../engine/pathway/calendar/civilDay.ts'
import type { Duration, Shift } from '../../../engine/pathway/calendar/index.ts'

const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(1995, 0, 1) / DAY_MS
const LAST_DAY = Date.UTC(2095, 0, 1) / DAY_MS

/** Dates of a century around ours. */
export const anyDate = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map(dateOf)

/** Instants of the same century. */
export const anyInstant = fc.integer({ min: FIRST_DAY * DAY_MS, max: LAST_DAY * DAY_MS })

export const anyShift = fc.constantFrom<Shift>('none', 'nextWorkingDay', 'previousWorkingDay')

/** Years, months, weeks and days in any mix, zero among them. */
export const calendarDuration: fc.Arbitrary<Duration> = fc
  .record({
    Y: fc.option(fc.nat(4), { nil: undefined }),
    M: fc.option(fc.nat(30), { nil: undefined }),
    W: fc.option(fc.nat(10), { nil: undefined }),
    D: fc.nat(100),
  })
  .map(({ Y, M, W, D }) => `P${part(Y, 'Y')}${part(M, 'M')}${part(W, 'W')}${D}D`)

export const workingDaysDuration: fc.Arbitrary<Duration> = fc.nat(300).map((workingDays) => ({ workingDays }))

export const clockDuration: fc.Arbitrary<Duration> = fc.oneof(
  fc.nat(2000).map((hours) => `PT${hours}H`),
  fc.nat(90 * DAY_MS).map((milliseconds) => ({ milliseconds })),
)

/** Durations that can repeat, short ones often. */
export const repeatingDuration: fc.Arbitrary<Duration> = fc.oneof(
  fc.constantFrom<Duration>('P1D', 'P1W', 'P1M', 'P2M', 'P1Y', 'P1M1D', { workingDays: 1 }, { workingDays: 10 }),
  fc.integer({ min: 1, max: 400 }).map((days) => `P${days}D`),
  fc.integer({ min: 1, max: 40 }).map((months) => `P${months}M`),
  fc.integer({ min: 1, max: 100 }).map((workingDays) => ({ workingDays })),
  fc.integer({ min: 1, max: 400 }).map((hours) => `PT${hours}H`),
)

function part(amount: number | undefined, designator: string): string {
  return amount === undefined ? '' : `${amount}${designator}`
}
