import { describe, expect, it } from 'vitest'
import type { PathwayInput } from '../../../engine/index.ts'
import {
  coach,
  criterion,
  facts,
  type JourneyUnderTest,
  manager,
  problemFrom,
  refusalOf,
  smallPathway,
  startJourney,
} from '../../support/testPolku.ts'

const label = { fi: 'Nimi' }
const reason = 'Laki muuttui 1.6.2026'
const task = { label, role: 'coach' }
const taskDefinitions = { plan: { ...task, due: 'P14D' }, call: task, review: task }
const ends = { done: { type: 'final', end: { code: 'done', label, outcome: 'completed' } } } as const

/** A pathway of one phase, and what follows it. */
const withPhase = (
  phase: NonNullable<PathwayInput['states']>[string],
  more: Partial<PathwayInput> = {},
): PathwayInput =>
  smallPathway({
    facts,
    taskDefinitions,
    initial: 'phase',
    states: { phase: { on: { go: 'next' }, ...phase }, next: { on: { finish: 'done' } }, ...ends },
    ...more,
  })

const publish = ({ polku }: JourneyUnderTest, document: PathwayInput) =>
  polku.pathways.publish(document, { by: manager })

const migrate = (under: JourneyUnderTest, states?: Record<string, string>, version = 2) =>
  under.polku.journeys.migrate(under.journey, { by: manager, version, reason, states })

/** A journey that began on the first version, at a day on which the second one takes over. */
async function moved(
  first: PathwayInput,
  second: PathwayInput,
  { on = '2026-06-01T12:00:00+03:00', states, known }: Moving = {},
): Promise<JourneyUnderTest> {
  const under = await startJourney(first, { facts: known })
  await under.at(on)
  await publish(under, second)
  await migrate(under, states)
  return under
}
interface Moving {
  on?: string
  states?: Record<string, string>
  known?: Record<string, string | number | boolean>
}

const open = async ({ polku, journey }: JourneyUnderTest) =>
  (await polku.journeys.get(journey)).tasks.map(({ name, kind, dueDate }) => `${kind} ${name} ${dueDate}`)

