import { recordOf, stringOf } from './DraftDocument.ts'

export type DurationUnit =
  | 'year'
  | 'month'
  | 'week'
  | 'day'
  | 'workingDay'
  | 'hour'
  | 'minute'
  | 'second'
  | 'millisecond'

/** So many of a unit. */
export interface Amount {
  count: number
  unit: DurationUnit
}

/** What a duration of a draft says: amounts as they are written, largest first, and where a parameter gave them. */
export type ReadDuration =
  | { amounts: readonly Amount[]; parameter?: string }
  | { missing: true }
  | { unreadable: string }
  | { unknownParameter: string }

const iso = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const isoUnits: readonly DurationUnit[] = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second']

/**
 * Reads a duration as it is written: `P1Y` stays a year, where the calendar would count twelve months.
 *
 * @param parameters what the document declares under `parameters`
 */
export function readAmounts(duration: unknown, parameters: unknown): ReadDuration {
  if (duration === undefined || duration === null || duration === '') return { missing: true }
  if (typeof duration === 'string') return readIso(duration)
  const { workingDays, milliseconds, parameter } = recordOf(duration)
  if (isCount(workingDays)) return { amounts: [{ count: workingDays, unit: 'workingDay' }] }
  if (isCount(milliseconds)) return { amounts: clockAmounts(milliseconds) }
  const name = stringOf(parameter)
  return name === undefined ? { missing: true } : readParameter(name, parameters)
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0

function readIso(text: string): ReadDuration {
  const parts = iso.exec(text)?.slice(1)
  const written = (parts ?? []).flatMap((part, index) => {
    const unit = isoUnits[index]
    return part === undefined || unit === undefined ? [] : [{ count: Number(part), unit }]
  })
  const [first] = written
  if (!first) return { unreadable: text }
  const amounts = written.filter(({ count }) => count > 0)
  return { amounts: amounts.length > 0 ? amounts : [first] }
}

/** Milliseconds as hours, minutes and so on; never as days, which are not always 24 hours long. */
function clockAmounts(milliseconds: number): Amount[] {
  const whole: Amount[] = [
    { count: Math.floor(milliseconds / 3_600_000), unit: 'hour' },
    { count: Math.floor(milliseconds / 60_000) % 60, unit: 'minute' },
    { count: Math.floor(milliseconds / 1000) % 60, unit: 'second' },
    { count: milliseconds % 1000, unit: 'millisecond' },
  ]
  const amounts = whole.filter(({ count }) => count > 0)
  return amounts.length > 0 ? amounts : [{ count: 0, unit: 'second' }]
}

function readParameter(name: string, parameters: unknown): ReadDuration {
  const definition = recordOf(recordOf(parameters)[name])
  if (!Object.hasOwn(recordOf(parameters), name)) return { unknownParameter: name }
  const value = definition.default
  // a parameter whose value is another parameter is refused by verification
  if (Object.hasOwn(recordOf(value), 'parameter')) return { unknownParameter: name }
  const read = readAmounts(value, undefined)
  return 'amounts' in read ? { ...read, parameter: name } : read
}
