import { describe, expect, it } from 'vitest'
import type { Polku, scenarioSchemas } from '../../../engine/index.ts'
import { suuntoFragment } from '../../api/support/suuntoFragment.ts'
import { manager, openTestPolku, problemFrom, refusalOf } from '../../support/testPolku.ts'

const by = manager
const startsAt = '2026-03-02T08:00:00Z'
type Scenario = Omit<scenarioSchemas.SaveScenarioInput, 'by'>

/** Refused without facts, then over the criterion to training, where it stands at the end. */
const toTraining: Scenario = {
  name: 'Koulutukseen',
  startsAt,
  at: 'kuntoutus',
  steps: [
    { do: 'send', event: 'aloitaKoulutus' },
    { do: 'record', facts: { daysPerWeek: 5, hoursPerDay: 6 } },
    { do: 'send', event: 'aloitaKoulutus' },
  ],
}
/** Waits in rehabilitation for the first review. */
const reviewed: Scenario = {
  name: 'Salkku auki',
  startsAt,
  at: 'kuntoutus',
  steps: [{ do: 'passTime', to: 'nextDue' }],
}

const { kuntoutus } = suuntoFragment.states
const stricter = {
  ...suuntoFragment,
  criteria: {
    ...suuntoFragment.criteria,
    sitoutuminen: { ...suuntoFragment.criteria?.sitoutuminen, when: 'daysPerWeek >= 6 and hoursPerDay >= 6' },
  },
}
const monthly = {
  ...suuntoFragment,
  states: {
    ...suuntoFragment.states,
    kuntoutus: { ...kuntoutus, followUps: { salkku: { ...kuntoutus?.followUps?.salkku, every: 'P1M' } } },
  },
}

async function withScenarios(): Promise<{ polku: Polku }> {
  const { polku } = await openTestPolku()
  await polku.pathways.publish(suuntoFragment, { by })
  await polku.pathways.saveScenario('suunto', 'koulutukseen', { ...toTraining, by })
  await polku.pathways.saveScenario('suunto', 'salkku', { ...reviewed, by })
  return { polku }
}

describe('a scenario', () => {
  it('must come out as it does when it is saved', async () => {
    const { polku } = await withScenarios()
    expect((await polku.pathways.scenario('suunto', 'koulutukseen')).expected).toEqual({
      states: ['koulutus'],
      status: 'active',
      endCode: null,
      tasks: [],
      refused: [0],
      due: { P3M: '2026-06-02' },
    })
    expect((await polku.pathways.scenario('suunto', 'salkku')).expected).toEqual({
      states: ['kuntoutus'],
      status: 'active',
      endCode: null,
      tasks: ['portfolioReview'],
      refused: [],
      due: { salkku: '2026-07-02' },
    })
    const run = await polku.pathways.runScenarios('suunto', { document: suuntoFragment })
    expect(run).toMatchObject({ isPlayable: true })
    expect(run.scenarios.map(({ scenario, passed }) => [scenario, passed])).toEqual([
      ['koulutukseen', true],
      ['salkku', true],
    ])
  })

  it('shows a step that is refused where it was not, and what hangs on it', async () => {
    const { polku } = await withScenarios()
    const { scenarios } = await polku.pathways.runScenarios('suunto', { document: stricter })
    expect(scenarios).toMatchObject([
      {
        scenario: 'koulutukseen',
        name: 'Koulutukseen',
        passed: false,
        differences: [
          { what: 'refused', step: 2, expected: false, found: { code: 'blocked' } },
          { what: 'states', expected: ['koulutus'], found: ['kuntoutus'] },
          { what: 'due', name: 'P3M', expected: '2026-06-02', found: null },
        ],
      },
      { scenario: 'salkku', passed: true, differences: [] },
    ])
  })

  it('shows another date, and only those that are held', async () => {
    const { polku } = await withScenarios()
    const { scenarios } = await polku.pathways.runScenarios('suunto', { document: monthly })
    expect(scenarios[1]?.differences).toEqual([
      { what: 'due', name: 'salkku', expected: '2026-07-02', found: '2026-05-04' },
    ])
    const { expected } = await polku.pathways.scenario('suunto', 'salkku')
    await polku.pathways.saveScenario('suunto', 'salkku', {
      ...reviewed,
      expected: { ...expected, due: {} },
      revision: 1,
      by,
    })
    const loose = await polku.pathways.runScenarios('suunto', { document: monthly })
    expect(loose.scenarios[1]).toMatchObject({ passed: true })
  })

  it('shows an end, tasks and refusals that are missing', async () => {
    const { polku } = await withScenarios()
    const expected = {
      states: ['tyossa'],
      status: 'ended',
      endCode: 'tyossa',
      tasks: [],
      refused: [0],
      due: {},
    } as const
    await polku.pathways.saveScenario('suunto', 'salkku', {
      ...{ ...reviewed, revision: 1, by },
      expected: { ...expected, states: ['tyossa'], tasks: [], refused: [0] },
    })
    const { scenarios } = await polku.pathways.runScenarios('suunto', { document: suuntoFragment })
    expect(scenarios[1]?.differences).toEqual([
      { what: 'refused', step: 0, expected: true, found: null },
      { what: 'status', expected: 'ended', found: 'active' },
      { what: 'end', expected: 'tyossa', found: null },
      { what: 'states', expected: ['tyossa'], found: ['kuntoutus'] },
      { what: 'tasks', expected: [], found: ['portfolioReview'] },
    ])
  })

  it('that cannot even begin any more says why', async () => {
    const { polku } = await withScenarios()
    const { enterable: _, ...closed } = suuntoFragment.states.kuntoutus ?? {}
    const document = { ...suuntoFragment, states: { ...suuntoFragment.states, kuntoutus: closed } }
    const { scenarios } = await polku.pathways.runScenarios('suunto', { document })
    expect(scenarios[0]?.differences).toMatchObject([
      { what: 'refused', expected: false, found: { code: 'not-enterable' } },
    ])
    expect(scenarios[0]?.differences[0]).not.toHaveProperty('step')
  })

  it('is not run on a document with errors', async () => {
    const { polku } = await withScenarios()
    const run = await polku.pathways.runScenarios('suunto', { document: { id: 'suunto' } })
    expect(run).toMatchObject({ isPlayable: false, scenarios: [] })
    expect(run.findings.length).toBeGreaterThan(0)
  })

  it('is not run on another pathway’s document', async () => {
    const { polku } = await withScenarios()
    const others = polku.pathways.runScenarios('suunto', { document: { ...suuntoFragment, id: 'muu' } })
    expect(await problemFrom(others)).toMatchObject({
      ...{ code: 'invalid-request', details: { errors: [{ path: ['document', 'id'] }] } },
    })
  })
})