describe('moving a journey to another version', () => {
  it('leaves everything as it was where the other version says the same', async () => {
    const document = withPhase({
      tasks: ['plan'],
      followUps: { weekly: { every: 'P7D', task: 'call' }, once: { after: 'P1Y', task: 'review' } },
      after: { P2Y: { target: 'next' } },
    })
    const under = await startJourney(document)
    await under.at('2026-03-20T12:00:00+02:00')
    const before = await under.polku.journeys.get(under.journey)
    await publish(under, { ...document, title: { fi: 'Sama polku' } })
    const { journey } = await migrate(under)
    expect(journey).toEqual({ ...before, version: 2, revision: before.revision + 1 })
    const last = (await under.polku.journeys.history(under.journey)).at(-1)
    expect(last).toMatchObject({ type: 'migrate', by: manager.user, reason, entry: { migration: { version: 2 } } })
    expect(last?.entry.changes.map(({ change }) => change)).toEqual(['migrated', 'configuration'])
    await under.polku.journeys.replay(under.journey)
    expect((await under.polku.journeys.audit(under.journey)).differences).toEqual([])
  })

  it('moves on by what the other version says from then on', async () => {
    const first = withPhase({})
    const second = withPhase(
      { on: { go: { target: 'next', criteria: ['enough'] } } },
      { criteria: { enough: criterion('hours >= 6') } },
    )
    const under = await moved(first, second, { known: { hours: 2 } })
    expect(await refusalOf(under.send('go'))).toBe('blocked')
    await under.record({ hours: 7 })
    await under.send('go')
    expect(await under.states()).toEqual(['next'])
  })

  it('goes on in the state that has taken the place of another, since the same day', async () => {
    const first = withPhase({ followUps: { monthly: { every: 'P1M', task: 'call' } } })
    const second = smallPathway({
      facts,
      taskDefinitions,
      initial: 'work',
      states: {
        work: {
          initial: 'training',
          states: { training: { followUps: { monthly: { every: 'P1M', task: 'call' } } }, rest: {} },
          on: { finish: 'done' },
        },
        ...ends,
      },
    })
    const under = await startJourney(first)
    const [timer] = await under.timers()
    await publish(under, second)
    await migrate(under, { phase: 'work.training' })
    expect(await under.states()).toEqual(['work.training'])
    expect(await under.timers()).toEqual([timer])
    const { visits } = await under.polku.journeys.replay(under.journey)
    expect(visits.find(({ state }) => state === 'work.training')?.enteredAt).toBe(visits[0]?.enteredAt)
  })

  it('puts whoever was in a state that is now of several where these begin, and into every region', async () => {
    const second = smallPathway({
      initial: 'phase',
      taskDefinitions,
      states: {
        phase: {
          type: 'parallel',
          states: {
            life: { initial: 'sleep', states: { sleep: { tasks: ['call'] }, food: {} } },
            work: { initial: 'look', states: { look: {}, try: {} } },
          },
          on: { go: 'next' },
        },
        next: { on: { finish: 'done' } },
        ...ends,
      },
    })
    const under = await moved(withPhase({}), second)
    expect(await under.states()).toEqual(['phase.life.sleep', 'phase.work.look'])
    expect(await under.tasks()).toEqual(['pathway call'])
    await under.send('go')
    expect(await under.states()).toEqual(['next'])
    expect(await under.tasks()).toEqual([])
  })

  it('is asked where a state goes that the other version has not, and accepts its states', async () => {
    const second = smallPathway({ facts, initial: 'next', states: { next: { on: { finish: 'done' } }, ...ends } })
    const under = await startJourney(withPhase({}))
    await publish(under, second)
    const problem = await problemFrom(migrate(under))
    expect(problem).toMatchObject({ code: 'no-place', details: { lacks: ['phase'], accepted: ['next', 'done'] } })
    expect(problem.message).toBe('Version 2 has no place for "phase": say where each goes.')
    expect((await under.polku.journeys.get(under.journey)).version).toBe(1)
    await migrate(under, { phase: 'next' })
    expect(await under.states()).toEqual(['next'])
  })

  it('forgets nothing: what nothing else covers is reviewed', async () => {
    const under = await moved(withPhase({ followUps: { once: { after: 'P1Y', task: 'call' } } }), withPhase({}))
    expect(await under.timers()).toEqual(['review review 1 2026-09-01'])
  })
})

