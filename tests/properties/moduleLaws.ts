import { expect } from 'vitest'
import type { ModuleStart } from '../../engine/journey/startModule.ts'
import type { Child, JourneyState } from '../../engine/journey/state.ts'
import type { ModuleDefinition } from '../../engine/pathway/states.ts'
import { changesOf, hasEnded, stepTime } from './promiseLaws.ts'
import { referenceChoice } from './referenceChoice.ts'
import { publicationOf, type Watch, type WatchedStep } from './watch.ts'

/** What is known of a module from the journals of parent and child. */
export interface ModuleStory {
  parent: string
  promised: ModuleStart
  hasBegun: boolean
  isToldToEnd: boolean
  /** how often its end has reached its parent */
  heard: number
  /** it was handed over by itself: who answers for its parent need not answer for it */
  isHandedOver: boolean
}

/** A module is promised as its parent's version was published: which one, in which version, with which inputs. */
export function modulesAreBound(watched: Watch, step: WatchedStep): void {
  const { placed, after } = step
  const started = changesOf(placed.entry.changes, 'moduleStarted').map(({ child }) => child)
  const messages = placed.entry.messages.filter(({ topic }) => topic === 'module.start').map(({ payload }) => payload)
  expect(
    messages.map(({ child }) => child),
    'modules that are asked for',
  ).toEqual(started.map(({ journey }) => journey))
  for (const [index, child] of started.entries()) {
    const { bound } = publicationOf(watched, after)
    const latest = watched.world.published.findLast(({ pathway }) => pathway === child.pathway)?.version
    const definition = definitionOf(step, child)
    expect(messages[index], `the module ${child.module} of version ${after.version}`).toEqual({
      child: child.journey,
      module: child.module,
      pathway: child.pathway,
      version: definition ? bound : latest,
      inputs: inputsOf(watched, step, definition),
      occurredAt: stepTime(step),
      responsible: after.responsible,
    })
    expect(child.version).toBe(definition ? bound : latest)
    expect(watched.modules.has(child.journey), `${child.journey} was promised twice`).toBe(false)
    const promised = messages[index] as unknown as ModuleStart
    watched.modules.set(child.journey, {
      parent: placed.journey,
      promised,
      hasBegun: false,
      isToldToEnd: false,
      heard: 0,
      isHandedOver: false,
    })
  }
}

/** What entry to a state, or an event in it, is to start, is started; once as long as it runs. */
export function modulesAreStarted(_watched: Watch, { placed, before, after, pathway }: WatchedStep): void {
  const { type, entry } = placed
  const started = changesOf(entry.changes, 'moduleStarted').map(({ child }) => child)
  for (const { visit } of changesOf(entry.changes, 'visitOpened')) {
    for (const [name, { start = 'entry' }] of modulesOf(pathway, visit.state)) {
      const own = started.filter((child) => child.visit === visit.id && child.module === name)
      if (start === 'entry') expect(own.length, `"${name}" on entry to "${visit.state}"`).toBe(1)
    }
  }
  if (type !== 'send') return
  for (const visit of before.visits) {
    if (!after.visits.some(({ id }) => id === visit.id)) continue
    for (const [name, { start }] of modulesOf(pathway, visit.state)) {
      const running = after.children.filter((child) => child.visit === visit.id && child.module === name)
      const isCalledFor = typeof start === 'object' && start.event === entry.event
      if (isCalledFor) expect(running.length, `"${name}" on "${entry.event}"`).toBe(1)
    }
  }
}

/** A child begins once, as it was promised; no child is there that nobody has promised. */
export function childrenBeginAsPromised(watched: Watch, { placed, after }: WatchedStep): void {
  if (placed.type !== 'start' || after.parent === null) return
  const story = watched.modules.get(placed.journey)
  expect(story, `${placed.journey} has begun, and nobody has asked for it`).toBeDefined()
  if (!story) return
  const { module, pathway, version, inputs, occurredAt, responsible } = story.promised
  expect(story.hasBegun, `${placed.journey} has begun twice`).toBe(false)
  expect(
    {
      parent: after.parent,
      ...{ pathway: after.pathway, version: after.version, inputs: after.inputs },
      ...{ occurredAt: placed.occurredAt, responsible: after.responsible },
    },
    `${placed.journey} as it begins`,
  ).toEqual({ parent: { journey: story.parent, module }, pathway, version, inputs, occurredAt, responsible })
  story.hasBegun = true
}

