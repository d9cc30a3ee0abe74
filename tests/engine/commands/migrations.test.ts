import { describe, expect, it } from 'vitest'
import {
  coach,
  manager,
  openTestPolku,
  refusalOf,
  smallPathway,
  startJourney,
  type TestPolku,
} from '../../support/testPolku.ts'

const label = { fi: 'Nimi' }
const reason = 'Laki muuttui'
const ends = { done: { type: 'final', end: { code: 'done', label, outcome: 'completed' } } } as const
const first = smallPathway({
  initial: 'old',
  states: { old: { on: { go: 'next' } }, next: { on: { go: 'done' } }, ...ends },
})
const second = smallPathway({ initial: 'next', states: { next: { on: { go: 'done' } }, ...ends } })

/** So many journeys on the first version, in id order, and the second one published. */
async function onTwoVersions(journeys: number, on?: TestPolku) {
  const { polku } = on ?? (await openTestPolku())
  await polku.pathways.publish(first, { by: manager })
  const ids: string[] = []
  for (let one = 0; one < journeys; one++) {
    const client = (await polku.clients.create({ by: coach, name: 'Aino Asiakas' })).id
    const start = { by: coach, pathway: 'small', responsible: { user: coach.user }, client }
    ids.push((await polku.journeys.start(start)).journey.id)
  }
  await polku.pathways.publish(second, { by: manager })
  const versions = async () => {
    const on = new Map((await polku.journeys.list({ limit: 1000 })).map(({ id, version }) => [id, version]))
    return ids.map((id) => on.get(id))
  }
  return { polku, ids, versions }
}

const asked = { by: manager, pathway: 'small', from: 1, to: 2, reason }

describe('moving journeys to another version', () => {
  it('tells beforehand what becomes of each, and moves those that can be moved', async () => {
    const { polku, ids, versions } = await onTwoVersions(3)
    const [, held = '', over = ''] = ids
    await polku.journeys.suspend(held, { by: coach, reason, reviewDate: '2026-04-01' })
    await polku.journeys.exit(over, { by: coach, code: 'stop', reason })
    const tried = await polku.migrations.migrate({ ...asked, dryRun: true })
    expect(tried.rows.map(({ status, code }) => [status, code])).toEqual([
      ['refused', 'no-place'],
      ['refused', 'suspended'],
    ])
    expect(tried.rows[0]?.detail).toBe('Version 2 has no place for "old": say where each goes.')
    const states = { old: 'next' }
    const possible = await polku.migrations.migrate({ ...asked, states, dryRun: true })
    expect(possible.rows.map(({ status }) => status)).toEqual(['possible', 'refused'])
    expect(await versions()).toEqual([1, 1, 1])
    const done = await polku.migrations.migrate({ ...asked, states })
    expect(done).toMatchObject({
      rows: [{ journey: ids[0], status: 'done', revision: 2 }, { journey: held }],
      next: null,
    })
    expect(await versions()).toEqual([2, 1, 1])
  })

  it('goes on where the call before has stopped, and does each journey once under a key', async () => {
    const { polku, ids, versions } = await onTwoVersions(502)
    const states = { old: 'next' }
    const tried = await polku.migrations.migrate({ ...asked, states, dryRun: true })
    expect(tried.rows.map(({ journey }) => journey)).toEqual(ids.slice(0, 500))
    expect(tried.next).toBe(ids[499])
    const first = await polku.migrations.migrate({ ...asked, states, key: 'law-1' })
    expect(await polku.migrations.migrate({ ...asked, states, key: 'law-1' })).toEqual(first)
    expect(await refusalOf(polku.migrations.migrate({ ...asked, key: 'law-1' }))).toBe('key-reused')
    const rest = await polku.migrations.migrate({ ...asked, states, after: first.next ?? undefined, key: 'law-2' })
    expect(rest).toMatchObject({ rows: [{ journey: ids[500] }, { journey: ids[501] }], next: null })
    expect(new Set(await versions())).toEqual(new Set([2]))
    expect((await polku.journeys.history(ids[0] ?? '')).map(({ type }) => type)).toEqual(['start', 'migrate'])
  })

  it('leaves modules to their parents', async () => {
    const on = await openTestPolku()
    const { polku, ids } = await onTwoVersions(1, on)
    const states = { wait: { modules: { inside: { pathway: 'small', version: 1 } } } }
    const { journey } = await startJourney(smallPathway({ id: 'around', initial: 'wait', states }), { on })
    await polku.runDue()
    expect((await polku.journeys.list({ pathway: 'small' })).length).toBe(2)
    const { rows } = await polku.migrations.migrate({ ...asked, states: { old: 'next' } })
    expect(rows.map((row) => row.journey)).toEqual(ids)
    const [child] = (await polku.journeys.get(journey)).children
    const alone = polku.journeys.migrate(child?.journey ?? '', {
      by: manager,
      version: 2,
      reason,
      states: { old: 'next' },
    })
    expect(await refusalOf(alone)).toBe('wrong-kind')
  })

  it('refuses what makes no sense', async () => {
    const { polku } = await onTwoVersions(0)
    expect(await refusalOf(polku.migrations.migrate({ ...asked, to: 1 }))).toBe('invalid-request')
    expect(await refusalOf(polku.migrations.migrate({ ...asked, to: 3 }))).toBe('not-found')
    expect(await refusalOf(polku.migrations.migrate({ ...asked, pathway: 'other' }))).toBe('not-found')
  })

  it('moves nobody who is on another version by now, also when the call is repeated', async () => {
    const { polku, ids, versions } = await onTwoVersions(1)
    const [id = ''] = ids
    await polku.pathways.publish({ ...second, review: 'P2M' }, { by: manager })
    await polku.journeys.suspend(id, { by: coach, reason, reviewDate: '2026-04-01' })
    const states = { old: 'next' }
    const call = { ...asked, states, key: 'law-1' }
    expect((await polku.migrations.migrate(call)).rows).toMatchObject([{ code: 'suspended' }])
    await polku.journeys.resume(id, { by: coach, suspension: 1 })
    await polku.journeys.migrate(id, { by: manager, version: 3, reason, states })
    expect((await polku.migrations.migrate(call)).rows).toMatchObject([{ code: 'wrong-kind' }])
    expect(await versions()).toEqual([3])
  })

  it('moves each once where two go about it at the same time', async () => {
    const { polku, ids } = await onTwoVersions(1)
    await polku.pathways.publish({ ...second, review: 'P2M' }, { by: manager })
    const states = { old: 'next' }
    const all = await Promise.all([2, 3].map((to) => polku.migrations.migrate({ ...asked, to, states })))
    expect(all.flatMap(({ rows }) => rows.map(({ status }) => status)).sort()).toEqual(['done', 'refused'])
    expect((await polku.journeys.history(ids[0] ?? '')).map(({ type }) => type)).toEqual(['start', 'migrate'])
  })
})
