import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Delivery, openPolku, type Polku } from '../../engine/index.ts'
import { bundledPathways } from '../../workflows/index.ts'
import { assessedToTraining } from '../../workflows/scenarios/assessedToTraining.ts'
import { blockedThenReady } from '../../workflows/scenarios/blockedThenReady.ts'
import { checkPromises } from '../../workflows/scenarios/checkPromises.ts'
import { unlikeScenario } from '../../workflows/scenarios/expectations.ts'
import { finnishDay, finnishDayOf, instantOf, isoDateOf } from '../../workflows/scenarios/finnishDay.ts'
import { journeysOf } from '../../workflows/scenarios/journeysOf.ts'
import type { Played } from '../../workflows/scenarios/played.ts'
import { playScenarios } from '../../workflows/scenarios/playScenarios.ts'
import type { Scenario } from '../../workflows/scenarios/scenario.ts'
import { firstDay, lastDay, scenarios } from '../../workflows/scenarios/scenarios.ts'
import { timeline } from '../../workflows/scenarios/timeline.ts'
import { createVirtualClock } from '../../workflows/scenarios/virtualClock.ts'

interface Stage {
  polku: Polku
  played: Played[]
  deliveries: Delivery[]
}

async function play(chosen: readonly Scenario[]): Promise<Stage> {
  const clock = createVirtualClock(instantOf(firstDay, '08:00'))
  const deliveries: Delivery[] = []
  const polku = await openPolku({
    demo: true,
    database: ':memory:',
    clock,
    deliver: async (message) => void deliveries.push(message),
  })
  for (const document of bundledPathways) await polku.pathways.publish(document, { by: { user: 'polku' } })
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
    expect(new Set(refusals)).toEqual(new Set(['blocked', 'unknown', 'reason-required', 'ended', 'suspended']))
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

  it('run Mahis beside the mapping, and are asked about the next phase when it ends', async () => {
    const { ofModules, journey } = await journeysOf(stage.polku, playedOf('straight-through'))
    const [mahis] = ofModules
    expect(mahis).toMatchObject({ pathway: 'mahis', parent: { journey: journey.id, module: 'mahis' } })
    const days = (Date.parse(mahis?.end?.at ?? '') - Date.parse(mahis?.startedAt ?? '')) / 86_400_000
    expect(days).toBeGreaterThan(14)
    expect(days).toBeLessThan(20)
    const proposals = (await stage.polku.tasks.list({ journey: journey.id })).filter(({ kind }) => kind === 'proposal')
    expect(proposals.map(({ label, status }) => [label?.en, status])).toContainEqual([
      'The assessment is recorded: begin rehabilitation',
      'completed',
    ])
  })

  it('get motivation training before training, which is then proposed', async () => {
    const { journey, ofModules } = await journeysOf(stage.polku, playedOf('motivation-training'))
    const support = ofModules.find(({ pathway }) => pathway === 'motivaatiokoulutus')
    const began = (await stage.polku.journeys.history(journey.id)).find(
      ({ type, entry }) => type === 'answerProposal' && entry.taken.includes('kuntoutus/aloitaKoulutus/0'),
    )
    expect(support?.end).toMatchObject({ code: 'valmis', outcome: 'completed' })
    expect(Date.parse(began?.recordedAt ?? '')).toBeGreaterThan(Date.parse(support?.end?.at ?? ''))
  })

  it('are reviewed half a year after they got a job, when their journey is long over', async () => {
    const { journey, ofModules } = await journeysOf(stage.polku, playedOf('assessed-to-training'))
    expect([journey.status, journey.end?.code]).toEqual(['ended', 'tyollistynyt'])
    const [review] = await stage.polku.tasks.list({ journey: ofModules[0]?.id })
    expect([review?.name, review?.status, finnishDayOf(review?.openedAt ?? '')]).toEqual([
      'afterReview',
      'completed',
      'ma 15.3.2027',
    ])
    expect(await stage.polku.clients.factHistory(journey.client, 'inWork')).toMatchObject([{ value: true }])
  })

  it('stand still with their modules while a suspension lasts, and are looked at on its review date', async () => {
    const { journey, ofModules } = await journeysOf(stage.polku, playedOf('suspended'))
    for (const { id } of [journey, ...ofModules]) {
      const history = await stage.polku.journeys.history(id)
      const [first, last] = [
        history.find(({ type }) => type === 'suspend'),
        history.find(({ type }) => type === 'resume'),
      ]
      const between = history.filter(({ seq }) => seq > (first?.seq ?? 0) && seq < (last?.seq ?? 0))
      expect(between.flatMap(({ entry }) => entry.taken)).toEqual([])
    }
    const reviews = (await stage.polku.tasks.list({ journey: journey.id })).filter(({ name }) => name === 'review')
    expect(reviews.map(({ openedAt }) => finnishDayOf(openedAt)).sort()).toEqual(['ma 20.7.2026', 'ma 4.5.2026'])
  })

  it('have modules and suspensions told in their timeline', async () => {
    const lines = async (id: string) => (await timeline(stage.polku, bundledPathways, playedOf(id))).join('\n')
    const support = await lines('motivation-training')
    expect(support).toContain('Alkoi osapolku Motivaatiokoulutus. Seuraavaksi ma 22.6.2026 Lisätuen väliarvio')
    expect(support).toMatch(/■ Motivaatiokoulutus › Juhani Joki .*\n.*\n +Ehdotus vastuuhenkilölle: Aloita koulutus/)
    const still = await lines('suspended')
    expect(still).toContain('‖ Petri Palo (työvoimaneuvoja): polku keskeytetään: sairausloma')
    expect(still).toContain('Pitää päivänsä: Verkostotapaaminen ma 13.7.2026')
    expect(still).toContain('Myös Mahis seisoo: Mahis-jakso päättyy su 3.5.2026')
    expect(still).toContain('Siirtyi: Mahis-jakso päättyy su 3.5.2026 → su 7.6.2026')
    // one recording of facts is told once, although every live journey has an entry of it
    expect(still.match(/palvelutarve koulutus/g)).toHaveLength(1)
    expect(await lines('assessed-to-training')).toContain('Osapolku Jälkiseuranta päättyi: Asiakas on työssä [tyossa]')
    expect(await lines('straight-through')).toContain('Osapolku Jälkiseuranta jatkuu: vastuuhenkilö Tuula Toivonen')
  })

  it('keep what is about health out of the timeline', async () => {
    for (const played of stage.played) {
      const lines = (await timeline(stage.polku, bundledPathways, played)).join('\n')
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

  it('is reported when a module goes otherwise than it says', async () => {
    const modules = [{ module: 'jalkiseuranta', began: 'ti 15.9.2026', cameDue: {}, ends: null }]
    const { polku, played, deliveries } = await play([{ ...assessedToTraining, modules }])
    const broken = (await checkPromises(polku, played, deliveries)).flatMap((one) => one.broken)
    expect(broken).toEqual([
      expect.stringContaining('modules that ran are'),
      expect.stringContaining('jalkiseuranta: "jalkiseuranta" came due on'),
      expect.stringContaining('jalkiseuranta: it ended with'),
    ])
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
    expect(isoDateOf('ma 4.5.2026')).toBe('2026-05-04')
    expect(instantOf('ma 12.1.2026', '09:00').toISOString()).toBe('2026-01-12T07:00:00.000Z')
  })
})