describe('saving a scenario', () => {
  it('finds out what to expect by a draft’s document, where nothing has been published', async () => {
    const { polku } = await openTestPolku()
    const save = (more: Partial<Scenario>) =>
      polku.pathways.saveScenario('suunto', 'salkku', { ...reviewed, ...more, by })
    expect(await problemFrom(save({}))).toMatchObject({
      ...{ code: 'invalid-request', details: { errors: [{ path: ['expected'] }] } },
    })
    const broken = await problemFrom(save({ document: { ...suuntoFragment, initial: 'nowhere' } }))
    expect([broken.code, broken.details.findings?.length]).toEqual(['invalid-pathway', expect.any(Number)])
    expect(await problemFrom(save({ document: { ...suuntoFragment, id: 'muu' } }))).toMatchObject({
      ...{ code: 'invalid-request', details: { errors: [{ path: ['document', 'id'] }] } },
    })
    expect(await refusalOf(save({ document: suuntoFragment, at: 'kartoitus' }))).toBe('not-enterable')
    const saved = await save({ document: suuntoFragment, parameters: { salkunVali: 'P1M' } })
    expect(saved.expected.due).toEqual({ salkku: '2026-05-04' })
    expect(await polku.pathways.list()).toEqual([])
  })

  it('goes by the version in use, with its parameters', async () => {
    const { polku } = await openTestPolku()
    await polku.pathways.publish(suuntoFragment, { by, parameters: { salkunVali: 'P1M' } })
    await polku.pathways.publish(monthly, { by, startsOn: '2026-06-01' })
    const { expected } = await polku.pathways.saveScenario('suunto', 'salkku', { ...reviewed, by })
    expect(expected.due).toEqual({ salkku: '2026-05-04' })
  })

  it('goes by the first version that will be in use, where none is yet', async () => {
    const { polku } = await openTestPolku()
    await polku.pathways.publish(suuntoFragment, { by, parameters: { salkunVali: 'P1M' }, startsOn: '2026-05-01' })
    await polku.pathways.publish(suuntoFragment, { by, startsOn: '2026-06-01' })
    expect(await polku.pathways.get('suunto')).toMatchObject({ version: 1, isInUse: false })
    const { expected } = await polku.pathways.saveScenario('suunto', 'salkku', { ...reviewed, by })
    expect(expected.due).toEqual({ salkku: '2026-05-04' })
  })

  it('writes over nobody’s, and refuses what cannot be', async () => {
    const { polku } = await withScenarios()
    const save = (more: Partial<Scenario>) =>
      polku.pathways.saveScenario('suunto', 'salkku', { ...reviewed, ...more, by: { user: 'eeva', roles: [] } })
    const stale = await problemFrom(save({}))
    expect(stale).toMatchObject({ code: 'stale-revision', details: { revision: 1, savedBy: 'manager-1' } })
    expect(await save({ name: 'Toinen nimi', revision: 1 })).toMatchObject({
      revision: 2,
      name: 'Toinen nimi',
      savedBy: 'eeva',
    })
    expect(await refusalOf(polku.pathways.deleteScenario('suunto', 'salkku', { revision: 1 }))).toBe('stale-revision')
    await polku.pathways.deleteScenario('suunto', 'salkku', { revision: 2 })
    expect(await refusalOf(polku.pathways.scenario('suunto', 'salkku'))).toBe('not-found')
    const { expected } = await polku.pathways.scenario('suunto', 'koulutukseen')
    const beyond = await problemFrom(save({ expected: { ...expected, refused: [1] } }))
    expect(beyond.details.errors).toMatchObject([{ path: ['expected', 'refused'] }])
  })

  it('stops at a hundred', async () => {
    const { polku } = await withScenarios()
    const { expected } = await polku.pathways.scenario('suunto', 'salkku')
    const save = (index: number) => polku.pathways.saveScenario('suunto', `s${index}`, { ...reviewed, expected, by })
    await Promise.all(Array.from({ length: 98 }, (_, index) => save(index)))
    expect(await refusalOf(save(98))).toBe('invalid-request')
    expect(await polku.pathways.scenarios('suunto')).toHaveLength(100)
  })
})

