import { type AnyActorLogic, createMachine, initialTransition, type StateNode as MachineNode, transition } from 'xstate'
import { isReservedName } from './names.ts'
import { listActions, type StateNode, type TransitionPlace } from './stateTree.ts'

/**
 * The one file that runs XState. It compiles a pathway to a machine in which every transition is a candidate of one
 * event, `polku.take`, that names the chosen ones: which are chosen is decided before, three-valued, by `decide`. XState
 * then does what it is best at: which states are left and entered, in which order, through history and parallel regions.
 * No clock, no actors: `initialTransition` and `transition` only.
 */

/** XState's value of a configuration: the active child, or the active children of parallel regions. */
export type StateValue = string | { [key: string]: StateValue }

/** Where a journey stands in the statechart, as plain data. */
export interface Configuration {
  value: StateValue
  /** what each left region remembers: path of its history state, paths of what was active */
  history: Record<string, string[]>
}

/** What one microstep did. */
export interface Microstep {
  configuration: Configuration
  /** active states, parents before children */
  active: readonly string[]
  /** the transitions really taken: those that conflict with one further in are dropped, as in SCXML */
  taken: readonly string[]
  /** states left and entered, in XState's order */
  exited: readonly string[]
  entered: readonly string[]
  actions: readonly MachineAction[]
  /** the pathway itself has reached a final state */
  done: boolean
}

/** An action of the document that was met on the way. */
export interface MachineAction {
  type: string
  params?: Record<string, unknown>
}

export interface Machine {
  /** the configuration a journey starts in */
  initial(): Microstep
  /** the configuration after taking these transitions or this jump */
  take(configuration: Configuration, ids: readonly string[]): Microstep
  /** paths of the states active in a configuration, parents before children */
  active(configuration: Configuration): readonly string[]
  /** per transition, the paths of its targets (a history state stands for itself) */
  targets: ReadonlyMap<string, readonly string[]>
}

/** The id under which a jump into a state is taken from the given active ancestor. */
export const jumpId = (target: string, from: string): string => `jump:${target}@${from}`

/** A bound on what one version's memory of microsteps may hold; over it the oldest go. */
const rememberedSteps = 2000

/**
 * Compiles states and transitions to an XState machine.
 * @throws Error with XState's words when a target does not exist; `verify` finds these first, with better words
 */
export function compileMachine(
  id: string,
  states: ReadonlyMap<string, StateNode>,
  transitions: readonly TransitionPlace[],
): Machine {
  const machine = createMachine(machineConfig(id, states, transitions) as Parameters<typeof createMachine>[0], {
    guards: { chosen: ({ event }, params) => (event as TakeEvent).ids.includes((params as { id: string }).id) },
    actions: {},
  })
  const paths = new Map<string, string>()
  const nodes = new Map<string, MachineNode>()
  const targets = new Map<string, readonly string[]>()
  visitNodes(machine.root as MachineNode, (node) => {
    const path = node.path.join('.')
    paths.set(node.id, path)
    nodes.set(path, node)
  })
  visitNodes(machine.root as MachineNode, (node) => {
    for (const one of node.transitions.get('polku.take') ?? []) {
      const { id: taken } = (one.guard as { params: { id: string } }).params
      targets.set(
        taken,
        (one.target ?? []).map((target) => paths.get(target.id) ?? ''),
      )
    }
  })

  const memory = new Map<string, Microstep>()
  const activeStates = new Map<string, readonly string[]>()
  const remember = (key: string, step: () => Microstep): Microstep => {
    const known = memory.get(key)
    if (known) return known
    const made = step()
    if (memory.size >= rememberedSteps) memory.delete(memory.keys().next().value ?? '')
    memory.set(key, made)
    return made
  }

  const microstep = (snapshot: MachineSnapshot, actions: readonly { type: string; params?: unknown }[]): Microstep => {
    if (snapshot.status === 'error') throw new Error(`the statechart failed: ${String(snapshot.error)}`)
    const of = (type: string) =>
      actions.filter((one) => one.type === type).map((one) => (one.params as { of: string }).of)
    const history: Record<string, string[]> = {}
    for (const [key, left] of Object.entries(snapshot.historyValue)) {
      history[paths.get(key) ?? key] = left.map((node) => paths.get(node.id) ?? '')
    }
    return {
      configuration: { value: snapshot.value, history },
      active: inOrder(snapshot._nodes.map((node) => paths.get(node.id) ?? '')),
      taken: of('polku.taken'),
      exited: of('polku.exit'),
      entered: of('polku.enter'),
      actions: actions
        .filter((one) => !isReservedName(one.type))
        .map(({ type, params }) => documentAction(type, params)),
      done: snapshot.status === 'done',
    }
  }

  const inOrder = (active: string[]): string[] =>
    active.sort((a, b) => (states.get(a)?.depth ?? 0) - (states.get(b)?.depth ?? 0))

  /** XState asks regions in the order of a value's keys, which settles conflicts between them; stored keys are sorted. */
  const inDocumentOrder = (value: StateValue, path: string): StateValue => {
    if (typeof value === 'string') return value
    const order = states.get(path)?.children ?? []
    const inside = Object.entries(value).map(
      ([key, below]) => [path === '' ? key : `${path}.${key}`, key, below] as const,
    )
    inside.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    return Object.fromEntries(inside.map(([child, key, below]) => [key, inDocumentOrder(below, child)]))
  }

  const restore = ({ value, history }: Configuration): MachineSnapshot =>
    machine.resolveState({
      value: inDocumentOrder(value, ''),
      context: {},
      historyValue: Object.fromEntries(
        Object.entries(history).map(([key, left]) => [
          nodes.get(key)?.id ?? key,
          left.flatMap((path) => nodes.get(path) ?? []),
        ]),
      ),
    }) as unknown as MachineSnapshot

  return {
    targets,
    initial: () =>
      remember('', () => {
        const [snapshot, actions] = initialTransition(machine as AnyActorLogic)
        return microstep(snapshot as unknown as MachineSnapshot, actions)
      }),
    take: (configuration, ids) =>
      remember(`${JSON.stringify(configuration.value)}${JSON.stringify(configuration.history)}${ids.join()}`, () => {
        const event: TakeEvent = { type: 'polku.take', ids }
        const [snapshot, actions] = transition(
          machine as AnyActorLogic,
          restore(configuration) as never,
          event as never,
        )
        return microstep(snapshot as unknown as MachineSnapshot, actions)
      }),
    active: (configuration) => {
      const key = typeof configuration.value === 'string' ? configuration.value : JSON.stringify(configuration.value)
      const known = activeStates.get(key)
      if (known) return known
      const { active } = microstep(restore(configuration), [])
      if (activeStates.size >= rememberedSteps) activeStates.clear()
      activeStates.set(key, active)
      return active
    },
  }
}

