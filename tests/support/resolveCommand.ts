import type { Actor, RecordInput } from '../../engine/commands/schemas.ts'
import type { PathwayDocument } from '../../engine/index.ts'
import type { Override } from '../../engine/journey/decide.ts'
import { compilePathway } from '../../engine/pathway/compilePathway.ts'
import { type EngineParts, InjectedFailure } from './engineParts.ts'
import { outcomeOf } from './outcomeOf.ts'
import { everybody, type Kind, type RandomCommand, words } from './randomCommands.ts'
import { type Publication, publishNext, supportPathway, type World } from './randomWorld.ts'
import { DAY, HOUR, MINUTE, type TestClock } from './testClock.ts'

/** A command ready to be given, and given again. */
export interface Call {
  kind: Kind
  /** the journey that it is a command of, when it is one's */
  journey?: string
  by: Actor
  /** the event of a `send`, and what it is to be taken against */
  event?: string
  override?: Override
  /** when it was true in the world, where it says so */
  occurredAt?: string
  reason?: string
  /** the revision that it says it was decided on */
  revision?: number
  /** whether the journey was at another revision when it was made */
  isStale?: boolean
  give(more: { key?: string; dryRun?: boolean; reason?: string; revision?: number }): Promise<unknown>
}

/** The command that a random one amounts to now; undefined where it only changes the world: the clock, what is published. */
export async function resolve(world: World, command: RandomCommand): Promise<Call | undefined> {
  const call = await withoutRevision(world, command)
  if (call?.journey === undefined || command.revision === 'none') return call
  const present = (await world.polku.journeys.next(call.journey)).revision
  const isStale = command.revision === 'wrong'
  const other = present > 1 && command.other % 2 === 0 ? present - 1 : present + 1
  const revision = isStale ? other : present
  return { ...call, revision, isStale, give: (more) => call.give({ revision, ...more }) }
}

