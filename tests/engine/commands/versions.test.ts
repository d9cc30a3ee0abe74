import { describe, expect, it } from 'vitest'
import type { PathwayInput } from '../../../engine/index.ts'
import {
  coach,
  facts,
  manager,
  openTestPolku,
  problemFrom,
  refusalOf,
  smallPathway,
  type TestPolku,
} from '../../support/testPolku.ts'

const titled = (fi: string, more: Partial<PathwayInput> = {}): PathwayInput => ({
  ...smallPathway({ facts, initial: 'a', states: { a: { on: { go: 'b' } }, b: { type: 'final' } } }),
  title: { fi },
  ...more,
})

/** The version on which a journey begins now. */
async function versionBegun({ polku }: TestPolku, pathway = 'small', version?: number): Promise<number> {
  const { id } = await polku.clients.create({ by: coach, name: 'Aino Asiakas' })
  const started = await polku.journeys.start({
    ...{ by: coach, pathway, client: id, responsible: { user: 'coach-1' } },
    ...(version !== undefined && { version }),
  })
  return started.journey.version
}

describe('a version that starts later', () => {
  it('leaves the one before in use until then, by the local date', async () => {
    const on = await openTestPolku()
    await on.polku.pathways.publish(titled('Yksi'), { by: manager })
    const later = await on.polku.pathways.publish(titled('Kaksi'), { by: manager, startsOn: '2026-06-01' })
    expect(later).toMatchObject({ version: 2, isNew: true, startsOn: '2026-06-01' })
    expect(await versionBegun(on)).toBe(1)
    expect(await on.polku.pathways.list()).toMatchObject([{ version: 1, isInUse: true }])
    // the first of June in Helsinki begins while it is still May in Greenwich
    on.clock.set('2026-05-31T20:59:59Z')
    expect(await versionBegun(on)).toBe(1)
    on.clock.set('2026-05-31T21:00:00Z')
    expect(await versionBegun(on)).toBe(2)
    expect(await on.polku.pathways.get('small')).toMatchObject({ version: 2, isInUse: true })
    expect((await on.polku.pathways.versions('small')).map(({ isInUse }) => isInUse)).toEqual([false, true])
  })

  it('is run before then by whoever names it', async () => {
    const on = await openTestPolku()
    await on.polku.pathways.publish(titled('Yksi'), { by: manager })
    await on.polku.pathways.publish(titled('Kaksi'), { by: manager, startsOn: '2026-06-01' })
    expect(await versionBegun(on, 'small', 2)).toBe(2)
  })

  it('gives way to one that is published after it and starts before it', async () => {
    const on = await openTestPolku()
    await on.polku.pathways.publish(titled('Yksi'), { by: manager })
    await on.polku.pathways.publish(titled('Kaksi'), { by: manager, startsOn: '2026-06-01' })
    await on.polku.pathways.publish(titled('Kolme'), { by: manager })
    expect(await versionBegun(on)).toBe(3)
    on.clock.set('2026-07-01T09:00:00Z')
    expect(await versionBegun(on)).toBe(3)
  })

  it('begins nothing while it is the only one, and says when it will', async () => {
    const on = await openTestPolku()
    await on.polku.pathways.publish(titled('Yksi'), { by: manager, startsOn: '2026-06-01' })
    const refused = await problemFrom(versionBegun(on))
    expect(refused.code).toBe('not-found')
    expect(refused.message).toContain('2026-06-01')
    expect(await on.polku.pathways.list()).toMatchObject([{ version: 1, isInUse: false, startsOn: '2026-06-01' }])
  })

  it('is not begun in the past, nor published twice for being asked for again', async () => {
    const { polku } = await openTestPolku()
    const publish = (startsOn?: string) =>
      polku.pathways.publish(titled('Yksi'), { by: manager, ...(startsOn && { startsOn }) })
    expect(await refusalOf(publish('2026-03-01'))).toBe('invalid-request')
    expect(await publish('2026-06-01')).toMatchObject({ version: 1, isNew: true })
    expect(await publish('2026-06-01')).toMatchObject({ version: 1, isNew: false, startsOn: '2026-06-01' })
    // a start of the server publishes what it brings, and moves no date
    expect(await publish()).toMatchObject({ version: 1, isNew: false })
    expect(await publish('2026-05-01')).toMatchObject({ version: 2, isNew: true, startsOn: '2026-05-01' })
  })

  it('is in use from its publishing on, also when the clock is set back', async () => {
    const on = await openTestPolku()
    await on.polku.pathways.publish(titled('Yksi'), { by: manager })
    on.clock.set('2026-03-01T12:00:00Z')
    expect(await versionBegun(on)).toBe(1)
    expect(await on.polku.pathways.list()).toMatchObject([{ startsOn: '2026-03-02', isInUse: true }])
  })

  it('is bound to the modules that are in use when it starts', async () => {
    const { polku } = await openTestPolku()
    const parent = titled('Emo', { id: 'parent', modules: { help: { pathway: 'small' } } })
    const bound = async (startsOn: string) => {
      const { version } = await polku.pathways.publish(parent, { by: manager, startsOn })
      return (await polku.pathways.get('parent', version)).document.modules?.help?.version
    }
    await polku.pathways.publish(titled('Yksi'), { by: manager, startsOn: '2026-04-01' })
    const early = await problemFrom(bound('2026-03-31'))
    expect(early.details.findings).toContainEqual(expect.objectContaining({ code: 'unknown-module' }))
    await polku.pathways.publish(titled('Kaksi'), { by: manager, startsOn: '2026-06-01' })
    expect(await bound('2026-05-31')).toBe(1)
    expect(await bound('2026-06-01')).toBe(2)
  })

  it('gives ad hoc modules and imports the version of the day', async () => {
    const on = await openTestPolku()
    const { polku } = on
    await polku.pathways.publish(titled('Yksi'), { by: manager })
    await polku.pathways.publish(titled('Kaksi'), { by: manager, startsOn: '2026-06-01' })
    const { id } = await polku.clients.create({ by: coach })
    const start = { by: coach, pathway: 'small', client: id, responsible: { user: 'coach-1' } }
    const { journey } = await polku.journeys.start(start)
    const begun = await polku.journeys.startModule(journey.id, { by: coach, pathway: 'small' })
    expect(begun.journey.children).toMatchObject([{ version: 1 }])
    const row = { key: '1', pathway: 'small', occurredAt: '2025-01-15', reason: 'Siirto', responsible: { user: 'c' } }
    const imported = await polku.imports.importJourney({ by: coach, key: 'k', row })
    expect((await polku.journeys.get(imported.journey)).version).toBe(1)
  })

  it('takes facts that only the version in use declares', async () => {
    const on = await openTestPolku()
    await on.polku.pathways.publish(titled('Yksi'), { by: manager })
    await on.polku.pathways.publish(titled('Kaksi', { facts: {} }), { by: manager, startsOn: '2026-06-01' })
    const { id } = await on.polku.clients.create({ by: coach })
    const record = () => on.polku.clients.record(id, { by: coach, facts: { hours: 3 }, source: 'asiakas' })
    expect(Object.keys((await record()).facts)).toEqual(['hours'])
    on.clock.set('2026-06-02T09:00:00Z')
    expect(await refusalOf(record())).toBe('unknown-fact')
  })

  it('keeps the types of facts from conflicting with what is in use and with what will be', async () => {
    const { polku } = await openTestPolku()
    await polku.pathways.publish(titled('Yksi'), { by: manager })
    const days = { days: { type: 'number', label: { fi: 'Päivät' } } } as const
    await polku.pathways.publish(titled('Kaksi', { facts: days }), { by: manager, startsOn: '2026-06-01' })
    const label = { fi: 'Muu' }
    for (const name of ['hours', 'days']) {
      const other = titled('Toinen', { id: 'other', facts: { [name]: { type: 'date', label } } })
      const found = await polku.pathways.verify(other)
      expect(found.filter(({ code }) => code === 'fact-type-conflict')).toHaveLength(1)
    }
  })
})

