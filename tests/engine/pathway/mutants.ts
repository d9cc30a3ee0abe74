import type { PathwayInput } from '../../../engine/pathway/document.ts'
import type { StateInput } from './soundPathway.ts'

/** A way to spoil a sound pathway, and the rule that must notice. It answers whether the pathway had what it spoils. */
export interface Mutant {
  code: string
  name: string
  spoil(document: PathwayInput): boolean
}

const stagesOf = ({ states }: PathwayInput): StateInput[] =>
  Object.entries(states).flatMap(([key, state]) => (key.startsWith('vaihe') ? [state] : []))

/** Applies the change to the first that takes it. */
function first<T>(all: readonly T[], change: (one: T) => boolean): boolean {
  return all.some(change)
}

type TransitionInput = Exclude<NonNullable<StateInput['always']>, string | unknown[]>

/** The transitions of a stage onwards, as a list that may be changed in place. */
function onwards(stage: StateInput): TransitionInput[] {
  const own = Object.entries(stage.on ?? {}).find(([event]) => event.startsWith('eteen'))
  const listed = [own?.[1] ?? stage.onDone ?? []].flat().map((one) => (typeof one === 'string' ? { target: one } : one))
  if (own && stage.on) stage.on[own[0]] = listed
  else if (stage.onDone) stage.onDone = listed
  return listed
}

const live = (target: string): StateInput => ({
  on: { [`pois_${target}`]: target },
  followUps: { seuranta: { every: 'P1M', task: 'tapaaminen' } },
})

/** True, once what it is given is done. */
const made = (..._changes: unknown[]): true => true

/** Makes the change, and says so. */
const set = <T extends object>(holder: T, changes: Partial<T>): true => made(Object.assign(holder, changes))

/** A mutant that changes the first stage. */
const stage = (code: string, name: string, change: (stage: StateInput) => boolean): Mutant => ({
  code,
  name,
  spoil: (document) => first(stagesOf(document), change),
})

/** A mutant that changes the first follow-up of the first stage. */
const followUp = (code: string, name: string, changes: object): Mutant =>
  stage(code, name, ({ followUps }) => (followUps?.seuranta ? made(Object.assign(followUps.seuranta, changes)) : false))

/** A mutant that changes the expression of a criterion by its fact. */
const criterion = (
  code: string,
  name: string,
  prefix: string,
  change: (when: string) => string | undefined,
): Mutant => ({
  code,
  name,
  spoil: ({ criteria }) =>
    first(Object.entries(criteria ?? {}), ([key, one]) => {
      const changed = key.startsWith(prefix) ? change(one.when) : undefined
      if (changed !== undefined) one.when = changed
      return changed !== undefined
    }),
})

const always = (code: string, name: string, spoil: (document: PathwayInput) => unknown): Mutant => ({
  code,
  name,
  spoil: (document) => spoil(document) !== false,
})

/** A mutant that leaves a stage to one follow-up, and changes that. */
const uncovered = (name: string, changes: object): Mutant =>
  stage('uncovered-state', name, (state) => {
    const seuranta = state.followUps?.seuranta
    return seuranta !== undefined && set(seuranta, changes) && set(state, { after: undefined })
  })

/** A mutant that changes the first module of a stage. */
const module = (name: string, changes: object): Mutant =>
  stage('module-shape', name, ({ modules }) => modules?.tuki !== undefined && set(modules.tuki, changes))

