import { coach, criterion, facts, manager, smallPathway, startJourney, type TestPolku } from '../support/testPolku.ts'

const by = coach
const reason = 'Syy'
const label = { fi: 'Nimi' }

const check = smallPathway({
  id: 'check',
  parameters: { length: { type: 'duration', default: 'P20D', label, origin: 'source' } },
  taskDefinitions: { call: { label, role: 'coach' } },
  initial: 'waiting',
  states: {
    waiting: { followUps: { call: { after: { parameter: 'length' }, task: 'call' } }, on: { done: 'done' } },
    done: { type: 'final', end: { code: 'done', label, outcome: 'completed' } },
  },
})

/** Promises of every kind, in a state that history comes back to. */
const promises = smallPathway({
  id: 'promises',
  facts,
  criteria: { enough: criterion('hours >= 6', { overridable: true }) },
  taskDefinitions: {
    plan: { label, role: 'coach', due: 'P7D', escalateTo: 'manager' },
    call: { label, role: 'coach' },
  },
  initial: 'life',
  states: {
    life: {
      type: 'parallel',
      states: {
        work: {
          initial: 'first',
          states: {
            first: {
              enterable: true,
              tasks: ['plan'],
              followUps: {
                weekly: { every: 'P7D', warnBefore: 'P1D', task: 'call' },
                anew: { every: 'P10D', restart: true, task: 'call' },
                each: { every: 'P5D', until: 'P30D', catchUp: 'each', actions: 'told' },
                anchored: { after: 'P14D', anchor: { fact: 'startDate' }, whenSuspended: 'keep', task: 'call' },
              },
              on: { on: { target: 'second', criteria: ['enough'] } },
            },
            second: { after: { P40D: { target: 'first', automatic: true } }, on: { back: 'first' } },
            past: { type: 'history', history: 'shallow' },
          },
        },
        beside: { initial: 'one', states: { one: { on: { on: 'two' } }, two: { type: 'final' } } },
      },
      modules: { check: { pathway: 'check', inputs: { length: 'P30D' }, whenLeft: 'leave' } },
      on: { pause: 'pause' },
    },
    pause: { on: { resume: '#promises.life.work.past', finish: 'done' } },
    done: { type: 'final', end: { code: 'done', label, outcome: 'completed' } },
  },
})

/** A journey whose steps change its state in every way that there is, and one that was brought in half-way. */
export async function everyChange(on: TestPolku): Promise<void> {
  await on.polku.pathways.publish(check, { by: manager })
  const under = await startJourney(promises, { on, facts: { hours: 1, startDate: '2026-03-10' } })
  const { polku, journey, at, send, record } = under
  await polku.runDue()
  await polku.tasks.delegate(await under.task('plan'), { by, to: 'coach-2' })
  await record({ startDate: '2026-03-12' })
  // one week's call and its notice; then three weeks of an outage, after which some act for each, some once
  await at('2026-03-09T12:00:00+02:00')
  await at('2026-03-30T12:00:00+03:00')
  await polku.journeys.suspend(journey, { by, reason, reviewDate: '2026-04-10' })
  await at('2026-04-10T12:00:00+03:00')
  await polku.journeys.resume(journey, { by, suspension: 1 })
  await send('pause')
  await at('2026-05-15T12:00:00+03:00')
  await send('resume')
  await send('on', { override: { criterion: 'enough' }, reason })
  await at('2026-06-01T12:00:00+03:00')
  await send('back')
  await at('2026-06-20T12:00:00+03:00')
  await send('pause', { occurredAt: '2026-06-10T12:00:00+03:00', reason })
  await polku.journeys.reverse(journey, { by, entry: (await polku.journeys.get(journey)).revision, reason })
  await send('pause')
  await send('finish')
  await at('2026-07-20T12:00:00+03:00')
  await polku.imports.importJourney({
    by,
    key: 'siirto',
    row: {
      key: '1',
      client: {},
      pathway: 'promises',
      at: 'life.work.first',
      occurredAt: '2026-05-01',
      reason,
      responsible: { user: by.user },
      doneFollowUps: { weekly: 3 },
      doneTasks: ['plan'],
    },
  })
}
