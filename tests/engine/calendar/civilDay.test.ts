import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { BoundedMap } from '../../../engine/pathway/calendar/boundedMap.ts'
import { civilOf, dateOf, dayOf, moveDay, weekdayOf } from '../../../engine/pathway/calendar/civilDay.ts'
import { CalendarError, daysBetween } from '../../../engine/pathway/calendar/index.ts'
import { runs } from '../../support/runs.ts'

const FIRST = dayOf('0001-01-01')
const LAST = dayOf('9999-12-31')
const anyDay = fc.integer({ min: FIRST, max: LAST })
const temporalOf = (dayNumber: number) => new Temporal.PlainDate(1970, 1, 1).add({ days: dayNumber })

describe('day numbers', () => {
  it('count from 1970-01-01', () => {
    expect([dayOf('1969-12-31'), dayOf('1970-01-01'), dayOf('2000-03-01')]).toEqual([-1, 0, 11_017])
  })

  it('name the same dates and weekdays as Temporal, for all years they accept', () => {
    fc.assert(
      fc.property(anyDay, (dayNumber) => {
        const date = temporalOf(dayNumber)
        expect(dateOf(dayNumber)).toBe(date.toString())
        expect(dayOf(date.toString())).toBe(dayNumber)
        expect(weekdayOf(dayNumber)).toBe(date.dayOfWeek)
        expect(civilOf(dayNumber)).toEqual({ year: date.year, month: date.month, day: date.day })
      }),
      runs(1000),
    )
  })

  it('name every day of eight centuries in order', () => {
    for (let dayNumber = dayOf('1700-01-01'), end = dayOf('2500-01-01'); dayNumber < end; dayNumber++) {
      const { year, month, day } = civilOf(dayNumber)
      if (Date.UTC(year, month - 1, day) !== dayNumber * 86_400_000 || dayOf(dateOf(dayNumber)) !== dayNumber) {
        expect.fail(`day ${dayNumber} is wrong: ${dateOf(dayNumber)}`)
      }
    }
  })

  it('move by months and days as Temporal does with overflow constrain, both ways', () => {
    const months = fc.integer({ min: -1200, max: 1200 })
    const days = fc.integer({ min: 0, max: 40_000 })
    fc.assert(
      fc.property(fc.integer({ min: dayOf('0300-01-01'), max: dayOf('9500-01-01') }), months, days, (from, m, d) => {
        const sum = m < 0 ? { months: m, days: -d } : { months: m, days: d }
        const expected = temporalOf(from).add(sum, { overflow: 'constrain' }).toString()
        expect(dateOf(moveDay(from, m, sum.days))).toBe(expected)
      }),
      runs(2000),
    )
  })

  it('end with the years that can be written', () => {
    expect(() => moveDay(LAST, 0, 1)).toThrow(CalendarError)
    expect(() => moveDay(FIRST, -1, 0)).toThrow('outside the years 1 to 9999')
    expect(() => dateOf(Number.NaN)).toThrow(CalendarError)
  })
})

describe('daysBetween', () => {
  it('counts forwards and backwards, over leap days and clock changes', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2)
    expect(daysBetween('2026-03-29', '2026-03-29')).toBe(0)
  })
})

describe('BoundedMap', () => {
  it('forgets the oldest at its limit', () => {
    const map = new BoundedMap<number, string>(2)
    expect([map.remember(1, 'a'), map.remember(2, 'b'), map.remember(1, 'A'), map.remember(3, 'c')]).toHaveLength(4)
    expect([map.size, map.get(1), map.get(2), map.get(3)]).toEqual([2, undefined, 'b', 'c'])
  })
})
