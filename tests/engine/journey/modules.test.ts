import { describe, expect, it } from 'vitest'
import type { PathwayInput } from '../../../engine/index.ts'
import { DAY } from '../../support/testClock.ts'
import {
  coach,
  manager,
  openTestPolku,
  problemFrom,
  refusalOf,
  smallPathway,
  startJourney,
} from '../../support/testPolku.ts'

const fi = (text: string) => ({ fi: text })

/** A module with a parameter, a clock of its own and two ends. */
const assessment = smallPathway({
  id: 'assessment',
  parameters: { length: { type: 'duration', default: 'P20D', label: fi('Kesto'), origin: 'source' } },
  taskDefinitions: { record: { label: fi('Kirjaa arvio'), role: 'coach' } },
  initial: 'running',
  states: {
    running: {
      followUps: { end: { after: { parameter: 'length' }, task: 'record' } },
      on: { ready: 'ready', failed: 'failed' },
    },
    ready: { type: 'final', end: { code: 'ready', label: fi('Valmis'), outcome: 'completed' } },
    failed: { type: 'final', end: { code: 'failed', label: fi('Ei onnistunut'), outcome: 'interrupted' } },
  },
})

/** A check that outlives the journey. */
const check = smallPathway({
  id: 'check',
  taskDefinitions: { call: { label: fi('Soita'), role: 'coach' } },
  initial: 'waiting',
  states: {
    waiting: { followUps: { sixMonths: { after: 'P6M', task: 'call' } }, on: { done: 'done' } },
    done: { type: 'final' },
  },
})

const parent = smallPathway({
  initial: 'first',
  states: {
    first: {
      modules: {
        mahis: {
          pathway: 'assessment',
          inputs: { length: 'P10D' },
          outputs: { ready: 'assessed', '*': 'notAssessed' },
        },
        extra: { pathway: 'assessment', start: { event: 'needsExtra' } },
        wanted: { pathway: 'assessment', start: 'adHoc' },
      },
      on: {
        assessed: { target: 'second', automatic: true },
        notAssessed: 'stuck',
        needsExtra: { label: fi('Lisätuki') },
        leave: 'second',
        finish: 'done',
      },
    },
    stuck: {},
    second: { on: { finish: 'done' } },
    done: { type: 'final', modules: { afterwards: { pathway: 'check', whenLeft: 'leave' } } },
  },
})

/** Leaves its module running, wherever it goes. */
const keeping = smallPathway({
  initial: 'first',
  states: {
    first: { modules: { mahis: { pathway: 'assessment', whenLeft: 'leave' } }, on: { leave: 'done' } },
    done: { type: 'final' },
  },
})

/** A state and one inside it have modules of one name. */
const nested = smallPathway({
  initial: 'around',
  states: {
    around: {
      modules: { mahis: { pathway: 'assessment', outputs: { '*': 'aroundDone' } } },
      on: { aroundDone: 'done' },
      initial: 'inside',
      states: {
        inside: {
          modules: { mahis: { pathway: 'assessment', outputs: { '*': 'insideDone' } } },
          on: { insideDone: 'rest' },
        },
        rest: {},
      },
    },
    done: { type: 'final' },
  },
})

const running = (document?: PathwayInput) => started({ document })
/** The worker has not been there for two weeks. */
const lateStart = () => started({ workerLateByDays: 14 })

async function started({
  document = parent,
  workerLateByDays = 0,
}: {
  document?: PathwayInput
  workerLateByDays?: number
}) {
  const on = await openTestPolku()
  await on.polku.pathways.publish(assessment, { by: manager })
  await on.polku.pathways.publish(check, { by: manager })
  const under = await startJourney(document, { on })
  on.clock.advance(workerLateByDays * DAY)
  await on.polku.runDue()
  const children = async () => (await on.polku.journeys.get(under.journey)).children
  const child = async (module: string, which = 0) => {
    const found = (await children()).filter((one) => one.module === module)[which]
    if (!found) throw new Error(`no module "${module}" is running`)
    return on.polku.journeys.get(found.journey)
  }
  return { ...under, children, child }
}

