import { isDeepStrictEqual } from 'node:util'
import { assign, createActor, createMachine, type InspectionEvent } from 'xstate'
import type { PathwayDocument } from '../../engine/pathway/document.ts'
import { exportXState, type XStateNode } from '../../engine/pathway/exportXState.ts'
import { activeIn } from './activeIn.ts'
import { criteria, type Facts } from './machinePlan.ts'
import { referenceClock } from './referenceClock.ts'

/** What is held against each other after every step. */
export interface Standing {
  value: unknown
  isDone: boolean
  /** when delays are due, in order; epoch milliseconds */
  dues: number[]
  /** actions since the last look, in order */
  actions: string[]
}

/** An XState actor of the same document, in memory from beginning to end. */
export interface Reference {
  /** how many transitions were enabled by the event, before conflicts between regions are settled */
  send(event: string): number
  learn(facts: Facts): void
  comeTo(at: number): void
  standing(): Standing
  /** it has entered a state that it had not left, or what it has entered is not where it stands: see the exclusions */
  isBroken(): boolean
  /** XState has given up on transitions that go round without end */
  isEndless(): boolean
}

/** Events that are the engines' own: no `*` hears them in Polku. */
const reserved = /^(xstate|polku)\./
const mostMicrosteps = 150

/**
 * Starts a plain XState actor from the plain XState configuration of a document. Two things are added to it: `*` does
 * not hear XState's own events, and an event of the test's own puts facts into the context.
 * @param order in which regions are asked for `always`: XState goes by the order of entry, as long as it is in memory
 */
export function startReference(
  document: PathwayDocument,
  facts: Facts,
  at: number,
  order: 'entry' | 'document' = 'entry',
): Reference {
  const actions: string[] = []
  const active = new Set<string>()
  let isEnteredTwice = false
  const note = (what: string) => {
    actions.push(what)
    const [move, path = ''] = what.split(' ')
    if (move === 'in' && active.has(path)) isEnteredTwice = true
    if (move === 'in') active.add(path)
    if (move === 'out') active.delete(path)
  }
  const clock = referenceClock(at)
  const hold = (context: Facts, names: readonly string[]) => names.every((name) => criteria[name]?.holds(context))
  const { machine: exported } = exportXState(document)
  const config = deafToReserved(exported)
  const known = ({ context }: { context: unknown }) => context as Facts
  const machine = createMachine(
    {
      ...config,
      context: facts,
      on: { ...config.on, 'polku.facts': [{ actions: 'learn' }] },
      options: { maxIterations: mostMicrosteps },
    } as Parameters<typeof createMachine>[0],
    {
      guards: {
        ...Object.fromEntries(Object.keys(criteria).map((name) => [name, (args) => hold(known(args), [name])])),
        criteria: (args, params) => hold(known(args), namesIn(params)),
        sent: (args, params) => !reserved.test(args.event.type) && hold(known(args), namesIn(params)),
      },
      actions: {
        tell: (_, params) => note((params as { what: string }).what),
        learn: assign(({ event }) => (event as { type: string; facts: Facts }).facts),
      },
    },
  )
  const actor = createActor(machine, order === 'document' ? { clock, inspect: putInDocumentOrder } : { clock })
  actor.subscribe({ error: () => {} })
  actor.start()
  return {
    send: (type) => {
      const enabled = machine.getTransitionData(actor.getSnapshot(), { type }).length
      actor.send({ type })
      return enabled
    },
    learn: (known) => actor.send({ type: 'polku.facts', facts: known }),
    comeTo: (instant) => clock.comeTo(instant),
    standing: () => {
      const { value, status } = actor.getSnapshot()
      return { value, isDone: status === 'done', dues: clock.dues(), actions: actions.splice(0) }
    },
    isBroken: () => {
      const { value, status } = actor.getSnapshot()
      if (isEnteredTwice) return true
      return status === 'active' && !isDeepStrictEqual([...active].sort(), activeIn(value))
    },
    isEndless: () => actor.getSnapshot().status === 'error',
  }
}

/** After every microstep: XState asks for `always` in the order of these. */
function putInDocumentOrder(event: InspectionEvent): void {
  if (event.type !== '@xstate.microstep') return
  const { _nodes: nodes } = event.snapshot as unknown as { _nodes: { order: number }[] }
  nodes.sort((a, b) => a.order - b.order)
}

function deafToReserved(node: XStateNode & { id: string }): XStateNode & { id: string } {
  return { ...deaf(node), id: node.id }
}

/** The same state, whose `*` asks first whether the event is one that somebody has sent. */
function deaf(node: XStateNode): XStateNode {
  const { on, states } = node
  const any = on?.['*']?.map((one) => ({ ...one, guard: { type: 'sent', params: { all: namesOf(one.guard) } } }))
  return {
    ...node,
    ...(any ? { on: { ...on, '*': any as never } } : {}),
    ...(states ? { states: Object.fromEntries(Object.entries(states).map(([key, child]) => [key, deaf(child)])) } : {}),
  }
}

const namesIn = (params: unknown): string[] => (params as { all: string[] }).all

const namesOf = (guard: NonNullable<NonNullable<XStateNode['always']>[number]>['guard']): string[] => {
  if (guard === undefined) return []
  return typeof guard === 'string' ? [guard] : guard.params.all
}
