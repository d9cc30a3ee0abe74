import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { soundPathway } from '../engine/pathway/soundPathway.ts'
import { generatedPathway } from '../support/generatedPathway.ts'
import {
  type Call,
  createWorld,
  type Outcome,
  outcomeOf,
  type RandomCommand,
  randomCommand,
  resolve,
  type World,
} from '../support/randomCommands.ts'
import { readTables } from '../support/tables.ts'
import { openTestPolku, temporaryFile } from '../support/testPolku.ts'
import { newCoverage, noteOutcome, noteRun, noteStep, type Seen, sharesOf, tableOf } from './coverage.ts'
import { duesAreRight, skippedIsRight } from './dueDates.ts'
import { nextIsSend } from './nextLaws.ts'
import { runs } from './settings.ts'
import { nobodyIsForgotten, nothingIsLeftOver, timeRunsOn, timersActInTime, unknownIsNeverTrue } from './stepLaws.ts'
import { rowsAreTheState } from './tableLaws.ts'
import { newSteps, type Watch, type WatchedStep, watch } from './watch.ts'

const pathway = fc.oneof({ weight: 3, arbitrary: generatedPathway }, { weight: 1, arbitrary: soundPathway })

/** A command that was done, to be repeated later. */
interface Done {
  call: Call
  key: string
  answer: unknown
}

describe('whatever is asked of a journey, in whatever order', () => {
  const coverage = newCoverage()

  it('every promise holds after every command', { timeout: 900_000 }, async () => {
    const commands = fc.array(randomCommand, { minLength: 10, maxLength: 40, size: 'max' })
    await fc.assert(
      fc.asyncProperty(pathway, commands, async (document, given) => {
        const file = temporaryFile()
        const { polku, clock } = await openTestPolku({ database: file })
        const reader = readTables(file)
        try {
          const world = await createWorld(polku, clock, document)
          const watched = watch(world, reader)
          const seen: Seen = new Set()
          const done: Done[] = []
          await holdAll(watched, seen)
          for (const command of given) {
            await step(watched, command, done, seen)
            await holdAll(watched, seen)
            await repeatOne(watched, done, command.other)
          }
          noteRun(coverage, seen, given.length)
        } finally {
          reader.close()
          await polku.close()
          rmSync(dirname(file), { recursive: true, force: true })
        }
      }),
      runs(110),
    )
  })

  it('and enough of what is rare has come up', () => {
    console.log(tableOf(coverage))
    for (const [what, share] of Object.entries(sharesOf(coverage))) expect(share, what).toBeGreaterThanOrEqual(5)
  })
})

/** Gives a command, perhaps tried first, and holds what must be so around it. */
async function step(watched: Watch, command: RandomCommand, done: Done[], seen: Seen): Promise<void> {
  const { world, reader } = watched
  const call = await resolve(world, command)
  if (!call) return
  const tried = command.isTriedFirst && call.kind !== 'runDue' ? await tryFirst(watched, call) : undefined
  const before = reader.fingerprint()
  const last = watched.states.get(call.journey ?? '')?.seq ?? 0
  world.count += 1
  const key = `key-${world.count}`
  const outcome = await outcomeOf(call.give({ key }))
  noteOutcome(seen, outcome)
  if (tried) expect(comparable(call, tried)).toEqual(comparable(call, outcome))
  if ('refused' in outcome) {
    nothingHappened(watched, call, before, last)
    return
  }
  if (call.kind === 'start') world.journeys.push((outcome.answer as { journey: { id: string } }).journey.id)
  if (call.kind !== 'runDue') done.push({ call, key, answer: structuredClone(outcome.answer) })
}

/** A dry run changes no table; what it answers is held against what then happens. */
async function tryFirst({ reader }: Watch, call: Call): Promise<Outcome> {
  const before = reader.fingerprint()
  const outcome = await outcomeOf(call.give({ dryRun: true }))
  expect(reader.fingerprint(), `a dry run of ${call.kind} has changed something`).toBe(before)
  return outcome
}

/** An outcome without the ids that are made anew each time. */
function comparable({ kind }: Call, outcome: Outcome): unknown {
  if ('refused' in outcome) {
    const { code, details } = outcome.refused
    return { code, details: kind === 'start' ? { ...details, journey: '' } : details }
  }
  if (kind === 'start') {
    const { journey } = outcome.answer as { journey: { id: string } }
    return JSON.stringify(journey).replaceAll(journey.id, '')
  }
  return kind === 'record' ? (outcome.answer as { journeys: unknown }).journeys : outcome.answer
}

/** On a refusal nothing has happened, but that due timers may have acted. */
function nothingHappened(watched: Watch, call: Call, before: string, last: number): void {
  const { reader } = watched
  if (reader.fingerprint() === before) return
  const since = reader.rows<{ type: string; journey: string }>(
    'SELECT type, journey FROM journal WHERE journey = ? AND seq > ?',
    call.journey ?? '',
    last,
  )
  expect(since.length, `${call.kind} was refused, and something has changed`).toBeGreaterThan(0)
  expect(new Set(since.map(({ type }) => type))).toEqual(new Set(['timer']))
}

/** The same key gives the same answer and changes nothing, however late; with another body it is refused. */
async function repeatOne({ reader }: Watch, done: readonly Done[], pick: number): Promise<void> {
  const one = done[pick % done.length]
  if (!one) return
  const before = reader.fingerprint()
  expect(await one.call.give({ key: one.key }), `${one.call.kind} repeated`).toEqual(one.answer)
  const other = await outcomeOf(one.call.give({ key: one.key, reason: 'Aivan toinen syy' }))
  expect('refused' in other && other.refused.code).toBe('key-reused')
  expect(reader.fingerprint(), `repeating ${one.call.kind} has changed something`).toBe(before)
}

async function holdAll(watched: Watch, seen: Seen): Promise<void> {
  const { world, reader } = watched
  for (const one of newSteps(watched)) {
    for (const law of stepLaws) holding(law, watched, one)
    noteStep(seen, watched, one)
  }
  const dates = await dateFacts(world)
  for (const [id, { state }] of watched.states) {
    await rowsAreTheState(watched, id, state)
    if (state.status === 'active') duesAreRight(watched, state, dates)
    const before = reader.fingerprint()
    await nextIsSend(watched, id)
    expect(reader.fingerprint(), 'asking what is next has changed something').toBe(before)
  }
}

const stepLaws = [
  unknownIsNeverTrue,
  timersActInTime,
  timeRunsOn,
  nothingIsLeftOver,
  nobodyIsForgotten,
  skippedIsRight,
] as const

/** Holds a law, and says of which step it does not hold. */
function holding(law: (typeof stepLaws)[number], watched: Watch, step: WatchedStep): void {
  try {
    law(watched, step)
  } catch (error) {
    const { seq, type, entry } = step.placed
    const what = JSON.stringify({
      seq,
      type,
      event: entry.event,
      taken: entry.taken,
      from: step.before.value,
      to: step.after.value,
    })
    throw new Error(`${law.name} does not hold of ${what}`, { cause: error })
  }
}

async function dateFacts({ polku, client }: World): Promise<ReadonlyMap<string, string>> {
  const known = await polku.clients.facts(client)
  return new Map(known.flatMap(({ name, value }) => (typeof value === 'string' ? [[name, value] as const] : [])))
}
