import { describe, expect, it } from 'vitest'
import { coach, openTestPolku, refusalOf, smallPathway, startJourney, type TestPolku } from '../../support/testPolku.ts'

const document = smallPathway({ initial: 'first', states: { first: {} } })
const boss = { user: 'boss-1', roles: [] }
const to = { user: 'jussi', team: 'north' }

/** Three journeys of Mari's, in id order. */
async function caseload(on: TestPolku): Promise<string[]> {
  const started: string[] = []
  for (let index = 0; index < 3; index++) {
    started.push((await startJourney(document, { on, responsible: { user: 'mari' } })).journey)
  }
  return started
}

describe('handing over a caseload', () => {
  it('tells beforehand, then gives every live journey to another one, with its own answer', async () => {
    const on = await openTestPolku()
    const { polku } = on
    const [first = '', second = '', third = ''] = await caseload(on)
    await polku.journeys.exit(second, { by: coach, code: 'stop', reason: 'Muutti' })
    await polku.tasks.open({ by: coach, journey: first, title: 'Soita', assignee: 'mari' })
    await polku.tasks.open({ by: coach, journey: first, title: 'Arvioi', assignee: 'lea' })
    const asked = { by: boss, from: 'mari', to, reason: 'Virkavapaa' }
    const tried = await polku.handOvers.handOver({ ...asked, dryRun: true })
    expect(tried.rows.map(({ journey, status }) => [journey, status])).toEqual([
      [first, 'possible'],
      [third, 'possible'],
    ])
    expect((await polku.journeys.get(first)).responsible.user).toBe('mari')
    const done = await polku.handOvers.handOver(asked)
    expect(done.rows.map(({ status }) => status)).toEqual(['done', 'done'])
    expect(done.hasMore).toBe(false)
    expect(await polku.journeys.get(first)).toMatchObject({
      responsible: to,
      tasks: [{ assignee: 'jussi' }, { assignee: 'lea' }],
    })
    expect((await polku.journeys.get(third)).responsible).toEqual(to)
  })

  it('does each journey once under a key, also those that it had done before it was cut off', async () => {
    const on = await openTestPolku()
    const { polku } = on
    const journeys = await caseload(on)
    await polku.tasks.open({ by: coach, journey: journeys[0] ?? '', title: 'Soita', assignee: 'mari' })
    const asked = { by: boss, from: 'mari', to, key: 'leave' }
    const first = await polku.handOvers.handOver(asked)
    expect(await polku.handOvers.handOver(asked)).toEqual(first)
    for (const [index, journey] of journeys.entries()) {
      const types = (await polku.journeys.history(journey)).map(({ type }) => type)
      expect(types.slice(-2)).toEqual(index === 0 ? ['handOver', 'delegateTask'] : ['start', 'handOver'])
    }
    expect(await refusalOf(polku.handOvers.handOver({ ...asked, to: { user: 'lea' } }))).toBe('key-reused')
  })

  it('refuses what is listed and somebody else’s, and what is not there, and does the rest', async () => {
    const on = await openTestPolku()
    const { polku } = on
    const [first = ''] = await caseload(on)
    const theirs = await startJourney(document, { on, responsible: { user: 'lea' } })
    const { rows } = await polku.handOvers.handOver({
      by: boss,
      from: 'mari',
      to,
      journeys: [theirs.journey, 'nowhere', first],
    })
    expect(rows).toMatchObject([
      { status: 'refused', code: 'wrong-kind', detail: 'lea answers for the journey, not mari.' },
      { status: 'refused', code: 'not-found' },
      { status: 'done', code: null, revision: 2 },
    ])
    expect((await polku.journeys.get(theirs.journey)).responsible.user).toBe('lea')
  })
})

describe('substitutes', () => {
  it('stand in on every local date from the first to the last, several at a time', async () => {
    const { polku, clock } = await openTestPolku()
    const add = (substitute: string, from: string, until: string) =>
      polku.substitutes.add('mari', { by: boss, substitute, from, until })
    await add('jussi', '2026-07-06', '2026-07-31')
    await add('lea', '2026-07-20', '2026-08-02')
    const today = async () => (await polku.substitutes.today({ user: 'mari' })).map(({ substitute }) => substitute)
    clock.set('2026-07-05T23:59:00+03:00')
    expect(await today()).toEqual([])
    clock.set('2026-07-06T00:00:00+03:00')
    expect(await today()).toEqual(['jussi'])
    clock.set('2026-07-31T23:59:00+03:00')
    expect(await today()).toEqual(['jussi', 'lea'])
    clock.set('2026-08-01T00:00:00+03:00')
    expect(await today()).toEqual(['lea'])
    expect(await polku.substitutes.today({ substitute: 'lea' })).toMatchObject([{ user: 'mari', until: '2026-08-02' }])
  })

  it('are named once under a key, ended by hand, and are somebody else', async () => {
    const { polku } = await openTestPolku()
    const asked = { by: boss, key: 'summer', substitute: 'jussi', from: '2026-07-06', until: '2026-07-31' }
    const { id } = await polku.substitutes.add('mari', asked)
    expect((await polku.substitutes.add('mari', asked)).id).toBe(id)
    expect(await polku.substitutes.list({ user: 'mari' })).toHaveLength(1)
    await polku.substitutes.remove(id, { by: boss })
    expect(await polku.substitutes.list()).toEqual([])
    expect(await refusalOf(polku.substitutes.remove(id, { by: boss }))).toBe('not-found')
    expect(await refusalOf(polku.substitutes.add('jussi', { ...asked, key: undefined }))).toBe('invalid-request')
    const backwards = polku.substitutes.add('mari', { ...asked, key: undefined, until: '2026-07-01' })
    expect(await refusalOf(backwards)).toBe('invalid-request')
  })
})
