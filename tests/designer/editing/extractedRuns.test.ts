import { describe, expect, it } from 'vitest'
import { extractModule } from '../../../designer/editing/edits/extract.ts'
import { asDraftDocument } from '../../../designer/model/document.ts'
import type { PathwayInput } from '../../../engine/index.ts'
import mahis from '../../../workflows/mahis.ts'
import { openTestPolku } from '../../support/testPolku.ts'
import { opened } from './drawnDocuments.ts'

const by = { user: 'ohjaaja', roles: ['adviser', 'assessor', 'coach'] }
const label = { fi: 'Nimi' }

/** What a person may do, or time does, to the journey that a pathway is, or to its module: they need not know which. */
type Deed =
  | { send: string }
  | { know: Record<string, number | boolean> }
  | { complete: string; form?: Record<string, string> }
  | { days: number }
  | { exit: string }

/** A pathway whose phase has a course of its own: promises, criteria, parameters, an end that is proposed, a way back. */
const coaching: PathwayInput = {
  id: 'valmennus',
  title: { fi: 'Valmennus' },
  caseRoles: { coach: { label } },
  facts: { hours: { type: 'number', label }, agreed: { type: 'boolean', label } },
  parameters: { interval: { type: 'duration', label, default: 'P10D', origin: 'ours' } },
  criteria: {
    enough: { label, when: 'hours >= 6', overridable: true },
    agreed: { label, when: 'agreed' },
    rested: { label, when: 'daysInState >= 3' },
  },
  taskDefinitions: {
    review: { label, role: 'coach', due: { parameter: 'interval' } },
    meeting: { label, role: 'coach', due: { workingDays: 5 } },
  },
  initial: 'before',
  states: {
    before: { tasks: ['review'], on: { begin: 'phase' } },
    phase: {
      initial: 'first',
      followUps: { around: { every: 'P1M', task: 'review' } },
      onDone: { target: 'after', by: ['coach'], criteria: ['agreed'], label },
      on: { back: { target: 'before', criteria: ['rested'] } },
      states: {
        first: {
          tasks: ['meeting'],
          followUps: { talk: { every: { parameter: 'interval' }, shift: 'nextWorkingDay', task: 'meeting' } },
          on: { onward: { target: 'second', criteria: ['enough'] } },
          after: { P40D: { target: 'second', automatic: true } },
        },
        second: {
          followUps: { last: { after: 'P20D', task: 'meeting' } },
          on: { again: '#valmennus.phase.first', close: { target: 'closed', criteria: ['rested'] } },
        },
        closed: { type: 'final', label },
      },
    },
    after: { followUps: { later: { after: 'P1M', task: 'review' } }, on: { finish: 'done' } },
    done: { type: 'final', end: { code: 'done', label, outcome: 'completed' } },
  },
}

describe('a journey on a pathway of which a phase was extracted', () => {
  const deeds: [string, PathwayInput, string, Deed[]][] = [
    [
      'Mahis, both parts gone through',
      mahis,
      'jakso',
      [
        { days: 3 },
        { send: 'tyotoimintaPaattyi' },
        { days: 4 },
        { send: 'ryhmaPaattyi' },
        { days: 30 },
        { complete: 'serviceNeedAssessment', form: { serviceNeed: 'kuntoutus', functionalCapacity: 'Hyvä' } },
      ],
    ],
    ['Mahis, the days being over', mahis, 'jakso', [{ send: 'ryhmaPaattyi' }, { days: 20 }, { days: 1 }]],
    ['Mahis, interrupted', mahis, 'jakso', [{ send: 'tyotoimintaPaattyi' }, { exit: 'keskeytyi' }]],
    [
      'coaching, to its end and on',
      coaching,
      'phase',
      [
        { send: 'begin' },
        { know: { hours: 3 } },
        { know: { hours: 7 } },
        { send: 'onward' },
        { days: 5 },
        { know: { agreed: true } },
        { send: 'close' },
        { complete: 'proposal' },
        { days: 40 },
        { send: 'finish' },
      ],
    ],
    [
      'coaching, its end proposed before the facts are there',
      coaching,
      'phase',
      [{ send: 'begin' }, { know: { hours: 6 } }, { send: 'onward' }, { days: 4 }, { send: 'close' }],
    ],
    [
      'coaching, its end not wanted',
      coaching,
      'phase',
      [
        { send: 'begin' },
        { know: { hours: 6, agreed: false } },
        { send: 'onward' },
        { days: 4 },
        { send: 'close' },
        { days: 31 },
      ],
    ],
    [
      'coaching, by time, back out and in again',
      coaching,
      'phase',
      [
        { send: 'begin' },
        { days: 12 },
        { complete: 'meeting' },
        { days: 41 },
        { send: 'again' },
        { days: 2 },
        { send: 'back' },
        { send: 'begin' },
        { days: 30 },
      ],
    ],
  ]

  it.each(deeds)('does and promises what it did before: %s', async (_what, document, path, done) => {
    const before = await live(document)
    const { pathway, edited } = extracted(document, path)
    const after = await live(edited, pathway)
    expect(await after.seen()).toEqual(await before.seen())
    for (const deed of done) {
      await before.act(deed)
      await after.act(deed)
      expect(await after.seen(), JSON.stringify(deed)).toEqual(await before.seen())
    }
    expect(await after.hadModule()).toBe(true)
  })
})

