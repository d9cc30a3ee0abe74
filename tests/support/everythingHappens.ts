import { coach, criterion, facts, manager, smallPathway, startJourney, type TestPolku } from './testPolku.ts'

const reason = 'Syy'

/** A module with nothing in it. */
const help = smallPathway({
  id: 'help',
  initial: 'running',
  states: {
    running: { on: { ready: 'ready' } },
    ready: { type: 'final', end: { code: 'ready', label: { fi: 'Valmis' }, outcome: 'completed' } },
  },
})

const checklist = [{ id: 'signed', label: { fi: 'Allekirjoitettu' }, required: true }]

/** A pathway on which everything can happen that people may ask for. */
export const everything = smallPathway({
  facts,
  criteria: { agreed: criterion('agreed'), enough: criterion('hours >= 6') },
  taskDefinitions: {
    plan: { label: { fi: 'Suunnitelma' }, role: 'coach', due: 'P7D', form: [{ fact: 'hours' }], checklist },
  },
  initial: 'first',
  states: {
    first: {
      tasks: ['plan'],
      modules: {
        help: { pathway: 'help', outputs: { ready: 'helped' } },
        wanted: { pathway: 'help', start: 'adHoc' },
      },
      on: { go: 'second', helped: 'second' },
      always: { target: 'second', criteria: ['enough'] },
    },
    second: {
      enterable: true,
      always: { target: 'first', criteria: ['agreed'] },
      on: { again: 'first', note: { actions: 'noted' } },
    },
  },
})

/** A journey in which everything has been asked that can be: every type of entry, in it and in its modules. */
export async function everythingHappens(on: TestPolku) {
  await on.polku.pathways.publish(help, { by: manager })
  const under = await startJourney(everything, { on, facts: { hours: 1 } })
  const { polku, journey, clock, client, task } = under
  const by = coach
  const children = async () => (await polku.journeys.get(journey)).children
  await polku.runDue()
  await polku.journeys.handOver(journey, { by, to: { user: 'coach-2' } })
  const { task: called } = await polku.tasks.open({ by, journey, title: 'Soita', assignee: 'coach-1' })
  await polku.tasks.postpone(called, { by, dueDate: '2026-03-05' })
  await polku.tasks.cancel(called, { by, reason })
  await polku.tasks.claim(await task('plan'), { by })
  await polku.tasks.delegate(await task('plan'), { by, to: null })
  await polku.journeys.suspend(journey, { by, reason, reviewDate: '2026-04-01' })
  await polku.runDue()
  clock.set('2026-03-04T10:00:00+02:00')
  await polku.journeys.resume(journey, { by, suspension: 1 })
  await polku.runDue()
  await under.at('2026-03-20T10:00:00+02:00')
  await polku.journeys.startModule(journey, { by, module: 'wanted' })
  await polku.journeys.startModule(journey, { by, pathway: 'help' })
  await polku.runDue()
  await polku.tasks.tick(await task('plan'), { by, items: { signed: true } })
  await polku.tasks.complete(await task('plan'), { by, form: { hours: 7 } })
  await polku.tasks.answer(await task('first/always/0'), { by, accept: false, reason })
  await polku.journeys.send((await children())[0]?.journey ?? '', { by, event: 'ready' })
  await polku.runDue()
  await polku.tasks.answer(await task('first/helped/0'), { by, accept: true })
  await polku.runDue()
  await under.at('2026-03-20T12:00:00+02:00')
  await under.send('note', { occurredAt: '2026-03-20T11:00:00+02:00' })
  await polku.journeys.reverse(journey, { by, entry: (await polku.journeys.get(journey)).revision, reason })
  await under.record({ agreed: true }, '2026-03-19T10:00:00+02:00')
  await under.send('again')
  await polku.journeys.jump(journey, { by, to: 'second', reason })
  await polku.journeys.exit(journey, { by, code: 'stop', reason })
  await polku.runDue()
  return { polku, client, journey, journeys: await polku.journeys.list({ client }) }
}
