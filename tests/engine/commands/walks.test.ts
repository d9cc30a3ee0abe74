import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WalkPoint, walkSchemas } from '../../../engine/index.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import { suuntoFragment } from '../../api/support/suuntoFragment.ts'
import { patience, runs } from '../../support/runs.ts'
import { coach, manager, openTestPolku, refusalOf, smallPathway } from '../../support/testPolku.ts'

type Step = walkSchemas.WalkInput['steps'][number]
const startsAt = '2026-03-02T08:00:00Z'
const by = manager

/** What a point says of the client, without the step that led there. */
const standingOf = ({ step: _step, index: _index, refused: _refused, did: _did, ...standing }: WalkPoint) => standing

describe('a walk', () => {
  it('goes as a real journey does: the same states, tasks, timers and modules', async () => {
    const { polku, clock } = await openTestPolku()
    for (const document of bundledPathways) await polku.pathways.publish(document, { by })
    const suunto = bundledPathways.find(({ id }) => id === 'suunto')
    const roles = bundledPathways.flatMap(({ caseRoles }) => Object.keys(caseRoles ?? {}))
    const walk = await polku.pathways.walk({
      document: suunto,
      startsAt,
      steps: [
        { do: 'passTime', to: '2026-04-01T08:00:00Z' },
        { do: 'jump', to: 'koulutus', reason: 'kokeilu' },
        { do: 'passTime', to: '2026-12-01T08:00:00Z' },
      ],
    })
    clock.set(startsAt)
    const actor = { user: 'walker', roles: [...new Set(roles)] }
    const { id: client } = await polku.clients.create({ by: actor })
    const start = { by: actor, pathway: 'suunto', client, responsible: { user: 'walker' } }
    const { id } = (await polku.journeys.start(start)).journey
    await polku.runDue()
    const real = async () => {
      const all = await polku.journeys.list({ client, limit: 100 })
      const own = all.find((one) => one.id === id)
      return {
        states: own?.states,
        phases: own?.phases,
        tasks: all.flatMap(({ tasks }) => tasks.map(({ name, dueDate, overdue }) => [name, dueDate, overdue])).sort(),
        timers: all.flatMap(({ timers }) => timers.map(({ name, dueAt }) => [name, dueAt])).sort(),
        modules: all.flatMap(({ parent, status, states }) => (parent ? [[parent.module, status, states]] : [])),
      }
    }
    const walked = ({ states, phases, tasks, timers, modules }: WalkPoint) => ({
      states,
      phases,
      tasks: tasks.map(({ name, dueDate, overdue }) => [name, dueDate, overdue]).sort(),
      timers: timers.map(({ name, dueAt }) => [name, dueAt]).sort(),
      modules: modules.map(({ module, status, states: inside }) => [module, status, inside]),
    })
    /** every due instant on the way, as the worker would have it */
    const goOnTo = async (instant: string) => {
      const until = Date.parse(instant)
      for (let next = await polku.msUntilNext(); next !== undefined && clock.ms + next <= until; ) {
        clock.advance(next)
        await polku.runDue()
        next = await polku.msUntilNext()
      }
      clock.set(until)
    }
    const seen = [await real()]
    await goOnTo('2026-04-01T08:00:00Z')
    seen.push(await real())
    await polku.journeys.jump(id, { by: actor, to: 'koulutus', reason: 'kokeilu' })
    await polku.runDue()
    seen.push(await real())
    await goOnTo('2026-12-01T08:00:00Z')
    seen.push(await real())
    expect(walk.points.map(walked)).toEqual(seen)
    expect(walk.points.every(({ refused }) => refused === null)).toBe(true)
  })

  it('tells what each step did, by the names that the document has', async () => {
    const { polku } = await openTestPolku()
    const { points } = await polku.pathways.walk({
      document: suuntoFragment,
      startsAt,
      steps: [
        { do: 'send', event: 'aloitaKuntoutus' },
        { do: 'send', event: 'aloitaKoulutus' },
        { do: 'record', facts: { daysPerWeek: 4, hoursPerDay: 6 } },
        { do: 'send', event: 'aloitaKoulutus' },
        { do: 'send', event: 'aloitaKoulutus', override: { criterion: 'sitoutuminen' }, reason: 'kevennetty viikko' },
        { do: 'passTime', to: 'nextDue' },
        { do: 'answer', task: 'koulutus/after:P3M/0', accept: true },
      ],
    })
    const [begun, rehabilitation, unknown, recorded, blocked, training, proposed, ended] = points
    expect(begun).toMatchObject({ step: null, states: ['kartoitus'], did: [{ type: 'start', entered: ['kartoitus'] }] })
    expect(rehabilitation?.did).toMatchObject([
      {
        type: 'send',
        event: 'aloitaKuntoutus',
        byRule: false,
        left: ['kartoitus'],
        entered: ['kuntoutus'],
        armed: [{ kind: 'followUp', name: 'salkku', state: 'kuntoutus', dueDate: '2026-05-04' }],
      },
    ])
    expect(unknown?.refused).toMatchObject({ code: 'unknown', lacks: ['daysPerWeek', 'hoursPerDay'] })
    expect(recorded).toMatchObject({
      did: [{ type: 'facts', facts: ['daysPerWeek', 'hoursPerDay'] }],
      facts: [
        { name: 'daysPerWeek', value: 4, unit: 'd/week', isExpired: false },
        { name: 'hoursPerDay', value: 6 },
      ],
    })
    const event = recorded?.next.events.find((one) => one.event === 'aloitaKoulutus')
    expect(event).toMatchObject({ status: 'blocked', transitions: [{ criteria: [{ name: 'sitoutuminen' }] }] })
    expect(blocked?.refused).toMatchObject({ code: 'blocked', criteria: [{ name: 'sitoutuminen', value: false }] })
    expect(blocked?.did).toEqual([])
    expect(training?.did).toMatchObject([
      {
        override: { criterion: 'sitoutuminen' },
        taken: [{ from: 'kuntoutus', to: ['koulutus'], criteria: [{ name: 'sitoutuminen', value: false }] }],
      },
    ])
    expect(proposed?.at).toBe('2026-06-01T21:00:00.000Z')
    expect(proposed).toMatchObject({
      did: [{ byRule: true, timer: { kind: 'after', state: 'koulutus', label: { fi: 'Työhön' } } }],
      tasks: [{ isProposal: true, label: { fi: 'Työhön' } }],
    })
    expect(ended).toMatchObject({
      status: 'ended',
      end: { code: 'tyossa', kind: 'end' },
      did: [{ accept: true, closed: [{ kind: 'proposal', outcome: 'completed' }], ended: { code: 'tyossa' } }],
    })
  })

  it('completes tasks with their form and their checklist, or leaves both as they were', async () => {
    const { polku } = await openTestPolku()
    const label = { fi: 'Kohta' }
    const document = smallPathway({
      facts: { hours: { type: 'number', label: { fi: 'Tunnit' } } },
      taskDefinitions: {
        check: {
          label: { fi: 'Tarkistus' },
          role: 'coach',
          checklist: [
            { id: 'one', label, required: true },
            { id: 'two', label, required: true },
          ],
          form: [{ fact: 'hours' }],
        },
      },
      initial: 'a',
      states: { a: { tasks: ['check'], on: { go: 'b' } }, b: { type: 'final' } },
    })
    const complete = { do: 'complete', task: 'check' } as const
    const { points } = await polku.pathways.walk({
      document,
      startsAt,
      steps: [
        { ...complete, checklist: ['one'], form: { hours: 3 } },
        { ...complete, checklist: ['one', 'two'], form: { hours: 3 } },
        complete,
      ],
    })
    expect(points.map(({ refused }) => refused?.code)).toEqual([undefined, 'checklist-open', undefined, 'no-such-task'])
    expect(points[1]).toMatchObject({ did: [], facts: [], tasks: [{ checklist: [{ isTicked: false }, {}] }] })
    expect(points[2]).toMatchObject({ tasks: [], facts: [{ name: 'hours', value: 3 }] })
    expect(points[2]?.did.flatMap(({ closed }) => closed)).toMatchObject([
      { name: 'check', label: { fi: 'Tarkistus' } },
    ])
  })

  it('goes through the modules that are published, and does things in them', async () => {
    const { polku } = await openTestPolku()
    const child = {
      ...smallPathway({ initial: 'x', states: { x: { on: { finish: 'y' } }, y: { type: 'final', end: done } } }),
      id: 'child',
    }
    const parent = smallPathway({
      initial: 'a',
      states: {
        a: {
          modules: { help: { pathway: 'child', label: { fi: 'Apu' }, outputs: { done: 'helped' } } },
          on: { helped: { target: 'b', automatic: true } },
        },
        b: { on: { end: 'c' } },
        c: { type: 'final' },
      },
    })
    const ask = (steps: Step[]) => polku.pathways.walk({ document: parent, startsAt, steps })
    const before = await ask([])
    expect(before).toMatchObject({ isPlayable: false, points: [] })
    expect(before.findings).toContainEqual(expect.objectContaining({ code: 'unknown-module' }))
    await polku.pathways.publish(child, { by })
    const { points } = await ask([
      { do: 'send', event: 'finish', in: 'help' },
      { do: 'exit', code: 'stop', in: 'help' },
    ])
    expect(points[0]?.modules).toMatchObject([
      { module: 'help', label: { fi: 'Apu' }, status: 'active', states: ['x'] },
    ])
    expect(points[1]).toMatchObject({ states: ['b'], modules: [{ status: 'ended', end: { code: 'done' } }] })
    expect(points[1]?.did.map(({ module, type }) => [module, type])).toEqual([
      ['help', 'send'],
      [null, 'moduleEnded'],
    ])
    expect(points[2]?.refused).toMatchObject({ code: 'no-such-module', accepted: [] })
  })

  it('is held up and goes on', async () => {
    const { polku } = await openTestPolku()
    const { points } = await polku.pathways.walk({
      document: suuntoFragment,
      startsAt,
      at: 'kuntoutus',
      steps: [
        { do: 'resume', reason: 'ei ole' },
        { do: 'suspend', reason: 'perhevapaa', reviewDate: '2026-04-01' },
        { do: 'send', event: 'aloitaKoulutus' },
        { do: 'passTime', to: '2026-03-12T08:00:00Z' },
        { do: 'resume', reason: 'palasi' },
        { do: 'exit', code: 'keskeytys', reason: 'muutti' },
      ],
    })
    expect(points.map(({ refused }) => refused?.code ?? null)).toEqual([
      ...[null, 'no-such-suspension', null, 'suspended', null, null, null],
    ])
    expect(points[2]?.timers.find(({ name }) => name === 'salkku')).toMatchObject({ isStopped: true })
    expect(points[5]).toMatchObject({ suspensions: [], did: [{ moved: [{ name: 'salkku', dueDate: '2026-05-12' }] }] })
    expect(points[6]).toMatchObject({ status: 'ended', end: { code: 'keskeytys', kind: 'exit' } })
  })

  it('is done in the case roles that are named, or in every one there is', async () => {
    const { polku } = await openTestPolku()
    const send = { do: 'send', event: 'aloitaKuntoutus' } as const
    const steps: Step[] = [{ ...send, by: ['coach'] }, send]
    const { points } = await polku.pathways.walk({ document: suuntoFragment, startsAt, steps })
    expect(points.map(({ refused }) => refused?.code)).toEqual([undefined, 'not-allowed', undefined])
  })

  it('takes the parameters that it is given', async () => {
    const { polku } = await openTestPolku()
    const begin = { document: suuntoFragment, startsAt, at: 'kuntoutus', steps: [] }
    const { points } = await polku.pathways.walk({ ...begin, parameters: { salkunVali: 'P1M' } })
    expect(points[0]?.timers).toMatchObject([{ name: 'salkku', dueDate: '2026-04-02' }])
  })
})

