import fc from 'fast-check'
import type { PathwayInput } from '../../engine/pathway/document.ts'
import type {
  FollowUpDefinition,
  ModuleDefinition,
  StateDefinition,
  TransitionDefinition,
} from '../../engine/pathway/states.ts'

/** What a generated state is made from; kept apart from the making, so that shrinking works on meaning. */
interface StatePlan {
  kind: 'atomic' | 'compound' | 'parallel'
  children: StatePlan[]
  history: 'none' | 'shallow' | 'deep'
  /** whether what is inside can come to an end */
  ends: boolean
  isEnterable: boolean
  tasks: string[]
  followUps: number[]
  on: (TransitionPlan & { event: string })[]
  after: (TransitionPlan & { delay: string; isKept: boolean }) | null
  always: TransitionPlan | null
  done: TransitionPlan
  module: ModulePlan | null
}

interface ModulePlan {
  start: 'entry' | 'adHoc' | 'event'
  isLeft: boolean
  /** the event that its end means, if any: one that its state handles, or `tick` */
  output: 'own' | 'tick' | null
}

interface TransitionPlan {
  /** which of the states that may be gone to */
  target: number
  criteria: string[]
  by: 'anyone' | 'coach' | 'manager'
  reasonRequired: boolean
  reenter: boolean
  automatic: boolean
}

interface PathwayPlan {
  states: StatePlan[]
  anyEvent: boolean
  expires: boolean
  /** its own terms in place of the engine's */
  backDating: 'P2D' | null
  review: 'P5W' | null
}

/** Events that generated pathways handle here and there. */
export const events = ['e0', 'e1', 'e2', 'e3', 'tick'] as const

const label = { fi: 'Nimi' }
const text = (fi: string) => ({ fi })

const criteria = {
  many: { label, when: 'level >= limit', overridable: true },
  few: { label, when: 'level < limit', overridable: { by: ['manager'] } },
  agreed: { label, when: 'agreed', overridable: true },
  either: { label, when: 'level >= 8 or agreed' },
  both: { label, when: 'level >= 3 and kind = "a"', overridable: true },
  waited: { label, when: 'daysInState >= 10', overridable: true },
  checked: { label, when: 'completed_check >= 1' },
} as const satisfies PathwayInput['criteria']

const onTask = { task: 'check' } as const
/** Each says what it does in time; several of them send `tick`, which the pathway itself handles. */
const followUps: readonly FollowUpDefinition[] = [
  { every: 'P7D', ...onTask },
  { every: 'P1M', shift: 'nextWorkingDay', warnBefore: 'P3D', ...onTask },
  { every: { workingDays: 15 }, catchUp: 'each', shift: 'previousWorkingDay', actions: 'remind' },
  { every: 'P2W', until: 'P2M', actions: 'remind' },
  { every: 'P1M', restart: true, actions: 'remind' },
  { every: 'PT36H', actions: 'remind' },
  { after: 'P10D', ...onTask },
  { after: 'P1M', until: 'P2M', warnBefore: { workingDays: 2 }, task: 'form', shift: 'nextWorkingDay' },
  { after: { workingDays: 10 }, event: 'tick' },
  { every: 'P1M', anchor: { fact: 'startDate' }, ...onTask },
  { after: 'P20D', anchor: { fact: 'startDate' }, warnBefore: 'P5D', task: 'form' },
  { every: { parameter: 'interval' }, whenSuspended: 'keep', warnBefore: 'P2D', actions: 'remind' },
  { after: { parameter: 'interval' }, restart: true, warnBefore: 'P2D', task: 'form' },
]

/** The one that counts anew from each return to its state, again and again. */
const restarting = followUps.findIndex((one) => one.restart)
/** The one that moves when its date does. */
const byDate = followUps.findIndex((one) => one.anchor && !one.warnBefore)

const transition: fc.Arbitrary<TransitionPlan> = fc.record({
  target: fc.nat(30),
  criteria: fc.oneof(fc.constant<string[]>([]), fc.subarray(Object.keys(criteria), { maxLength: 2 })),
  by: fc.constantFrom('anyone', 'anyone', 'coach', 'manager'),
  reasonRequired: fc.boolean(),
  reenter: fc.boolean(),
  automatic: fc.boolean(),
})

const transitionOn = fc
  .tuple(transition, fc.constantFrom<string>(...events))
  .map(([plan, event]) => ({ ...plan, event }))
const transitionAfter = fc
  .tuple(transition, fc.constantFrom('P14D', 'PT36H', 'P2M', 'interval'), fc.boolean())
  .map(([plan, delay, isKept]) => ({ ...plan, delay, isKept }))

