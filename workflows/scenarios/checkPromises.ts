import type { Delivery, HistoryEntry, JourneyView, Polku } from '../../engine/index.ts'
import { unlikeModules, unlikeScenario } from './expectations.ts'
import { journeysOf } from './journeysOf.ts'
import type { Played } from './played.ts'

/** A promise of Polku's, held against what has been played. */
export interface Promised {
  promise: string
  /** how much was looked at */
  looked: string
  broken: string[]
}

/** Holds the promises against every journey played, of modules too: replay, in time, once, nobody forgotten, and each fate as expected. */
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
  let modules = 0
  for (const one of played) {
    const { scenario } = one
    const { journey, ofModules } = await journeysOf(polku, one)
    const ofClient = (what: string) => `${scenario.client.name}: ${what}`
    expected.broken.push(...[...one.broken, ...unlikeModules(scenario, ofModules)].map(ofClient))
    modules += ofModules.length
    for (const [index, view] of [journey, ...ofModules].entries()) {
      const about = (what: string) => ofClient(view.parent ? `${view.parent.module}: ${what}` : what)
      const history = await polku.journeys.history(view.id)
      entries += history.length
      timers += history.filter(({ entry }) => entry.timer).length
      try {
        await polku.journeys.replay(view.id)
      } catch (error) {
        replay.broken.push(about(String(error)))
      }
      inTime.broken.push(...outOfTime(history).map(about))
      once.broken.push(...actedTwice(history).map(about))
      const wanted = index === 0 ? scenario : scenario.modules[index - 1]
      if (wanted) expected.broken.push(...unlikeScenario(wanted, view, history).map(about))
      if (view.status === 'ended') continue
      live += 1
      if (!isWatched(view)) covered.broken.push(about('nothing watches over it'))
    }
  }
  once.broken.push(...repeated(deliveries.map(({ id }) => `message ${id}`)))
  const { undelivered, dead, overdueMs } = await polku.figures()
  if (undelivered + dead + overdueMs > 0)
    inTime.broken.push(`left undone: ${JSON.stringify({ undelivered, dead, overdueMs })}`)

  replay.looked = `${entries} kirjausta, ${played.length} polkua ja ${modules} osapolkua`
  inTime.looked = `${timers} ajastinta`
  once.looked = `${timers} ajastinta, ${deliveries.length} viestiä`
  covered.looked = `${live} elävää polkua ja osapolkua`
  expected.looked = `${played.length} asiakasta, ${modules} osapolkua`
  return [replay, inTime, once, covered, expected]
}

/** Whether something will bring a journey to somebody's mind, and there is somebody. */
function isWatched({ timers, tasks, responsible }: JourneyView): boolean {
  const isTimed = timers.some(({ kind, isStopped }) => kind !== 'warning' && !isStopped)
  return (isTimed || tasks.some(({ dueDate }) => dueDate !== null)) && responsible.user !== ''
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