describe('what was promised', () => {
  it('counts from the day on which the state was entered, and what has passed of it is not asked for again', async () => {
    const under = await moved(
      withPhase({ followUps: { watch: { every: 'P7D', task: 'call' } } }),
      withPhase({ followUps: { watch: { every: 'P1M', task: 'call' } } }),
    )
    // begun on 2.3.: the third month is over on 2.6.
    expect(await under.timers()).toEqual(['followUp watch 3 2026-06-02'])
    const last = (await under.polku.journeys.history(under.journey)).at(-1)
    expect(last?.entry.changes).toContainEqual({ change: 'occurrencesSkipped', visit: 2, followUp: 'watch', upTo: 2 })
  })

  it('once comes due now where its day has passed, unless its time is over', async () => {
    const under = await moved(
      withPhase({}),
      withPhase({
        followUps: { call: { after: 'P1M', task: 'call' }, late: { after: 'P1M', until: 'P2M', task: 'review' } },
      }),
    )
    expect(await under.polku.runDue()).toMatchObject({ timers: 1 })
    expect(await under.tasks()).toEqual(['pathway call'])
  })

  it('is not asked for again once it has been done, though its time is another now', async () => {
    const under = await moved(
      withPhase({ followUps: { once: { after: 'P1M', task: 'call' } } }),
      withPhase({ followUps: { once: { after: 'P6M', task: 'call' } } }),
    )
    expect(await under.tasks()).toEqual(['pathway call'])
    expect(await under.timers()).toEqual(['review review 1 2026-09-01'])
  })

  it('is no longer done where the other version does not promise it', async () => {
    const under = await moved(
      withPhase({ followUps: { once: { after: 'P1Y', warnBefore: 'P1M', task: 'call' } }, after: { P2Y: 'next' } }),
      withPhase({ after: { P3Y: 'next' } }),
    )
    expect(await under.timers()).toEqual(['after P3Y 1 2029-03-02'])
  })

  it('goes on counting where a history state comes back to it after the change', async () => {
    const phase = (every: string) => ({
      initial: 'work',
      states: { work: { followUps: { watch: { every, task: 'call' } } }, past: { type: 'history' as const } },
      on: { pause: 'pause' },
    })
    const document = (every: string) =>
      smallPathway({
        taskDefinitions,
        initial: 'phase',
        states: { phase: phase(every), pause: { on: { resume: '#small.phase.past', finish: 'done' } }, ...ends },
      })
    const under = await startJourney(document('P7D'))
    await under.at('2026-05-20T12:00:00+03:00')
    await under.send('pause')
    await publish(under, document('P1M'))
    await migrate(under)
    await under.at('2026-06-10T12:00:00+03:00')
    await under.send('resume')
    expect(await under.timers()).toContain('followUp watch 4 2026-07-02')
  })

  it('moves with a delay that is another now, by as much as it had moved', async () => {
    const waiting = (length: string) =>
      withPhase(
        { after: { wait: 'next' } },
        { parameters: { wait: { type: 'duration', default: length, label, origin: 'source' } } },
      )
    const under = await startJourney(waiting('P6M'))
    await under.polku.journeys.suspend(under.journey, { by: coach, reason, reviewDate: '2026-03-12' })
    await under.at('2026-03-12T12:00:00+02:00')
    await under.polku.journeys.resume(under.journey, { by: coach, suspension: 1 })
    expect(await under.timers()).toContain('after wait 1 2026-09-12')
    await publish(under, waiting('P1Y'))
    await migrate(under)
    expect(await under.timers()).toContain('after wait 1 2027-03-12')
  })
})