describe('a module', () => {
  it('starts on entry as a journey of the same client, with its own clock and the given inputs', async () => {
    const { child, journey, client, polku } = await running()
    const mahis = await child('mahis')
    expect(mahis).toMatchObject({ client, pathway: 'assessment', version: 1, parent: { journey, module: 'mahis' } })
    expect(mahis.responsible.user).toBe(coach.user)
    // the parent gave ten days in place of twenty: Thu 12.3.2026
    expect(mahis.timers.map(({ name, dueDate }) => [name, dueDate])).toEqual([['end', '2026-03-12']])
    await polku.journeys.replay(mahis.id)
    await polku.journeys.replay(journey)
  })

  it('that begins late does at once what has come due meanwhile', async () => {
    const { clock, polku, child, tasks } = await lateStart()
    expect(clock.ms).toBeGreaterThan(Date.parse('2026-03-12'))
    expect(await tasks()).toEqual([])
    expect((await child('mahis')).tasks.map(({ name }) => name)).toEqual(['record'])
    expect((await polku.runDue()).timers).toBe(0)
  })

  it('sends its end to the parent as the event that the document names', async () => {
    const { child, polku, states, children } = await running()
    await polku.journeys.send((await child('mahis')).id, { by: coach, event: 'ready' })
    await polku.runDue()
    expect(await states()).toEqual(['second'])
    expect(await children()).toEqual([])
  })

  it('proposes what its end leads to when the document does not call it automatic', async () => {
    const { child, polku, states, tasks } = await running()
    await polku.journeys.send((await child('mahis')).id, { by: coach, event: 'failed' })
    await polku.runDue()
    expect(await states()).toEqual(['first'])
    expect(await tasks()).toEqual(['proposal first/notAssessed/0'])
  })

  it('ends when the state that it belongs to is left', async () => {
    const { child, polku, send } = await running()
    const { id } = await child('mahis')
    await send('leave')
    await polku.runDue()
    expect((await polku.journeys.get(id)).end).toMatchObject({ code: 'parentEnded', kind: 'exit' })
  })

  it('starts by an event of the state, once for a visit', async () => {
    const { send, polku, children, journey } = await running()
    await send('needsExtra')
    await send('needsExtra')
    await polku.runDue()
    expect((await children()).map(({ module }) => module)).toEqual(['mahis', 'extra'])
    await polku.journeys.replay(journey)
  })

  it('starts when a counsellor asks: a declared one, or any published pathway', async () => {
    const { polku, journey, children } = await running()
    await polku.journeys.startModule(journey, { by: coach, module: 'wanted' })
    const { child } = await polku.journeys.startModule(journey, { by: coach, pathway: 'check' })
    await polku.runDue()
    expect((await children()).map(({ module }) => module)).toEqual(['mahis', 'wanted', 'adHoc'])
    expect((await polku.journeys.get(child)).pathway).toBe('check')
    const unknown = await problemFrom(polku.journeys.startModule(journey, { by: coach, module: 'nothing' }))
    expect([unknown.code, unknown.details.accepted]).toEqual(['no-such-module', ['mahis', 'extra', 'wanted']])
    expect(await refusalOf(polku.journeys.startModule(journey, { by: coach, pathway: 'nowhere' }))).toBe('not-found')
  })

  it('left running outlives the journey: the six-month check after the end', async () => {
    const { send, polku, client, journey, at } = await running()
    await send('finish')
    await polku.runDue()
    const journeys = await polku.journeys.list({ client })
    expect(journeys.find((one) => one.id === journey)?.status).toBe('ended')
    const afterwards = journeys.find((one) => one.pathway === 'check')
    expect(afterwards?.timers.map(({ dueDate }) => dueDate)).toEqual(['2026-09-02'])
    await at('2026-09-02T06:00:00Z')
    expect((await polku.tasks.list({ client, status: 'open' })).map(({ name }) => name)).toEqual(['call'])
  })

  it('stands still with its parent, and runs on with it', async () => {
    const { child, polku, journey, clock } = await running()
    await polku.journeys.suspend(journey, { by: coach, reason: 'sairausloma', reviewDate: '2026-04-01' })
    await polku.runDue()
    const { id } = await child('mahis')
    expect(await refusalOf(polku.journeys.send(id, { by: coach, event: 'ready' }))).toBe('suspended')
    // one person looks at both, once: at the parent; and only the parent is resumed
    expect((await polku.journeys.timers(id)).map(({ kind }) => kind)).not.toContain('suspensionReview')
    expect(await refusalOf(polku.journeys.resume(id, { by: coach, suspension: 1 }))).toBe('wrong-kind')
    clock.set('2026-03-09T08:00:00Z')
    await polku.journeys.resume(journey, { by: coach, suspension: 1 })
    await polku.runDue()
    expect((await polku.journeys.timers(id)).map(({ name, dueDate }) => [name, dueDate])).toEqual([
      ['end', '2026-03-19'],
    ])
    await polku.journeys.replay(id)
  })

  it('left running by a journey that ends while it is held runs on by itself', async () => {
    const { child, polku, journey } = await running(keeping)
    const { id } = await child('mahis')
    await polku.journeys.suspend(journey, { by: coach, reason: 'sairausloma', reviewDate: '2026-04-01' })
    await polku.runDue()
    expect((await polku.journeys.get(id)).suspensions.length).toBe(1)
    await polku.journeys.exit(journey, { by: coach, code: 'stop', reason: 'muutto' })
    await polku.runDue()
    expect((await polku.journeys.get(id)).suspensions).toEqual([])
    await polku.journeys.send(id, { by: coach, event: 'ready' })
  })

  it('sends its end as the state that it belongs to names it, not as one around it does', async () => {
    const { child, polku, tasks } = await running(nested)
    await polku.journeys.send((await child('mahis', 1)).id, { by: coach, event: 'ready' })
    await polku.runDue()
    expect(await tasks()).toEqual(['proposal around.inside/insideDone/0'])
  })

  it('cannot take back that it stands still with its parent', async () => {
    const { child, polku, journey } = await running()
    await polku.journeys.suspend(journey, { by: coach, reason: 'sairausloma', reviewDate: '2026-04-01' })
    await polku.runDue()
    const { id, revision } = await child('mahis')
    const reversed = polku.journeys.reverse(id, { by: coach, entry: revision, reason: 'erehdys' })
    expect(await refusalOf(reversed)).toBe('not-reversible')
  })

  it('goes along when its parent is handed over', async () => {
    const { child, polku, journey } = await running()
    await polku.journeys.handOver(journey, { by: coach, to: { user: 'coach-2' } })
    await polku.runDue()
    expect((await child('mahis')).responsible.user).toBe('coach-2')
  })

  it('is not started twice by a person, and is gone from an ended parent once it has ended', async () => {
    const { polku, journey, child, send, children } = await running()
    expect(await refusalOf(polku.journeys.startModule(journey, { by: coach, module: 'mahis' }))).toBe('wrong-kind')
    await send('finish')
    await polku.runDue()
    const { id } = await child('afterwards')
    await polku.journeys.send(id, { by: coach, event: 'done' })
    await polku.runDue()
    expect(await children()).toEqual([])
    await polku.journeys.replay(journey)
  })

  it('stays on the version that was latest when its parent was published', async () => {
    const on = await openTestPolku()
    const { polku } = on
    await polku.pathways.publish(assessment, { by: manager })
    await polku.pathways.publish(check, { by: manager })
    await polku.pathways.publish(parent, { by: manager })
    const again = { ...assessment, title: fi('Uusi arviointi') }
    expect((await polku.pathways.publish(again, { by: manager })).version).toBe(2)
    const { id: client } = await polku.clients.create({ by: coach })
    const { journey } = await polku.journeys.start({
      by: coach,
      client,
      pathway: 'small',
      version: 1,
      responsible: { user: 'x' },
    })
    await polku.runDue()
    expect(journey.children.map(({ version }) => version)).toEqual([1])
  })

  it('that names no published pathway, a parameter or an end that is not there, stops publishing', async () => {
    const { polku } = await openTestPolku()
    const wrong = (modules: object) => ({
      ...parent,
      states: { ...parent.states, first: { ...parent.states.first, modules } },
    })
    const findings = async (document: unknown) => {
      const { code, details } = await problemFrom(polku.pathways.publish(document, { by: manager }))
      expect(code).toBe('invalid-pathway')
      return details.findings?.filter((one) => one.code === 'unknown-module').map((one) => one.path.slice(-2))
    }
    expect(await findings(parent)).toContainEqual(['mahis', 'pathway'])
    await polku.pathways.publish(assessment, { by: manager })
    await polku.pathways.publish(check, { by: manager })
    const mahis = { pathway: 'assessment', inputs: { size: 3 }, outputs: { never: 'assessed' } }
    expect(await findings(wrong({ mahis }))).toEqual([
      ['inputs', 'size'],
      ['outputs', 'never'],
    ])
  })

  it.each<[name: string, inputs: object, parameters: object, input: string, words: RegExp]>([
    ['a number for a duration', { length: 3 }, {}, 'length', /"length" of "assessment".*: 3$/],
    ['a text for a duration', { length: 'soon' }, {}, 'length', /: "soon"$/],
    ['a number out of range', { size: 30 }, {}, 'size', /: 30$/],
    ['no time between two contacts', { pace: 'P0D' }, {}, 'pace', /no time at all/],
    [
      'a parameter of another type',
      { length: { parameter: 'seats' } },
      {},
      'length',
      /"seats", which is a number, now 8/,
    ],
    ['a value chosen out of range', { size: { parameter: 'seats' } }, { seats: 11 }, 'size', /"seats".*now 11$/],
  ])('that is given %s stops publishing, and says what it takes', async (_name, inputs, parameters, input, words) => {
    const { polku } = await openTestPolku()
    const document = smallPathway({
      parameters: { seats: { type: 'number', default: 8, label: fi('Paikat'), origin: 'ours' } },
      initial: 'first',
      states: { first: { modules: { mahis: { pathway: 'assessment', inputs } } as never }, done: { type: 'final' } },
      exits: { moved: { label: fi('Muutto'), outcome: 'transferred' } },
    })
    const { running } = assessment.states
    await polku.pathways.publish(
      {
        ...assessment,
        parameters: {
          ...assessment.parameters,
          size: { type: 'number', min: 1, max: 10, default: 5, label: fi('Koko'), origin: 'ours' },
          pace: { type: 'duration', default: 'P1M', label: fi('Väli'), origin: 'ours' },
        },
        states: {
          ...assessment.states,
          running: {
            ...running,
            followUps: { ...running?.followUps, contact: { every: { parameter: 'pace' }, task: 'record' } },
          },
        },
      },
      { by: manager },
    )
    const { code, details } = await problemFrom(polku.pathways.publish(document, { by: manager, parameters } as never))
    expect(code).toBe('invalid-pathway')
    const [finding, ...more] = details.findings?.filter((one) => one.severity === 'error') ?? []
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      code: 'module-input',
      path: ['states', 'first', 'modules', 'mahis', 'inputs', input],
      hint: expect.stringMatching(/^accepted: /),
    })
    expect(finding?.message).toMatch(words)
  })

  it('that is given what suits it, also by a parameter, is published', async () => {
    const { polku } = await openTestPolku()
    await polku.pathways.publish(assessment, { by: manager })
    const given = (inputs: object) =>
      smallPathway({
        parameters: { weeks: { type: 'duration', default: 'P2W', label: fi('Viikot'), origin: 'ours' } },
        initial: 'first',
        states: { first: { modules: { mahis: { pathway: 'assessment', inputs } } as never }, done: { type: 'final' } },
        exits: { moved: { label: fi('Muutto'), outcome: 'transferred' } },
      })
    for (const inputs of [{}, { length: 'P1M' }, { length: { workingDays: 5 } }, { length: { parameter: 'weeks' } }]) {
      const { findings } = await polku.pathways.publish(given(inputs), { by: manager })
      expect(findings.filter(({ code }) => code === 'module-input')).toEqual([])
    }
  })
})
