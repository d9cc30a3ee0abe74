import { isRecord } from '../../../engine/pathway/isRecord.ts'
import type { DurationRef } from '../../../engine/pathway/values.ts'

/** What a duration is counted in, in the order in which a document writes it. */
export const durationUnits = [
  'years',
  'months',
  'weeks',
  'days',
  'workingDays',
  'hours',
  'minutes',
  'seconds',
  'milliseconds',
] as const
export type DurationUnit = (typeof durationUnits)[number]

/** One number of a duration with its unit: a year and six months are two. */
export interface DurationPart {
  amount: number
  unit: DurationUnit
}

const iso = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
const isoUnits = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const

/** The numbers and units of a duration; undefined for a parameter, and for what cannot be read. */
export function partsOf(duration: unknown): DurationPart[] | undefined {
  if (isRecord(duration)) {
    for (const unit of ['workingDays', 'milliseconds'] as const) {
      const amount = duration[unit]
      if (typeof amount === 'number') return [{ amount, unit }]
    }
    return undefined
  }
  const match = typeof duration === 'string' && duration !== 'P' ? iso.exec(duration) : null
  if (!match) return undefined
  return isoUnits.flatMap((unit, at) => {
    const amount = match[at + 1]
    return amount === undefined ? [] : [{ amount: Number(amount), unit }]
  })
}

/** A duration as a document writes it. Working days and milliseconds stand alone. */
export function durationOf(parts: readonly DurationPart[]): Exclude<DurationRef, { parameter: string }> {
  const [first] = parts
  if (first?.unit === 'workingDays') return { workingDays: first.amount }
  if (first?.unit === 'milliseconds') return { milliseconds: first.amount }
  const written = (units: readonly (typeof isoUnits)[number][], letters: string): string =>
    units
      .map((unit, at) => {
        const same = parts.filter((one) => one.unit === unit)
        const amount = same.reduce((sum, one) => sum + one.amount, 0)
        return same.length === 0 ? '' : `${amount}${letters[at]}`
      })
      .join('')
  const calendar = written(['years', 'months', 'weeks', 'days'], 'YMWD')
  const clock = written(['hours', 'minutes', 'seconds'], 'HMS')
  return `P${calendar}${clock === '' ? '' : `T${clock}`}`
}

/** Units that may stand beside each other: the calendar's, or the clock's. */
export function besides(unit: DurationUnit): readonly DurationUnit[] {
  const calendar: readonly DurationUnit[] = ['years', 'months', 'weeks', 'days']
  const clock: readonly DurationUnit[] = ['hours', 'minutes', 'seconds']
  return [calendar, clock].find((one) => one.includes(unit)) ?? []
}