const done = { code: 'done', label: { fi: 'Valmis' }, outcome: 'completed' } as const

describe('time on a walk', () => {
  const daily = smallPathway({
    initial: 'a',
    states: { a: { followUps: { look: { every: 'P1D', actions: ['look'] } }, on: { go: 'b' } }, b: { type: 'final' } },
  })

  it('only goes on, five years at a time at most', async () => {
    const { polku } = await openTestPolku()
    const { points } = await polku.pathways.walk({
      document: suuntoFragment,
      startsAt,
      steps: [
        { do: 'passTime', to: '2026-03-02T10:00:00+02:00' },
        { do: 'passTime', to: '2026-03-02T07:59:59Z' },
        { do: 'passTime', to: '2031-03-03T08:00:00Z' },
        { do: 'exit', code: 'keskeytys', reason: 'muutti' },
        { do: 'passTime', to: 'nextDue' },
        { do: 'passTime', to: '2027-01-01T00:00:00Z' },
      ],
    })
    expect(points.map(({ refused }) => refused?.code ?? null)).toEqual([
      ...[null, null, 'too-early', 'walk-too-long', null, 'nothing-due', null],
    ])
    expect(points.at(-1)?.at).toBe('2027-01-01T00:00:00.000Z')
  })

  it('lets nothing act late, however far it goes', async () => {
    const { polku } = await openTestPolku()
    const steps: Step[] = [{ do: 'passTime', to: '2026-03-12T08:00:00Z' }]
    const { points } = await polku.pathways.walk({ document: daily, startsAt, steps })
    const acted = points[1]?.did.flatMap(({ timer, at }) => (timer ? [[timer.dueAt, at]] : [])) ?? []
    expect(acted.length).toBe(10)
    expect(acted.every(([dueAt, at]) => dueAt === at)).toBe(true)
  })

  it('does not go where more than two thousand timers would act', { timeout: patience }, async () => {
    const { polku } = await openTestPolku()
    const steps: Step[] = ['2030-03-01T08:00:00Z', '2035-02-01T08:00:00Z', '2035-02-02T08:00:00Z'].map((to) => ({
      ...{ do: 'passTime', to },
    })) as Step[]
    const { points } = await polku.pathways.walk({ document: daily, startsAt, steps })
    expect(points.map(({ refused }) => refused?.code ?? null)).toEqual([
      ...[null, null, 'walk-too-long', 'walk-too-long'],
    ])
    for (const point of points.slice(2)) {
      expect(standingOf(point)).toEqual(points[1] && standingOf(points[1]))
      expect(point.did).toEqual([])
    }
  })
})

