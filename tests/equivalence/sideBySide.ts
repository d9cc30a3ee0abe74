import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { PolkuProblem } from '../../engine/index.ts'
import type { JournalEntry } from '../../engine/journey/replay.ts'
import { EndlessLoop } from '../../engine/journey/settle.ts'
import { activeIn } from './activeIn.ts'
import type { ComparedJourney } from './comparedJourney.ts'
import type { Facts } from './machinePlan.ts'
import { type Reference, type Standing, startReference } from './reference.ts'

/** What happens to both. */
export type Move =
  | { kind: 'send'; event: string }
  | { kind: 'record'; facts: Facts }
  /** time goes on, by way of every due instant */
  | { kind: 'wait'; ms: number }
  /** time goes on to the next due instant */
  | { kind: 'next' }

/** One comparison that came out equal. */
export interface Compared {
  move: Move | { kind: 'start' } | { kind: 'due'; at: number }
  before: Standing | undefined
  after: Standing
  entries: JournalEntry[]
  /** transitions that XState found enabled on the event */
  enabled: number
}

/** Why a comparison went no further; `order`: XState's answer hangs on the order in which it entered states. */
export type SetAside = 'endless' | 'broken' | 'order'

/** An actor, and one that asks regions in the document's order: they differ only where order decides. */
interface References {
  plain: Reference
  ordered: Reference
}

/** A journey and an actor of the same document, held against each other after everything that happens. */
export interface SideBySide {
  journey: ComparedJourney
  /** Does something to both and compares; begins anew when the last journey has ended or was set aside. */
  move(move: Move): Promise<void>
  /** what was compared so far */
  compared: Compared[]
  setAside: SetAside[]
  close(): Promise<void>
}

/**
 * Before every step all but what is stored is forgotten.
 * @param document what the actor is made from: the journey's own document, or another that it must differ from
 */
export function sideBySide(journey: ComparedJourney, known: Facts, document = journey.document): SideBySide {
  const { clock } = journey
  const compared: Compared[] = []
  const setAside: SetAside[] = []
  let facts = known
  let reference: References | undefined
  let last: Standing | undefined

  /** Does something to the journey, the actor having done it, and compares. */
  const both = async (move: Compared['move'], actors: References, act: () => Promise<unknown>, enabled = 0) => {
    await journey.reload()
    const { plain, ordered } = actors
    comeToNow(actors)
    const isEndless = (await isLoop(act, journey)) || (await isLoop(runDue, journey))
    expect({ move, isEndless }).toEqual({ move, isEndless: ordered.isEndless() })
    if (isEndless) return stop('endless')
    const { entries, visits, ...after } = await journey.standing()
    expect({ move, visits: visits.sort() }).toEqual({ move, visits: after.isDone ? [] : activeIn(after.value) })
    expect(journey.failures).toEqual([])
    if (ordered.isBroken()) return stop('broken')
    const expected = ordered.standing()
    expect({ move, ...after }).toEqual({ move, ...expected })
    if (!isDeepStrictEqual(plain.standing(), expected)) return stop('order')
    compared.push({ move, before: last, after, entries, enabled })
    last = after
  }

  /** What is due at once, by a step of its own. */
  const runDue = async () => {
    if (await journey.isDue()) await journey.reload()
    await journey.runDue()
  }

  const stop = (why: SetAside) => {
    setAside.push(why)
    reference = undefined
  }

  const begin = async (): Promise<References> => {
    const plain = startReference(document, facts, clock.ms)
    const actors = { plain, ordered: startReference(document, facts, clock.ms, 'document') }
    reference = actors
    last = undefined
    await both({ kind: 'start' }, actors, () => journey.start())
    return actors
  }

  const comeToNow = ({ plain, ordered }: References) => {
    plain.comeTo(clock.ms)
    ordered.comeTo(clock.ms)
  }

  /** Time goes on by way of every due instant up to a given one. */
  const waitUntil = async (actors: References, until: number) => {
    for (let due = last?.dues[0]; due !== undefined && due <= until && isGoingOn(); due = last?.dues[0]) {
      const at = due
      clock.set(at)
      await both({ kind: 'due', at }, actors, () => journey.runDue())
    }
    if (until > clock.ms) clock.set(until)
    comeToNow(actors)
  }

  const isGoingOn = () => reference !== undefined && last?.isDone === false

  return {
    journey,
    compared,
    setAside,
    close: () => journey.close(),
    move: async (move) => {
      if (setAside.includes('endless')) return
      const actors = reference && isGoingOn() ? reference : await begin()
      if (!isGoingOn()) return
      switch (move.kind) {
        case 'send': {
          const enabled = actors.ordered.send(move.event)
          actors.plain.send(move.event)
          const send = async () => {
            const isTaken = await journey.send(move.event)
            expect({ move, isTaken }).toEqual({ move, isTaken: enabled > 0 })
          }
          return both(move, actors, send, enabled)
        }
        case 'record':
          facts = move.facts
          actors.plain.learn(facts)
          actors.ordered.learn(facts)
          return both(move, actors, () => journey.record(facts))
        case 'wait':
          return waitUntil(actors, clock.ms + move.ms)
        case 'next':
          return waitUntil(actors, last?.dues[0] ?? clock.ms)
      }
    },
  }
}

/** Whether something goes round without end in a journey: when it is asked for, or as a job. */
async function isLoop(act: () => Promise<unknown>, journey: ComparedJourney): Promise<boolean> {
  try {
    await act()
    return journey.failures.splice(0).some(saysEndless)
  } catch (error) {
    if (saysEndless(error)) return true
    throw error
  }
}

const saysEndless = (error: unknown): boolean =>
  error instanceof EndlessLoop || (error instanceof PolkuProblem && error.code === 'endless-loop')
