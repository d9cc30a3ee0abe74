import { describe, expect, it } from 'vitest'
import {
  coach,
  criterion,
  facts,
  manager,
  problemFrom,
  refusalOf,
  smallPathway,
  startJourney,
} from '../../support/testPolku.ts'

const document = smallPathway({
  facts,
  criteria: { enough: criterion('hours >= 6') },
  taskDefinitions: {
    plan: { label: { fi: 'Suunnitelma' }, role: 'coach' },
    visit: { label: { fi: 'Käynti' }, role: 'coach' },
  },
  initial: 'first',
  states: {
    first: { tasks: ['plan', 'visit'], on: { go: 'second', note: { actions: 'noted' } } },
    second: { on: { go: { target: 'third', criteria: ['enough'] } } },
    third: {},
  },
})

const types = async ({ polku, journey }: Awaited<ReturnType<typeof startJourney>>) =>
  (await polku.journeys.history(journey)).map(({ type }) => type)

describe('the same key from the same caller', () => {
  it('gives the same answer and one effect, whatever has happened since', async () => {
    const journey = await startJourney(document)
    const first = await journey.send('go', { key: 'k' })
    await journey.record({ hours: 7 })
    await journey.send('go')
    journey.clock.set('2027-01-01T00:00:00+02:00')
    expect(await journey.send('go', { key: 'k' })).toEqual(first)
    expect(await types(journey)).toEqual(['start', 'send', 'facts', 'send'])
  })

  it('starts one journey', async () => {
    const { polku, client } = await startJourney(document)
    const asked = { by: coach, key: 'k', pathway: 'small', client, responsible: { user: coach.user } }
    const first = await polku.journeys.start(asked)
    expect(await polku.journeys.start(asked)).toEqual(first)
    expect(await polku.journeys.list({ client })).toHaveLength(2)
  })

  it('with another request is refused', async () => {
    const journey = await startJourney(document)
    await journey.send('go', { key: 'k' })
    const { code, message } = await problemFrom(journey.send('note', { key: 'k' }))
    expect(code).toBe('key-reused')
    expect(message).toContain('"k"')
  })

  it('with another task is another request', async () => {
    // which task it was did not count once: the second was answered, and never done
    const { polku, task } = await startJourney(document)
    await polku.tasks.claim(await task('plan'), { by: coach, key: 'k' })
    expect(await refusalOf(polku.tasks.claim(await task('visit'), { by: coach, key: 'k' }))).toBe('key-reused')
    await polku.tasks.complete(await task('plan'), { by: coach, key: 'k2' })
    expect(await refusalOf(polku.tasks.complete(await task('visit'), { by: coach, key: 'k2' }))).toBe('key-reused')
  })

  it('is nothing to another caller', async () => {
    const journey = await startJourney(document)
    await journey.send('note', { key: 'k' })
    await journey.send('go', { key: 'k', by: manager })
    expect(await types(journey)).toEqual(['start', 'send', 'send'])
  })

  it('is free again after a refusal: a refused request has no answer to keep', async () => {
    const journey = await startJourney(document)
    await journey.send('go')
    expect(await refusalOf(journey.send('go', { key: 'k' }))).toBe('unknown')
    await journey.record({ hours: 8 })
    expect((await journey.send('go', { key: 'k' })).journey.states).toEqual(['third'])
  })

  it('counts the body, not its spelling: roles may have changed and keys be in another order', async () => {
    const journey = await startJourney(document)
    const first = await journey.send('note', { key: 'k', data: { a: 1, b: [2, { c: 3, d: 4 }] } })
    const by = { user: coach.user, roles: ['coach', 'manager'] }
    expect(await journey.send('note', { key: 'k', by, data: { b: [2, { d: 4, c: 3 }], a: 1 } })).toEqual(first)
  })
})

describe('a dry run', () => {
  it('answers what would happen, and lets nothing happen', async () => {
    const journey = await startJourney(document)
    const tried = await journey.send('go', { dryRun: true })
    expect(await journey.states()).toEqual(['first'])
    expect(await journey.send('go')).toEqual(tried)
  })

  it('of a start, of facts and of every other command leaves no trace', async () => {
    const journey = await startJourney(document)
    const { polku, client } = journey
    const before = await polku.journeys.history(journey.journey)
    const dry = { by: coach, dryRun: true }
    const started = await polku.journeys.start({ ...dry, pathway: 'small', client, responsible: { user: 'x' } })
    expect(started.journey.states).toEqual(['first'])
    await polku.clients.record(client, { ...dry, facts: { hours: 3 }, source: 'asiakas' })
    await polku.tasks.claim(await journey.task('plan'), dry)
    await polku.tasks.open({ ...dry, journey: journey.journey, title: 'Soita', assignee: 'x' })
    await polku.journeys.exit(journey.journey, { ...dry, code: 'stop', reason: 'Muutti' })
    expect(await polku.journeys.history(journey.journey)).toEqual(before)
    expect(await polku.journeys.list({})).toHaveLength(1)
    expect(await polku.clients.facts(client)).toEqual([])
    expect(await journey.tasks()).toEqual(['pathway plan', 'pathway visit'])
  })

  it('uses up no key', async () => {
    const journey = await startJourney(document)
    await journey.send('go', { dryRun: true, key: 'k' })
    await journey.send('note', { key: 'k' })
    expect(await types(journey)).toEqual(['start', 'send'])
  })

  it('is refused as the command would be', async () => {
    const journey = await startJourney(document)
    expect(await refusalOf(journey.send('fly', { dryRun: true }))).toBe('unhandled')
  })
})