describe('a document that nobody can walk through', () => {
  it('is answered with what is wrong with it', async () => {
    const { polku } = await openTestPolku()
    const broken = { ...suuntoFragment, initial: 'nowhere' }
    const walk = await polku.pathways.walk({ document: broken, startsAt, steps: [{ do: 'passTime', to: 'nextDue' }] })
    expect(walk).toMatchObject({ isPlayable: false, refused: null, points: [] })
    expect(walk.findings).toEqual(await polku.pathways.verify(broken))
    expect(await polku.pathways.walk({ document: null, startsAt, steps: [] })).toMatchObject({ isPlayable: false })
  })

  it('may still be one that begins elsewhere', async () => {
    const { polku } = await openTestPolku()
    const walk = await polku.pathways.walk({ document: suuntoFragment, startsAt, at: 'kartoitus', steps: [] })
    expect(walk).toMatchObject({ isPlayable: true, refused: { code: 'not-enterable' }, points: [] })
    expect(walk.refused?.accepted).toContain('kuntoutus')
  })

  it.each<[string, object, string]>([
    ['a step that does not exist', { steps: [{ do: 'dance' }] }, 'steps.0.do'],
    ['an answer to nothing', { steps: [{ do: 'answer', accept: true }] }, 'steps.0.task'],
    ['a time of another century', { startsAt: '1926-03-02T08:00:00Z' }, 'startsAt'],
    ['more steps than five hundred', { steps: Array(501).fill({ do: 'passTime', to: 'nextDue' }) }, 'steps'],
  ])('is not asked of %s', async (_, asked, field) => {
    const { polku } = await openTestPolku()
    const input = { document: suuntoFragment, startsAt, steps: [], ...asked } as walkSchemas.WalkInput
    const refused = await polku.pathways.walk(input).catch((error) => error)
    expect(refused).toMatchObject({ code: 'invalid-request' })
    const errors: { path: string[] }[] = refused.details.errors
    expect(errors.map(({ path }) => path.join('.'))).toContain(field)
  })
})