async function withoutRevision(world: World, command: RandomCommand): Promise<Call | undefined> {
  const { polku, clock, document, published, client, journeys } = world
  const { kind, pick, other, by } = command
  const journey = await chosenJourney(world, pick)
  const given = { by, reason: command.hasReason ? words.reason : undefined }
  const dated = { ...given, occurredAt: occurredAt(command, clock) }
  const call = (give: Call['give'], more: Partial<Call> = {}): Call => {
    return { kind, journey, by, reason: given.reason, give, ...more }
  }
  const datedCall = (give: Call['give'], more: Partial<Call> = {}): Call =>
    call(give, { occurredAt: dated.occurredAt, ...more })
  /** Facts are recorded without a reason, but from a source, which says the same as well. */
  const recordCall = (values: RecordInput['facts'], given: Pick<Call, 'by' | 'occurredAt'>): Call => {
    const give: Call['give'] = ({ reason, ...more }) =>
      polku.clients.record(client, { ...given, facts: values, source: reason ?? 'asiakas', ...more })
    return call(give, { kind: 'record', journey: undefined, by: given.by, occurredAt: given.occurredAt })
  }
  const of = <T>(list: readonly T[], which = other): T | undefined => list[which % list.length]

  switch (kind) {
    case 'advance':
      clock.advance(command.ms)
      return undefined
    case 'toNext':
      clock.advance(Math.max(0, ((await polku.msUntilNext()) ?? 0) - (other % 2)))
      return undefined
    case 'setBack':
      clock.advance(-Math.min(command.ms, HOUR))
      return undefined
    case 'runDue':
      return call(() => polku.runDue(), { journey: undefined })
    case 'failingRunDue': {
      const { failAt } = world
      if (!failAt) return undefined
      const give = async () => {
        failAt(1 + (other % 6))
        try {
          return await polku.runDue()
        } catch (error) {
          if (error instanceof InjectedFailure) return undefined
          throw error
        } finally {
          failAt(undefined)
        }
      }
      return call(give, { journey: undefined })
    }
    case 'publish':
      await publishNext(world, other)
      return undefined
    case 'migrate': {
      const { version } = await polku.journeys.get(journey)
      const others = versionsOf(world).filter((one) => one.version !== version)
      const to = of(others, pick) ?? { version: 99, document }
      const from = published.find((one) => one.pathway === document.id && one.version === version)?.document ?? document
      const states = command.isTriedFirst ? anyPlaces(from, to.document, pick) : {}
      const asked = { by, reason: words.reason, version: to.version, states }
      return call(
        (more) => polku.journeys.migrate(journey, { ...asked, ...more, reason: more.reason ?? words.reason }),
        {
          reason: words.reason,
        },
      )
    }
    case 'restart':
      world.polku = (await world.restart?.()) ?? polku
      return undefined
    case 'send': {
      const { events } = await polku.journeys.next(journey, { by })
      const known = events.map((one) => one.event)
      const possible = events.flatMap((one) => (one.status === 'possible' && one.allowed ? [one.event] : []))
      const choice = [...known, ...possible, ...possible, ...possible]
      const event = of([...choice, 'tick', 'unknown-event', 'polku.take', '*']) ?? 'e0'
      return datedCall((more) => polku.journeys.send(journey, { ...dated, event, data: { pick }, ...more }), { event })
    }
    case 'detour': {
      const { events } = await polku.journeys.next(journey, { by: everybody })
      const detours = events.map((one) => one.event).filter((one) => detour.test(one))
      const event = detours.sort(backFirst)[0] ?? 'pause'
      const give: Call['give'] = (more) => polku.journeys.send(journey, { ...dated, by: everybody, event, ...more })
      return datedCall(give, { event, by: everybody })
    }
    case 'override': {
      const free = { by: everybody, reason: words.reason, occurredAt: undefined }
      const open = other % 4 === 0 ? undefined : await openGate(polku, [journey, ...journeys], other)
      const anywhere = { journey, event: 'e1', override: { criterion: 'many' } }
      const { journey: gated, ...chosen } = open ?? of(await gatesOf(polku, journey)) ?? anywhere
      const asked = [dated, { ...free, reason: undefined }][other % 6] ?? free
      const give: Call['give'] = (more) => polku.journeys.send(gated, { ...asked, ...chosen, ...more })
      return call(give, { ...chosen, ...asked, journey: gated })
    }
    case 'record': {
      const declared = Object.entries(command.facts).filter(([name]) => document.facts?.[name])
      const values = declared.length > 0 ? Object.fromEntries(declared) : { undeclared: 1 }
      return recordCall(values, { by, occurredAt: dated.occurredAt })
    }
    case 'changeDate': {
      if (document.facts?.startDate?.type !== 'date') return undefined
      const startDate = new Date(clock.ms + ((other % 80) - 20) * DAY).toISOString().slice(0, 10)
      return recordCall({ startDate }, { by: everybody })
    }
    case 'jump': {
      const to =
        of([...compilePathway(document).states.values()].filter((one) => one.definition.enterable))?.path ?? 's1'
      const give: Call['give'] = (more) =>
        polku.journeys.jump(journey, { ...dated, to, ...more, reason: more.reason ?? words.reason })
      return datedCall(give, { reason: words.reason })
    }
    case 'exit': {
      const code = of([...Object.keys(document.exits ?? {}), 'nowhere']) ?? 'nowhere'
      return datedCall((more) => polku.journeys.exit(journey, { ...dated, code, ...more }))
    }
    case 'handOver': {
      const handed = (pick % 4 > 0 ? await withModules(polku, journeys) : undefined) ?? journey
      const to = { user: `user-${other % 4}` }
      // needs a reason only where it is dated back
      const reason = other % 2 === 0 ? undefined : dated.reason
      const give: Call['give'] = (more) => polku.journeys.handOver(handed, { ...dated, reason, to, ...more })
      return datedCall(give, { journey: handed, reason })
    }
    case 'reverse': {
      const { revision } = await polku.journeys.get(journey)
      const entry = Math.max(1, revision - (other % 5 === 0 ? 1 : 0))
      const reason = words.mistake
      return call((more) => polku.journeys.reverse(journey, { by, entry, reason, ...more }), { reason })
    }
    case 'suspend': {
      const reviewDate = localDate(clock.ms + (other % 5 === 0 ? command.ms : Math.max(command.ms, DAY)))
      const held = (await withModules(polku, journeys)) ?? journey
      const code = document.suspensions && ['ill', 'other'][other % 7]
      const asked = { ...dated, reviewDate, code }
      const give: Call['give'] = (more) =>
        polku.journeys.suspend(held, { ...asked, ...more, reason: more.reason ?? words.reason })
      return datedCall(give, { journey: held, reason: words.reason })
    }
    case 'resume': {
      const { suspensions } = await polku.journeys.replay(journey)
      const suspension = of(suspensions)?.id ?? 1 + (other % 3)
      return datedCall((more) => polku.journeys.resume(journey, { ...dated, suspension, ...more }))
    }
    case 'startModule': {
      const asked = other % 3 === 0 ? { module: 'tuki' } : { pathway: supportPathway.id }
      return datedCall((more) => polku.journeys.startModule(journey, { ...dated, ...asked, ...more }))
    }
    case 'endModule': {
      const [module] = await begunModules(polku, journeys, other)
      if (module === undefined) return call(() => polku.runDue(), { kind: 'runDue', journey: undefined })
      const event = 'valmis'
      const give: Call['give'] = (more) => polku.journeys.send(module, { ...dated, by: everybody, event, ...more })
      return datedCall(give, { event, by: everybody, journey: module })
    }
    case 'start': {
      if (journeys.length >= 4) return undefined
      const enterable = [...compilePathway(document).states.values()].filter((one) => one.definition.enterable)
      const at = other % 2 === 0 ? of(enterable)?.path : undefined
      const start = { ...dated, pathway: document.id, client, responsible: { user: by.user }, at }
      return datedCall((more) => polku.journeys.start({ ...start, ...more }), { journey: undefined })
    }
    default:
      return taskCall(world, command, journey, call)
  }
}