/** Whoever hands over a module by itself takes it out of its parent's hands. */
export function handOversAreNoted({ modules }: Watch, { placed }: WatchedStep): void {
  const story = modules.get(placed.journey)
  if (story && placed.type === 'handOver' && !placed.byRule) story.isHandedOver = true
}

/** Who ends tells the parent with which code; a parent hears each end once, and makes of it what the document says. */
export function endsAreHeard(watched: Watch, step: WatchedStep): void {
  const { placed, before, after, facts, pathway } = step
  const { entry, type, recordedAt } = placed
  const told = entry.messages.filter(({ topic }) => topic === 'module.ended').map(({ payload }) => payload)
  const isTold = hasEnded(step) && after.parent !== null
  expect(told).toEqual(isTold ? [{ parent: after.parent?.journey, code: after.end?.code }] : [])
  if (type !== 'moduleEnded') return
  const [{ journey: child } = { journey: '' }] = changesOf(entry.changes, 'moduleEnded')
  const story = watched.modules.get(child)
  const known = before.children.find((one) => one.journey === child)
  expect(story && known, `${placed.journey} heard of ${child}`).toBeDefined()
  if (!story || !known) return
  story.heard += 1
  expect(story.heard, `the end of ${child} was heard`).toBe(1)
  const event = outputOf(watched, step, known)
  if (event === undefined || before.status === 'ended') return
  const choice = referenceChoice({ pathway, state: before, facts, now: recordedAt }, 'on', event)
  const asked = [...choice.chosen, ...choice.unknown]
  if (asked.length === 0) return
  const isAutomatic = asked.every(({ definition }) => definition.automatic)
  const isTaken = isAutomatic && choice.unknown.length === 0 && before.suspensions.length === 0
  if (isTaken)
    expect(
      choice.chosen.map(({ id }) => id),
      `"${event}" of ${child}`,
    ).toContain(entry.taken[0])
  const proposals = after.tasks.filter(({ kind }) => kind === 'proposal').map(({ name }) => name)
  const isStill = entry.taken.length === 0 && after.status === 'active'
  if (!isTaken && isStill)
    expect(proposals, `"${event}" of ${child}`).toEqual(expect.arrayContaining(asked.map(({ id }) => id)))
}

/** When the state that it belongs to is left a module is told to end, or runs on, as the document says. */
export function modulesEndOrRunOn(watched: Watch, step: WatchedStep): void {
  const { placed, before, from } = step
  const { changes, messages } = placed.entry
  const closed = new Set(changesOf(changes, 'visitClosed').map(({ visit }) => visit))
  const children = [...before.children, ...changesOf(changes, 'moduleStarted').map(({ child }) => child)]
  const told = messages.filter(({ topic }) => topic === 'module.end').map(({ payload }) => payload.child)
  const left = changesOf(changes, 'moduleLeft').map(({ journey }) => journey)
  const heard = placed.type === 'moduleEnded' ? changesOf(changes, 'moduleEnded')[0]?.journey : undefined
  // what another version has no place for is left under the version that it was entered under
  const switched = changes.findIndex(({ change }) => change === 'migrated')
  const leftBefore = new Set(
    changesOf(changes.slice(0, Math.max(0, switched)), 'visitClosed').map(({ visit }) => visit),
  )
  const isLeftBefore = ({ visit }: Child) => visit !== null && leftBefore.has(visit)
  const belonging = children.map((child) => (isLeftBefore(child) ? child : asMigrated(step, child)))
  // and what it takes away of a state that goes on runs on by itself
  const takenAway = belonging.filter(
    (child) =>
      switched >= 0 &&
      child.visit !== null &&
      before.children.some(({ journey }) => journey === child.journey) &&
      !isLeftBefore(child) &&
      definitionOf(step, child)?.pathway !== child.pathway,
  )
  const over = belonging.filter(
    (child) => child.visit !== null && closed.has(child.visit) && child.journey !== heard && !takenAway.includes(child),
  )
  const declared = (child: Child) => {
    if (!isLeftBefore(child)) return definitionOf(step, child)
    const state = before.visits.find(({ id }) => id === child.visit)?.state ?? ''
    return modulesOf(from, state).find(([name]) => name === child.module)?.[1]
  }
  const runsOn = over.filter((child) => declared(child)?.whenLeft === 'leave')
  // one that was left by the old version, belongs to a state of the new one, and is left there in the same step
  const leftAgain = children.filter(isLeftBefore).flatMap((child) => {
    const { visit } = asMigrated(step, child)
    return visit !== child.visit && visit !== null && closed.has(visit) ? [{ ...child, visit }] : []
  })
  const ends = [
    ...over.filter((one) => !runsOn.includes(one)),
    ...leftAgain.filter((child) => definitionOf(step, child)?.whenLeft !== 'leave'),
  ]
  const byThemselves = [...runsOn, ...takenAway].map(({ journey }) => journey)
  // what is left by one version and belongs to a state of the other may be left there again
  expect([...new Set(left)].sort(), 'modules left running').toEqual(byThemselves.sort())
  expect([...told].sort(), 'modules told to end').toEqual(ends.map(({ journey }) => journey).sort())
  for (const child of told) {
    const story = watched.modules.get(String(child))
    if (story) story.isToldToEnd = true
  }
}