describe('what a walk leaves behind', () => {
  it('is nothing: no client, no journey, no version', async () => {
    const { polku } = await openTestPolku()
    await polku.pathways.publish(suuntoFragment, { by })
    const before = await polku.figures()
    await polku.pathways.walk({ document: suuntoFragment, startsAt, at: 'kuntoutus', steps: [] })
    expect(await polku.figures()).toEqual(before)
    expect(await polku.pathways.versions('suunto')).toHaveLength(1)
    expect(await polku.journeys.list({})).toEqual([])
    expect(await refusalOf(polku.journeys.get('walker'))).toBe('not-found')
  })

  it('is nothing for the walk beside it: many at once are as one after another', async () => {
    const { polku } = await openTestPolku()
    const ask = (event: string) =>
      polku.pathways.walk({ document: suuntoFragment, startsAt, steps: [{ do: 'send', event }] })
    const events = ['aloitaKuntoutus', 'tyollistyi', 'aloitaKuntoutus', 'aloitaKoulutus']
    const alone: unknown[] = []
    for (const event of events) alone.push(await ask(event))
    expect(await Promise.all(events.map(ask))).toEqual(alone)
    // people's work goes on meanwhile
    const ended: string[] = []
    const walks = Promise.all(events.map((event) => ask(event).then(() => ended.push('walk'))))
    await polku.clients.create({ by: coach }).then(() => ended.push('work'))
    await walks
    expect(ended.indexOf('work')).toBeLessThan(4)
  })
})

