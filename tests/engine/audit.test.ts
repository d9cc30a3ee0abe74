import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Audit, auditJournal, type Past } from '../../engine/commands/auditJournal.ts'
import { openPolku, type Polku } from '../../engine/index.ts'
import { canonicalState } from '../../engine/journey/canonicalState.ts'
import { type EntryType, replay } from '../../engine/journey/replay.ts'
import { type CompiledPathway, compilePathway } from '../../engine/pathway/compilePathway.ts'
import { documentSchema, type PathwayInput } from '../../engine/pathway/document.ts'
import { bundledPathways } from '../../workflows/index.ts'
import { instantOf } from '../../workflows/scenarios/finnishDay.ts'
import { playScenarios } from '../../workflows/scenarios/playScenarios.ts'
import { firstDay, lastDay, scenarios } from '../../workflows/scenarios/scenarios.ts'
import { createVirtualClock } from '../../workflows/scenarios/virtualClock.ts'
import { otherVersion } from '../golden/otherVersion.ts'
import { everyEntryType } from '../support/everyEntryType.ts'
import { everything, everythingHappens } from '../support/everythingHappens.ts'
import { generatedPathway } from '../support/generatedPathway.ts'
import { outcomeOf } from '../support/outcomeOf.ts'
import { randomCommand } from '../support/randomCommands.ts'
import { createWorld } from '../support/randomWorld.ts'
import { resolve } from '../support/resolveCommand.ts'
import { patience, runs } from '../support/runs.ts'
import { temporaryFile } from '../support/temporaryFolder.ts'
import { HOUR } from '../support/testClock.ts'
import { coach, criterion, facts, manager, openTestPolku, smallPathway, startJourney } from '../support/testPolku.ts'

const reason = 'Syy'

/** What a journey's steps were told, as anybody can gather it. */
async function pastOf(polku: Polku, journey: string): Promise<Past> {
  const { client, pathway, version } = await polku.journeys.get(journey)
  const { document, parameters } = await polku.pathways.get(pathway, version)
  const { inputs } = await polku.journeys.replay(journey)
  const history = await polku.journeys.history(journey)
  const instants = ({ recordedAt, occurredAt }: { recordedAt: string; occurredAt: string }) => ({
    recordedAt: Date.parse(recordedAt),
    occurredAt: Date.parse(occurredAt),
  })
  return {
    journey,
    pathway: compilePathway(document, { ...parameters, ...inputs }),
    journal: history.map((one) => ({ ...one, ...instants(one) })),
    facts: (await polku.clients.factHistory(client)).map(({ id, name, value, recordedAt, holdsFrom }) => ({
      ...{ id, name, value },
      recordedAt: Date.parse(recordedAt),
      holdsFrom: Date.parse(holdsFrom),
    })),
  }
}

/** The same pathway by other tables: one working day more is a holiday. */
const withHoliday = (pathway: CompiledPathway, day: string): CompiledPathway => ({
  ...pathway,
  calendar: {
    ...pathway.calendar,
    isWorkingDay: (date) => date !== day && pathway.calendar.isWorkingDay(date),
    holiday: (date) => (date === day ? 'uusi pyhä' : pathway.calendar.holiday(date)),
  },
})

/** The same pathway by an evaluator that knows nothing. */
function withoutFeel(past: Past): Past {
  const pathway = compilePathway(past.pathway.document, past.pathway.parameters)
  for (const one of pathway.criteria.values()) {
    one.expression = { ...one.expression, evaluate: () => ({ value: 'unknown', seen: [], lacks: ['everything'] }) }
  }
  return { ...past, pathway }
}

const compiled = (document: PathwayInput) => compilePathway(documentSchema.parse(document))
const what = ({ differences }: Audit) => differences.map((one) => `${one.seq} ${one.what}`)
const seqs = ({ differences }: Audit) => [...new Set(differences.map(({ seq }) => seq))]
const clean = (entries: number): Audit => ({ entries, differences: [], notRerun: [] })
const folded = ({ journal }: Past) => canonicalState(replay(journal))

