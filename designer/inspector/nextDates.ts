import {
  type Duration,
  dueAfter,
  dueBefore,
  getCalendar,
  isZero,
  occurrenceAfter,
  parseDuration,
} from '../../engine/pathway/calendar/index.ts'
import { isRecord } from '../../engine/pathway/isRecord.ts'
import { recordOf } from '../model/readValue.ts'

/** When a follow-up comes due for somebody: local dates. */
export interface NextDate {
  date: string
  /** the notice before it */
  warning?: string
  /** the end of its window, which is the due date of its task */
  windowEnds?: string
}

/** Of what a follow-up is counted, and from when. */
export interface Counted {
  followUp: Readonly<Record<string, unknown>>
  parameters: unknown
  /** local date of entry, or of the fact that it counts from */
  anchor: string
}

/**
 * The first dates of a follow-up as the engine would compute them, with the defaults of the parameters. Empty where it
 * cannot be counted, because it is still being written.
 */
export function nextDates({ followUp, parameters, anchor }: Counted, most = 5): NextDate[] {
  try {
    return counted({ followUp, parameters, anchor }, most)
  } catch {
    return []
  }
}

function counted({ followUp, parameters, anchor: date }: Counted, most: number): NextDate[] {
  const calendar = getCalendar('fi')
  const anchor = { date }
  const lengthOf = (key: string): Duration | undefined => resolve(followUp[key], parameters)
  const shift = followUp.shift === 'nextWorkingDay' || followUp.shift === 'previousWorkingDay' ? followUp.shift : 'none'
  const until = lengthOf('until')
  const end = until === undefined ? undefined : dueAfter(anchor, until, { calendar })
  const warnBefore = lengthOf('warnBefore')
  const told = (due: ReturnType<typeof dueAfter>, isOnce: boolean): NextDate => ({
    date: due.date,
    ...(warnBefore !== undefined && { warning: dueBefore(due, warnBefore, calendar).date }),
    ...(isOnce && end && { windowEnds: end.date }),
  })
  const every = lengthOf('every')
  if (every === undefined) {
    const after = lengthOf('after')
    return after === undefined ? [] : [told(dueAfter(anchor, after, { calendar, shift }), true)]
  }
  if (isZero(parseDuration(every))) return []
  const found: NextDate[] = []
  let from = 1
  while (found.length < most) {
    const due = dueAfter(anchor, every, { calendar, shift, times: from })
    if (end && due.at > end.at) break
    found.push(told(due, false))
    // several occurrences may be moved to one day: the engine goes on to the first that is due later
    from = occurrenceAfter(anchor, every, due.at, { calendar, shift, from: from + 1 }).occurrence
  }
  return found
}

function resolve(reference: unknown, parameters: unknown): Duration | undefined {
  const given = isRecord(reference) && 'parameter' in reference ? defaultOf(reference.parameter, parameters) : reference
  if (typeof given === 'string') return given
  if (!isRecord(given)) return undefined
  const { workingDays, milliseconds } = given
  if (typeof workingDays === 'number') return { workingDays }
  return typeof milliseconds === 'number' ? { milliseconds } : undefined
}

const defaultOf = (name: unknown, parameters: unknown): unknown =>
  typeof name === 'string' ? recordOf(recordOf(parameters)[name]).default : undefined
