import type { PathwayInput } from '../../../engine/pathway/document.ts'
import type { Mutant } from './mutants.ts'
import type { StateInput } from './soundPathway.ts'

type TransitionInput = Exclude<NonNullable<StateInput['always']>, string | unknown[]>
type FollowUpInput = NonNullable<StateInput['followUps']>[string]

const label = { fi: 'x', sv: 'x', en: 'x' }

/** Every state of a document, outermost first. */
function statesOf(holder: { states?: Record<string, StateInput> | undefined }): StateInput[] {
  const own = Object.values(holder.states ?? {})
  return [...own, ...own.flatMap(statesOf)]
}

/** The transitions of events, as objects that may be changed in place. */
function transitionsOf(document: PathwayInput): TransitionInput[] {
  return statesOf(document).flatMap(({ on = {} }) =>
    Object.entries(on).flatMap(([event, written]) => {
      const listed = [written].flat().map((one) => (typeof one === 'string' ? { target: one } : one))
      on[event] = listed
      return listed
    }),
  )
}

/** A mutant that changes the first of what it finds in a document. */
const one = <T extends object>(
  code: string,
  name: string,
  find: (document: PathwayInput) => readonly T[],
  change: (found: T, document: PathwayInput) => unknown,
): Mutant => ({
  code,
  name,
  spoil: (document) => {
    const [found] = find(document)
    if (found) change(found, document)
    return found !== undefined
  },
})

const whole = (document: PathwayInput): PathwayInput[] => [document]
const led = (document: PathwayInput) => transitionsOf(document).filter(({ target }) => target !== undefined)
const gated = (document: PathwayInput) => transitionsOf(document).filter(({ criteria }) => criteria?.length)
const promised = (document: PathwayInput): FollowUpInput[] =>
  statesOf(document).flatMap(({ followUps }) => Object.values(followUps ?? {}))
const modules = (document: PathwayInput) => statesOf(document).flatMap(({ modules }) => Object.values(modules ?? {}))
const inner = (document: PathwayInput) => statesOf(document).filter(({ states, type }) => states && type !== 'parallel')
const first = ({ states, initial }: PathwayInput) => [states[initial ?? '']].filter((state) => state !== undefined)
/** A jump leaves whatever a client is in, so that there is a past. */
const notEnterable = (document: PathwayInput) =>
  statesOf(document).some(({ enterable }) => enterable) ? [] : first(document)
const asked = (document: PathwayInput) => Object.values(document.criteria ?? {})
const forms = ({ taskDefinitions }: PathwayInput) =>
  Object.values(taskDefinitions ?? {}).filter(({ form }) => form?.some((field) => 'fact' in field))

/** A first state of two transitions of one event, by a number of the mutant's own. */
const divided = (code: string, name: string, low: string, high: string): Mutant =>
  one(code, name, first, (state, document) => {
    document.facts = { ...document.facts, maara: { type: 'number', min: 0, max: 10, label } }
    document.criteria = { ...document.criteria, alle: { label, when: low }, yli: { label, when: high } }
    const [end = ''] = Object.entries(document.states).flatMap(([key, { type }]) => (type === 'final' ? [key] : []))
    const own = document.initial ?? ''
    state.on = {
      ...state.on,
      jaa: [
        { target: end, criteria: ['alle'] },
        { target: own, criteria: ['yli'] },
      ],
    }
  })