describe('work that is under way', () => {
  it('goes on with its due date, for whom it is now, and what is put in is opened', async () => {
    const under = await moved(
      withPhase({ tasks: ['plan', 'call'] }),
      withPhase(
        { tasks: ['plan', 'review'] },
        { taskDefinitions: { ...taskDefinitions, plan: { label, role: 'manager' } } },
      ),
      { on: '2026-03-04T12:00:00+02:00' },
    )
    expect(await open(under)).toEqual(['pathway plan 2026-03-16', 'pathway call null', 'pathway review null'])
    const { tasks } = await under.polku.journeys.get(under.journey)
    expect(tasks.map(({ role }) => role)).toEqual(['manager', 'coach', 'coach'])
  })

  it('that is put into a state which has been left is opened when it is come back to', async () => {
    const document = (tasks: string[]) =>
      smallPathway({
        taskDefinitions,
        initial: 'phase',
        states: {
          phase: {
            initial: 'work',
            states: { work: { tasks }, past: { type: 'history' } },
            on: { pause: 'pause' },
          },
          pause: { on: { resume: '#small.phase.past', finish: 'done' } },
          ...ends,
        },
      })
    const under = await startJourney(document(['plan']))
    await under.send('pause')
    await publish(under, document(['plan', 'review']))
    await migrate(under)
    expect(await under.tasks()).toEqual([])
    await under.send('resume')
    expect(await under.tasks()).toEqual(['pathway plan', 'pathway review'])
  })

  it('is cancelled where the other version knows nothing of it, and what was opened for the journey stays', async () => {
    const under = await startJourney(withPhase({ tasks: ['plan'] }))
    await under.polku.tasks.open({ by: coach, journey: under.journey, title: 'Soita', role: 'coach' })
    await publish(under, withPhase({}, { taskDefinitions: { call: task } }))
    await migrate(under)
    expect(await under.tasks()).toEqual(['adHoc adHoc'])
  })

  it('asks a person anew for what was proposed by a transition that has another name now', async () => {
    const time = (key: string) => ({ after: { P1M: { target: key } } })
    const first = smallPathway({ initial: 'phase', states: { phase: time('done'), ...ends } })
    const second = smallPathway({ initial: 'work', states: { work: time('done'), ...ends } })
    const under = await moved(first, second, { states: { phase: 'work' } })
    expect(await under.tasks()).toEqual(['proposal work/after:P1M/0'])
    await under.polku.tasks.answer(await under.task('work/after:P1M/0'), { by: coach, accept: true })
    expect((await under.polku.journeys.get(under.journey)).status).toBe('ended')
  })

  it('as a module runs on by itself where it has been taken away, and one that is put in begins', async () => {
    const module = (id: string) =>
      smallPathway({ id, initial: 'wait', states: { wait: { on: { finish: 'done' } }, ...ends } })
    const under = await startJourney(module('small'))
    await publish(under, module('old'))
    await publish(under, module('new'))
    const parent = (name: string) => ({
      ...withPhase({ modules: { [name]: { pathway: name } } }),
      id: 'parent',
    })
    const child = await startJourney(parent('old'), { on: under })
    await publish(child, parent('new'))
    await migrate(child)
    const { children } = await child.polku.journeys.replay(child.journey)
    expect(children).toMatchObject([
      { module: 'old', visit: null },
      { module: 'new', pathway: 'new' },
    ])
    await child.polku.runDue()
    const [old, later] = children
    expect((await child.polku.journeys.get(old?.journey ?? '')).status).toBe('active')
    const refused = child.polku.journeys.migrate(later?.journey ?? '', { by: manager, version: 2, reason })
    expect(await refusalOf(refused)).toBe('not-found')
  })
})

/** A region that is over when its event has been sent. */
const region = (event: string) => ({
  initial: 'work',
  states: { work: { on: { [event]: 'end' } }, end: { type: 'final' as const } },
})
/** A phase that is followed by another. */
const followed = (phase: NonNullable<PathwayInput['states']>[string], more: Partial<PathwayInput> = {}): PathwayInput =>
  smallPathway({
    taskDefinitions,
    initial: 'phase',
    states: { phase, next: { on: { finish: 'done' } }, other: { on: { finish: 'done' } }, ...ends },
    ...more,
  })

describe('what a state is complete by', () => {
  it('has come about where the only thing that was not done is taken away', async () => {
    const regions = (...events: string[]) =>
      followed({
        type: 'parallel',
        states: Object.fromEntries(events.map((event) => [event, region(event)])),
        onDone: { target: 'next', automatic: true },
      })
    const under = await startJourney(regions('x', 'y', 'z'))
    await under.send('x')
    await under.send('z')
    await publish(under, regions('x', 'z'))
    await migrate(under, { 'phase.y': 'phase' })
    expect(await under.states()).toEqual(['next'])
  })

  it('is proposed where something is to follow of it now, and once', async () => {
    const under = await startJourney(followed({ ...region('x'), on: { go: 'next' } }))
    await under.send('x')
    await publish(under, followed({ ...region('x'), onDone: 'next' }))
    await migrate(under)
    expect(await under.tasks()).toEqual(['proposal phase/done/0'])
    await publish(under, followed({ ...region('x'), onDone: 'next', tasks: ['call'] }))
    await migrate(under, {}, 3)
    expect(await under.tasks()).toEqual(['proposal phase/done/0', 'pathway call'])
  })

  it('is proposed no more where something has been put in that is not done', async () => {
    const regions = (...events: string[]) =>
      followed({
        type: 'parallel',
        states: Object.fromEntries(events.map((event) => [event, region(event)])),
        onDone: 'next',
      })
    const under = await startJourney(regions('x', 'y'))
    await under.send('x')
    await under.send('y')
    await publish(under, regions('x', 'y', 'z'))
    await migrate(under)
    expect(await under.tasks()).toEqual([])
    await under.send('z')
    expect(await under.tasks()).toEqual(['proposal phase/done/0'])
  })
})

