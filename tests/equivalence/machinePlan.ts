import fc from 'fast-check'

/** What a generated state is made from; kept apart from the making, so that shrinking works on meaning. */
export interface StatePlan {
  kind: 'atomic' | 'final' | 'compound' | 'parallel'
  /** keys do not stand in alphabetical order */
  letter: string
  hasId: boolean
  children: StatePlan[]
  history: 'none' | 'shallow' | 'deep'
  /** where the history state leads when nothing is remembered: a sibling, or null for where its parent begins */
  defaultTo: number | null
  initial: number
  on: (TransitionPlan & { event: string })[]
  after: (TransitionPlan & { delay: number })[]
  always: TransitionPlan[]
  done: TransitionPlan[]
}

export interface TransitionPlan {
  target: TargetPlan
  /** which of the states that this kind of target may be */
  pick: number
  criteria: string[]
  reenter: boolean
  acts: boolean
}

/** How a target is chosen; what a transition cannot have becomes `anywhere`. */
export type TargetPlan = 'anywhere' | 'history' | 'inside' | 'self' | 'ancestor' | 'sibling' | 'regions' | 'nowhere'

export interface MachinePlan {
  states: StatePlan[]
  isParallel: boolean
  initial: number
  /** the shortest delay is none at all, and what happens by itself leads only onwards */
  hasNoDelay: boolean
  any: TransitionPlan | null
  /** which outermost state the pathway itself leads to on `away`, and which history state on `back` */
  away: number
  back: number
  after: TransitionPlan | null
}

export const events = ['e0', 'e1', 'e2', 'e3.more'] as const
/** The pathway's own events, by which states are left and come back to. */
export const outerEvents = ['away', 'back'] as const
export const delays = [0, 250, 500, 1000, 1500] as const

/** The criteria of generated pathways, with what they mean over the same values. */
export const criteria: Readonly<Record<string, { when: string; holds: (facts: Facts) => boolean }>> = {
  agreed: { when: 'agreed', holds: ({ agreed }) => agreed },
  refused: { when: 'not(agreed)', holds: ({ agreed }) => !agreed },
  many: { when: 'level >= 5', holds: ({ level }) => level >= 5 },
  few: { when: 'level < 5', holds: ({ level }) => level < 5 },
  some: { when: 'level > 0 or agreed', holds: ({ level, agreed }) => level > 0 || agreed },
}

export interface Facts {
  level: number
  agreed: boolean
}

export const facts: fc.Arbitrary<Facts> = fc.record({ level: fc.nat(9), agreed: fc.boolean() })

const transition = (targets: TargetPlan[], freely = 3): fc.Arbitrary<TransitionPlan> =>
  fc.record({
    target: fc.constantFrom(...targets),
    pick: fc.nat(60),
    criteria: fc.oneof(
      { weight: freely, arbitrary: fc.constant<string[]>([]) },
      { weight: 2, arbitrary: fc.subarray(Object.keys(criteria), { minLength: 1, maxLength: 2 }) },
    ),
    reenter: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    acts: fc.boolean(),
  })

const sent = transition([
  'anywhere',
  'anywhere',
  'history',
  'history',
  'inside',
  'inside',
  'self',
  'ancestor',
  'ancestor',
  'sibling',
  'sibling',
  'regions',
  'regions',
  'nowhere',
])
const done = transition(['anywhere', 'anywhere', 'history', 'sibling', 'nowhere'])
const always = transition(['anywhere', 'history', 'sibling', 'sibling'], 0)

/** A state with at most so many levels of states inside it. */
const state = (levels: number): fc.Arbitrary<StatePlan> =>
  fc
    .record<StatePlan>({
      kind: fc.constantFrom('compound', 'parallel', 'final', 'atomic', 'compound', 'compound', 'parallel', 'final'),
      letter: fc.constantFrom('a', 'k', 'z'),
      hasId: fc.boolean(),
      children: levels === 0 ? fc.constant<StatePlan[]>([]) : childrenOf(levels),
      history: fc.constantFrom('none', 'shallow', 'shallow', 'deep', 'deep'),
      defaultTo: fc.option(fc.nat(5)),
      initial: fc.nat(11),
      on: fc.array(
        fc.tuple(sent, fc.constantFrom<string>(...events, ...events, '*')).map(([plan, event]) => ({ ...plan, event })),
        { minLength: 1, maxLength: 4 },
      ),
      after: fc.oneof(
        { weight: 3, arbitrary: fc.constant<(TransitionPlan & { delay: number })[]>([]) },
        {
          weight: 2,
          arbitrary: fc.array(
            fc.tuple(sent, fc.constantFrom<number>(...delays)).map(([plan, delay]) => ({ ...plan, delay })),
            { minLength: 1, maxLength: 2 },
          ),
        },
      ),
      always: fc.oneof(
        { weight: 2, arbitrary: fc.constant<TransitionPlan[]>([]) },
        { weight: 1, arbitrary: fc.array(always, { minLength: 1, maxLength: 2 }) },
      ),
      done: fc.array(done, { minLength: 1, maxLength: 2 }),
    })
    .map((plan) => {
      if (plan.kind === 'final' || plan.kind === 'atomic') return { ...plan, children: [] }
      return plan.children.length === 0 ? { ...plan, kind: 'atomic' } : plan
    })

const childrenOf = (levels: number): fc.Arbitrary<StatePlan[]> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<StatePlan[]>([]) },
    { weight: 4, arbitrary: fc.array(state(levels - 1), { minLength: 2, maxLength: 3 }) },
  )

/** Of the outermost states, only the last may be final: few machines shall end before anything has happened. */
const outermost = fc.array(state(2), { minLength: 2, maxLength: 4 }).map((states) =>
  states.map((plan, index): StatePlan => {
    return plan.kind === 'final' && index < states.length - 1 ? { ...plan, kind: 'atomic' } : plan
  }),
)

export const machinePlan: fc.Arbitrary<MachinePlan> = fc.record({
  states: outermost,
  isParallel: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  initial: fc.nat(11),
  hasNoDelay: fc.boolean(),
  any: fc.option(sent),
  away: fc.nat(20),
  back: fc.nat(20),
  after: fc.option(sent, { freq: 2 }),
})
