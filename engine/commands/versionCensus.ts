import type { StateValue } from '../pathway/compileMachine.ts'
import { type Context, pathwayOf } from './context.ts'
import { read } from './transact.ts'

/** Where the journeys on one version of a pathway are. */
export interface VersionCensus {
  live: number
  ended: number
  /** states with somebody in them, in the order of the document; who is in a state is in those around it as well */
  byState: { state: string; live: number }[]
}

/** Counts the journeys on a version by state. @throws PolkuProblem `not-found` */
export async function takeVersionCensus(context: Context, pathway: string, version: number): Promise<VersionCensus> {
  const { store } = context
  const { machine, states } = await read(context, (tx) => pathwayOf(context, tx, pathway, version))
  const places = await store.placesOf({ pathway, version })
  const counts = await store.journeysByVersion(pathway)
  const live = new Map<string, number>()
  for (const { value, journeys } of places) {
    for (const state of machine.active({ value: JSON.parse(value) as StateValue, history: {} })) {
      live.set(state, journeys + (live.get(state) ?? 0))
    }
  }
  return {
    live: places.reduce((sum, { journeys }) => sum + journeys, 0),
    ended: counts.find((one) => one.version === version && one.status === 'ended')?.journeys ?? 0,
    byState: [...states.keys()].flatMap((state) => {
      const count = live.get(state)
      return state === '' || count === undefined ? [] : [{ state, live: count }]
    }),
  }
}
