import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Delivery, PathwayInput, PolkuProblem } from '../../engine/index.ts'
import { createVault } from '../../engine/store/vault.ts'
import { soundPathway } from '../engine/pathway/soundPathway.ts'
import {
  type ChangedParts,
  type EngineParts,
  type Fault,
  failing,
  InjectedFailure,
  openParts,
} from '../support/engineParts.ts'
import { generatedPathway } from '../support/generatedPathway.ts'
import { type Outcome, outcomeOf } from '../support/outcomeOf.ts'
import { type RandomCommand, randomCommand, words } from '../support/randomCommands.ts'
import { createWorld } from '../support/randomWorld.ts'
import { type Call, resolve } from '../support/resolveCommand.ts'
import { readTables } from '../support/tables.ts'
import { temporaryFile } from '../support/temporaryFolder.ts'
import { testClock } from '../support/testClock.ts'
import { anchorsAreRight } from './anchorLaws.ts'
import { answerIsCommitted, comparable, nothingHappened } from './answerLaws.ts'
import { noteOutcome, noteStep, type Seen } from './coverage.ts'
import { verdictsAreRight } from './coverLaws.ts'
import {
  criteriaAreRight,
  factsAreHeeded,
  peopleDecide,
  refusalIsRight,
  ruleIsMarked,
  whatIsSentIsChosen,
} from './criteriaLaws.ts'
import { deliveriesAreDone } from './deliveryLaws.ts'
import { dateFacts, duesAreRight, skippedIsRight } from './dueDates.ts'
import {
  childrenBeginAsPromised,
  endsAreHeard,
  handOversAreNoted,
  modulesAreBound,
  modulesAreStarted,
  modulesEndOrRunOn,
  parentsAndChildrenAgree,
} from './moduleLaws.ts'
import { nextIsSend } from './nextLaws.ts'
import { overrideIsReasoned, peopleMayDoIt, revisionIsHeard, whatActedIsSaid } from './personLaws.ts'
import {
  entryIsKept,
  followUpsAreKept,
  openWorkIsWatched,
  promisesAreArmed,
  whatHappenedIsTold,
} from './promiseLaws.ts'
import { referenceChoice } from './referenceChoice.ts'
import { answersAreAwaited, lateWorkIsTold, reviewIsInTime } from './remindLaws.ts'
import { standstillIsKept } from './standstillLaws.ts'
import { nobodyIsForgotten, nothingIsLeftOver, timeRunsOn, timersActInTime, unknownIsNeverTrue } from './stepLaws.ts'
import { messagesAreWritten, rowsAreTheState, wordsAreSealed } from './tableLaws.ts'
import { peopleAreTold } from './tellLaws.ts'
import { newSteps, type Watch, type WatchedStep, watch } from './watch.ts'

/** A pathway, and what is asked of a client's journeys through it, in order. */
export interface Life {
  document: PathwayInput
  /** which values are chosen for its parameters as it is published; 0 for its defaults */
  chosen: number
  /** what the pathway is in its second version */
  other?: PathwayInput
  commands: RandomCommand[]
}

/** So many of them hold Polku by all its laws, and every mutant. */
export const LIVES = 110

export const lives: fc.Arbitrary<Life> = fc.record({
  document: fc.oneof({ weight: 3, arbitrary: generatedPathway }, { weight: 1, arbitrary: soundPathway }),
  chosen: fc.nat(3),
  commands: fc.array(randomCommand, { minLength: 14, maxLength: 40, size: 'max' }),
})

/** Lives in which another version is published before nearly every command. */
export const livesOfVersions = livesWith('publish')
/** Lives in which a state is left for a while, or come back to by history, after nearly every command. */
export const livesOfReturns = livesWith('detour')

/** Lives in which journeys come to other versions: to quite another pathway, and to other periods of either. */
export const livesOfMigrations: fc.Arbitrary<Life> = fc
  .tuple(livesWith('migrate'), generatedPathway)
  .map(([life, other]) => ({ ...life, other: called(other, life.document.id) }))

/** A pathway under another id; its targets name it. */
function called(document: PathwayInput, id: string): PathwayInput {
  return { ...JSON.parse(JSON.stringify(document).replaceAll(`"#${document.id}.`, `"#${id}.`)), id }
}

