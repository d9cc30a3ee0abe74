import { describe, expect, it } from 'vitest'
import type { PolkuProblem } from '../../../engine/index.ts'
import { readTables } from '../../support/tables.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { testClock } from '../../support/testClock.ts'
import { coach, criterion, facts, openTestPolku, smallPathway, startJourney } from '../../support/testPolku.ts'

const document = smallPathway({
  facts,
  criteria: { enough: criterion('hours >= 6') },
  taskDefinitions: { plan: { label: { fi: 'Suunnitelma' }, role: 'coach' } },
  initial: 'waiting',
  states: {
    waiting: {
      followUps: { watch: { every: 'P7D', task: 'plan' } },
      after: { P14D: { target: 'timedOut', automatic: true } },
      on: { note: { actions: 'noted' }, answer: 'answered', go: { target: 'answered', criteria: ['enough'] } },
    },
    answered: {},
    timedOut: {},
  },
})

const callers = Array.from({ length: 32 }, (_, index) => index)

describe('commands that arrive together', () => {
  it('on one journey are done one after another, each on what the one before has left', async () => {
    const { polku, journey, send } = await startJourney(document)
    const answers = await Promise.all(callers.map((index) => send('note', { data: { index } })))
    expect(answers.map(({ entry }) => entry).sort((a, b) => a - b)).toEqual(callers.map((index) => index + 2))
    const history = await polku.journeys.history(journey)
    expect(history.map(({ seq }) => seq)).toEqual([1, ...callers.map((index) => index + 2)])
    await polku.journeys.replay(journey)
  })

  it('and were decided on the same revision: only one is done', async () => {
    const { send, polku, journey } = await startJourney(document)
    const outcomes = await Promise.allSettled(callers.map(() => send('note', { revision: 1 })))
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as PolkuProblem).code] : []))
    expect(refused).toEqual(Array(31).fill('stale-revision'))
    expect((await polku.journeys.get(journey)).revision).toBe(2)
  })

  it('under the same key have one effect and one answer', async () => {
    const { send, polku, journey } = await startJourney(document)
    const answers = await Promise.all(callers.map(() => send('note', { key: 'k' })))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect((await polku.journeys.get(journey)).revision).toBe(2)
  })

  it('on many journeys do not disturb each other, refused ones neither', async () => {
    const file = temporaryFile()
    const on = await openTestPolku({ database: file })
    const { client } = await startJourney(document, { on })
    const start = { by: coach, pathway: 'small', client, responsible: { user: coach.user } }
    const started = await Promise.all(callers.map(() => on.polku.journeys.start(start)))
    const outcomes = await Promise.allSettled(
      started.map(({ journey: { id } }, index) =>
        on.polku.journeys.send(id, { by: coach, event: index % 3 === 0 ? 'nonsense' : 'answer' }),
      ),
    )
    const states = outcomes.map((one) => (one.status === 'fulfilled' ? one.value.journey.states.join() : 'refused'))
    expect(states).toEqual(callers.map((index) => (index % 3 === 0 ? 'refused' : 'answered')))
    for (const { journey } of started) await on.polku.journeys.replay(journey.id)
    const reader = readTables(file)
    expect(reader.rows('SELECT count(*) AS sent FROM journal WHERE type = ?', 'send')).toEqual([{ sent: 21 }])
    reader.close()
  })

  it('and facts recorded meanwhile: the command is decided either before or after, never half', async () => {
    for (const isFactFirst of [true, false]) {
      const { send, record, states } = await startJourney(document)
      const both = isFactFirst
        ? [() => record({ hours: 7 }), () => send('go')]
        : [() => send('go'), () => record({ hours: 7 })]
      const outcomes = await Promise.allSettled(both.map((one) => one()))
      const isSent = outcomes.every((one) => one.status === 'fulfilled')
      expect(isSent).toBe(isFactFirst)
      expect(await states()).toEqual(isFactFirst ? ['answered'] : ['waiting'])
    }
  })

  it('and a claim each: one of them has the task', async () => {
    const { polku, at, task } = await startJourney(document)
    await at('2026-03-09T08:00:00+02:00')
    const id = await task('plan')
    const outcomes = await Promise.allSettled(
      callers.map((index) => polku.tasks.claim(id, { by: { user: `coach-${index}`, roles: ['coach'] } })),
    )
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  })
})

