import { describe, expect, it } from 'vitest'
import {
  coach,
  facts,
  type JourneyUnderTest,
  problemFrom,
  smallPathway,
  startJourney,
} from '../../support/testPolku.ts'

const document = smallPathway({
  facts,
  initial: 'first',
  states: { first: { on: { go: 'second' } }, second: {} },
})

/** Gives a command whatever a caller without types might give it. */
type Give = (journey: JourneyUnderTest, input: unknown) => Promise<unknown>

const commands: Record<string, Give> = {
  start: ({ polku }, input) => polku.journeys.start(input as Parameters<typeof polku.journeys.start>[0]),
  send: ({ polku, journey }, input) => polku.journeys.send(journey, input as never),
  jump: ({ polku, journey }, input) => polku.journeys.jump(journey, input as never),
  exit: ({ polku, journey }, input) => polku.journeys.exit(journey, input as never),
  handOver: ({ polku, journey }, input) => polku.journeys.handOver(journey, input as never),
  reverse: ({ polku, journey }, input) => polku.journeys.reverse(journey, input as never),
  open: ({ polku }, input) => polku.tasks.open(input as never),
  claim: ({ polku, journey }, input) => polku.tasks.claim(`${journey}.1`, input as never),
  delegate: ({ polku, journey }, input) => polku.tasks.delegate(`${journey}.1`, input as never),
  postpone: ({ polku, journey }, input) => polku.tasks.postpone(`${journey}.1`, input as never),
  complete: ({ polku, journey }, input) => polku.tasks.complete(`${journey}.1`, input as never),
  cancel: ({ polku, journey }, input) => polku.tasks.cancel(`${journey}.1`, input as never),
  answer: ({ polku, journey }, input) => polku.tasks.answer(`${journey}.1`, input as never),
  create: ({ polku }, input) => polku.clients.create(input as never),
  record: ({ polku, client }, input) => polku.clients.record(client, input as never),
  seen: ({ polku }, input) => polku.notifications.seen('none', input as never),
  replayMessage: ({ polku }, input) => polku.deadLetters.replayMessage(1, input as never),
  replayTimer: ({ polku, journey }, input) => polku.deadLetters.replayTimer(`${journey}.1`, input as never),
}

const nothings: unknown[] = [
  undefined,
  null,
  0,
  1,
  '',
  'text',
  true,
  [],
  [{}],
  {},
  () => 1,
  Symbol('x'),
  1n,
  new Date(),
]

describe.each(Object.entries(commands))('%s', (_name, give) => {
  it('answers anything that is not a command with what is wrong with it', async () => {
    const journey = await startJourney(document)
    const before = await journey.polku.journeys.history(journey.journey)
    for (const nothing of nothings) {
      const { code, details } = await problemFrom(give(journey, nothing))
      expect(code, String(nothing)).toBe('invalid-request')
      expect(details.errors?.length, String(nothing)).toBeGreaterThan(0)
    }
    expect(await journey.polku.journeys.history(journey.journey)).toEqual(before)
  })

  it('names keys that it does not know', async () => {
    const journey = await startJourney(document)
    const { code, details } = await problemFrom(give(journey, { by: coach, nonsense: 1 }))
    expect(code).toBe('invalid-request')
    expect(details.errors?.map(({ message }) => message).join()).toContain('nonsense')
  })
})