/** Lives in which every second command is of one kind. */
function livesWith(kind: RandomCommand['kind']): fc.Arbitrary<Life> {
  return lives.map(({ commands, ...life }) => ({
    ...life,
    commands: commands.flatMap((one, index) => [one, { ...one, kind, other: index }]).slice(0, 40),
  }))
}

const stepLaws = [
  messagesAreWritten,
  unknownIsNeverTrue,
  peopleMayDoIt,
  whatActedIsSaid,
  criteriaAreRight,
  whatIsSentIsChosen,
  factsAreHeeded,
  peopleDecide,
  ruleIsMarked,
  timersActInTime,
  timeRunsOn,
  entryIsKept,
  followUpsAreKept,
  anchorsAreRight,
  standstillIsKept,
  reviewIsInTime,
  answersAreAwaited,
  lateWorkIsTold,
  whatHappenedIsTold,
  nothingIsLeftOver,
  nobodyIsForgotten,
  verdictsAreRight,
  skippedIsRight,
  modulesAreBound,
  modulesAreStarted,
  childrenBeginAsPromised,
  endsAreHeard,
  handOversAreNoted,
  modulesEndOrRunOn,
] as const

/** A command that was done, to be repeated later. */
interface Done {
  call: Call
  key: string
  answer: unknown
}

/** What is under way in one life. */
interface Living extends Watch {
  done: Done[]
  seen: Seen
  /** what has been told to the outside, in order */
  told: Delivery[]
  /** what the worker could not cope with */
  failures: unknown[]
  /** how many keys each caller has used */
  keys: Map<string, number>
  /** where each journey stood when `next` was last held against `send` */
  asked: Map<string, string>
}

/**
 * Lives a life and holds every promise after every command.
 * @param changed parts of the engine that a mutant replaces
 * @throws when a promise does not hold
 */
export async function holdLaws({ document, chosen, other, commands }: Life, changed: ChangedParts = {}): Promise<Seen> {
  const file = temporaryFile()
  const clock = testClock()
  const masterKey = new Uint8Array(32).fill(1)
  const fault: Fault = { atWrite: undefined, writes: 0 }
  const told: Delivery[] = []
  const failures: unknown[] = []
  const engines: EngineParts[] = []
  const alter = changed.store ?? ((store) => store)
  const open = async (): Promise<EngineParts> => {
    const parts = await openParts({
      file,
      clock,
      masterKey,
      deliver: async (message) => void told.push(message),
      onError: (error) => {
        if (!isAskedFor(error)) failures.push(error)
      },
      changed: { ...changed, store: (store) => alter(failing(store, fault)) },
    })
    engines.push(parts)
    return parts
  }
  const first = await open()
  const reader = readTables(file)
  try {
    const world = await createWorld(first, clock, document, chosen, other)
    world.restart = open
    world.failAt = (write) => {
      fault.atWrite = write
    }
    const vault = createVault({ masterKey, random: (length) => new Uint8Array(length) })
    const known = { done: [], seen: new Set<never>() as Seen, told, failures, keys: new Map(), asked: new Map() }
    const living: Living = { ...watch(world, reader, vault), ...known }
    await holdAll(living)
    for (const command of commands) {
      await step(living, command)
      await holdAll(living)
      await repeatOne(living, command.other)
    }
    return living.seen
  } finally {
    reader.close()
    for (const engine of engines) await engine.close()
    rmSync(dirname(file), { recursive: true, force: true })
  }
}

/** A failure that a command has asked for, or what is told to a module whose start has so failed. */
function isAskedFor(error: unknown): boolean {
  return error instanceof InjectedFailure || (error instanceof Error && error.message.endsWith('has not begun yet'))
}

/** Each caller counts their own keys: the same key is another's as well. */
function nextKey({ keys }: Living, { by: { user } }: Call): string {
  const count = (keys.get(user) ?? 0) + 1
  keys.set(user, count)
  return `key-${count}`
}

const isWorkers = ({ kind }: Call) => kind === 'runDue' || kind === 'failingRunDue'