describe('states that become one', () => {
  const inside = { tasks: ['plan', 'call'], followUps: { once: { after: 'P1M', task: 'review' } } }

  it('bring along their work: what is open, what is done, and since when it counts', async () => {
    const around = { followUps: { yearly: { every: 'P1Y', task: 'call' } } }
    const first = followed({ ...around, initial: 'a', states: { a: inside, b: {} }, on: { go: 'next' } })
    const under = await startJourney(first)
    await under.polku.tasks.complete(await under.task('call'), { by: coach })
    await under.at('2026-04-10T12:00:00+03:00')
    await under.polku.tasks.complete(await under.task('review'), { by: coach })
    await publish(
      under,
      followed({ ...inside, followUps: { ...inside.followUps, ...around.followUps }, on: { go: 'next' } }),
    )
    await migrate(under, { 'phase.a': 'phase' })
    await under.polku.runDue()
    expect(await open(under)).toEqual(['pathway plan 2026-03-16'])
    expect(await under.timers()).toEqual(['followUp yearly 1 2027-03-02'])
    await under.polku.journeys.replay(under.journey)
  })

  it('bring along their modules', async () => {
    const module = smallPathway({
      id: 'module',
      initial: 'wait',
      states: { wait: { on: { finish: 'done' } }, ...ends },
    })
    const with1 = { modules: { m: { pathway: 'module' } } }
    const on = await startJourney(module)
    const under = await startJourney(
      followed({ initial: 'a', states: { a: with1 }, on: { go: 'next' } }, { id: 'around' }),
      { on },
    )
    await under.polku.runDue()
    await publish(under, followed({ ...with1, on: { go: 'next' } }, { id: 'around' }))
    await migrate(under, { 'phase.a': 'phase' })
    await under.polku.runDue()
    const { children } = await under.polku.journeys.replay(under.journey)
    expect(children).toMatchObject([{ module: 'm' }])
    expect((await under.polku.journeys.get(children[0]?.journey ?? '')).status).toBe('active')
    await under.send('go')
    await under.polku.runDue()
    expect((await under.polku.journeys.get(children[0]?.journey ?? '')).status).toBe('ended')
  })
})

describe('what was decided', () => {
  const criteria = { many: criterion('hours >= 1'), ok: criterion('agreed') }
  const [one, other] = [
    { target: 'next', criteria: ['many'] },
    { target: 'other', criteria: ['ok'] },
  ]

  it('stays turned down where it is the same thing, under whichever name, and nothing else is', async () => {
    const always = (...all: (typeof one | typeof other)[]) =>
      followed({ always: all, on: { go: 'next' } }, { facts, criteria })
    const under = await startJourney(always(one, other), { facts: { hours: 3, agreed: true } })
    await under.polku.tasks.answer(await under.task('phase/always/0'), { by: coach, accept: false, reason })
    await publish(under, always(other, one))
    await migrate(under)
    expect(await under.tasks()).toEqual(['proposal phase/always/0'])
    await under.polku.tasks.answer(await under.task('phase/always/0'), { by: coach, accept: false, reason })
    const work = { work: { always: [other, one], on: { go: 'next' } } }
    const { phase: _, ...states } = always(one).states
    await publish(under, { ...always(one), initial: 'work', states: { ...work, ...states } })
    await migrate(under, { phase: 'work' }, 3)
    expect(await under.tasks()).toEqual([])
    expect((await under.polku.journeys.replay(under.journey)).dismissed).toEqual(['work/always/0'])
  })

  it('is asked anew where it leads elsewhere now', async () => {
    const leading = (target: string) => followed({ after: { P1M: { target } }, on: { go: 'next', o: 'other' } })
    const under = await startJourney(leading('next'))
    await under.at('2026-04-10T12:00:00+03:00')
    const asked = await under.task('phase/after:P1M/0')
    await publish(under, leading('other'))
    await migrate(under)
    expect(await refusalOf(under.polku.tasks.answer(asked, { by: coach, accept: true }))).not.toBe('')
    expect(await under.task('phase/after:P1M/0')).not.toBe(asked)
  })
})

