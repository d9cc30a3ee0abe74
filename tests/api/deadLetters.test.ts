import { describe, expect, it } from 'vitest'
import { HOUR } from '../support/testClock.ts'
import { criterion, facts, smallPathway } from '../support/testPolku.ts'
import { type Answer, openTestApi, type TestApi, textAt } from './support/openTestApi.ts'

/** After a day a client with many hours is passed to and fro for ever, which no analysis of the document can foresee. */
const failing = smallPathway({
  facts,
  criteria: { there: criterion('hours * hours >= 36'), back: criterion('hours + hours >= 12') },
  initial: 'rest',
  states: {
    rest: { after: { P1D: { target: 'first', automatic: true } } },
    first: { always: { target: 'second', criteria: ['there'], automatic: true } },
    second: { always: { target: 'first', criteria: ['back'], automatic: true } },
  },
})

/** The outside, which may be out of reach. */
const outside = () => {
  const told: number[] = []
  return { told, isReached: true }
}

interface DeadLetters {
  api: TestApi
  said: string[]
  outside: ReturnType<typeof outside>
  clients: string[]
  journeys: string[]
  /** tries everything that is due, and what failed, as often as it is tried by itself */
  tryOften(): Promise<void>
}

/** So many journeys whose timers will fail. */
async function openDeadLetters(count: number): Promise<DeadLetters> {
  const there = outside()
  const said: string[] = []
  const api = await openTestApi({
    onError: () => {},
    say: (words) => said.push(words),
    deliver: async ({ id }) => {
      if (!there.isReached) throw new Error('nobody answers')
      there.told.push(id)
    },
  })
  await api.polku.pathways.publish(failing, { by: { user: 'polku' } })
  const [clients, journeys]: [string[], string[]] = [[], []]
  for (let index = 0; index < count; index += 1) {
    const client = textAt(await api.post('/api/v1/clients', {}), 'id')
    const start = { pathway: 'small', client, responsible: { user: 'mari.virtanen' } }
    const journey = textAt(await api.post('/api/v1/journeys', start), 'journey', 'id')
    await api.post(`/api/v1/clients/${client}/facts`, { facts: { hours: 7 }, source: 'asiakas' })
    clients.push(client)
    journeys.push(journey)
  }
  const tryOften = async () => {
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      await api.polku.runDue()
      api.clock.advance(HOUR)
    }
  }
  return { api, said, outside: there, clients, journeys, tryOften }
}

const items = (answer: Answer) => answer.at('items') as Record<string, unknown>[]

describe('dead timers', () => {
  it('are listed, a page at a time, with what went wrong', async () => {
    const { api, journeys, tryOften } = await openDeadLetters(3)
    expect(items(await api.get('/api/v1/dead-letters/timers'))).toEqual([])
    api.clock.set('2026-03-03T10:00:00+02:00')
    await tryOften()
    const all = await api.get('/api/v1/dead-letters/timers')
    expect(items(all).map(({ journey }) => journey)).toEqual([...journeys].sort())
    expect(items(all)[0]).toMatchObject({
      id: `${[...journeys].sort()[0]}.1`,
      kind: 'after',
      name: 'P1D',
      dueAt: '2026-03-02T22:00:00.000Z',
      attempts: 8,
    })
    expect(items(all)[0]?.lastError).toContain('EndlessLoop')
    expect(all.at('after')).toBeNull()

    const first = await api.get('/api/v1/dead-letters/timers?limit=2')
    const second = await api.get(`/api/v1/dead-letters/timers?limit=2&after=${first.at('after')}`)
    expect([...items(first), ...items(second)]).toEqual(items(all))
    expect([items(first).length, second.at('after')]).toEqual([2, null])
    expect((await api.get('/api/v1/ready')).at('reasons')).toContainEqual(
      expect.stringMatching(/^3 timers or messages/),
    )
  })

  it('are given eight attempts more, and act once they can', async () => {
    const { api, said, clients, journeys, tryOften } = await openDeadLetters(1)
    api.clock.set('2026-03-03T10:00:00+02:00')
    await tryOften()
    const [journey = '', client = ''] = [journeys[0], clients[0]]
    const replay = `/api/v1/dead-letters/timers/${journey}.1/replay`
    expect((await api.post(replay)).status).toBe(204)
    expect(said).toEqual([`mari.virtanen lets timer ${journey}.1 try again`])
    expect(items(await api.get('/api/v1/dead-letters/timers'))).toEqual([])
    await tryOften()
    expect(items(await api.get('/api/v1/dead-letters/timers'))[0]).toMatchObject({ attempts: 16 })

    await api.post(`/api/v1/clients/${client}/facts`, { facts: { hours: 2 }, source: 'asiakas' })
    expect((await api.post(replay)).status).toBe(204)
    await api.polku.runDue()
    expect(items(await api.get('/api/v1/dead-letters/timers'))).toEqual([])
    expect((await api.get(`/api/v1/journeys/${journey}`)).at('states')).toEqual(['first'])
  })

  it.each([
    ['no timer of that number', '.9', 404, 'not-found'],
    ['one that is not dead', '.1', 409, 'not-dead'],
    ['what is no timer’s id', '', 400, 'invalid-request'],
  ])('are not found or not dead: %s', async (_, suffix, status, code) => {
    const { api, journeys } = await openDeadLetters(1)
    const refused = await api.post(`/api/v1/dead-letters/timers/${journeys[0]}${suffix}/replay`)
    expect([refused.status, refused.at('code')]).toEqual([status, code])
  })

  it('are given another turn by somebody who is named', async () => {
    const { api, journeys, tryOften } = await openDeadLetters(1)
    api.clock.set('2026-03-03T10:00:00+02:00')
    await tryOften()
    const refused = await api.post(`/api/v1/dead-letters/timers/${journeys[0]}.1/replay`, undefined, {
      'Polku-User': null,
    })
    expect([refused.status, refused.at('code')]).toEqual([401, 'not-signed-in'])
    expect(items(await api.get('/api/v1/dead-letters/timers'))).toHaveLength(1)
  })

  it.each(['?limit=0', '?limit=201', '?after=nonsense', '?befor=x'])('are not listed by %s', async (query) => {
    const { api } = await openDeadLetters(0)
    const refused = await api.get(`/api/v1/dead-letters/timers${query}`)
    expect([refused.status, refused.at('code')]).toEqual([400, 'invalid-request'])
  })
})

