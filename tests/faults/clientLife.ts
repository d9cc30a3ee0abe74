import type { Actor } from '../../engine/commands/schemas.ts'
import type { Clock, PathwayInput, Polku } from '../../engine/index.ts'

/** What the process that is killed does, and what the test does again after it: one and the same. */

export const worker: Actor = { user: 'worker', roles: ['coach'] }

/** A second of the machine is so many seconds here, so that something is always coming due. */
const pace = 60_000

/** A clock that all processes of a test share: it runs on while none of them lives. */
export const sharedClock = (startedAt: number): Clock => ({
  now: () => new Date(Date.parse('2026-03-02T08:00:00Z') + (Date.now() - startedAt) * pace),
})

const label = { fi: 'Nimi' }

/** A pathway that never ends, and on which something happens all the time. */
export const pathway: PathwayInput = {
  id: 'busy',
  title: { fi: 'Kiireinen polku' },
  caseRoles: { coach: { label } },
  facts: { hours: { type: 'number', min: 0, max: 24, label } },
  criteria: { enough: { label, when: 'hours >= 12' }, few: { label, when: 'hours < 12' } },
  taskDefinitions: { plan: { label, role: 'coach', due: 'P7D', form: [{ fact: 'hours' }] } },
  exits: { stop: { label, outcome: 'interrupted' } },
  initial: 'work',
  states: {
    work: {
      tasks: ['plan'],
      followUps: { watch: { every: 'PT36H', catchUp: 'each', actions: 'remind' } },
      on: { note: { actions: 'noted' }, rest: 'rest' },
      always: { target: 'rest', criteria: ['enough'], automatic: true },
    },
    rest: {
      followUps: { watch: { every: 'P2D', actions: 'remind' } },
      after: { P14D: { target: 'work', automatic: true } },
      on: { note: { actions: 'noted' }, work: { target: 'work', criteria: ['few'] } },
    },
  },
}

/** One command, as it is told before it is given. */
export interface Asked {
  key: string
  journey: string
  client: string
  does: 'note' | 'rest' | 'work' | 'record' | 'open' | 'handOver'
  value: number
}

export const kinds: readonly Asked['does'][] = ['note', 'note', 'rest', 'work', 'record', 'open', 'handOver']

/** Gives a command; the same `asked` is the same command. */
export function give(polku: Polku, { key, journey, client, does, value }: Asked): Promise<unknown> {
  switch (does) {
    case 'record':
      return polku.clients.record(client, { by: worker, key, facts: { hours: value }, source: 'testi' })
    case 'open':
      return polku.tasks.open({ by: worker, key, journey, title: `Tehtävä ${value}`, assignee: 'worker' })
    case 'handOver':
      return polku.journeys.handOver(journey, { by: worker, key, to: { user: `user-${value}` } })
    default:
      return polku.journeys.send(journey, { by: worker, key, event: does, data: { value } })
  }
}
