import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Calendar,
  CalendarError,
  dueAfter,
  dueBefore,
  dueOn,
  type Shift,
  shiftDate,
  workingDaysBetween,
} from '../../../engine/pathway/calendar/index.ts'
import { runs } from '../../support/runs.ts'
import { anyDate, anyShift } from './arbitraries.ts'
import { day, fi, referenceShift, referenceWorkingDays } from './reference.ts'

const later = (date: string, workingDays: number, calendar: Calendar = fi) =>
  dueAfter({ date }, { workingDays }, { calendar }).date
const count = fc.nat(700)

describe('working days after a date', () => {
  it.each([
    ['Mon 2026-12-21', 5, 'Wed 2026-12-30', 'Christmas Eve to Boxing Day out, New Year’s Eve still ahead'],
    ['Mon 2026-12-21', 6, 'Thu 2026-12-31', 'New Year’s Eve counts'],
    ['Mon 2026-12-21', 10, 'Fri 2027-01-08', 'New Year and Epiphany out'],
    ['Thu 2026-04-02', 1, 'Tue 2026-04-07', 'Easter'],
    ['Thu 2026-04-02', 10, 'Mon 2026-04-20', 'Easter'],
    ['Thu 2026-06-18', 1, 'Mon 2026-06-22', 'Midsummer'],
    ['Thu 2026-04-30', 1, 'Mon 2026-05-04', 'May Day on a Friday'],
    ['Wed 2026-05-13', 1, 'Fri 2026-05-15', 'Ascension'],
    ['Fri 2027-12-03', 1, 'Tue 2027-12-07', 'Independence Day on a Monday'],
    ['Sat 2026-01-10', 1, 'Mon 2026-01-12', 'from a Saturday'],
    ['Sun 2026-01-11', 5, 'Fri 2026-01-16', 'from a Sunday'],
    ['Fri 2026-01-09', 1, 'Mon 2026-01-12', 'over a weekend'],
    ['Sat 2026-01-10', 0, 'Sat 2026-01-10', 'none: the day itself, working or not'],
    ['Thu 2026-01-01', 252, 'Thu 2026-12-31', 'all of 2026'],
    ['Thu 2026-01-01', 253, 'Mon 2027-01-04', 'all of 2026 and one'],
  ])('%s + %d = %s: %s', (from, workingDays, to) => {
    expect(later(day(from), workingDays)).toBe(day(to))
  })

  it('passes exactly n working days and ends on the n-th', () => {
    fc.assert(
      fc.property(anyDate, count, (date, n) => {
        const to = later(date, n)
        expect(to).toBe(referenceWorkingDays(date, n, fi))
        expect(workingDaysBetween(date, to, fi)).toBe(n)
        if (n > 0) expect(fi.isWorkingDay(to)).toBe(true)
      }),
      runs(100),
    )
  })

  it('counts back as it counts forwards', () => {
    fc.assert(
      fc.property(anyDate, count, (date, n) => {
        const before = dueBefore(dueOn(date, fi), { workingDays: n }, fi).date
        expect(before).toBe(referenceWorkingDays(date, -n, fi))
        expect(workingDaysBetween(date, before, fi)).toBe(n === 0 ? 0 : -n)
        if (fi.isWorkingDay(date)) expect(later(before, n)).toBe(date)
      }),
      runs(100),
    )
  })

  it('adds up: n and then m are n + m', () => {
    fc.assert(
      fc.property(anyDate, count, count, (date, n, m) => {
        expect(later(later(date, n), m)).toBe(later(date, n + m))
      }),
      runs(100),
    )
  })

  it('reaches the longest it promises, and no further than centuries', () => {
    expect(later('2026-01-01', 5000)).toBe(referenceWorkingDays('2026-01-01', 5000, fi))
    expect(() => dueAfter({ date: '2026-01-01' }, { workingDays: 5000 }, { calendar: fi, times: 21 })).toThrow(
      /105000 working days is too far/,
    )
  })

  it('follows any calendar', () => {
    const tuesdays: Calendar = {
      id: 'tuesdays',
      zone: 'UTC',
      isWorkingDay: (date) => new Date(date).getUTCDay() === 2,
      holiday: () => undefined,
    }
    expect(later('2026-01-01', 3, tuesdays)).toBe(day('Tue 2026-01-20'))
    expect(later('2026-01-01', 3)).toBe(day('Wed 2026-01-07'))
  })

  it('does not search for ever in a calendar that never opens', () => {
    const closed: Calendar = { id: 'closed', zone: 'UTC', isWorkingDay: () => false, holiday: () => undefined }
    expect(() => shiftDate('2026-01-01', 'nextWorkingDay', closed)).toThrow(
      /'closed' has no working day near 2026-01-01/,
    )
    expect(() => later('9990-01-01', 1, closed)).toThrow(CalendarError)
  })
})

describe('workingDaysBetween', () => {
  it.each([
    ['Mon 2026-12-21', 'Wed 2026-12-30', 5],
    ['Wed 2026-12-30', 'Mon 2026-12-21', -5],
    ['Fri 2026-01-09', 'Sun 2026-01-11', 0],
    ['Sun 2026-01-11', 'Fri 2026-01-09', -1],
    ['Mon 2026-01-12', 'Mon 2026-01-12', 0],
    ['Wed 2025-12-31', 'Thu 2026-12-31', 252],
    ['Tue 2024-12-31', 'Thu 2026-12-31', 503],
  ])('from %s to %s there are %d', (from, to, expected) => {
    expect(workingDaysBetween(day(from), day(to), fi)).toBe(expected)
  })
})

describe('shiftDate', () => {
  it.each<[string, Shift, string]>([
    ['Thu 2026-12-24', 'nextWorkingDay', 'Mon 2026-12-28'],
    ['Thu 2026-12-24', 'previousWorkingDay', 'Wed 2026-12-23'],
    ['Thu 2026-12-24', 'none', 'Thu 2026-12-24'],
    ['Sat 2026-01-10', 'nextWorkingDay', 'Mon 2026-01-12'],
    ['Sat 2026-01-10', 'previousWorkingDay', 'Fri 2026-01-09'],
    ['Fri 2026-04-03', 'nextWorkingDay', 'Tue 2026-04-07'],
    ['Mon 2026-04-06', 'previousWorkingDay', 'Thu 2026-04-02'],
    ['Thu 2026-01-01', 'previousWorkingDay', 'Wed 2025-12-31'],
    ['Wed 2026-12-30', 'nextWorkingDay', 'Wed 2026-12-30'],
    ['Wed 2026-12-30', 'previousWorkingDay', 'Wed 2026-12-30'],
  ])('%s moved to %s is %s', (from, shift, to) => {
    expect(shiftDate(day(from), shift, fi)).toBe(day(to))
  })

  it('ends on the nearest working day in its direction, and stays there', () => {
    fc.assert(
      fc.property(anyDate, anyShift, (date, shift) => {
        const to = shiftDate(date, shift, fi)
        expect(to).toBe(referenceShift(date, shift, fi))
        expect(shiftDate(to, shift, fi)).toBe(to)
        expect(shift === 'none' || fi.isWorkingDay(to)).toBe(true)
      }),
      runs(100),
    )
  })
})