/** Ways to spoil the pathways that come with Polku, whatever they are: each takes the first place that suits it. */
export const bundledMutants: readonly Mutant[] = [
  one('schema', 'a key mistyped', first, (state) => Object.assign(state, { followups: {} })),
  one('too-large', 'states without number', whole, ({ states }) => {
    for (let count = 0; count < 2001; count++) states[`tila${count}`] = {}
  }),
  one('reserved-name', 'an event of XState', first, (state) => {
    state.on = { ...state.on, 'xstate.stop': { actions: 'x' } } as never
  }),
  one('reserved-name', 'an action of the engine', first, (state) => Object.assign(state, { entry: 'polku.take' })),
  one('unknown-target', 'a target mistyped', led, (transition) => Object.assign(transition, { target: 'eiole' })),
  one('invalid-target', 'the pathway as a target', led, (transition, { id }) =>
    Object.assign(transition, { target: `#${id}` }),
  ),
  one('initial-state', 'the pathway begins nowhere', whole, (document) => delete document.initial),
  one('initial-state', 'a phase begins nowhere', inner, (state) => delete state.initial),
  one('state-shape', 'a type that holds no states', inner, (state) => Object.assign(state, { type: 'atomic' })),
  one('final-state', 'an end without a code', statesOf, (_state, { states }) => {
    for (const state of Object.values(states)) delete state.end
  }),
  one('duplicate-id', 'the id of the pathway', first, (state, { id }) => Object.assign(state, { id })),
  one('unknown-criterion', 'a criterion mistyped', gated, ({ criteria }) => criteria?.splice(0, 1, 'eiole')),
  one('unknown-task', 'tasks forgotten', whole, (document) => Object.assign(document, { taskDefinitions: {} })),
  one(
    'duplicate-item',
    'an item of a checklist twice',
    ({ taskDefinitions }) => Object.values(taskDefinitions ?? {}),
    (task) => {
      const item = { id: 'lausunto', label }
      task.checklist = [item, item]
    },
  ),
  one('unknown-role', 'roles forgotten', whole, (document) => Object.assign(document, { caseRoles: {} })),
  one('unknown-fact', 'a form with a fact mistyped', forms, ({ form }) => form?.push({ fact: 'eiole' })),
  one('unknown-parameter', 'a parameter mistyped', promised, (followUp) => {
    delete followUp.after
    followUp.every = { parameter: 'eiole' }
  }),
  one('name-clash', 'a fact named as what the engine counts', whole, (document) => {
    document.facts = { ...document.facts, daysInState: { type: 'number', label } }
  }),
  one('criterion-error', 'an expression cut short', asked, (criterion) => {
    criterion.when = `${criterion.when} and`
  }),
  one('schema', 'no working days between two contacts', promised, (followUp) => {
    delete followUp.after
    followUp.every = { workingDays: 0 }
  }),
  one('schema', 'half a working day', promised, (followUp) => {
    delete followUp.after
    followUp.every = { workingDays: 0.5 }
  }),
  one('invalid-duration', 'months and hours in one', promised, (followUp) => {
    delete followUp.after
    followUp.every = 'P1MT2H'
  }),
  one(
    'parameter-value',
    'a default that is no duration',
    ({ parameters }) => Object.values(parameters ?? {}).filter(({ type }) => type === 'duration'),
    (parameter) => Object.assign(parameter, { default: '3 months' }),
  ),
  one(
    'impossible-value',
    'two options of one code',
    ({ facts }) => Object.values(facts ?? {}).filter(({ type }) => type === 'choice'),
    (fact) => fact.type === 'choice' && fact.options.push(...fact.options),
  ),
  one('automatic-rights', 'a right decided by time', first, (state, { initial = '' }) => {
    state.after = { ...state.after, P9Y: { target: initial, reenter: true, automatic: true, effect: 'rights' } }
  }),
  one('profiling-fact', 'a forecast decides', gated, (transition, { facts }) => {
    transition.effect = 'rights'
    for (const fact of Object.values(facts ?? {})) fact.class = 'profiling'
  }),
  one('automatic-mismatch', 'an event marked automatic', first, (state) => {
    state.on = { ...state.on, uusi: { actions: 'x', automatic: true } }
  }),
  one('follow-up-shape', 'a window in working days that may end before it begins', promised, (followUp) => {
    delete followUp.every
    Object.assign(followUp, { after: { workingDays: 10 }, until: 'P14D', warnBefore: undefined })
  }),
  one('follow-up-never-due', 'a state left before so many working days', first, (state, { initial = '' }) => {
    state.followUps = { f: { after: { workingDays: 30 }, actions: 'x' } }
    state.after = { P10D: { target: initial, reenter: true, automatic: true } }
  }),
  one('module-shape', 'an event of its end that nobody handles', modules, (module) => {
    module.outputs = { '*': 'eiole' }
  }),
  one('constant-criterion', 'dates that exclude each other', asked, (criterion, document) => {
    document.facts = { ...document.facts, paiva: { type: 'date', label } }
    criterion.when = 'paiva < @"2025-01-01" and paiva > @"2026-01-01"'
  }),
  one('unused-criterion', 'a criterion nobody asks', whole, (document) => {
    document.criteria = { ...document.criteria, turha: { label, when: 'daysInState > 3' } }
  }),
  divided('overlapping-criteria', 'limits that cross', 'maara < 6', 'maara >= 5'),
  divided('criteria-gap', 'limits that do not meet', 'maara < 5', 'maara > 5'),
  one('uncollected-fact', 'forms without questions', forms, (_task, { taskDefinitions, criteria, facts }) => {
    const [fact = ''] = Object.keys(facts ?? {})
    for (const task of Object.values(taskDefinitions ?? {})) delete task.form
    for (const criterion of Object.values(criteria ?? {})) criterion.when = `is defined(${fact})`
  }),
  one('missing-translation', 'Swedish forgotten', whole, ({ title }) => delete title.sv),
  one('unreachable-state', 'a state that nothing leads to', whole, ({ states }) => {
    states.saari = { followUps: { f: { every: 'P1M', actions: 'x' } } }
  }),
  one('dead-end', 'a state without a way out', first, (state, { states }) => {
    states.umpikuja = { followUps: { f: { every: 'P1M', actions: 'x' } } }
    state.on = { ...state.on, harhaan: 'umpikuja' }
  }),
  one('endless-loop', 'two states that pass a journey on', first, (state, { states, initial = '' }) => {
    states.ping = { always: { target: 'pong', automatic: true } }
    states.pong = { always: { target: 'ping', automatic: true }, on: { pois: initial } }
    state.on = { ...state.on, kiertoon: 'ping' }
  }),
  one('never-taken', 'the rest before the special', first, (state, { initial = '' }) => {
    state.on = { ...state.on, uusi: [{ target: initial, reenter: true }, { target: initial }] }
  }),
  one('never-done', 'a final step that nothing leads to', first, (state, { states, initial = '' }) => {
    states.turha = { initial: 'a', states: { a: {}, b: { type: 'final' } }, onDone: initial, on: { pois: initial } }
    state.on = { ...state.on, turhaan: 'turha' }
  }),
  one('unsendable-event', 'an event of a role that is not there', first, (state, { initial = '' }) => {
    state.on = { ...state.on, erikois: { target: initial, by: ['rehtori'] } }
  }),
  one('history-from-within', 'a step back to the past it is in', first, (state, { states, initial = '' }) => {
    const muisti = { type: 'history' } as const
    states.elo = { initial: 'a', states: { a: { on: { palaa: 'muisti' } }, muisti }, on: { pois: initial } }
    state.on = { ...state.on, eloon: 'elo' }
  }),
  one('history-without-past', 'a past before the first time', notEnterable, (state, { states }) => {
    const [end = ''] = Object.entries(states).flatMap(([key, { type }]) => (type === 'final' ? [key] : []))
    const muisti = { type: 'history' } as const
    states.elo = { initial: 'a', states: { a: {}, muisti }, on: { pois: end } }
    states.ennen = { on: { eloon: 'elo.muisti' } }
    state.on = { ...state.on, ennen: 'ennen' }
  }),
  one('uncovered-state', 'a state that promises nothing', first, (state, document) => {
    const { states, initial = '' } = document
    delete document.followUps
    states.tyhja = { on: { takaisin: initial } }
    state.on = { ...state.on, tyhjaan: 'tyhja' }
  }),
]

/** The same of what only the other published pathways can tell. */
export const mutantsAmongPublished: readonly Mutant[] = [
  one('unknown-module', 'a pathway mistyped', modules, (module) => Object.assign(module, { pathway: 'eiole' })),
  one('unknown-module', 'a version that is not there', modules, (module) => Object.assign(module, { version: 99 })),
  one(
    'module-input',
    'a number for a duration',
    (document) => modules(document).filter(({ inputs }) => inputs),
    (module) => {
      for (const name of Object.keys(module.inputs ?? {})) module.inputs = { ...module.inputs, [name]: 3 }
    },
  ),
  one('fact-type-conflict', 'a fact of another type', whole, (document) => {
    document.facts = Object.fromEntries(
      Object.keys(document.facts ?? {}).map((fact) => [fact, { type: 'date', label }]),
    )
  }),
]
