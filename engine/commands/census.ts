import { DAY_MS } from '../pathway/calendar/civilDay.ts'
import type { StateValue } from '../pathway/compileMachine.ts'
import type { Census as CountedCensus } from '../store/counted.ts'
import { type Context, pathwayOf } from './context.ts'
import { todayOf } from './today.ts'
import { iso } from './view.ts'

/** A review or a proposal that has been overdue for longer than this is answered by nobody (ours). Days. */
const longOverdueDays = 14

/** Where live journeys are, and what is open and armed. */
export interface Census extends Omit<CountedCensus, 'places'> {
  journeys: { pathway: string; live: number }[]
  /** one that is in two phases at once counts in both; one that is in none counts in none */
  phases: { pathway: string; phase: string; live: number }[]
}

/** Counts live journeys by pathway and phase, open tasks and armed timers; it takes seconds for a million of them. */
export async function takeCensus(context: Context): Promise<Census> {
  const { store, clock } = context
  // a day more or less by the time zone is nothing here
  const overdueBefore = iso(clock.now().getTime() - longOverdueDays * DAY_MS).slice(0, 10)
  const { places, ...rest } = await store.census({ today: todayOf(context), overdueBefore })
  const journeys = new Map<string, Census['journeys'][number]>()
  const phases = new Map<string, Census['phases'][number]>()
  await store.read(async (tx) => {
    for (const { pathway, version, value, journeys: count } of places) {
      add(journeys, pathway, { pathway, live: count })
      const { machine, states } = await pathwayOf(context, tx, pathway, version)
      for (const state of machine.active({ value: JSON.parse(value) as StateValue, history: {} })) {
        if (!states.get(state)?.definition.phase) continue
        add(phases, JSON.stringify([pathway, state]), { pathway, phase: state, live: count })
      }
    }
  })
  return { journeys: [...journeys.values()], phases: [...phases.values()], ...rest }
}

function add<T extends { live: number }>(to: Map<string, T>, name: string, one: T): void {
  to.set(name, { ...one, live: one.live + (to.get(name)?.live ?? 0) })
}