describe('a signal and a due timer at the same instant', () => {
  it('whichever is asked first, the timer comes first, and the signal finds what it has left', async () => {
    for (const isSignalFirst of [true, false]) {
      const { polku, journey, clock, send, states } = await startJourney(document)
      clock.set('2026-03-16T00:00:00+02:00')
      const both = isSignalFirst
        ? [() => send('answer'), () => polku.runDue()]
        : [() => polku.runDue(), () => send('answer')]
      const outcomes = await Promise.allSettled(both.map((one) => one()))
      const [refused] = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as PolkuProblem] : []))
      expect(refused?.code).toBe('unhandled')
      expect(await states()).toEqual(['timedOut'])
      const acted = (await polku.journeys.history(journey)).filter(({ type }) => type === 'timer')
      expect(acted.map(({ entry }) => entry.timer?.name)).toEqual(['watch', 'P14D'])
    }
  })

  it('a millisecond before it is due, the signal wins', async () => {
    const { polku, clock, send, states } = await startJourney(document)
    clock.set(new Date('2026-03-16T00:00:00+02:00').getTime() - 1)
    await Promise.all([polku.runDue(), send('answer')])
    expect(await states()).toEqual(['answered'])
    clock.advance(1)
    await polku.runDue()
    expect(await states()).toEqual(['answered'])
  })
})

describe('two Polkus on one file', () => {
  it('that do what is due at once let each timer act once', async () => {
    const file = temporaryFile()
    const clock = testClock()
    const on = await openTestPolku({ database: file, clock })
    const other = await openTestPolku({ database: file, clock })
    const { client } = await startJourney(document, { on })
    const start = { by: coach, pathway: 'small', client, responsible: { user: coach.user } }
    await Promise.all(callers.map(() => on.polku.journeys.start(start)))
    for (const day of ['2026-03-09', '2026-03-16']) {
      clock.set(`${day}T08:00:00+02:00`)
      await Promise.all([on.polku.runDue(), other.polku.runDue(), on.polku.runDue(), other.polku.runDue()])
    }
    const reader = readTables(file)
    const acted = reader.rows(
      `SELECT count(*) AS times, count(DISTINCT journey) AS journeys FROM journal WHERE type = 'timer'
       GROUP BY json_extract(entry, '$.timer.name'), json_extract(entry, '$.timer.occurrence')`,
    )
    // of the two that are due on the second day the delay is older, and leads away from the other
    expect(acted).toEqual(Array(2).fill({ times: 33, journeys: 33 }))
    for (const { id } of reader.rows<{ id: string }>('SELECT id FROM journeys')) await other.polku.journeys.replay(id)
    reader.close()
  })

  it('see each other’s commands at once', async () => {
    const file = temporaryFile()
    const clock = testClock()
    const on = await openTestPolku({ database: file, clock })
    const other = await openTestPolku({ database: file, clock })
    const { journey, send } = await startJourney(document, { on })
    for (let round = 0; round < 20; round++) {
      await send('note')
      const answer = await other.polku.journeys.send(journey, { by: coach, event: 'note' })
      expect(answer.entry).toBe(2 * round + 3)
    }
    await Promise.all(
      callers.map((index) => (index % 2 === 0 ? on : other).polku.journeys.send(journey, { by: coach, event: 'note' })),
    )
    expect((await on.polku.journeys.get(journey)).revision).toBe(41 + 32)
    await other.polku.journeys.replay(journey)
  })

  it('and their workers never do the same thing twice', async () => {
    const file = temporaryFile()
    const clock = testClock()
    const delivered: number[] = []
    const deliver = async ({ id, topic }: { id: number; topic: string }) => {
      if (topic === 'journey.started') delivered.push(id)
    }
    const on = await openTestPolku({ database: file, clock, deliver })
    const other = await openTestPolku({ database: file, clock })
    const { polku, journey, at } = await startJourney(document, { on })
    await at('2026-03-09T08:00:00+02:00')
    await other.polku.runDue()
    expect(delivered).toHaveLength(1)
    expect((await polku.journeys.history(journey)).filter(({ type }) => type === 'timer')).toHaveLength(1)
  })

  // Regression: carriers that work at once each counted on from what they had read before.
  it('says how many messages it delivered, also where journeys take turns', async () => {
    const delivered: number[] = []
    const deliver = async ({ id }: { id: number }) => {
      delivered.push(id)
    }
    const on = await openTestPolku({ deliver })
    for (let count = 0; count < 3; count += 1)
      await startJourney(smallPathway({ initial: 'a', states: { a: {} } }), { on })
    expect(await on.polku.runDue()).toMatchObject({ delivered: 3 })
    expect(delivered).toHaveLength(3)
  })
})