const modulePlan = fc.record<ModulePlan>({
  start: fc.constantFrom('entry', 'entry', 'adHoc', 'event'),
  isLeft: fc.boolean(),
  output: fc.constantFrom('own', 'own', 'tick', null),
})

const { state } = fc.letrec<{ state: StatePlan; inner: StatePlan[] }>((tie) => ({
  inner: fc.array(tie('state'), { minLength: 2, maxLength: 3, depthIdentifier: 'states', size: 'max' }),
  state: fc
    .record<StatePlan>({
      kind: fc.constantFrom('atomic', 'compound', 'parallel'),
      children: fc.oneof(
        { depthIdentifier: 'states', maxDepth: 2, depthSize: 'max' },
        fc.constant<StatePlan[]>([]),
        tie('inner'),
        tie('inner'),
      ),
      history: fc.constantFrom('none', 'shallow', 'deep', 'deep'),
      ends: fc.boolean(),
      isEnterable: fc.boolean(),
      tasks: fc.subarray(['check', 'form', 'loose'], { maxLength: 2 }),
      followUps: fc.uniqueArray(fc.constantFrom(...followUps.keys(), byDate, byDate, byDate, restarting, restarting), {
        maxLength: 2,
      }),
      on: fc.array(transitionOn, { minLength: 1, maxLength: 4, size: 'max' }),
      after: fc.option(transitionAfter),
      always: fc.option(transition),
      done: transition,
      module: fc.option(modulePlan, { freq: 4 }),
    })
    .map((plan) => (plan.children.length === 0 ? { ...plan, kind: 'atomic' as const } : plan)),
}))

const pathwayPlan: fc.Arbitrary<PathwayPlan> = fc.record({
  states: fc.array(state, { minLength: 2, maxLength: 4 }),
  anyEvent: fc.boolean(),
  expires: fc.boolean(),
  backDating: fc.constantFrom('P2D', null, null),
  review: fc.constantFrom('P5W', null),
})

/** Pathways with everything in them that the engine knows: for how it behaves, not for how they would be run. */
export const generatedPathway: fc.Arbitrary<PathwayInput> = pathwayPlan.map(pathwayOf)

/** Where a state stands in the document's order: automatic transitions lead only onwards, so that they come to rest. */
interface Place {
  path: string
  /** the first place after it and all inside it */
  to: number
}