describe('dead messages', () => {
  it('are listed oldest first, a page at a time, with every attempt', async () => {
    const { api, outside, journeys, tryOften } = await openDeadLetters(3)
    outside.isReached = false
    await tryOften()
    const all = await api.get('/api/v1/dead-letters/messages')
    expect(items(all).map(({ journey }) => journey)).toEqual(journeys)
    const [oldest] = items(all)
    expect(oldest).toMatchObject({ topic: 'journey.started', entry: 1, status: 'dead', attempts: 8, notBefore: null })
    expect(oldest?.lastError).toBe('Error: nobody answers')
    const attempts = oldest?.deliveries as { attempt: number; worker: string; error: string; endedAt: string }[]
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(attempts.every(({ error, worker, endedAt }) => error && worker && endedAt)).toBe(true)

    const first = await api.get('/api/v1/dead-letters/messages?limit=2')
    const second = await api.get(`/api/v1/dead-letters/messages?limit=2&after=${first.at('after')}`)
    expect([...items(first), ...items(second)]).toEqual(items(all))
    expect([items(first).length, second.at('after')]).toEqual([2, null])
  })

  it('are told once more when somebody lets them', async () => {
    const { api, said, outside, tryOften } = await openDeadLetters(1)
    outside.isReached = false
    await tryOften()
    const id = items(await api.get('/api/v1/dead-letters/messages'))[0]?.id as number
    outside.isReached = true
    await api.polku.runDue()
    expect(outside.told).toEqual([])
    expect((await api.post(`/api/v1/dead-letters/messages/${id}/replay`)).status).toBe(204)
    expect(said).toEqual([`mari.virtanen lets message ${id} try again`])
    expect((await api.get(`/api/v1/messages/${id}`)).at('status')).toBe('waiting')
    await api.polku.runDue()
    expect(outside.told).toEqual([id])
    const message = await api.get(`/api/v1/messages/${id}`)
    expect([message.at('status'), message.at('attempts'), message.at('notBefore')]).toEqual(['delivered', 9, null])
    expect(message.at('deliveries', 8, 'error')).toBeNull()
    expect(items(await api.get('/api/v1/dead-letters/messages'))).toEqual([])
    const again = await api.post(`/api/v1/dead-letters/messages/${id}/replay`)
    expect([again.status, again.at('code')]).toEqual([409, 'not-dead'])
  })

  it('are not found, not dead, or no messages at all', async () => {
    const { api } = await openDeadLetters(1)
    const outcome = async (id: string | number) => {
      const refused = await api.post(`/api/v1/dead-letters/messages/${id}/replay`)
      return [refused.status, refused.at('code')]
    }
    expect(await outcome(1)).toEqual([409, 'not-dead'])
    expect(await outcome(99)).toEqual([404, 'not-found'])
    expect(await outcome('first')).toEqual([400, 'invalid-request'])
    expect((await api.get('/api/v1/messages/99')).at('code')).toBe('not-found')
    expect((await api.get('/api/v1/messages/0')).at('code')).toBe('invalid-request')
  })
})