describe('a history state', () => {
  const pause = { on: { resume: '#small.phase.past', finish: 'done' } }
  const phase = (name: string): NonNullable<PathwayInput['states']>[string] => ({
    initial: 'a',
    states: { a: { on: { x: name } }, [name]: { tasks: ['plan'], on: { y: 'a' } }, past: { type: 'history' as const } },
    on: { pause: 'pause' },
  })

  it('of which what it remembers has no place is asked about', async () => {
    const document = (name: string) =>
      smallPathway({ taskDefinitions, initial: 'phase', states: { phase: phase(name), pause, ...ends } })
    const under = await startJourney(document('b'))
    await under.send('x')
    await under.send('pause')
    await publish(under, document('c'))
    expect(await refusalOf(migrate(under))).toBe('no-place')
    await migrate(under, { 'phase.b': 'phase.c' })
    await under.send('resume')
    expect(await under.states()).toEqual(['phase.c'])
    expect(await under.tasks()).toEqual(['pathway plan'])
  })

  it('asks nothing while nobody has to come back', async () => {
    const document = (name: string) =>
      smallPathway({ taskDefinitions, initial: 'phase', states: { phase: phase(name), pause, ...ends } })
    const under = await startJourney(document('b'))
    for (const event of ['x', 'pause', 'resume', 'y']) await under.send(event)
    await publish(under, document('c'))
    await migrate(under)
    expect(await under.states()).toEqual(['phase.a'])
    for (const event of ['pause', 'resume']) await under.send(event)
    expect(await under.states()).toEqual(['phase.a'])
  })

  it('leads to the beginning where what it remembers is elsewhere now', async () => {
    const whole = { taskDefinitions, tasks: ['call'] }
    const under = await startJourney(
      smallPathway({ ...whole, initial: 'phase', states: { phase: phase('b'), pause, ...ends } }),
    )
    await under.polku.tasks.complete(await under.task('call'), { by: coach })
    await under.send('pause')
    const second = {
      initial: 'b',
      states: { b: { on: { o: '#small.other' } }, past: { type: 'history' as const } },
      on: { pause: 'pause' },
    }
    const elsewhere = { initial: 'a', states: { a: {} }, on: { finish: 'done' } }
    await publish(
      under,
      smallPathway({ ...whole, initial: 'phase', states: { phase: second, other: elsewhere, pause, ...ends } }),
    )
    await migrate(under, { 'phase.a': 'other.a' })
    await under.send('resume')
    expect(await under.states()).toEqual(['phase.b'])
    expect(await under.tasks()).toEqual([])
  })
})

