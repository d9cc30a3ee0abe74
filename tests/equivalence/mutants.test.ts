/** What differs from XState must be found out by the comparison that a journey passes. */
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { JourneyState } from '../../engine/journey/state.ts'
import type { PathwayDocument } from '../../engine/pathway/document.ts'
import type { StateDefinition } from '../../engine/pathway/states.ts'
import { listTransitions } from '../../engine/pathway/stateTree.ts'
import { runs } from '../support/runs.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { generatedRun } from './generatedMachine.ts'
import { send, tellingDocument } from './played.ts'
import { sideBySide } from './sideBySide.ts'
import { steppedJourney } from './steppedJourney.ts'
import { storedJourney } from './storedJourney.ts'

/** After so many machines, a mutant that is still taken for Polku has shown that the comparison is blind. */
const mostRuns = 200

type Transitions = StateDefinition['always']

/** A document in which every state, the pathway itself among them, has been changed. */
function everywhere(document: PathwayDocument, change: (state: StateDefinition) => StateDefinition): PathwayDocument {
  const within = (state: StateDefinition): StateDefinition => {
    const { states } = state
    const inside = Object.entries(states ?? {}).map(([key, child]) => [key, within(child)] as const)
    return change({ ...state, ...(states ? { states: Object.fromEntries(inside) } : {}) })
  }
  return { ...document, ...(within(document) as Partial<PathwayDocument>) }
}

/** The same of every transition of one kind; undefined takes it away. */
const transitions =
  (change: (one: ReturnType<typeof listTransitions>) => ReturnType<typeof listTransitions>) =>
  (state: StateDefinition): StateDefinition => {
    const all = (listed: Transitions) => (listed === undefined ? undefined : change(listTransitions(listed)))
    const record = (of: StateDefinition['on']) =>
      of && Object.fromEntries(Object.entries(of).map(([key, listed]) => [key, all(listed) ?? []]))
    const { on, after, always, onDone } = state
    return withoutUndefined({
      ...state,
      on: record(on),
      after: record(after),
      always: all(always),
      onDone: all(onDone),
    })
  }

const delays = (by: number) => (state: StateDefinition) =>
  withoutUndefined({
    ...state,
    after:
      state.after &&
      Object.fromEntries(Object.entries(state.after).map(([ms, one]) => [Math.max(0, Number(ms) + by), one])),
  })

const reversed = ({ states, ...state }: StateDefinition): StateDefinition =>
  states ? { ...state, states: Object.fromEntries(Object.entries(states).reverse()) } : state

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}

/** The actor is made from another document than the journey. */
const ofDocuments: [name: string, change: (state: StateDefinition) => StateDefinition][] = [
  ['a delay is a millisecond longer', delays(1)],
  ['a delay is a millisecond shorter', delays(-1)],
  ['a delay is none', ({ after: _, ...state }) => state],
  ['`always` is skipped', ({ always: _, ...state }) => state],
  ['`onDone` is skipped', ({ onDone: _, ...state }) => state],
  ['a deep history is shallow', (state) => (state.history === 'deep' ? { ...state, history: 'shallow' } : state)],
  ['a shallow history is deep', (state) => (state.type === 'history' ? { ...state, history: 'deep' } : state)],
  [
    'a history has no default',
    (state) => (state.type === 'history' ? withoutUndefined({ ...state, target: undefined }) : state),
  ],
  ['criteria are not asked', transitions((all) => all.map(({ criteria: _, ...one }) => one))],
  ['what follows the first candidate is not asked', transitions((all) => all.slice(0, 1))],
  ['nothing is re-entered', transitions((all) => all.map(({ reenter: _, ...one }) => one))],
  ['everything is re-entered', transitions((all) => all.map((one) => ({ ...one, reenter: true })))],
  [
    'one of several targets is left out',
    transitions((all) =>
      all.map((one) => (Array.isArray(one.target) ? { ...one, target: one.target.slice(0, 1) } : one)),
    ),
  ],
  ['what a transition does is not told', transitions((all) => all.map(({ actions: _, ...one }) => one))],
  [
    '`*` is not heard',
    ({ on, ...state }) => ({
      ...state,
      ...(on ? { on: Object.fromEntries(Object.entries(on).filter(([event]) => event !== '*')) } : {}),
    }),
  ],
  ['regions and states stand in another order', reversed],
]

/** The journey reads its state wrongly. */
const ofStates: [name: string, change: (state: JourneyState) => JourneyState][] = [
  ['a history is forgotten', (state) => ({ ...state, history: {} })],
  [
    'a timer is a millisecond late',
    (state) => ({ ...state, timers: state.timers.map((one) => ({ ...one, dueAt: one.dueAt + 1 })) }),
  ],
  ['a timer is forgotten', (state) => ({ ...state, timers: state.timers.slice(1) })],
]

describe('generated machines find out', () => {
  it.each(ofDocuments)('a statechart in which %s', (_name, change) =>
    findOut((document) => everywhere(document, change)),
  )

  it.each(ofStates)('a journey in which %s', (_name, change) => findOut((document) => document, change))
})

/** Expects a difference from XState within the most runs. */
async function findOut(
  changedDocument: (document: PathwayDocument) => PathwayDocument,
  changedState?: (state: JourneyState) => JourneyState,
): Promise<void> {
  const result = await fc.check(
    fc.asyncProperty(generatedRun, async ({ document, known, moves }) => {
      const journey = steppedJourney(document, known, changedState)
      const both = sideBySide(journey, known, changedDocument(journey.document))
      for (const move of moves) await both.move(move)
    }),
    runs(mostRuns),
  )
  expect(result.failed, `after ${result.numRuns} machines`).toBe(true)
  // a difference, not an actor that cannot be made
  expect(result.errorInstance).toMatchObject({ name: 'AssertionError' })
}

describe('a stored journey knows nothing but what is in its file', () => {
  const machine = tellingDocument({
    initial: 'a',
    states: { a: { on: { go: 'b' } }, b: { on: { back: 'a' } }, c: { on: { go: 'b', back: 'a' }, enterable: true } },
  })
  const known = { level: 0, agreed: false }

  /** The comparison of a journey whose file is changed while it is closed for the so-manieth time. */
  const comparison = async (when: number, sql: string) => {
    let closed = 0
    const journey = await storedJourney(temporaryFolder(), machine, known, (file) => {
      closed += 1
      if (closed !== when) return
      const db = new Database(file, { fileMustExist: true })
      expect(db.prepare(sql).run().changes).toBe(1)
      db.close()
    })
    onTestFinished(() => journey.close())
    return { both: sideBySide(journey, known), timesClosed: () => closed }
  }

  it('it is closed and opened before every step', async () => {
    const { both, timesClosed } = await comparison(0, '')
    for (const event of ['go', 'back', 'unheard', 'go']) await both.move(send(event))
    expect(both.compared).toHaveLength(5)
    expect(timesClosed()).toBe(5)
  })

  it.each([
    [
      'pathway',
      `UPDATE pathway_versions SET document = replace(document, '"go":"b"', '"go":"c"') WHERE instr(document, '"go":"b"')`,
    ],
    [
      'state',
      `UPDATE journeys SET state = replace(state, '"value":"a"', '"value":"c"') WHERE instr(state, '"value":"a"')`,
    ],
  ])('another %s in the file is another journey', async (_name, sql) => {
    const { both } = await comparison(4, sql)
    for (const event of ['go', 'back']) await both.move(send(event))
    expect(both.compared).toHaveLength(3)
    await expect(both.move(send('go'))).rejects.toThrow()
  })
})
