import type { Census, Polku } from '../../engine/index.ts'
import type { Part } from './figure.ts'

/** Live journeys are counted at most once a minute, and for at most a hundredth of the time. */
const everyMs = 60_000
const share = 100
/** How long a scrape waits for it, before it goes with the figures of the time before. Milliseconds. */
const patienceMs = 1_000

/** Where live journeys are, and what is open and armed: counted in the background, now and then. */
export const censusPart =
  (polku: Polku): Part =>
  (make) => {
    const journeys = make('polku_journeys', 'Live journeys, by pathway.', ['pathway'])
    const phases = make(
      'polku_phase_journeys',
      'Live journeys in a phase, by pathway and phase; one in two phases at once counts in both.',
      ['pathway', 'phase'],
    )
    const stuck = make(
      'polku_stuck_journeys',
      'Live journeys that nobody moves: a review or proposal has been overdue for two weeks, or a timer is dead.',
      ['why'],
    )
    const open = make('polku_tasks_open', 'Open tasks, by kind.', ['kind'])
    const overdue = make('polku_tasks_overdue', 'Open tasks whose due date has passed, by kind.', ['kind'])
    const armed = make('polku_timers_armed', 'Timers that are armed, by kind.', ['kind'])
    const countedAt = make('polku_census_timestamp_seconds', 'When journeys, tasks and timers were counted; Unix time.')
    const took = make('polku_census_duration_seconds', 'How long counting them took.')

    let latest: { census: Census; at: number; ms: number } | undefined
    let counting: Promise<void> | undefined

    const count = async () => {
      const from = performance.now()
      const census = await polku.census()
      latest = { census, at: Date.now(), ms: performance.now() - from }
    }
    const isDue = () => !latest || Date.now() - latest.at >= Math.max(everyMs, latest.ms * share)

    return async () => {
      if (isDue()) {
        counting ??= count().finally(() => {
          counting = undefined
        })
        await atMost(patienceMs, counting)
      }
      return () => {
        if (!latest) return
        const { census, at, ms } = latest
        for (const { pathway, live } of census.journeys) journeys.set(live, { pathway })
        for (const { pathway, phase, live } of census.phases) phases.set(live, { pathway, phase })
        for (const { kind, ...tasks } of census.tasks) {
          open.set(tasks.open, { kind })
          overdue.set(tasks.overdue, { kind })
        }
        for (const { kind, armed: count } of census.timers) armed.set(count, { kind })
        stuck.set(census.stuck.overdue, { why: 'overdue' })
        stuck.set(census.stuck.deadTimer, { why: 'dead_timer' })
        countedAt.set(at / 1000)
        took.set(ms / 1000)
      }
    }
  }

/** Waits for work, though no longer than that. @throws what the work throws meanwhile */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