describe('a promise', () => {
  it('of another day of the week is not kept twice for one month', async () => {
    const watch = (more: object) => withPhase({ followUps: { watch: { every: 'P1M', task: 'call', ...more } } })
    // 2.5. is a Saturday, and has acted
    const under = await moved(watch({}), watch({ shift: 'nextWorkingDay' }), { on: '2026-05-02T12:00:00+03:00' })
    expect(await under.timers()).toContain('followUp watch 3 2026-06-02')
  })

  it('that counts from a date is left alone where nothing else is said of it', async () => {
    const document = withPhase(
      { followUps: { six: { after: 'P6M', anchor: { fact: 'startDate' }, task: 'call' } } },
      { facts: { startDate: { type: 'date', label, shelfLife: 'P1M' } } },
    )
    const under = await moved(
      document,
      { ...document, title: { fi: 'Sama' } },
      {
        on: '2026-05-02T12:00:00+03:00',
        known: { startDate: '2026-03-02' },
      },
    )
    expect(await under.timers()).toEqual(['followUp six 1 2026-09-02'])
  })

  it('that counts from what is no date waits for one', async () => {
    const under = await moved(
      withPhase({}, { facts: { note: { type: 'text', label } } }),
      withPhase(
        { followUps: { six: { after: 'P6M', anchor: { fact: 'note' }, task: 'call' } } },
        { facts: { note: { type: 'date', label } } },
      ),
      { known: { note: 'hei' } },
    )
    expect(await under.timers()).toEqual(['review review 1 2026-06-02'])
  })

  it('of time is as long as it says, however it was called, and begins now where there was none', async () => {
    const lasting = (key: string) => withPhase({ after: { [key]: { target: 'next', automatic: true } } })
    const under = await startJourney(lasting('P2M'))
    await under.polku.journeys.suspend(under.journey, { by: coach, reason, reviewDate: '2026-07-01' })
    await under.at('2026-07-01T12:00:00+03:00')
    await under.polku.journeys.resume(under.journey, { by: coach, suspension: 1 })
    await publish(under, lasting('P3M'))
    await migrate(under)
    // three months, and the four of the standstill
    expect(await under.timers()).toContain('after P3M 1 2026-10-01')
    const other = await moved(withPhase({}), lasting('P2M'))
    expect(await other.timers()).toEqual(['after P2M 1 2026-08-01'])
  })
})

it('leaves a module to itself that its own state has left running', async () => {
  const on = await startJourney(
    smallPathway({ id: 'ma', initial: 'wait', states: { wait: { on: { finish: 'done' } }, ...ends } }),
  )
  const begun = { m: { pathway: 'ma', start: { event: 'begin' }, whenLeft: 'leave' } } as const
  const parent = {
    ...withPhase({ modules: begun, on: { begin: { actions: 'noted' }, go: 'next' } }),
    id: 'parent',
  }
  parent.states = { ...parent.states, next: { on: { back: 'phase', finish: 'done' } } }
  const under = await startJourney(parent, { on })
  for (const event of ['begin', 'go', 'back']) await under.send(event)
  await publish(under, { ...parent, review: 'P2M' })
  await migrate(under)
  const { children } = await under.polku.journeys.replay(under.journey)
  expect(children).toMatchObject([{ module: 'm', visit: null }])
})

it('goes there and back without a second module, also where it is another by the same name', async () => {
  const on = await startJourney(
    smallPathway({ id: 'ma', initial: 'wait', states: { wait: { on: { finish: 'done' } }, ...ends } }),
  )
  await publish(on, smallPathway({ id: 'mb', initial: 'wait', states: { wait: { on: { finish: 'done' } }, ...ends } }))
  const parent = (pathway?: string) => ({
    ...withPhase(pathway === undefined ? {} : { modules: { m: { pathway, outputs: { done: 'go' } } } }),
    id: 'parent',
  })
  const under = await startJourney(parent('ma'), { on })
  await publish(under, parent())
  await publish(under, parent('mb'))
  const running = async () =>
    (await under.polku.journeys.replay(under.journey)).children.map(({ pathway, visit }) => [pathway, visit !== null])
  await migrate(under)
  expect(await running()).toEqual([['ma', false]])
  await migrate(under, {}, 1)
  expect(await running()).toEqual([['ma', true]])
  await migrate(under, {}, 3)
  expect(await running()).toEqual([
    ['ma', false],
    ['mb', true],
  ])
})

