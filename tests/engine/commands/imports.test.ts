import { describe, expect, it } from 'vitest'
import type { ImportInput } from '../../../engine/commands/schemas.ts'
import {
  coach,
  criterion,
  facts,
  nobodySpecial,
  openTestPolku,
  problemFrom,
  refusalOf,
  smallPathway,
} from '../../support/testPolku.ts'

const label = { fi: 'Nimi' }

/** Promises of every kind, in a state that only coaches enter, and one that watches over the whole journey. */
const document = smallPathway({
  facts,
  criteria: { planned: criterion('completed_plan >= 2') },
  taskDefinitions: { plan: { label, role: 'coach', due: 'P7D' }, check: { label, role: 'coach' } },
  followUps: { yearly: { every: 'P1Y', task: 'check' } },
  initial: 'first',
  states: {
    first: { on: { on: 'work' } },
    work: {
      enterable: { by: ['coach'] },
      tasks: ['plan'],
      followUps: {
        monthly: { every: 'P1M', task: 'check', warnBefore: 'P3D' },
        once: { after: 'P20D', task: 'check' },
        anchored: { every: 'P1M', anchor: { fact: 'startDate' }, task: 'check' },
      },
      on: { rest: { target: 'rest', criteria: ['planned'] } },
    },
    rest: {},
  },
})

async function openImports() {
  const { polku, clock } = await openTestPolku()
  await polku.pathways.publish(document, { by: coach })
  const row = {
    key: '1',
    pathway: 'small',
    at: 'work',
    startedAt: '2024-05-13',
    occurredAt: '2025-10-15',
    reason: 'Siirto',
    responsible: { user: 'coach-1' },
  }
  /** who imports need not be one who may enter the state */
  const bring = (more: Partial<ImportInput['row']>, dryRun = false) =>
    polku.imports.importJourney({ by: nobodySpecial, key: 'siirto', dryRun, row: { ...row, ...more } })
  const timers = async (journey: string) =>
    (await polku.journeys.timers(journey)).map(
      ({ kind, name, occurrence, dueDate }) => `${kind} ${name} ${occurrence} ${dueDate}`,
    )
  return { polku, clock, bring, timers }
}

