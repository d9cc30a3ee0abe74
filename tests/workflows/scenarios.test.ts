import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Delivery, openPolku, type Polku } from '../../engine/index.ts'
import { assessedToTraining } from '../../workflows/scenarios/assessedToTraining.ts'
import { blockedThenReady } from '../../workflows/scenarios/blockedThenReady.ts'
import { checkPromises } from '../../workflows/scenarios/checkPromises.ts'
import { unlikeScenario } from '../../workflows/scenarios/expectations.ts'
import { finnishDay, finnishDayOf, instantOf } from '../../workflows/scenarios/finnishDay.ts'
import type { Played } from '../../workflows/scenarios/played.ts'
import { playScenarios } from '../../workflows/scenarios/playScenarios.ts'
import type { Scenario } from '../../workflows/scenarios/scenario.ts'
import { firstDay, lastDay, scenarios } from '../../workflows/scenarios/scenarios.ts'
import { timeline } from '../../workflows/scenarios/timeline.ts'
import { createVirtualClock } from '../../workflows/scenarios/virtualClock.ts'
import suunto from '../../workflows/suunto.ts'

interface Stage {
  polku: Polku
  played: Played[]
  deliveries: Delivery[]
}

async function play(chosen: readonly Scenario[]): Promise<Stage> {
  const clock = createVirtualClock(instantOf(firstDay, '08:00'))
  const deliveries: Delivery[] = []
  const polku = await openPolku({
    database: ':memory:',
    clock,
    deliver: async (message) => void deliveries.push(message),
  })
  await polku.pathways.publish(suunto, { by: { user: 'polku' } })
  return { polku, played: await playScenarios(polku, clock, chosen, lastDay), deliveries }
}

describe('the scenario clients', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await play(scenarios)
  })
  afterAll(() => stage.polku.close())

  const playedOf = (id: string): Played => {
    const found = stage.played.find(({ scenario }) => scenario.id === id)
    if (!found) throw new Error(`no scenario "${id}"`)
    return found
  }

  it('keep every promise', async () => {
    const promises = await checkPromises(stage.polku, stage.played, stage.deliveries)
    expect(promises.flatMap(({ broken }) => broken)).toEqual([])
  })

  it.each(scenarios)('$client.name: $story', async (scenario) => {
    const { journey, broken } = playedOf(scenario.id)
    expect(broken).toEqual([])
    const view = await stage.polku.journeys.get(journey)
    expect(unlikeScenario(scenario, view, await stage.polku.journeys.history(journey))).toEqual([])
    expect(await stage.polku.journeys.replay(journey)).toMatchObject({ status: scenario.ends ? 'ended' : 'active' })
  })

  it('show different fates', () => {
    const refusals = stage.played.flatMap((one) => one.refusals.map(({ problem }) => problem.code))
    expect(new Set(refusals)).toEqual(new Set(['blocked', 'unknown', 'reason-required', 'ended']))
    expect(new Set(scenarios.map(({ ends }) => ends?.code))).toEqual(new Set(['tyollistynyt', 'muutto', undefined]))
  })

  it('say what would open the way, with the values that were seen', async () => {
    const { refusals } = playedOf('blocked-then-ready')
    expect(refusals[0]?.problem.details.criteria).toMatchObject([
      {
        name: 'sitoutuminen',
        source: '000a:M02',
        value: false,
        seen: [
          { name: 'daysPerWeek', value: 4, unit: 'pv/vko' },
          { name: 'hoursPerDay', value: 6, unit: 'h/pv' },
        ],
      },
    ])
  })

  it('tell a missing fact from one that has expired', () => {
    expect(playedOf('missing-fact').refusals[0]?.lacks).toMatchObject([{ name: 'hoursPerDay', expired: false }])
    const expired = playedOf('back-and-forward').refusals.find(({ problem }) => problem.code === 'unknown')
    expect(expired?.lacks).toMatchObject([
      { name: 'daysPerWeek', expired: true },
      { name: 'hoursPerDay', expired: true },
    ])
  })

  it('keep the override with its reason in the journal', async () => {
    const history = await stage.polku.journeys.history(playedOf('against-criterion').journey)
    const [override] = history.filter(({ entry }) => entry.override)
    expect(override).toMatchObject({
      event: 'aloitaKoulutus',
      by: 'saara.salmela',
      byRule: false,
      reason: expect.stringContaining('kevennetyn viikon'),
      entry: { criteria: [{ criterion: 'sitoutuminen', value: false, overridden: true }] },
    })
  })

  it('review the portfolio every two months, moved from Saturday to Monday without shifting the next', async () => {
    // entered on 2 March 2026: two months on is Saturday 2 May, four months on Thursday 2 July
    expect(new Date('2026-05-02T12:00:00Z').getUTCDay()).toBe(6)
    const { journey } = playedOf('assessed-to-training')
    const reviews = (await stage.polku.tasks.list({ journey })).filter(({ name }) => name === 'portfolioReview')
    expect(reviews.map(({ openedAt }) => finnishDayOf(openedAt)).sort()).toEqual([
      'ke 2.9.2026',
      'ma 4.5.2026',
      'to 2.7.2026',
    ])
    expect(reviews.map(({ status, closedBy }) => [status, closedBy])).toEqual(
      Array(3).fill(['completed', 'tuula.toivonen']),
    )
  })

  it('hold the three-party meeting two to three months after training began, and at the end of each part', async () => {
    const { journey } = playedOf('straight-through')
    const meetings = (await stage.polku.tasks.list({ journey })).filter(({ name }) => name === 'threePartyMeeting')
    const days = meetings
      .sort((a, b) => a.openedAt.localeCompare(b.openedAt))
      .map(({ openedAt, dueDate, closedAt, status }) => [
        finnishDayOf(openedAt),
        dueDate && finnishDay(dueDate),
        closedAt && finnishDayOf(closedAt),
        status,
      ])
    // training began on 20 April 2026; two months on is Midsummer Day
    expect(days).toEqual([
      ['ma 22.6.2026', 'ma 20.7.2026', 'ti 30.6.2026', 'completed'],
      ['ma 7.9.2026', null, 'ti 15.9.2026', 'completed'],
      ['ma 30.11.2026', null, 'to 3.12.2026', 'completed'],
    ])
  })

  it('count from when training began, not from when it was recorded', async () => {
    const history = await stage.polku.journeys.history(playedOf('recorded-late').journey)
    const began = history.find(({ event }) => event === 'aloitaKoulutus')
    expect([began?.occurredAt, began?.recordedAt].map((at) => finnishDayOf(at ?? ''))).toEqual([
      'ma 1.6.2026',
      'ke 10.6.2026',
    ])
    // what had come due meanwhile is told, not undone
    expect(began?.entry.actedSince).toMatchObject([{ name: 'verkostotapaaminen' }])
  })

  it('record a need that no service meets', async () => {
    const { journey } = playedOf('no-suitable-service')
    const messages = stage.deliveries.filter((one) => one.journey === journey && one.topic === 'action')
    expect(messages.map(({ payload }) => payload)).toEqual([{ type: 'unmetNeedRecorded' }])
    const [task] = (await stage.polku.tasks.list({ journey })).filter(({ name }) => name === 'developService')
    expect(task).toMatchObject({ status: 'completed', content: { unmetNeed: 'Ruotsinkielinen koulutus tuetusti' } })
  })

  it('keep what is about health out of the timeline', async () => {
    for (const played of stage.played) {
      const lines = (await timeline(stage.polku, suunto, played)).join('\n')
      const history = await stage.polku.clients.factHistory(played.client, 'functionalCapacity')
      for (const { value } of history) expect(lines).not.toContain(String(value))
    }
  })
})