describe('every walk', () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.constantFrom<Step>(
      { do: 'send', event: 'aloitaKuntoutus' },
      { do: 'send', event: 'aloitaKoulutus' },
      { do: 'send', event: 'tyollistyi', by: ['coach'] },
      { do: 'complete', task: 'portfolioReview', form: { daysPerWeek: 5 } },
      { do: 'complete', task: 'portfolioReview' },
      { do: 'answer', task: 'koulutus/after:P3M/0', accept: false },
      { do: 'jump', to: 'koulutus', reason: 'kokeilu' },
      { do: 'exit', code: 'keskeytys', reason: 'muutti' },
      { do: 'suspend', reason: 'tauko', reviewDate: '2026-09-01' },
      { do: 'resume', reason: 'palasi' },
      { do: 'passTime', to: 'nextDue' },
      { do: 'passTime', to: '2026-06-15T08:00:00Z' },
    ),
    fc.record({
      do: fc.constant('record' as const),
      facts: fc.record({ daysPerWeek: fc.integer({ min: 0, max: 8 }) }),
    }),
  )

  it('is stepped back by leaving out its last step, and a refused step changes nothing', {
    timeout: patience,
  }, async () => {
    const { polku } = await openTestPolku()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const ask = (some: Step[]) => polku.pathways.walk({ document: suuntoFragment, startsAt, steps: some })
        const { points } = await ask(steps)
        expect(points).toHaveLength(steps.length + 1)
        expect((await ask(steps.slice(0, -1))).points).toEqual(points.slice(0, -1))
        points.forEach((point, index) => {
          const before = points[index - 1]
          if (!before || !point.refused) return
          expect(standingOf(point)).toEqual(standingOf(before))
          expect(point.did).toEqual([])
        })
      }),
      runs(15),
    )
  })
})