/** Gives a command, perhaps tried first, and holds what must be so around it. */
async function step(living: Living, command: RandomCommand): Promise<void> {
  const { world, reader, done, seen } = living
  const call = await resolve(world, command)
  if (!call) return
  const tried = command.isTriedFirst && !isWorkers(call) ? await tryFirst(living, call) : undefined
  await overrideIsReasoned(call)
  const before = reader.fingerprint()
  const last = living.journeys.get(call.journey ?? '')?.seq ?? 0
  const key = nextKey(living, call)
  const outcome = await outcomeOf(call.give({ key }))
  noteOutcome(seen, outcome)
  revisionIsHeard(call, outcome)
  if (tried) expect(comparable(call, tried), `${call.kind} as it was tried first`).toEqual(comparable(call, outcome))
  if ('refused' in outcome) {
    nothingHappened(living, call, before, last)
    holdSteps(living)
    refusedRightly(living, call, outcome)
    return
  }
  if (isWorkers(call)) {
    if (call.kind === 'runDue') deliveriesAreDone(living, living.told)
    return
  }
  answerIsCommitted(living, call, outcome.answer)
  if (call.kind !== 'record') {
    const { journey, entry } = outcome.answer as { journey: { id: string }; entry: number }
    living.given = { call, journey: journey.id, entry }
  }
  if (call.kind === 'start') world.journeys.push((outcome.answer as { journey: { id: string } }).journey.id)
  done.push({ call, key, answer: structuredClone(outcome.answer) })
}

/** A dry run changes no table; what it answers is held against what then happens. */
async function tryFirst({ reader }: Watch, call: Call): Promise<Outcome> {
  const before = reader.fingerprint()
  const outcome = await outcomeOf(call.give({ dryRun: true }))
  expect(reader.fingerprint(), `a dry run of ${call.kind} has changed something`).toBe(before)
  return outcome
}

function refusedRightly({ journeys, facts, world }: Living, call: Call, { refused }: { refused: PolkuProblem }): void {
  const known = journeys.get(call.journey ?? '')
  if (call.event === undefined || !known) return
  const { state, pathway } = known
  const asked = { pathway, state, facts, now: Math.max(world.clock.ms, state.at) }
  refusalIsRight(asked, call.event, refused, referenceChoice(asked, 'on', call.event, call.override))
}

/** The same key gives the same answer and changes nothing, however late; with another body it is refused. */
async function repeatOne({ reader, done }: Living, pick: number): Promise<void> {
  const one = done[pick % done.length]
  if (!one) return
  const before = reader.fingerprint()
  expect(await one.call.give({ key: one.key }), `${one.call.kind} repeated`).toEqual(one.answer)
  const other = await outcomeOf(one.call.give({ key: one.key, reason: 'Aivan toinen syy' }))
  expect('refused' in other && other.refused.code).toBe('key-reused')
  expect(reader.fingerprint(), `repeating ${one.call.kind} has changed something`).toBe(before)
}

async function holdAll(living: Living): Promise<void> {
  const { world, reader, asked } = living
  expect(living.failures, 'the worker could not cope').toEqual([])
  wordsAreSealed(living, Object.values(words))
  holdSteps(living)
  parentsAndChildrenAgree(living)
  peopleAreTold(living)
  const dates = dateFacts(living.facts)
  const before = reader.fingerprint()
  for (const [id, known] of living.journeys) {
    const { pathway, state } = known
    await rowsAreTheState(living, id, state)
    if (state.status === 'active') {
      duesAreRight(pathway, state, dates)
      promisesAreArmed(pathway, state, dates)
      openWorkIsWatched(pathway, state)
    }
    const standing = `${known.seq} at ${world.clock.ms}`
    if (asked.get(id) === standing) continue
    asked.set(id, standing)
    await nextIsSend(living, id, known)
  }
  expect(reader.fingerprint(), 'asking what is next has changed something').toBe(before)
}

/** Holds what each step that is new must keep. */
function holdSteps(living: Living): void {
  for (const one of newSteps(living)) {
    for (const law of stepLaws) holding(law, living, one)
    noteStep(living.seen, one)
  }
}

/** Holds a law, and says of which step it does not hold. */
function holding(law: (typeof stepLaws)[number], watched: Watch, step: WatchedStep): void {
  try {
    law(watched, step)
  } catch (error) {
    const { journey, seq, type, entry } = step.placed
    const { event, taken } = entry
    const what = JSON.stringify({ journey, seq, type, event, taken, from: step.before.value, to: step.after.value })
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`${law.name} does not hold of ${what}: ${why}`, { cause: error })
  }
}