/** Once every message between journeys has been dealt with, parent and child agree about each other. */
export function parentsAndChildrenAgree({ reader, modules, journeys }: Watch): void {
  const [waiting] = reader.rows<{ count: number }>(
    "SELECT count(*) AS count FROM outbox WHERE delivered_at IS NULL AND topic LIKE 'module.%'",
  )
  if (waiting?.count !== 0) return
  for (const [id, story] of modules) {
    const child = journeys.get(id)?.state
    const parent = journeys.get(story.parent)?.state
    expect(child && parent, `${id} was promised, and has not begun`).toBeDefined()
    if (!child || !parent) continue
    const known = parent.children.find((one) => one.journey === id)
    if (story.isToldToEnd) expect(child.status, `${id} was told to end`).toBe('ended')
    if (child.status === 'ended') expect(known, `${id} has ended, and its parent does not know`).toBeUndefined()
    else standsAsItsParent(id, child, known?.visit === null ? undefined : known && parent)
    const isOwn = story.isHandedOver || known === undefined || known.visit === null
    if (!isOwn) expect(child.responsible, `who answers for ${id}`).toEqual(parent.responsible)
  }
}

/** A module that belongs to a state stands still as long as its parent does; one that runs on by itself does not. */
function standsAsItsParent(id: string, child: JourneyState, parent: JourneyState | undefined): void {
  const held = child.suspensions.flatMap(({ ofParent }) => (ofParent === undefined ? [] : [ofParent]))
  expect(held, `${id} is held by its parent`).toEqual(parent?.suspensions.map((one) => one.id) ?? [])
}

function modulesOf(pathway: WatchedStep['pathway'], state: string): [string, ModuleDefinition][] {
  return Object.entries(pathway.states.get(state)?.definition.modules ?? {})
}

/** A module as it belongs to its parent once that has come to another version. */
function asMigrated({ placed }: WatchedStep, child: Child): Child {
  const [migration] = changesOf(placed.entry.changes, 'migrated')
  const joined = migration?.joined.find(({ journey }) => journey === child.journey)?.visit
  const into = migration?.absorbed.find(({ visit }) => visit === child.visit)?.into
  return { ...child, visit: joined ?? into ?? child.visit }
}

/** The declaration of a module; undefined for one that a person has chosen. */
function definitionOf({ placed, before, after, pathway }: WatchedStep, child: Child): ModuleDefinition | undefined {
  const opened = changesOf(placed.entry.changes, 'visitOpened').map(({ visit }) => visit)
  const visit = [...before.visits, ...opened, ...after.visits].find(({ id }) => id === child.visit)
  const [{ moved } = { moved: [] }] = changesOf(placed.entry.changes, 'migrated')
  const state = moved.find((one) => one.visit === visit?.id)?.state ?? visit?.state ?? ''
  return pathway.states.get(state)?.definition.modules?.[child.module]
}

/** The event that the end of a module means to its parent, by the state that it belongs to. */
function outputOf({ journeys }: Watch, step: WatchedStep, child: Child): string | undefined {
  if (child.visit === null) return undefined
  const code = journeys.get(child.journey)?.state.end?.code ?? ''
  const { outputs } = definitionOf(step, child) ?? {}
  return outputs?.[code] ?? outputs?.['*']
}

function inputsOf(
  watched: Watch,
  { after }: WatchedStep,
  definition: ModuleDefinition | undefined,
): Record<string, unknown> {
  const { document, parameters } = publicationOf(watched, after)
  const given = Object.entries(definition?.inputs ?? {}).map(([name, value]) => [
    name,
    typeof value === 'object' && 'parameter' in value
      ? (parameters[value.parameter] ?? document.parameters?.[value.parameter]?.default)
      : value,
  ])
  return Object.fromEntries(given)
}