function extracted(document: PathwayInput, path: string): { pathway: PathwayInput; edited: PathwayInput } {
  const draft = asDraftDocument(document)
  const made = extractModule(draft, { positions: {} }, path, 'osa', { fi: 'Osa' })
  if (!('pathway' in made)) throw new Error(made.reason)
  return { pathway: made.pathway, edited: made.edit(opened(draft)).document }
}

/** A journey of a client on a real engine, seen with its module as one. */
async function live(document: PathwayInput, module?: PathwayInput) {
  const { polku, clock } = await openTestPolku()
  if (module) await polku.pathways.publish(module, { by })
  await polku.pathways.publish(document, { by })
  const { id: client } = await polku.clients.create({ by, name: 'Aino Asiakas' })
  const started = await polku.journeys.start({ by, client, pathway: document.id, responsible: { user: by.user } })
  const root = started.journey.id
  await polku.runDue()
  let modules = 0
  const journeys = async () => {
    const whole = await polku.journeys.get(root)
    modules += whole.children.length
    return [whole, ...(await Promise.all(whole.children.map(({ journey }) => polku.journeys.get(journey))))]
  }
  const handling = async (event: string): Promise<string> => {
    for (const { id } of (await journeys()).toReversed()) {
      const { events } = await polku.journeys.next(id, { by })
      if (events.some((one) => one.event === event)) return id
    }
    return root
  }
  const seen = async () => {
    const all = (await journeys()).filter(({ status }) => status !== 'ended' || modules === 0)
    const whole = await polku.journeys.get(root)
    const next = await Promise.all(all.map(({ id }) => polku.journeys.next(id, { by })))
    return {
      end: whole.end?.code,
      // the module's end is an event too
      events: next
        .flatMap(({ events }) => events)
        .filter(({ event }) => event !== 'osaValmis')
        .sort((one, other) => one.event.localeCompare(other.event))
        .map(({ event, status, allowed, lacks, transitions }) => ({
          event,
          status,
          allowed,
          lacks: lacks.map(({ name }) => name),
          why: transitions.map(({ label, criteria, value }) => ({ label, criteria, value })),
        })),
      tasks: all
        .flatMap(({ tasks }) => tasks)
        .filter(({ kind }) => kind !== 'review')
        .map(({ kind, name, dueDate }) => `${kind} ${kind === 'proposal' ? '' : name} ${dueDate ?? ''}`)
        .sort(),
      timers: all
        .flatMap(({ timers }) => timers)
        .filter(({ kind }) => kind !== 'review')
        .map(
          ({ kind, name, dueDate, occurrence }) =>
            `${kind} ${name.replace('osaValmis', 'done')} ${occurrence} ${dueDate}`,
        )
        .sort(),
    }
  }
  const act = async (deed: Deed): Promise<void> => {
    if ('days' in deed) clock.advance(deed.days * 24 * 60 * 60 * 1000)
    else if ('send' in deed) await polku.journeys.send(await handling(deed.send), { by, event: deed.send })
    else if ('know' in deed) await polku.clients.record(client, { by, source: 'asiakas', facts: deed.know })
    else if ('exit' in deed) await polku.journeys.exit(root, { by, code: deed.exit, reason: 'Muutto' })
    else {
      const open = (await journeys()).flatMap(({ tasks }) => tasks)
      const task = open.find(({ kind, name }) => name === deed.complete || kind === deed.complete)
      if (!task) throw new Error(`no task "${deed.complete}" is open`)
      await (task.kind === 'proposal'
        ? polku.tasks.answer(task.id, { by, accept: true })
        : polku.tasks.complete(task.id, { by, form: deed.form ?? {} }))
    }
    await polku.runDue()
  }
  return { seen, act, hadModule: async () => (await journeys()).length > 1 || modules > 0 }
}