/** Every mutant. A rule without one here has its cases in the table of rules. */
export const mutants: readonly Mutant[] = [
  stage('schema', 'a key mistyped', (state) => made(Object.assign(state, { followups: {} }))),
  stage('schema', 'a list where a record belongs', (state) => made(Object.assign(state, { on: [] }))),
  always('reserved-name', 'an event of the engine', ({ states }) =>
    Object.assign(states.vaihe0 ?? {}, { on: { 'polku.take': 'valmis' } }),
  ),
  always('too-large', 'states without number', (document) => {
    for (let count = 0; count < 2001; count++) document.states[`tila${count}`] = {}
  }),
  stage('unknown-target', 'a target mistyped', (state) =>
    first(onwards(state), (one) => set(one, { target: 'vaihee' })),
  ),
  stage('unknown-target', 'an id mistyped', (state) =>
    first(onwards(state), (one) => set(one, { target: '#polkku.valmis' })),
  ),
  stage('unknown-target', 'a child where there is none', (state) =>
    first(onwards(state), (one) => set(one, { target: '.valmis' })),
  ),
  always('unknown-target', 'a target from the pathway without a dot', (document) =>
    Object.assign(document, { on: { pois: 'valmis' } }),
  ),
  stage('invalid-target', 'two exclusive targets', (state) =>
    first(onwards(state), (one) => set(one, { target: ['vaihe0', 'valmis'] })),
  ),
  stage('invalid-target', 'the pathway as a target', (state) =>
    first(onwards(state), (one) => set(one, { target: '#polku' })),
  ),
  stage(
    'invalid-target',
    'a past that begins elsewhere',
    ({ states }) => states?.muisti !== undefined && set(states.muisti, { target: '#polku.valmis' }),
  ),
  stage(
    'invalid-target',
    'a past that begins in another',
    ({ states }) =>
      states?.muisti !== undefined &&
      made(Object.assign(states, { toinen: { type: 'history' } })) &&
      set(states.muisti, { target: 'toinen' }),
  ),
  always('initial-state', 'the pathway begins nowhere', (document) => delete document.initial),
  always('initial-state', 'the pathway begins in a state it lacks', (document) =>
    Object.assign(document, { initial: 'vaihe' }),
  ),
  stage(
    'initial-state',
    'a compound state begins nowhere',
    (state) => state.initial !== undefined && delete state.initial,
  ),
  stage(
    'initial-state',
    'a compound state begins in its past',
    (state) => state.initial !== undefined && state.states?.muisti !== undefined && set(state, { initial: 'muisti' }),
  ),
  stage(
    'initial-state',
    'a parallel state has a first region',
    (state) => state.type === 'parallel' && set(state, { initial: 'alue0' }),
  ),
  stage(
    'state-shape',
    'a type that holds no states',
    (state) => state.states !== undefined && set(state, { type: 'atomic', initial: undefined }),
  ),
  stage(
    'state-shape',
    'a history state with a task',
    (state) => state.states?.muisti !== undefined && set(state.states.muisti, { tasks: ['kartoitus'] }),
  ),
  stage('state-shape', 'a history target elsewhere', (state) => set(state, { target: 'valmis' })),
  always('final-state', 'an end without a code', ({ states }) => delete states.valmis?.end),
  always('final-state', 'an end with a way out', ({ states }) =>
    Object.assign(states.valmis ?? {}, { on: { takaisin: 'vaihe0' } }),
  ),
  stage('final-state', 'a code where nothing ends', (state) =>
    set(state, { end: { code: 'x', label: { fi: 'x' }, outcome: 'completed' } }),
  ),
  always('duplicate-id', 'two states with one id', ({ states }) =>
    made(...Object.values(states).map((state) => set(state, { id: 'sama' }))),
  ),
  always('duplicate-id', 'the id of the pathway', ({ states }) => Object.assign(states.valmis ?? {}, { id: 'polku' })),
  stage('unknown-criterion', 'a criterion mistyped', (state) =>
    first(onwards(state), (one) => set(one, { criteria: ['tasso'] })),
  ),
  always('unknown-task', 'a task forgotten', (document) => delete document.taskDefinitions?.tapaaminen),
  always('duplicate-item', 'an item of a checklist twice', ({ taskDefinitions }) => {
    const item = { id: 'lausunto', label: { fi: 'Lausunto' } }
    return Object.assign(taskDefinitions?.tapaaminen ?? {}, { checklist: [item, item] })
  }),
  always('unknown-role', 'a role forgotten', (document) => delete document.caseRoles?.ohjaaja),
  always('unknown-role', 'a partner forgotten', (document) => delete document.caseRoles?.asiakas),
  always('unknown-fact', 'a form with a fact mistyped', ({ taskDefinitions }) =>
    taskDefinitions?.kartoitus?.form?.push({ fact: 'tieto' }),
  ),
  followUp('unknown-fact', 'an anchor mistyped', { anchor: { fact: 'alkupaivat' } }),
  followUp('unknown-parameter', 'a parameter mistyped', { every: { parameter: 'seurantavalli' } }),
  stage('unknown-parameter', 'a delay without a parameter', (state) => set(state, { after: { viive: 'valmis' } })),
  always('name-clash', 'a fact named as what the engine counts', (document) =>
    Object.assign(document.facts ?? {}, { daysInState: { type: 'number', label: { fi: 'x' } } }),
  ),
  always('name-clash', 'a parameter named as a fact', (document) =>
    Object.assign(document.parameters ?? {}, {
      alkupaiva: { type: 'number', default: 1, origin: 'ours', label: { fi: 'x' } },
    }),
  ),
  criterion('criterion-error', 'an expression cut short', 'taso', (when) => `${when} and`),
  criterion('criterion-error', 'a name mistyped', 'taso', (when) => when.replace('tieto', 'tietto')),
  criterion('criterion-error', 'a number compared with text', 'vajaa', (when) =>
    when.includes('<') ? when.replace(/\d+$/, '"x"') : undefined,
  ),
  criterion('criterion-error', 'a number for an answer', 'vajaa', (when) =>
    when.includes('<') ? when.replace('<', '+') : undefined,
  ),
  followUp('invalid-duration', 'calendar and clock mixed', { every: 'P1MT2H' }),
  followUp('invalid-duration', 'repeating without pause', { every: 'P0D' }),
  always('invalid-duration', 'a review at once', (document) => Object.assign(document, { review: 'P0D' })),
  always('parameter-value', 'a default of another type', ({ parameters }) =>
    Object.assign(parameters?.seurantavali ?? {}, { default: 3 }),
  ),
  always('parameter-value', 'a default that is no duration', ({ parameters }) =>
    Object.assign(parameters?.seurantavali ?? {}, { default: '3 months' }),
  ),
  {
    code: 'impossible-value',
    name: 'a range upside down',
    spoil: ({ facts }) => first(Object.values(facts ?? {}), (fact) => fact.type === 'number' && set(fact, { min: 20 })),
  },
  {
    code: 'impossible-value',
    name: 'two options of one code',
    spoil: ({ facts }) =>
      first(
        Object.values(facts ?? {}),
        (fact) => fact.type === 'choice' && made(fact.options.push({ code: 'a', label: { fi: 'A' } })),
      ),
  },
  stage('automatic-rights', 'a right decided by time', (state) =>
    set(state, { after: { P2Y: { target: 'valmis', automatic: true, effect: 'rights' } } }),
  ),
  always('automatic-rights', 'a removal by time', ({ states }) => {
    Object.assign(states, { pois: { type: 'final', end: { code: 'pois', label: { fi: 'Pois' }, outcome: 'removed' } } })
    Object.assign(states.vaihe0 ?? {}, { after: { P2Y: { target: 'pois', automatic: true } } })
  }),
  {
    code: 'profiling-fact',
    name: 'a forecast decides',
    spoil: (document) => {
      const decides = stagesOf(document)
        .flatMap(onwards)
        .some(({ effect, criteria }) => criteria && effect !== undefined && effect !== 'none')
      for (const fact of Object.values(document.facts ?? {})) fact.class = 'profiling'
      return decides
    },
  },
  always('profiling-fact', 'a forecast removes, and nothing says on what it has effect', (document) => {
    const label = { fi: 'x' }
    document.facts = { ...document.facts, riski: { type: 'number', class: 'profiling', label } }
    document.criteria = { ...document.criteria, suuri: { label, when: 'riski > 30' } }
    document.states.pois = { type: 'final', end: { code: 'pois', label, outcome: 'removed' } }
    Object.assign(document.states.vaihe0?.on ?? {}, { poista: { target: 'pois', criteria: ['suuri'] } })
  }),
  stage('automatic-mismatch', 'an event marked automatic', (state) =>
    made(Object.assign(state.on ?? {}, { heti: { target: 'valmis', automatic: true } })),
  ),
  stage('automatic-mismatch', 'a reason asked of nobody', (state) =>
    set(state, { after: { P2Y: { target: 'valmis', automatic: true, reasonRequired: true } } }),
  ),
  followUp('follow-up-shape', 'once and repeating', { after: 'P1M' }),
  followUp('follow-up-shape', 'neither once nor repeating', { every: undefined }),
  followUp('follow-up-shape', 'nothing to do', { task: undefined }),
  followUp('follow-up-shape', 'an event nobody handles', { event: 'tuntematon' }),
  followUp('follow-up-shape', 'warned before it begins', { warnBefore: 'P1Y' }),
  followUp('follow-up-shape', 'a window that ends before it begins', { every: undefined, after: 'P3M', until: 'P2M' }),
  followUp('follow-up-never-due', 'ending before the first time', { until: 'P3D', warnBefore: undefined }),
  stage('follow-up-never-due', 'a state left at once', (state) =>
    set(state, { always: { target: 'valmis', automatic: true } }),
  ),
  stage('follow-up-never-due', 'a state left before', (state) =>
    set(state, { after: { P1D: { target: 'valmis', automatic: true } } }),
  ),
  module('an event of its end that nobody handles', { outputs: { '*': 'tuntematon' } }),
  module('an event of its start that nobody handles', { start: { event: 'tuntematon' } }),
  {
    code: 'module-shape',
    name: 'an event that only a later state handles, of a module left running',
    spoil: ({ states }) => {
      const { tuki } = states.vaihe0?.modules ?? {}
      Object.assign(states.vaihe0?.on ?? {}, { jalkeen: 'jalki' })
      states.jalki = live('valmis')
      Object.assign(states.jalki.on ?? {}, { tukiLoppui: { actions: 'kirjaa' } })
      return tuki !== undefined && set(tuki, { whenLeft: 'leave', outputs: { '*': 'tukiLoppui' } })
    },
  },
  module('itself', { pathway: 'polku', start: 'entry' }),
  stage(
    'unknown-parameter',
    'a module with a parameter mistyped',
    ({ modules }) =>
      modules?.tuki !== undefined && set(modules.tuki, { inputs: { vali: { parameter: 'seurantavalli' } } }),
  ),
  criterion('constant-criterion', 'a limit out of reach', 'taso', (when) =>
    when.includes('>=') ? when.replace(/\d+$/, '11') : undefined,
  ),
  criterion('constant-criterion', 'a limit everybody reaches', 'taso', (when) =>
    when.includes('>=') ? when.replace(/\d+$/, '0') : undefined,
  ),
  criterion('constant-criterion', 'an option that is not there', 'vajaa', (when) =>
    when.includes('"c"') ? when.replace('"c"', '"d"') : undefined,
  ),
  criterion('constant-criterion', 'not written yet', 'taso', () => 'null'),
  always('unused-criterion', 'a criterion nobody asks', (document) => {
    document.criteria = { ...document.criteria, turha: { label: { fi: 'Turha' }, when: 'daysInState > 3' } }
  }),
  criterion('overlapping-criteria', 'limits that cross', 'vajaa', (when) =>
    when.includes('<') ? when.replace(/\d+$/, (limit) => `${Number(limit) + 0.5}`) : undefined,
  ),
  criterion('criteria-gap', 'limits that do not meet', 'vajaa', (when) =>
    when.includes('<') ? when.replace(/\d+$/, (limit) => `${Number(limit) - 0.5}`) : undefined,
  ),
  criterion('criteria-gap', 'an option nobody handles', 'taso', (when) =>
    when.includes('"b"') ? when.replace(', "b"', '') : undefined,
  ),
  {
    code: 'uncollected-fact',
    name: 'a form without questions',
    spoil: ({ taskDefinitions, criteria }) =>
      taskDefinitions?.kartoitus !== undefined &&
      Object.keys(criteria ?? {}).length > 0 &&
      set(taskDefinitions.kartoitus, { form: [] }),
  },
  {
    code: 'uncollected-fact',
    name: 'a date that nobody asks for',
    spoil: ({ taskDefinitions, states }) => {
      const { kartoitus } = taskDefinitions ?? {}
      const isCountedFrom = Object.values(states).some(({ followUps }) => followUps?.kokous)
      return isCountedFrom && kartoitus !== undefined && set(kartoitus, { form: kartoitus.form?.slice(0, -1) })
    },
  },
  always('missing-translation', 'Swedish forgotten', (document) =>
    set(document, { title: { fi: 'Polku', en: 'Pathway' } }),
  ),
  always('unreachable-state', 'a state that nothing leads to', ({ states }) => set(states, { saari: live('valmis') })),
  always('unsendable-event', 'an event of an unreachable state', ({ states }) =>
    set(states, { saari: live('valmis') }),
  ),
  stage('unsendable-event', 'an event of a role that is not there', (state) =>
    made(Object.assign(state.on ?? {}, { erikois: { target: 'valmis', by: ['rehtori'] } })),
  ),
  always('dead-end', 'a state without a way out', ({ states }) => {
    states.umpikuja = { followUps: { seuranta: { every: 'P1M', task: 'tapaaminen' } } }
    Object.assign(states.vaihe0?.on ?? {}, { harhaan: 'umpikuja' })
  }),
  always('dead-end', 'two states that lead only to each other', ({ states }) => {
    Object.assign(states, { ensin: live('toisin'), toisin: live('ensin') })
    Object.assign(states.vaihe0?.on ?? {}, { harhaan: 'ensin' })
  }),
  {
    code: 'dead-end',
    name: 'a step without a way on',
    spoil: (document) => {
      const { vaihe0, valmis } = document.states
      const step = vaihe0?.states?.askel0
      if (!vaihe0 || !valmis || !step) return false
      document.states = { vaihe0, valmis }
      delete vaihe0.states?.muisti
      set(vaihe0, { on: {}, after: undefined, always: undefined, onDone: 'valmis' })
      return set(step, { on: {}, onDone: undefined })
    },
  },
  always('endless-loop', 'two states that pass a journey on', ({ states }) => {
    states.ping = { always: { target: 'pong', automatic: true }, on: { pois: 'valmis' } }
    states.pong = { always: { target: 'ping', automatic: true } }
    Object.assign(states.vaihe0?.on ?? {}, { kiertoon: 'ping' })
  }),
  always('endless-loop', 'a long way round', ({ states }) => {
    for (let index = 0; index < 60; index++) {
      states[`kierto${index}`] = { always: { target: `kierto${(index + 1) % 60}`, automatic: true } }
    }
    Object.assign(states.kierto30 ?? {}, { on: { pois: 'valmis' } })
    Object.assign(states.vaihe0?.on ?? {}, { kiertoon: 'kierto0' })
  }),
  always('endless-loop', 'two delays of no time', ({ states }) => {
    states.ping = { after: { '0': { target: 'pong', automatic: true } }, on: { pois: 'valmis' } }
    states.pong = { after: { PT0S: { target: 'ping', automatic: true } } }
    Object.assign(states.vaihe0?.on ?? {}, { kiertoon: 'ping' })
  }),
  always('endless-loop', 'a follow-up of no time that leads back', ({ states }) => {
    states.ping = {
      followUps: { aika: { after: 'PT0S', event: 'aika' } },
      on: { aika: { target: 'ping', reenter: true, automatic: true }, pois: 'valmis' },
    }
    Object.assign(states.vaihe0?.on ?? {}, { kiertoon: 'ping' })
  }),
  always('endless-loop', 'a follow-up of no time and an automatic way back', ({ states }) => {
    states.ping = {
      followUps: { aika: { after: 'PT0S', event: 'aika' } },
      on: { aika: { target: 'pong', automatic: true }, pois: 'valmis' },
    }
    states.pong = { always: { target: 'ping', automatic: true } }
    Object.assign(states.vaihe0?.on ?? {}, { kiertoon: 'ping' })
  }),
  always('endless-loop', 'a date that may have passed', (document) => {
    document.facts = { ...document.facts, paiva: { type: 'date', label: { fi: 'Päivä', sv: 'Dag', en: 'Day' } } }
    document.states.ping = {
      followUps: { aika: { after: 'P1M', anchor: { fact: 'paiva' }, event: 'aika' } },
      on: { aika: { target: 'ping', reenter: true, automatic: true }, pois: 'valmis' },
    }
    Object.assign(document.states.vaihe0?.on ?? {}, { kiertoon: 'ping' })
  }),
  always('endless-loop', 'a condition asked again from where it leads', (document) => {
    document.criteria = { ...document.criteria, kauan: { label: { fi: 'Kauan' }, when: 'daysInJourney > 3' } }
    document.always = { target: '.vaihe0', criteria: ['kauan'], automatic: true }
  }),
  always('endless-loop', 'a state that is done as soon as it begins', ({ states }) => {
    states.tyhja = {
      initial: 'loppu',
      states: { loppu: { type: 'final' } },
      onDone: { target: 'tyhja', reenter: true, automatic: true },
      on: { pois: 'valmis' },
    }
    Object.assign(states.vaihe0?.on ?? {}, { kiertoon: 'tyhja' })
  }),
  stage('never-taken', 'the rest before the special', (state) => {
    const listed = onwards(state)
    if (!listed[0]?.criteria) return false
    return made(listed.unshift({ target: 'valmis' }))
  }),
  stage('never-done', 'a final step that nothing leads to', (state) => {
    const last = Object.values(state.states ?? {}).find((step) => step.on && Object.values(step.on).includes('loppu'))
    return state.onDone !== undefined && last !== undefined && set(last, { on: {}, onDone: undefined })
  }),
  stage('history-from-within', 'a step back to the past it is in', ({ states }) => {
    const step = states?.askel0
    return states?.muisti !== undefined && step !== undefined && set(step, { on: { ...step.on, palaa: 'muisti' } })
  }),
  stage('history-from-within', 'a region back to the past it is in', ({ states }) => {
    const region = states?.alue1
    return states?.muisti !== undefined && region !== undefined && set(region, { on: { palaa: 'muisti' } })
  }),
  stage('history-from-within', 'a step further inside back to a deep past', ({ states }) => {
    const step = states?.askel0?.states?.askel1
    const past = states?.muisti?.history === 'deep' ? states.muisti : undefined
    if (!past || !step) return false
    return set(past, { id: 'muistissa' }) && set(step, { on: { ...step.on, palaa: '#muistissa' } })
  }),
  {
    code: 'history-without-past',
    name: 'a past before the first time',
    spoil: (document) => {
      const { states } = document
      const only = states.vaihe0
      if (!only?.states?.muisti || Object.keys(states).some((key) => key.startsWith('vaihe') && key !== 'vaihe0'))
        return false
      only.onDone = 'valmis'
      delete only.after
      only.on = { pois: 'valmis' }
      only.enterable = true
      document.initial = 'tauko0'
      states.tauko0 = {
        on: { jatka0: 'vaihe0.muisti' },
        followUps: { tarkistus: { every: 'P1M', task: 'tapaaminen' } },
      }
      return true
    },
  },
  stage('uncovered-state', 'no contact while in a state', (state) =>
    set(state, { followUps: undefined, after: undefined }),
  ),
  uncovered('contact that ends', { until: 'P1Y' }),
  uncovered('contact that waits for a date', { anchor: { fact: 'alkupaiva' } }),
  uncovered('contact once only', { every: undefined, after: 'P1M' }),
]