/** The event that names the chosen transitions. */
interface TakeEvent {
  type: 'polku.take'
  ids: readonly string[]
}

/** What is used of XState's snapshot. */
interface MachineSnapshot {
  status: 'active' | 'done' | 'error' | 'stopped'
  error: unknown
  value: StateValue
  historyValue: Record<string, { id: string }[]>
  _nodes: { id: string }[]
}

interface Candidate {
  guard: { type: 'chosen'; params: { id: string } }
  target?: string | string[]
  reenter?: boolean
  actions: MachineAction[]
}

function machineConfig(
  id: string,
  states: ReadonlyMap<string, StateNode>,
  transitions: readonly TransitionPlace[],
): Record<string, unknown> {
  const candidates = new Map<string, Candidate[]>()
  const add = (
    source: string,
    name: string,
    candidate: Omit<Candidate, 'guard' | 'actions'>,
    actions: MachineAction[],
  ) => {
    const listed = candidates.get(source) ?? []
    const taken: MachineAction = { type: 'polku.taken', params: { of: name } }
    listed.push({ guard: { type: 'chosen', params: { id: name } }, ...candidate, actions: [taken, ...actions] })
    candidates.set(source, listed)
  }
  for (const { id: name, source, definition } of transitions) {
    add(source, name, { target: definition.target, reenter: definition.reenter }, listActions(definition.actions))
  }
  for (const state of states.values()) {
    if (!state.definition.enterable) continue
    for (let from = state.parent; from !== undefined; from = states.get(from)?.parent) {
      const below = from === '' ? state.path : state.path.slice(from.length + 1)
      add(from, jumpId(state.path, from), { target: `.${below}`, reenter: false }, [])
    }
  }

  const config = (state: StateNode): Record<string, unknown> => {
    const { definition, path } = state
    if (state.type === 'history') {
      const target = definition.target ?? regionsAround(state)
      return { id: definition.id, type: 'history', history: definition.history, target }
    }
    return {
      id: definition.id,
      type: state.type === 'atomic' ? undefined : state.type,
      initial: definition.initial,
      entry: [{ type: 'polku.enter', params: { of: path } }, ...listActions(definition.entry)],
      exit: [...listActions(definition.exit), { type: 'polku.exit', params: { of: path } }],
      on: { 'polku.take': candidates.get(path) ?? [] },
      states: Object.fromEntries(
        state.children.map((child) => {
          const node = states.get(child)
          if (!node) throw new Error(`no state at "${child}"`)
          return [node.key, config(node)]
        }),
      ),
    }
  }
  /**
   * Where a history state of a parallel state leads when nothing is remembered: into its regions, all of which begin anew.
   * XState would lead to the parallel state itself; taken from inside, it leaves that state and does not enter it again.
   * Verification refuses that (`history-from-within`); versions published before it did still run.
   */
  const regionsAround = ({ parent }: StateNode): string[] | undefined => {
    const around = parent === undefined ? undefined : states.get(parent)
    if (around?.type !== 'parallel') return undefined
    const regions = around.children.map((child) => states.get(child))
    return regions.flatMap((region) => (region && region.type !== 'history' ? [region.key] : []))
  }

  const root = states.get('')
  if (!root) throw new Error('a pathway without a root')
  return { ...config(root), id, context: {} }
}

function documentAction(type: string, params: unknown): MachineAction {
  return params === undefined ? { type } : { type, params: params as Record<string, unknown> }
}

function visitNodes(node: MachineNode, visit: (node: MachineNode) => void): void {
  visit(node)
  for (const child of Object.values(node.states)) visitNodes(child, visit)
}