describe('values that are chosen for a version', () => {
  const withWait = (days: number) => {
    const wait = { type: 'number', label: { fi: 'Päiviä' }, default: days, origin: 'ours' } as const
    return titled('Yksi', { parameters: { wait } })
  }

  it('are the same as a document that says them, which makes no version of its own', async () => {
    const { polku } = await openTestPolku()
    await polku.pathways.publish(withWait(10), { by: manager, parameters: { wait: 20 } })
    expect(await polku.pathways.publish(withWait(20), { by: manager })).toMatchObject({ version: 1, isNew: false })
    expect(await polku.pathways.publish(withWait(10), { by: manager })).toMatchObject({ version: 2, isNew: true })
  })
})

describe('what is said of a version', () => {
  it('is kept with it: why, who decided, and how it was drawn', async () => {
    const { polku, clock } = await openTestPolku()
    const layout = { positions: { a: { x: 10.5, y: -20 } }, collapsed: ['a'] }
    const by = manager
    await polku.pathways.saveDraft('uusi', { document: { ...titled('Yksi') }, by, layout })
    const said = { note: ' Salkku joka kuukausi. ', approver: 'Palvelupäällikkö' }
    await polku.pathways.publishDraft('uusi', { revision: 1, by, ...said })
    expect(await polku.pathways.get('small', 1)).toMatchObject({
      layout,
      note: 'Salkku joka kuukausi.',
      approver: 'Palvelupäällikkö',
      startsOn: '2026-03-02',
      publishedAt: clock.now().toISOString(),
    })
    await polku.pathways.publish(titled('Kaksi'), { by, note: '' })
    expect(await polku.pathways.get('small')).toMatchObject({
      ...{ version: 2, note: null, approver: null, layout: { positions: {}, collapsed: [] } },
    })
  })

  it('is who runs on it, and where they are', async () => {
    const on = await openTestPolku()
    const { polku } = on
    const nested = titled('Yksi', {
      initial: 'a',
      states: {
        a: {
          type: 'parallel',
          states: { x: { initial: 'one', states: { one: {}, two: {} } }, y: {} },
          on: { go: 'b' },
        },
        b: { type: 'final' },
      },
    })
    await polku.pathways.publish(nested, { by: manager })
    for (const _ of [1, 2]) await versionBegun(on)
    const [first] = await polku.journeys.list({})
    await polku.journeys.send(first?.id ?? '', { by: coach, event: 'go' })
    await polku.pathways.publish(titled('Kaksi'), { by: manager })
    await versionBegun(on)
    expect((await polku.pathways.versions('small')).map(({ journeys }) => journeys)).toEqual([
      { live: 1, ended: 1 },
      { live: 1, ended: 0 },
    ])
    expect(await polku.pathways.versionCensus('small', 1)).toEqual({
      live: 1,
      ended: 1,
      byState: ['a', 'a.x', 'a.x.one', 'a.y'].map((state) => ({ state, live: 1 })),
    })
    expect(await refusalOf(polku.pathways.versionCensus('small', 9))).toBe('not-found')
  })
})
