import { describe, expect, it } from 'vitest'
import {
  coach,
  criterion,
  facts,
  openTestPolku,
  problemFrom,
  refusalOf,
  smallPathway,
  startJourney,
} from '../../support/testPolku.ts'

const reason = 'Kirjattu väärälle asiakkaalle'

const document = smallPathway({
  facts,
  criteria: { enough: criterion('hours >= 6') },
  taskDefinitions: { plan: { label: { fi: 'Suunnitelma' }, role: 'coach' } },
  initial: 'first',
  states: {
    first: {
      tasks: ['plan'],
      followUps: {
        watch: { every: 'P7D', task: 'plan' },
        begin: { after: 'P1M', anchor: { fact: 'startDate' }, task: 'plan' },
      },
      on: { go: 'second', note: { actions: 'noted' } },
      always: { target: 'third', criteria: ['enough'] },
    },
    second: { on: { go: 'third' } },
    third: {},
  },
})

const reverse = async ({ polku, journey }: Awaited<ReturnType<typeof startJourney>>, entry?: number) =>
  polku.journeys.reverse(journey, {
    by: coach,
    reason,
    entry: entry ?? (await polku.journeys.get(journey)).revision,
  })

describe('taking back a mistake', () => {
  it('puts everything back as it was, and keeps both in the journal', async () => {
    const journey = await startJourney(document)
    const before = await journey.polku.journeys.get(journey.journey)
    await journey.send('go')
    const { journey: after } = await reverse(journey)
    expect({ ...after, revision: 0 }).toEqual({ ...before, revision: 0 })
    const history = await journey.polku.journeys.history(journey.journey)
    expect(history.map(({ type }) => type)).toEqual(['start', 'send', 'reverse'])
    expect(history[2]).toMatchObject({ reason, entry: { reverses: 2 } })
    await journey.polku.journeys.replay(journey.journey)
  })

  it('tells the outside which entry no longer holds', async () => {
    const told: unknown[] = []
    const on = await openTestPolku({
      deliver: async ({ topic, payload }) => {
        if (topic === 'journey.reversed') told.push(payload)
      },
    })
    const journey = await startJourney(document, { on })
    await journey.send('go')
    await reverse(journey)
    await on.polku.runDue()
    expect(told).toEqual([{ entry: 2 }])
  })

  it('gives tasks back to those who had them', async () => {
    const journey = await startJourney(document)
    const id = await journey.task('plan')
    await journey.polku.tasks.claim(id, { by: coach })
    await journey.send('go')
    expect(await journey.polku.tasks.get(id)).toMatchObject({ status: 'cancelled' })
    await reverse(journey)
    expect(await journey.polku.tasks.get(id)).toMatchObject({ status: 'open', assignee: coach.user, closedAt: null })
    await journey.polku.tasks.complete(id, { by: coach })
  })

  it('opens an ended journey again; what came due meanwhile acts late', async () => {
    const journey = await startJourney(document)
    await journey.polku.journeys.exit(journey.journey, { by: coach, code: 'stop', reason })
    await journey.at('2026-03-20T12:00:00+02:00')
    const { journey: after } = await reverse(journey)
    expect(after.status).toBe('active')
    await journey.polku.runDue()
    const last = (await journey.polku.journeys.history(journey.journey)).at(-1)
    expect(last?.entry.timer).toMatchObject({ name: 'watch', late: true, skipped: [2, 2] })
  })

  it('of an end takes note of facts that were recorded meanwhile', async () => {
    // an ended journey is not told of facts: opened again, it once stood where old facts had left it
    const journey = await startJourney(document)
    await journey.polku.journeys.exit(journey.journey, { by: coach, code: 'stop', reason })
    await journey.record({ hours: 8, startDate: '2026-03-20' })
    await reverse(journey)
    expect(await journey.tasks()).toEqual(['pathway plan', 'proposal first/always/0'])
    expect(await journey.timers()).toContain('followUp begin 1 2026-04-20')
  })

  it('numbers on: what was armed and opened in between keeps its numbers', async () => {
    const journey = await startJourney(document)
    await journey.send('go')
    await reverse(journey)
    const { journey: after } = await journey.send('go')
    const { counters } = await journey.polku.journeys.replay(journey.journey)
    expect(after.timers.map(({ id }) => id)).toEqual([counters.timer])
  })

  it('is possible for the last entry only', async () => {
    const journey = await startJourney(document)
    await journey.send('go')
    await journey.send('go')
    expect((await problemFrom(reverse(journey, 2))).message).toContain('entry 3 has followed entry 2')
    expect(await refusalOf(reverse(journey, 99))).toBe('not-reversible')
  })

  it('is not possible for facts, tasks, the start, or what was itself taken back', async () => {
    const journey = await startJourney(document)
    expect(await refusalOf(reverse(journey))).toBe('not-reversible')
    await journey.record({ agreed: true })
    expect(await refusalOf(reverse(journey))).toBe('not-reversible')
    await journey.polku.tasks.claim(await journey.task('plan'), { by: coach })
    expect(await refusalOf(reverse(journey))).toBe('not-reversible')
    await journey.send('go')
    await reverse(journey)
    expect(await refusalOf(reverse(journey))).toBe('not-reversible')
  })

  it('is not possible once a timer has followed, and a dry run says the same', async () => {
    const journey = await startJourney(document)
    await journey.send('note')
    journey.clock.set('2026-03-09T12:00:00+02:00')
    const asked = { by: coach, reason, entry: 2 }
    const dry = journey.polku.journeys.reverse(journey.journey, { ...asked, dryRun: true })
    expect(await refusalOf(dry)).toBe('not-reversible')
    expect(await refusalOf(journey.polku.journeys.reverse(journey.journey, asked))).toBe('not-reversible')
  })

  it('needs a reason', async () => {
    const journey = await startJourney(document)
    await journey.send('go')
    const asked = { by: coach, entry: 2, reason: '' }
    expect(await refusalOf(journey.polku.journeys.reverse(journey.journey, asked))).toBe('invalid-request')
  })
})