describe('the audit of every scenario journey', () => {
  let polku: Polku
  const pasts: Past[] = []
  beforeAll(async () => {
    const clock = createVirtualClock(instantOf(firstDay, '08:00'))
    polku = await openPolku({ database: ':memory:', clock, demo: true })
    for (const one of bundledPathways) await polku.pathways.publish(one, { by: manager })
    for (const { client } of await playScenarios(polku, clock, scenarios, lastDay)) {
      for (const { id } of await polku.journeys.list({ client })) pasts.push(await pastOf(polku, id))
    }
  })
  afterAll(() => polku.close())

  it('finds no difference by the code that made it', async () => {
    expect(pasts.length).toBeGreaterThanOrEqual(scenarios.length)
    for (const past of pasts) {
      const audit = await polku.journeys.audit(past.journey)
      expect(audit).toEqual(clean(past.journal.length))
      expect(auditJournal(past)).toEqual(audit)
    }
  })

  it('finds exactly the entries that asked a criterion when the evaluator has changed', () => {
    for (const past of pasts) {
      const before = folded(past)
      const asked = past.journal.filter(({ entry }) => entry.criteria.length > 0)
      expect(seqs(auditJournal(withoutFeel(past)))).toEqual(asked.map(({ seq }) => seq))
      expect(folded(past)).toBe(before)
    }
    expect(pasts.some(({ journal }) => journal.some(({ entry }) => entry.criteria.length > 0))).toBe(true)
  })

  it('finds exactly the entries that entered a state when the document asks for more there', () => {
    const state = 'kuntoutus'
    for (const past of pasts.filter(({ pathway }) => pathway.document.states[state])) {
      const document = structuredClone(past.pathway.document)
      const changed = document.states[state]
      if (changed) changed.tasks = [...(changed.tasks ?? []), 'networkMeeting']
      const entered = past.journal.filter(({ entry }) =>
        entry.changes.some((one) => one.change === 'visitOpened' && one.visit.state === state),
      )
      const audit = auditJournal({ ...past, pathway: compilePathway(document, past.pathway.parameters) })
      expect(what(audit)).toEqual(entered.flatMap(({ seq }) => [`${seq} changes`, `${seq} messages`]))
    }
  })
})

const watched = smallPathway({
  facts,
  criteria: { enough: criterion('hours >= 6') },
  taskDefinitions: { review: { label: { fi: 'Arvio' }, role: 'coach' } },
  initial: 'first',
  states: {
    first: {
      followUps: { review: { every: 'P1M', shift: 'nextWorkingDay', task: 'review' } },
      on: { go: { target: 'second', criteria: ['enough'], by: ['manager'], reasonRequired: true } },
    },
    second: { on: { back: 'first' } },
  },
})

async function watchedPast() {
  const under = await startJourney(watched)
  await under.at('2026-04-02T12:00:00+03:00')
  await under.at('2026-05-04T12:00:00+03:00')
  await under.record({ hours: 6 })
  await under.send('go', { by: manager, reason })
  await under.send('back')
  const past = await pastOf(under.polku, under.journey)
  expect(past.journal.map(({ entry }) => entry.type)).toEqual(['start', 'timer', 'timer', 'facts', 'send', 'send'])
  return { ...under, past }
}