describe('a scenario', () => {
  it.each(scenarios)('goes the same way alone: $id', async (scenario) => {
    const { polku, played, deliveries } = await play([scenario])
    const promises = await checkPromises(polku, played, deliveries)
    expect(promises.flatMap(({ broken }) => broken)).toEqual([])
    await polku.close()
  })

  it('is reported when it ends otherwise than it says, or a follow-up comes on another day', async () => {
    const wrong: Scenario = {
      ...assessedToTraining,
      cameDue: { ...assessedToTraining.cameDue, salkku: ['la 2.5.2026', 'to 2.7.2026', 'ke 2.9.2026'] },
      ends: { code: 'muutto', on: 'ma 14.9.2026' },
    }
    const { polku, played, deliveries } = await play([wrong])
    const broken = (await checkPromises(polku, played, deliveries)).flatMap((one) => one.broken)
    expect(broken).toEqual([expect.stringContaining('"salkku" came due on'), expect.stringContaining('it ended with')])
    await polku.close()
  })

  it('is reported when a step is not refused as it says, or the journey stands elsewhere', async () => {
    const steps = blockedThenReady.steps.map((step) =>
      step.refused ? { ...step, refused: { code: 'unknown' as const }, expect: { states: ['koulutus'] } } : step,
    )
    const { polku, played } = await play([{ ...blockedThenReady, steps }])
    expect(played[0]?.broken).toEqual([
      expect.stringContaining('it was refused as "blocked", expected "unknown"'),
      expect.stringContaining('it stands in ["kuntoutus"], expected ["koulutus"]'),
    ])
    await polku.close()
  })

  it('is on days that are the weekdays they are called', () => {
    expect(() => instantOf('ti 4.5.2026', '09:00')).toThrow('"ti 4.5.2026" is ma 4.5.2026')
    expect(instantOf('ma 4.5.2026', '09:00').toISOString()).toBe('2026-05-04T06:00:00.000Z')
    expect(instantOf('ma 12.1.2026', '09:00').toISOString()).toBe('2026-01-12T07:00:00.000Z')
  })
})