describe('a journey that is brought in', () => {
  it('goes on with what has not been done: the whole counts from its beginning, the state from its entry', async () => {
    const { polku, bring, timers } = await openImports()
    const { journey } = await bring({ doneFollowUps: { monthly: 4, once: 1, yearly: 1 }, doneTasks: ['plan'] })
    expect(await timers(journey)).toEqual([
      'warning monthly 5 2026-03-12',
      'followUp monthly 5 2026-03-15',
      'followUp yearly 2 2026-05-13',
    ])
    const view = await polku.journeys.get(journey)
    expect([view.startedAt, view.tasks]).toEqual(['2024-05-12T21:00:00.000Z', []])
    const [started] = await polku.journeys.history(journey)
    expect(started?.entry.imported?.followUps).toEqual({ monthly: 4, once: 1, yearly: 1 })
    expect((await polku.journeys.audit(journey)).differences).toEqual([])
    await polku.journeys.replay(journey)
  })

  it('takes a date for what was done until then, and does at once, late, what was not', async () => {
    const { polku, bring, timers } = await openImports()
    const untilThen = { monthly: '2026-01-31', once: '2025-12-01', yearly: '2026-02-01' }
    const { journey } = await bring({ doneFollowUps: untilThen, doneTasks: ['plan'] })
    expect((await timers(journey)).filter((one) => one.includes('monthly'))).toEqual([
      'warning monthly 5 2026-03-12',
      'followUp monthly 5 2026-03-15',
    ])
    const late = await polku.journeys.history(journey)
    // four were due by the middle of February, three until the end of January
    expect(late.map(({ type, entry }) => [type, entry.timer?.name, entry.timer?.late])).toEqual([
      ['start', undefined, undefined],
    ])
    await polku.runDue()
    const acted = (await polku.journeys.history(journey)).slice(1)
    expect(acted.map(({ entry }) => [entry.timer?.name, entry.timer?.occurrence, entry.timer?.late])).toEqual([
      ['monthly', 4, true],
    ])
  })

  it('counts tasks that are done, each time they were', async () => {
    const { polku, bring } = await openImports()
    const { journey } = await bring({ doneTasks: ['plan'] })
    expect(await refusalOf(polku.journeys.send(journey, { by: coach, event: 'rest' }))).toBe('blocked')
    const { journey: twice } = await bring({ key: '2', doneTasks: ['plan', 'plan'] })
    expect((await polku.journeys.send(twice, { by: coach, event: 'rest' })).journey.states).toEqual(['rest'])
    const closed = await polku.tasks.list({ journey: twice, status: 'completed' })
    expect(closed.map(({ name }) => name)).toEqual(['plan', 'plan'])
  })

  it.each<[string, Partial<ImportInput['row']>, string, string]>([
    ['no state', { at: 'nowhere' }, 'not-enterable', ''],
    ['a state that is not entered so', { at: 'rest' }, 'not-enterable', ''],
    ['no follow-up of the state', { doneFollowUps: { daily: 1 } }, 'wrong-kind', ''],
    ['a date of what counts from an unknown fact', { doneFollowUps: { anchored: '2026-01-31' } }, 'wrong-kind', ''],
    ['no task of the pathway', { doneTasks: ['sing'] }, 'wrong-kind', ''],
    ['what has not come', { doneFollowUps: { monthly: '2026-03-03' } }, 'invalid-request', 'doneFollowUps.monthly'],
    ['a beginning after the entry', { startedAt: '2025-10-16' }, 'invalid-request', 'startedAt'],
    ['an entry that has not come', { occurredAt: '2026-03-03' }, 'in-the-future', 'occurredAt'],
    [
      'a fact that has not come',
      { facts: { hours: { value: 3, occurredAt: '2026-03-03' } } },
      'in-the-future',
      'facts.hours.occurredAt',
    ],
    ['a value that is none', { facts: { hours: { value: 'x' } } }, 'invalid-fact', 'facts.hours'],
    ['no reason', { reason: ' ' }, 'invalid-request', 'reason'],
    ['no date', { occurredAt: '2025-02-30' }, 'invalid-request', 'occurredAt'],
  ])('is refused for %s, whole, and says where', async (_, more, code, path) => {
    const { polku, bring } = await openImports()
    for (const dryRun of [true, false]) {
      const problem = await problemFrom(bring({ client: { name: 'Aino' }, ...more }, dryRun))
      expect([problem.code, problem.details.errors?.[0]?.path.join('.') ?? '']).toEqual([code, path])
    }
    expect(await polku.clients.list()).toEqual([])
  })

  it('knows facts from when they held, and those of today as well', async () => {
    const { polku, bring } = await openImports()
    const known = {
      hours: { value: 3 },
      agreed: { value: true, occurredAt: '2025-11-01T10:00:00Z', source: 'sopimus' },
    }
    const { client } = await bring({ facts: known, source: 'vanha järjestelmä' })
    expect(await polku.clients.facts(client)).toMatchObject([
      { name: 'agreed', value: true, source: 'sopimus', holdsFrom: '2025-11-01T10:00:00.000Z' },
      { name: 'hours', value: 3, source: 'vanha järjestelmä', holdsFrom: '2025-10-14T21:00:00.000Z' },
    ])
  })

  it('comes once, and not with other content; another row of the client’s is another journey', async () => {
    const { polku, bring } = await openImports()
    const first = await bring({ client: { identityCode: '131052-308T' } })
    expect(await bring({ client: { identityCode: '131052-308T' } })).toEqual({ ...first, isRepeated: true })
    const changed = await problemFrom(bring({ client: { identityCode: '131052-308T' }, at: undefined }))
    expect([changed.code, changed.details.errors?.[0]?.path]).toEqual(['key-reused', ['key']])
    expect((await polku.journeys.list({})).length).toBe(1)
    const again = await bring({ key: '2', client: { identityCode: '131052-308T' } })
    expect([again.isRepeated, again.client, again.journey === first.journey]).toEqual([false, first.client, false])
  })

  it('stays in its own register: whom another organisation has is another client here, and nothing is told', async () => {
    const { polku, bring } = await openImports()
    await polku.clients.create({ by: coach, organisation: 'own', identityCode: '131052-308T' })
    const given = {
      by: coach,
      organisation: 'toinen',
      key: 'siirto',
      row: {
        key: '1',
        pathway: 'small',
        occurredAt: '2025-10-15',
        reason: 'Siirto',
        responsible: { user: 'x' },
        client: { identityCode: '131052-308T' },
      },
    }
    const theirs = await polku.imports.importJourney(given)
    expect((await polku.clients.list()).map(({ organisation }) => organisation).sort()).toEqual(['own', 'toinen'])
    expect((await polku.clients.list({ organisation: 'toinen' })).map(({ id }) => id)).toEqual([theirs.client])
    expect((await bring({ client: { identityCode: '131052-308T' } })).isRepeated).toBe(false)
  })
})