/** Every version of a journey's pathway. */
const versionsOf = ({ published, document }: World): Publication[] =>
  published.filter(({ pathway }) => pathway === document.id)

/** For every state of one version some place in another. */
function anyPlaces(from: PathwayDocument, to: PathwayDocument, pick: number): Record<string, string> {
  const places = (document: PathwayDocument) =>
    [...compilePathway(document).states.values()].filter(({ path, type }) => path !== '' && type !== 'history')
  const open = places(to).filter(({ type }) => type !== 'final')
  const ends = places(to).filter(({ type, parent }) => type === 'final' && parent !== '')
  const all = places(from).map(({ path, type }, index) => {
    const fitting = type === 'final' && ends.length > 0 && pick % 2 === 0 ? ends : open
    return [path, fitting[(pick + index * 7) % fitting.length]?.path ?? '']
  })
  return Object.fromEntries(all)
}

/** Events by which generated pathways are left for a while, and come back to through history. */
const detour = /^(pause|back|tauolle|jatka)/
const backFirst = (a: string, b: string) => Number(/^(pause|tauolle)/.test(a)) - Number(/^(pause|tauolle)/.test(b))

/** One of the journeys or of their modules, mostly one that still runs. */
async function chosenJourney({ polku, journeys }: World, pick: number): Promise<string> {
  const chosen = journeys[pick % journeys.length] ?? ''
  if (pick % 10 === 0) return chosen
  const [module] = pick % 4 === 1 ? await begunModules(polku, journeys, pick) : []
  if (module !== undefined) return module
  for (const id of [chosen, ...journeys]) if ((await polku.journeys.get(id)).status === 'active') return id
  return chosen
}

/** A criterion that stands in the way of an event, and may be overridden. */
interface Gate {
  journey: string
  event: string
  override: Override
}

async function gatesOf(polku: EngineParts, journey: string): Promise<Gate[]> {
  const { events } = await polku.journeys.next(journey, { by: everybody })
  return events.flatMap(({ event, transitions }) =>
    transitions.flatMap(({ id, criteria }) =>
      criteria.flatMap(({ name, overridable, value }) =>
        overridable && value !== true ? [{ journey, event, override: { criterion: name, transition: id } }] : [],
      ),
    ),
  )
}

/** One of them that an override would open, which few would: another criterion may stand in the way as well. */
async function openGate(polku: EngineParts, journeys: readonly string[], which: number): Promise<Gate | undefined> {
  for (const id of new Set(journeys)) {
    const gates = await gatesOf(polku, id)
    const from = which % Math.max(1, gates.length)
    for (const gate of [...gates.slice(from), ...gates.slice(0, from)]) {
      const { journey, ...rest } = gate
      const asked = { by: everybody, reason: words.reason, dryRun: true, ...rest }
      if ('answer' in (await outcomeOf(polku.journeys.send(journey, asked)))) return gate
    }
  }
  return undefined
}