function pathwayOf(plan: PathwayPlan): PathwayInput {
  const places: Place[] = []
  const histories: string[] = []
  const list = (states: readonly StatePlan[], around: string) => {
    for (const [index, one] of states.entries()) {
      const place = { path: `${around}s${index}`, to: 0 }
      places.push(place)
      if (one.kind !== 'atomic') list(one.children, `${place.path}.`)
      if (one.kind !== 'atomic' && one.history !== 'none') histories.push(`${place.path}.past`)
      place.to = places.length
    }
  }
  list(plan.states, '')
  /** Nothing leads from inside a region to the region's own history: XState does not know what it means. */
  const anywhereFrom = (source: string) => {
    const past = histories.filter((one) => !`${source}.`.startsWith(one.slice(0, -'past'.length)))
    return [...places.map(({ path }) => path), ...past, ...past, 'end']
  }
  const onwards = (after: number) => [...places.slice(after).map(({ path }) => path), 'end', 'end']
  const pick = (paths: readonly string[], target: number) => `#generated.${paths[target % paths.length]}`

  const sent = (one: TransitionPlan, paths: readonly string[]): TransitionDefinition => ({
    target: pick(paths, one.target),
    criteria: one.criteria,
    ...(one.by === 'anyone' ? {} : { by: [one.by] }),
    ...(one.reasonRequired ? { reasonRequired: true } : {}),
    ...(one.reenter ? { reenter: true } : {}),
  })
  const byItself = (one: TransitionPlan, paths: readonly string[]): TransitionDefinition => ({
    target: pick(paths, one.target),
    criteria: one.criteria,
    ...(one.automatic ? { automatic: true } : {}),
  })

  const delayed = (one: NonNullable<StatePlan['after']>, paths: readonly string[]): TransitionDefinition => ({
    ...byItself(one, paths),
    ...(one.isKept ? { whenSuspended: 'keep' } : {}),
  })

  /** @param past the end of the outermost parallel state around: its regions would begin anew with each other's moves */
  const stateOf = (one: StatePlan, path: string, past?: number): StateDefinition => {
    const end = past ?? places.find((other) => other.path === path)?.to ?? 0
    const inside = past ?? (one.kind === 'parallel' ? end : undefined)
    const anywhere = anywhereFrom(path)
    const on: Record<string, TransitionDefinition[]> = {}
    for (const { event, ...rest } of one.on) {
      on[event] = [...(on[event] ?? []), event === 'tick' ? byItself(rest, anywhere) : sent(rest, anywhere)]
    }
    const common: StateDefinition = {
      on,
      tasks: one.tasks,
      followUps: Object.fromEntries(one.followUps.map((which) => [`f${which}`, followUps[which] ?? {}])),
      entry: 'entered',
      exit: 'left',
      ...(one.module ? { modules: { tuki: moduleOf(one.module, one.on[0]?.event ?? 'tick') } } : {}),
      ...(one.isEnterable ? { enterable: one.done.by === 'manager' ? { by: ['manager'] } : true } : {}),
      ...(one.after ? { after: { [one.after.delay]: delayed(one.after, anywhere) } } : {}),
      ...(one.always ? { always: byItself(one.always, onwards(end)) } : {}),
    }
    if (one.kind === 'atomic') return common
    const states = Object.fromEntries(
      one.children.map((child, index) => [`s${index}`, stateOf(child, `${path}.s${index}`, inside)]),
    )
    if (one.kind === 'compound' && one.ends) states.ready = { type: 'final' }
    if (one.history !== 'none') states.past = { type: 'history', history: one.history }
    if (one.kind === 'compound' && one.ends) on.e3 = [...(on.e3 ?? []), { target: '.ready' }]
    return {
      ...common,
      ...(one.kind === 'parallel' ? { type: 'parallel' } : { initial: 's0' }),
      states,
      onDone: byItself(one.done, onwards(end)),
    }
  }

  return {
    id: 'generated',
    title: text('Arvottu'),
    caseRoles: { coach: { label }, manager: { label } },
    facts: {
      level: { type: 'number', min: 0, max: 10, label, ...(plan.expires ? { shelfLife: 'P1M' } : {}) },
      agreed: { type: 'boolean', label },
      kind: { type: 'choice', options: ['a', 'b'].map((code) => ({ code, label })), label },
      startDate: { type: 'date', label },
    },
    criteria,
    parameters: {
      interval: { type: 'duration', label, default: 'P3W', origin: 'ours' },
      limit: { type: 'number', label, default: 5, origin: 'ours' },
    },
    taskDefinitions: {
      check: { label, role: 'coach', due: { workingDays: 3 }, escalateTo: 'manager', whenSuspended: 'keep' },
      form: {
        label,
        role: 'coach',
        due: 'P14D',
        form: [
          { fact: 'level', required: true },
          { fact: 'agreed' },
          { name: 'note', label, value: { type: 'text', maxLength: 50 } },
        ],
      },
      loose: {
        label,
        role: 'manager',
        checklist: [
          { id: 'asked', label },
          { id: 'told', label },
        ],
      },
    },
    exits: {
      stop: { label, outcome: 'interrupted' },
      away: { label, outcome: 'transferred', by: ['manager'], reasonRequired: false },
    },
    suspensions: { ill: { label }, other: { label, by: ['manager'] } },
    ...(plan.backDating ? { backDating: plan.backDating } : {}),
    ...(plan.review ? { review: plan.review } : {}),
    initial: 's0',
    on: {
      tick: { actions: 'ticked', automatic: true },
      ...(histories.length > 0 ? { pause: '.pause' } : {}),
      ...(plan.anyEvent ? { '*': { actions: 'heard', by: ['coach'] } } : {}),
    },
    states: {
      ...Object.fromEntries(plan.states.map((one, index) => [`s${index}`, stateOf(one, `s${index}`)])),
      ...(histories.length > 0 ? { pause: pauseOf(histories) } : {}),
      end: { type: 'final', end: { code: 'ready', label, outcome: 'completed' } },
    },
  }
}

/** The module that `randomCommands` publishes. */
function moduleOf({ start, isLeft, output }: ModulePlan, event: string): ModuleDefinition {
  return {
    pathway: 'tukijakso',
    start: start === 'event' ? { event } : start,
    inputs: { vali: isLeft ? 'P2W' : { parameter: 'interval' } },
    whenLeft: isLeft ? 'leave' : 'end',
    ...(output ? { outputs: { '*': output === 'own' ? event : output } } : {}),
  }
}

/** A state from which every history leads back. */
function pauseOf(histories: readonly string[]): StateDefinition {
  return { on: Object.fromEntries(histories.map((path, index) => [`back${index}`, `#generated.${path}`])) }
}
