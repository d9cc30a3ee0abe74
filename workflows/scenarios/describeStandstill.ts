import type { HistoryEntry } from '../../engine/index.ts'
import { finnishDay } from './finnishDay.ts'
import type { PathwayWords } from './pathwayWords.ts'
import type { Standing } from './standing.ts'

interface Known {
  words: PathwayWords
  before: Standing
}

/** A suspension in Finnish: when it is looked at again, what stands still until then, and what keeps its date. */
export function describeSuspension(entry: HistoryEntry, known: Known): string[] {
  const stands = standing(entry, known)
  const keeps = known.before.suspensions.size === 0 ? dates(known, (id) => !stopped(entry).has(id)) : []
  const reviews = entry.entry.changes.flatMap((one) => (one.change === 'suspended' ? [one.suspension.reviewDate] : []))
  return [
    ...reviews.map((date) => `Tarkistetaan ${finnishDay(date)}`),
    ...(stands.length > 0 ? [`Seisoo: ${stands.join(', ')}`] : []),
    ...(keeps.length > 0 ? [`Pitää päivänsä: ${keeps.join(', ')}`] : []),
  ]
}

/** What a suspension stops, with the dates it would have come due. */
export const standing = (entry: HistoryEntry, known: Known): string[] => dates(known, (id) => stopped(entry).has(id))

const stopped = ({ entry }: HistoryEntry): ReadonlySet<number> =>
  new Set(entry.changes.flatMap((one) => (one.change === 'timerStopped' ? [one.timer] : [])))

const dates = ({ words, before }: Known, isMeant: (timer: number) => boolean): string[] =>
  [...before.timers.values()]
    .filter(({ id }) => isMeant(id))
    .map((timer) => `${words.timer(timer)} ${finnishDay(timer.dueDate)}`)

/** The end of a suspension in Finnish: what holds the journey still, or how dates have moved. */
export function describeResumption({ entry }: HistoryEntry, { words, before }: Known): string[] {
  const ended = new Set(entry.changes.flatMap((one) => (one.change === 'resumed' ? [one.suspension] : [])))
  const left = [...before.suspensions].filter(([id]) => !ended.has(id)).map(([, code]) => words.suspension(code))
  if (left.length > 0) return [`Seisoo yhä: ${left.join(', ').toLowerCase()}`]
  return entry.changes.flatMap((one) => {
    const timer = one.change === 'timerResumed' ? before.timers.get(one.timer) : undefined
    if (one.change !== 'timerResumed' || !timer) return []
    return [`Siirtyi: ${words.timer(timer)} ${finnishDay(timer.dueDate)} → ${finnishDay(one.dueDate)}`]
  })
}
