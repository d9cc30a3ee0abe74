import { coach, facts, manager, smallPathway, startJourney, type TestPolku } from '../support/testPolku.ts'

const label = { fi: 'Nimi' }
const reason = 'Laki muuttui'
const call = { label, role: 'coach', due: 'P7D' } as const
const ends = { done: { type: 'final', end: { code: 'done', label, outcome: 'completed' } } } as const

const before = smallPathway({
  id: 'law',
  facts,
  taskDefinitions: {
    call,
    plan: {
      label,
      role: 'coach',
      checklist: [
        { id: 'asked', label },
        { id: 'told', label },
      ],
    },
  },
  initial: 'work',
  states: {
    work: {
      initial: 'first',
      states: {
        first: {
          tasks: ['plan', 'call'],
          followUps: {
            weekly: { every: 'P7D', task: 'call' },
            once: { after: 'P20D', warnBefore: 'P2D', task: 'call' },
          },
          after: { P2M: { target: 'second' } },
        },
        second: {},
        gone: { followUps: { weekly: { every: 'P7D', task: 'call' } }, on: { on: 'first' } },
        past: { type: 'history' },
      },
      on: { pause: 'pause' },
    },
    pause: { on: { back: '#law.work.past', finish: 'done' } },
    ...ends,
  },
})

const after = smallPathway({
  id: 'law',
  facts,
  taskDefinitions: { call, plan: { label, role: 'manager', checklist: [{ id: 'told', label }] }, ask: call },
  initial: 'training',
  states: {
    training: {
      initial: 'begun',
      states: {
        begun: {
          tasks: ['plan', 'ask'],
          followUps: {
            weekly: { every: 'P1M', task: 'call' },
            once: { after: 'P1Y', task: 'call' },
            late: { after: 'P10D', until: 'P15D', task: 'ask' },
          },
          after: { P1Y: { target: 'second' } },
        },
        second: {},
        past: { type: 'history' },
      },
      on: { pause: 'pause' },
    },
    pause: { tasks: ['ask'], on: { back: '#law.training.past', finish: 'done' } },
    ...ends,
  },
})

const { begun } = after.states.training?.states ?? {}
/** Its phase is one state again. */
const flat = smallPathway({
  ...after,
  states: {
    ...after.states,
    training: { tasks: ['plan', 'ask'], followUps: begun?.followUps, on: { pause: 'pause' } },
    pause: { on: { finish: 'done', back: 'training' } },
  },
})

/** A journey that comes to a version in which its states, tasks and follow-ups are others, and back; and one that waits meanwhile. */
export async function otherVersion(on: TestPolku): Promise<void> {
  const under = await startJourney(before, { on })
  const { polku, journey, at, send, task } = under
  const { journey: waiting } = await startJourney(before, { on })
  await polku.tasks.tick(await task('plan'), { by: coach, items: { asked: true } })
  await at('2026-03-24T12:00:00+02:00')
  await polku.journeys.send(waiting, { by: coach, event: 'pause' })
  await at('2026-05-20T12:00:00+03:00')
  await polku.pathways.publish(after, { by: manager })
  const states = { work: 'training', 'work.first': 'training.begun', 'work.gone': 'training.begun' }
  await polku.migrations.migrate({ by: manager, pathway: 'law', from: 1, to: 2, reason, states })
  await at('2026-06-15T12:00:00+03:00')
  await polku.journeys.send(waiting, { by: coach, event: 'back' })
  await send('pause')
  const home = { training: 'work', 'training.begun': 'work.gone' }
  await polku.journeys.migrate(journey, { by: manager, version: 1, reason, states: home })
  await send('back')
  await at('2026-07-20T12:00:00+03:00')
  await polku.pathways.publish(flat, { by: manager })
  await polku.journeys.migrate(waiting, { by: manager, version: 3, reason, states: { 'training.begun': 'training' } })
  await at('2026-08-20T12:00:00+03:00')
  await send('pause')
  await send('finish')
}