/** What may not stand in an otherwise right `send`, and the field that is named for it. */
const wrong: [what: string, field: string, input: Record<string, unknown>][] = [
  ['no event', 'event', { event: undefined }],
  ['an empty event', 'event', { event: '' }],
  ['an event that is no text', 'event', { event: 7 }],
  ['an event with a null character', 'event', { event: 'go\u0000' }],
  ['an event of a megabyte', 'event', { event: 'x'.repeat(1_000_000) }],
  ['nobody', 'by', { by: undefined }],
  ['somebody without a name', 'by.user', { by: { user: '' } }],
  ['a name of a megabyte', 'by.user', { by: { user: 'x'.repeat(1_000_000) } }],
  ['roles that are no list', 'by.roles', { by: { user: 'u', roles: 'coach' } }],
  ['too many roles', 'by.roles', { by: { user: 'u', roles: Array(51).fill('coach') } }],
  ['a key with a control character', 'key', { key: 'a\u0007' }],
  ['a key of a megabyte', 'key', { key: 'x'.repeat(1_000_000) }],
  ['a revision that is no number', 'revision', { revision: '1' }],
  ['a revision of zero', 'revision', { revision: 0 }],
  ['a revision beyond all numbers', 'revision', { revision: Number.POSITIVE_INFINITY }],
  ['a time that is no time', 'occurredAt', { occurredAt: 'yesterday' }],
  ['a time without an offset', 'occurredAt', { occurredAt: '2026-03-02T10:00:00' }],
  ['a day that does not exist', 'occurredAt', { occurredAt: '2026-02-30T10:00:00Z' }],
  ['a reason of blanks', 'reason', { reason: '   ' }],
  ['a reason of a megabyte', 'reason', { reason: 'x'.repeat(1_000_000) }],
  ['a reason with a null character', 'reason', { reason: 'a\u0000b' }],
  ['dryRun that is no truth', 'dryRun', { dryRun: 'no' }],
  ['data that is no object', 'data', { data: [1] }],
  ['data that JSON cannot hold', 'data.x', { data: { x: () => 1 } }],
  ['data of a megabyte', 'data', { data: { x: 'x'.repeat(1_000_000) } }],
  ['an override of nothing', 'override.criterion', { override: {} }],
  ['an override with more than it may hold', 'override', { override: { criterion: 'c', all: true } }],
]

describe('send', () => {
  it.each(wrong)('refuses %s, naming %s', async (_what, field, input) => {
    const { polku, journey, states } = await startJourney(document)
    const sent = polku.journeys.send(journey, { by: coach, event: 'go', ...input } as never)
    const { code, message, details } = await problemFrom(sent)
    expect(code).toBe('invalid-request')
    expect(details.errors?.map(({ path }) => path.join('.'))).toContain(field)
    expect(message.length).toBeLessThan(1000)
    expect(await states()).toEqual(['first'])
  })

  it('takes the names of JavaScript’s own objects for names like any other', async () => {
    const { send, polku, journey } = await startJourney(document)
    for (const event of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect((await problemFrom(send(event))).code).toBe('unhandled')
    }
    const data: unknown = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}')
    await send('go', { data: data as Record<string, never> })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    await polku.journeys.replay(journey)
  })

  it('never sends what the engine keeps for itself', async () => {
    const { send, states } = await startJourney(document)
    for (const event of ['polku.take', 'xstate.init', 'xstate.done.state.small', '*', 'always', 'done', 'after:P1D']) {
      expect((await problemFrom(send(event))).code, event).toBe('unhandled')
    }
    expect(await states()).toEqual(['first'])
  })
})

describe('an id that belongs to nothing', () => {
  it.each(['', ' ', '0', 'nobody', 'x'.repeat(100_000), 'a\u0000b', '../../etc', "' OR 1=1 --", '__proto__', 'ä'])(
    'is not found: %j',
    async (id) => {
      const { polku } = await startJourney(document)
      const codes = await Promise.all(
        [
          polku.journeys.get(id),
          polku.journeys.next(id),
          polku.journeys.history(id),
          polku.journeys.replay(id),
          polku.journeys.send(id, { by: coach, event: 'go' }),
          polku.clients.get(id),
          polku.clients.facts(id),
          polku.clients.record(id, { by: coach, facts: { hours: 1 }, source: 's' }),
          polku.tasks.get(id),
          polku.tasks.claim(id, { by: coach }),
          polku.tasks.complete(`${id}.1`, { by: coach }),
          polku.pathways.get(id),
        ].map(async (asked) => (await problemFrom(asked)).code),
      )
      expect(new Set(codes)).toEqual(new Set(['not-found']))
    },
  )
})

describe('facts with names of JavaScript’s own', () => {
  it('are declared by nobody', async () => {
    const { polku, client } = await startJourney(document)
    for (const name of ['constructor', 'toString', 'valueOf']) {
      const recorded = polku.clients.record(client, { by: coach, source: 's', facts: { [name]: 1 } })
      expect((await problemFrom(recorded)).code).toBe('unknown-fact')
    }
    const proto = JSON.parse('{"__proto__": 1}') as Record<string, number>
    const recorded = polku.clients.record(client, { by: coach, source: 's', facts: proto })
    expect(['unknown-fact', 'invalid-request']).toContain((await problemFrom(recorded)).code)
  })
})