describe('an audit', () => {
  it('by a calendar with one holiday more tells the one due date that would fall otherwise', async () => {
    const { past } = await watchedPast()
    const before = folded(past)
    // 2 May is a Saturday, so the second review was on Monday 4 May; the entry that armed it is the only one concerned
    const audit = auditJournal({ ...past, pathway: withHoliday(past.pathway, '2026-05-04') })
    expect(what(audit)).toEqual(['2 changes'])
    expect(audit.differences[0]?.recorded).toContainEqual(
      expect.objectContaining({ timer: expect.objectContaining({ dueDate: '2026-05-04' }) }),
    )
    expect(audit.differences[0]?.today).toContainEqual(
      expect.objectContaining({ timer: expect.objectContaining({ dueDate: '2026-05-05' }) }),
    )
    expect(folded(past)).toBe(before)
  })

  it('by a stricter criterion tells the step that would be refused, and goes on from what was journalled', async () => {
    const { past } = await watchedPast()
    const strict = compiled({ ...watched, criteria: { enough: criterion('hours >= 7') } })
    const audit = auditJournal({ ...past, pathway: strict })
    expect(audit.differences).toEqual([
      { seq: 5, what: 'refused', recorded: 'send', today: expect.objectContaining({ refused: 'blocked' }) },
    ])
  })

  it('by a criterion that sees more tells what it was, though the same was taken', async () => {
    const { past } = await watchedPast()
    const curious = compiled({ ...watched, criteria: { enough: criterion('daysInJourney >= 0 and hours >= 6') } })
    expect(what(auditJournal({ ...past, pathway: curious }))).toEqual(['5 criteria'])
  })

  it('by a document without the state goes on to the end', async () => {
    const { past } = await watchedPast()
    const { first } = watched.states
    const other = compiled({ ...watched, states: { first: { ...first, on: {}, followUps: {} } } })
    expect(what(auditJournal({ ...past, pathway: other }))).toEqual([
      '1 changes',
      '2 refused',
      '3 refused',
      '5 refused',
      '6 refused',
    ])
  })

  it('changes nothing', async () => {
    const { polku, journey } = await watchedPast()
    const before = [await polku.journeys.get(journey), await polku.journeys.history(journey)]
    expect(await polku.journeys.audit(journey)).toEqual(clean(6))
    expect([await polku.journeys.get(journey), await polku.journeys.history(journey)]).toEqual(before)
  })

  it('counts facts as they were known then, not as they hold now', async () => {
    const under = await startJourney(watched, { facts: { hours: 8 } })
    await under.send('go', { by: manager, reason })
    await under.send('back')
    // recorded later, but of an earlier time: it does not count
    await under.record({ hours: 1 }, '2026-02-27T10:00:00+02:00')
    await under.send('go', { by: manager, reason })
    await under.send('back')
    await under.record({ hours: 2 })
    expect(await under.polku.journeys.audit(under.journey)).toEqual(clean(7))
    // of an ended journey nobody tells; opened again, it knows
    await under.polku.journeys.exit(under.journey, { by: coach, code: 'stop', reason })
    await under.record({ hours: 9 })
    await under.polku.journeys.reverse(under.journey, { by: coach, entry: 8, reason })
    await under.send('go', { by: manager, reason })
    expect(await under.polku.journeys.audit(under.journey)).toEqual(clean(10))
  })

  it('says that a journey whose client has been erased cannot be run again', async () => {
    const database = temporaryFile()
    const on = await openTestPolku({ database })
    const { polku, journey, client } = await startJourney(watched, { on })
    const db = new Database(database)
    db.prepare('UPDATE clients SET wrapped_key = NULL WHERE id = ?').run(client)
    db.close()
    const why = expect.stringContaining('erased')
    expect(await polku.journeys.audit(journey)).toEqual({ entries: 1, differences: [], notRerun: [{ seq: 1, why }] })
  })

  it('of a journey that is not there is refused', async () => {
    const { polku } = await openTestPolku()
    await expect(polku.journeys.audit('nowhere')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('every kind of entry', () => {
  it('is run again, in parents and in modules', async () => {
    const on = await openTestPolku()
    const { polku } = await everythingHappens(on)
    await otherVersion(on)
    const journeys = await polku.journeys.list({})
    const seen = new Set<EntryType>()
    for (const { id } of journeys) {
      const history = await polku.journeys.history(id)
      for (const { type } of history) seen.add(type)
      expect(await polku.journeys.audit(id)).toEqual(clean(history.length))
    }
    expect([...seen].sort()).toEqual(Object.keys(everyEntryType).sort())
  })

  it('that does not tell what it was asked is named with the reason, and so is not passed over', async () => {
    const { polku, journey } = await everythingHappens(await openTestPolku())
    const past = await pastOf(polku, journey)
    const mute = past.journal.map((one) => {
      const { accept: _, ...entry } = one.entry
      const changes = entry.changes.map((made) =>
        made.change === 'moduleEnded' ? { change: made.change, journey: made.journey } : made,
      )
      return { ...one, entry: { ...entry, changes } }
    })
    const asked = past.journal.filter(({ entry }) => ['moduleEnded', 'answerProposal'].includes(entry.type))
    const { notRerun, differences } = auditJournal({ ...past, journal: mute })
    expect(asked.length).toBeGreaterThan(1)
    expect(notRerun).toEqual(asked.map(({ seq }) => ({ seq, why: expect.stringContaining('does not tell') })))
    expect(differences.filter(({ seq }) => asked.some((one) => one.seq === seq))).toEqual([])
  })

  it('passes over who was allowed to: case roles are not journalled, and may have other names today', async () => {
    const { polku, journey } = await everythingHappens(await openTestPolku())
    const { plan } = everything.taskDefinitions ?? {}
    const caseRoles = { tutor: { label: { fi: 'Ohjaaja' } } }
    const taskDefinitions = { plan: { label: { fi: 'Suunnitelma' }, ...plan, role: 'tutor' } }
    const past = await pastOf(polku, journey)
    const pathway = compilePathway(documentSchema.parse({ ...past.pathway.document, caseRoles, taskDefinitions }))
    const audit = auditJournal({ ...past, pathway })
    expect(audit.differences.length).toBeGreaterThan(0)
    expect(audit.differences.filter((one) => one.what === 'refused')).toEqual([])
  })

  it('knows that an ended journey was told of nothing, also when the clock was set back since', async () => {
    const document = smallPathway({
      facts,
      criteria: { agreed: criterion('agreed') },
      initial: 'first',
      states: { first: { always: { target: 'second', criteria: ['agreed'], automatic: true } }, second: {} },
    })
    const { polku, clock, journey, record } = await startJourney(document)
    await polku.journeys.exit(journey, { by: coach, code: 'stop', reason })
    clock.advance(-HOUR)
    await record({ agreed: true })
    expect(await polku.journeys.audit(journey)).toEqual(clean(2))
  })

  it('whatever pathway and whatever order: no difference by the code that made it', { timeout: patience }, async () => {
    const commands = fc.array(randomCommand, { minLength: 10, maxLength: 40, size: 'max' })
    await fc.assert(
      fc.asyncProperty(generatedPathway, commands, async (document, given) => {
        const { polku, clock } = await openTestPolku()
        const world = await createWorld(polku, clock, document)
        for (const command of given) {
          const call = await resolve(world, command)
          if (call) await outcomeOf(call.give({}))
        }
        for (const { id } of await polku.journeys.list({ client: world.client })) {
          expect(await polku.journeys.audit(id)).toEqual(clean((await polku.journeys.history(id)).length))
        }
        await polku.close()
      }),
      runs(40),
    )
  })
})
