import type { Delivery, HistoryEntry, Polku } from '../../engine/index.ts'
import { unlikeScenario } from './expectations.ts'
import type { Played } from './played.ts'

/** A promise of Polku's, held against what has been played. */
export interface Promised {
  promise: string
  /** how much was looked at */
  looked: string
  broken: string[]
}

/** Holds the promises against every journey played: replay, in time, once, nobody forgotten, and each fate as expected. */
export async function checkPromises(
  polku: Polku,
  played: readonly Played[],
  deliveries: readonly Delivery[],
): Promise<Promised[]> {
  const replay: Promised = { promise: 'Toisto: päiväkirja antaa saman tilan', looked: '', broken: [] }
  const inTime: Promised = {
    promise: 'Ajallaan: mikään ei toiminut ennen aikaansa eikä myöhässä',
    looked: '',
    broken: [],
  }
  const once: Promised = { promise: 'Kerran: mikään ei toiminut kahdesti', looked: '', broken: [] }
  const covered: Promised = { promise: 'Kukaan ei unohdu: jokaista elävää polkua seurataan', looked: '', broken: [] }
  const expected: Promised = { promise: 'Odotukset: jokaiselle kävi niin kuin piti', looked: '', broken: [] }
  let entries = 0
  let timers = 0
  let live = 0
  for (const { scenario, journey, broken } of played) {
    const about = (what: string) => `${scenario.client.name}: ${what}`
    const history = await polku.journeys.history(journey)
    const view = await polku.journeys.get(journey)
    entries += history.length
    timers += history.filter(({ entry }) => entry.timer).length
    try {
      await polku.journeys.replay(journey)
    } catch (error) {
      replay.broken.push(about(String(error)))
    }
    inTime.broken.push(...outOfTime(history).map(about))
    once.broken.push(...actedTwice(history).map(about))
    expected.broken.push(...[...broken, ...unlikeScenario(scenario, view, history)].map(about))
    if (view.status === 'ended') continue
    live += 1
    const isCovered =
      view.timers.some(({ kind }) => kind !== 'warning') || view.tasks.some(({ dueDate }) => dueDate !== null)
    if (!isCovered || view.responsible.user === '') covered.broken.push(about('nothing watches over it'))
  }
  once.broken.push(...repeated(deliveries.map(({ id }) => `message ${id}`)))
  const { undelivered, dead, overdueMs } = await polku.figures()
  if (undelivered + dead + overdueMs > 0)
    inTime.broken.push(`left undone: ${JSON.stringify({ undelivered, dead, overdueMs })}`)

  replay.looked = `${entries} kirjausta`
  inTime.looked = `${timers} ajastinta`
  once.looked = `${timers} ajastinta, ${deliveries.length} viestiä`
  covered.looked = `${live} elävää polkua`
  expected.looked = `${played.length} asiakasta`
  return [replay, inTime, once, covered, expected]
}

/** Timers that acted before they were due, or late. */
function outOfTime(history: readonly HistoryEntry[]): string[] {
  return history.flatMap(({ entry: { timer }, recordedAt }) => {
    if (!timer) return []
    const at = Date.parse(recordedAt)
    if (at < timer.dueAt) return [`"${timer.name}" acted at ${recordedAt}, before it was due`]
    return timer.late ? [`"${timer.name}" acted late, at ${recordedAt}`] : []
  })
}

/** Timers, and occurrences of a follow-up in one visit, that acted more than once. */
function actedTwice(history: readonly HistoryEntry[]): string[] {
  const visits = new Map<number, number | null>()
  for (const { entry } of history) {
    for (const one of entry.changes) if (one.change === 'timerArmed') visits.set(one.timer.id, one.timer.visit)
  }
  const acted = history.flatMap(({ entry }) => entry.timer ?? [])
  return repeated([
    ...acted.map(({ id }) => `timer ${id}`),
    ...acted.flatMap(({ id, kind, name, occurrence }) =>
      kind === 'followUp' ? [`occurrence ${occurrence} of "${name}" in visit ${visits.get(id)}`] : [],
    ),
  ])
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.flatMap((name) => {
    if (seen.has(name)) return [`${name} acted twice`]
    seen.add(name)
    return []
  })
}