describe('a pathway that gets another id in a draft', () => {
  const saved = (polku: Polku, pathway: string) => polku.pathways.scenarios(pathway)
  const rename = (polku: Polku, id: string, revision: number) =>
    polku.pathways.saveDraft('uusi', { document: { ...suuntoFragment, id }, revision, by })

  it('takes its scenarios along and leaves those of the published one, also when it is renamed again', async () => {
    const { polku } = await withScenarios()
    const before = await saved(polku, 'suunto')
    await polku.pathways.saveDraft('uusi', { document: suuntoFragment, by })
    await rename(polku, 'toinen', 1)
    await rename(polku, 'kolmas', 2)
    expect(await saved(polku, 'suunto')).toEqual(before)
    expect(await saved(polku, 'toinen')).toEqual([])
    expect(await saved(polku, 'kolmas')).toEqual(before.map((one) => ({ ...one, pathway: 'kolmas' })))
    expect((await polku.pathways.checkDraft('uusi')).scenarios.map(({ passed }) => passed)).toEqual([true, true])
    await rename(polku, 'suunto', 3)
    expect(await saved(polku, 'suunto')).toEqual(before)
  })

  it('gives none to a pathway that there is already', async () => {
    const { polku } = await withScenarios()
    await polku.pathways.publish({ ...suuntoFragment, id: 'toinen' }, { by })
    await polku.pathways.saveDraft('uusi', { document: suuntoFragment, by })
    await rename(polku, 'toinen', 1)
    expect(await saved(polku, 'toinen')).toEqual([])
  })
})

describe('publishing', () => {
  it('tells how the scenarios fare, and asks to acknowledge what it breaks', async () => {
    const { polku } = await withScenarios()
    await polku.pathways.saveDraft('uusi', { document: stricter, by })
    const check = await polku.pathways.checkDraft('uusi')
    expect(check).toMatchObject({ isPublishable: true, scenarios: [{ passed: false }, { passed: true }] })
    const refused = await problemFrom(polku.pathways.publishDraft('uusi', { revision: 1, by }))
    expect(refused.code).toBe('scenarios-broken')
    expect(refused.details.scenarios).toEqual(check.scenarios.filter(({ passed }) => !passed))
    expect(await polku.pathways.versions('suunto')).toHaveLength(1)
    const published = await polku.pathways.publishDraft('uusi', { revision: 1, acknowledgeBroken: true, by })
    expect(published).toMatchObject({ version: 2, isNew: true, scenarios: check.scenarios })
  })

  it('goes through where nothing breaks, and walks nothing where nothing is new', async () => {
    const { polku } = await withScenarios()
    const renamed = { ...suuntoFragment, title: { fi: 'Uusi', sv: 'Ny', en: 'New' } }
    const published = await polku.pathways.publish(renamed, { by })
    expect(published.scenarios.map(({ passed }) => passed)).toEqual([true, true])
    expect(await polku.pathways.publish(renamed, { by })).toMatchObject({ isNew: false, scenarios: [] })
  })

  it('is not asked about with errors, nor for a day that has gone by', async () => {
    const { polku } = await withScenarios()
    await polku.pathways.saveDraft('rikki', { document: { ...suuntoFragment, initial: 'nowhere' }, by })
    expect(await polku.pathways.checkDraft('rikki')).toMatchObject({ isPublishable: false, scenarios: [] })
    expect(await refusalOf(polku.pathways.checkDraft('rikki', { startsOn: '2026-03-01' }))).toBe('invalid-request')
    expect(await refusalOf(polku.pathways.checkDraft('puuttuu'))).toBe('not-found')
  })
})