describe('a move that is refused changes nothing', () => {
  const refusals: [string, string, (under: JourneyUnderTest) => Promise<unknown>][] = [
    ['to a version that there is not', 'not-found', (under) => migrate(under, {}, 9)],
    ['to the version that it is on', 'wrong-kind', (under) => migrate(under, {}, 1)],
    ['from a state that there is not', 'no-such-state', (under) => migrate(under, { nowhere: 'next' })],
    ['to a state that there is not', 'no-such-state', (under) => migrate(under, { phase: 'nowhere' })],
    ['to an end', 'wrong-kind', (under) => migrate(under, { phase: 'done' })],
    [
      'from another version than it is on',
      'wrong-kind',
      ({ polku, journey }) => polku.journeys.migrate(journey, { by: manager, version: 2, from: 3, reason }),
    ],
    [
      'without a reason',
      'invalid-request',
      ({ polku, journey }) => polku.journeys.migrate(journey, { by: manager, version: 2, reason: ' ' }),
    ],
    [
      'decided on an older state of things',
      'stale-revision',
      ({ polku, journey }) => polku.journeys.migrate(journey, { by: manager, version: 2, reason, revision: 7 }),
    ],
    [
      'of a journey that stands still',
      'suspended',
      async (under) => {
        await under.polku.journeys.suspend(under.journey, { by: coach, reason, reviewDate: '2026-04-01' })
        return migrate(under)
      },
    ],
    [
      'of one that has ended',
      'ended',
      async (under) => {
        await under.polku.journeys.exit(under.journey, { by: coach, code: 'stop', reason })
        return migrate(under)
      },
    ],
  ]
  it.each(refusals)('%s: %s', async (_which, code, attempt) => {
    const under = await startJourney(withPhase({}))
    await publish(under, withPhase({ tasks: ['call'] }))
    expect(await refusalOf(attempt(under))).toBe(code)
    const { version } = await under.polku.journeys.get(under.journey)
    expect(version).toBe(1)
  })

  it('where the state that it is in is an end now', async () => {
    const under = await startJourney(withPhase({}))
    await under.send('go')
    await publish(
      under,
      smallPathway({
        initial: 'phase',
        states: {
          phase: { on: { go: 'next' } },
          next: { type: 'final', end: { code: 'next', label, outcome: 'completed' } },
        },
      }),
    )
    expect((await problemFrom(migrate(under))).message).toContain('no version brings anybody to an end')
    expect(await under.states()).toEqual(['next'])
  })

  it('where two states would exclude each other', async () => {
    const first = smallPathway({
      initial: 'both',
      states: { both: { type: 'parallel', states: { one: {}, other: {} }, on: { finish: 'done' } }, ...ends },
    })
    const second = smallPathway({
      initial: 'one',
      states: { one: { on: { go: 'other' } }, other: { on: { finish: 'done' } }, ...ends },
    })
    const under = await startJourney(first)
    await publish(under, second)
    const problem = await problemFrom(migrate(under, { 'both.one': 'one', 'both.other': 'other' }))
    expect(problem.message).toContain('"one" and "other" exclude each other')
  })
})

it('tells beforehand what would come of it, and does it once under a key', async () => {
  const under = await startJourney(withPhase({}))
  await publish(under, withPhase({ tasks: ['call'] }))
  const asked = { by: manager, version: 2, reason }
  const tried = await under.polku.journeys.migrate(under.journey, { ...asked, dryRun: true })
  expect(tried.journey).toMatchObject({ version: 2, tasks: [{ name: 'call' }] })
  expect((await under.polku.journeys.get(under.journey)).version).toBe(1)
  const once = await under.polku.journeys.migrate(under.journey, { ...asked, key: 'siirto-1' })
  const again = await under.polku.journeys.migrate(under.journey, { ...asked, key: 'siirto-1' })
  expect(again).toEqual(once)
  expect(await under.tasks()).toEqual(['pathway call'])
})