/** A journey that has modules which go with it. */
async function withModules(polku: EngineParts, journeys: readonly string[]): Promise<string | undefined> {
  for (const id of journeys) {
    const { status, children } = await polku.journeys.replay(id)
    if (status === 'active' && children.some(({ visit }) => visit !== null)) return id
  }
  return undefined
}

/** Modules of the journeys that have begun (the worker has come to them): those that belong to a state first. */
async function begunModules(polku: EngineParts, journeys: readonly string[], pick: number): Promise<string[]> {
  const own: string[] = []
  const others: string[] = []
  for (const journey of journeys) {
    for (const { journey: child, visit } of (await polku.journeys.replay(journey)).children) {
      if ('refused' in (await outcomeOf(polku.journeys.get(child)))) continue
      if (visit === null) others.push(child)
      else own.push(child)
    }
  }
  return pick % 5 === 0 ? [...others, ...own] : [...own, ...others]
}

async function taskCall(
  { polku, clock, document }: World,
  { kind, other, by, hasReason, facts: values, when, ms }: RandomCommand,
  journey: string,
  call: (give: Call['give'], more?: Partial<Call>) => Call,
): Promise<Call> {
  const { tasks } = await polku.journeys.get(journey)
  const given = { by, reason: hasReason ? words.reason : undefined }
  const dated = { ...given, occurredAt: occurredAt({ when }, clock) }
  const dating = { occurredAt: dated.occurredAt }
  const wanted = kind === 'answer' ? 'proposal' : kind === 'cancel' ? 'adHoc' : undefined
  const fitting = tasks.filter((task) => other % 7 === 0 || wanted === undefined || task.kind === wanted)
  const task = fitting[other % fitting.length]
  const id = task?.id ?? `${journey}.9999`
  switch (kind) {
    case 'open': {
      const dueDate = other % 2 === 0 ? localDate(clock.ms + 5 * DAY) : undefined
      const asked = { ...given, journey, title: words.title, assignee: by.user, dueDate }
      return call((more) => polku.tasks.open({ ...asked, ...more }))
    }
    case 'claim':
      if (task?.kind === 'pathway' && document.taskDefinitions?.[task.name]?.checklist) {
        const items = { asked: other % 3 !== 0, told: other % 2 === 0 }
        return call((more) => polku.tasks.tick(id, { ...given, items, ...more }))
      }
      return call((more) => polku.tasks.claim(id, { ...given, ...more }))
    case 'delegate':
      return call((more) =>
        polku.tasks.delegate(id, { ...given, to: other % 3 === 0 ? null : `user-${other % 4}`, ...more }),
      )
    case 'postpone': {
      const dueDate = localDate(clock.ms + ms)
      return call((more) => polku.tasks.postpone(id, { ...given, dueDate, ...more }))
    }
    case 'cancel':
      return call((more) => polku.tasks.cancel(id, { ...given, ...more }))
    case 'answer':
      return call((more) => polku.tasks.answer(id, { ...dated, accept: other % 4 !== 0, ...more }), dating)
    default: {
      const fields = document.taskDefinitions?.[task?.name ?? '']?.form ?? []
      const bound = fields.flatMap((field) => ('fact' in field ? [field.fact] : []))
      const filled = Object.entries(values).filter(([name]) => bound.includes(name))
      const form = filled.length > 0 ? Object.fromEntries(filled) : undefined
      return call((more) => polku.tasks.complete(id, { ...dated, form, ...more }), dating)
    }
  }
}

function occurredAt({ when }: Pick<RandomCommand, 'when'>, clock: TestClock): string | undefined {
  const ago = { now: 0, minutesAgo: 10 * MINUTE, daysAgo: 3 * DAY, longAgo: 200 * DAY, ahead: -DAY }[when]
  return when === 'now' ? undefined : new Date(clock.ms - ago).toISOString()
}

const localDate = (at: number): string => new Date(at).toISOString().slice(0, 10)
