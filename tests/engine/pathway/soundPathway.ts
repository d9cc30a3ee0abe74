import fc from 'fast-check'
import type { PathwayInput } from '../../../engine/pathway/document.ts'

/** A state as it is written. */
export type StateInput = PathwayInput['states'][string]

/** A text in all three languages. */
export const text = (words: string) => ({ fi: words, sv: `${words} (sv)`, en: `${words} (en)` })

interface Gate {
  asks: 'nothing' | 'number' | 'integer' | 'choice' | 'boolean'
  limit: number
  overridable: boolean
  effect: 'none' | 'service' | 'rights'
}

interface Stage {
  kind: 'atomic' | 'compound' | 'parallel'
  gate: Gate
  steps: number
  regions: number
  isNested: boolean
  pause: 'none' | 'shallow' | 'deep'
  isEnterable: boolean
  every: 'P1M' | 'P2W' | 'parameter' | 'workingDays'
  window: boolean
  anchored: boolean
  reminder: boolean
  proposedAfter: boolean
  opensTask: boolean
  mayReturn: boolean
  module: 'none' | 'entry' | 'adHoc' | 'event'
  isAutomatic: boolean
}

/** What a generated pathway is made from; kept apart from the making so that shrinking works on meaning. */
export interface PathwayPlan {
  stages: Stage[]
  hasExits: boolean
}

const gate = fc.record<Gate>({
  asks: fc.constantFrom('nothing', 'number', 'integer', 'choice', 'boolean'),
  limit: fc.integer({ min: 1, max: 9 }),
  overridable: fc.boolean(),
  effect: fc.constantFrom('none', 'service', 'rights'),
})

const stage = fc.record<Stage>({
  kind: fc.constantFrom('atomic', 'compound', 'parallel'),
  gate,
  steps: fc.integer({ min: 1, max: 3 }),
  regions: fc.integer({ min: 2, max: 3 }),
  isNested: fc.boolean(),
  pause: fc.constantFrom('none', 'shallow', 'deep'),
  isEnterable: fc.boolean(),
  every: fc.constantFrom('P1M', 'P2W', 'parameter', 'workingDays'),
  window: fc.boolean(),
  anchored: fc.boolean(),
  reminder: fc.boolean(),
  proposedAfter: fc.boolean(),
  opensTask: fc.boolean(),
  mayReturn: fc.boolean(),
  module: fc.constantFrom('none', 'entry', 'adHoc', 'event'),
  isAutomatic: fc.boolean(),
})

/** Plans of pathways of one to five stages. */
export const pathwayPlan: fc.Arbitrary<PathwayPlan> = fc.record({
  stages: fc.array(stage, { minLength: 1, maxLength: 5 }),
  hasExits: fc.boolean(),
})

/**
 * Pathways that an administrator could publish as they are: nested and parallel states, history, follow-ups, tasks and
 * criteria, with nothing in them that verification should mention.
 */
export const soundPathway: fc.Arbitrary<PathwayInput> = pathwayPlan.map(pathwayOf)

/** Makes the pathway of a plan. */
export function pathwayOf(plan: PathwayPlan): PathwayInput {
  const states = Object.assign({}, ...plan.stages.map((one, index) => stageStates(one, index, plan.stages.length)))
  const facts = Object.assign({}, ...plan.stages.map((one, index) => gateFacts(one, index)))
  const criteria = Object.assign({}, ...plan.stages.map((one, index) => gateCriteria(one, index)))
  const form = [...Object.keys(facts), 'alkupaiva'].map((fact) => ({ fact }))
  return {
    id: 'polku',
    title: text('Esimerkkipolku'),
    caseRoles: { ohjaaja: { label: text('Ohjaaja') }, asiakas: { label: text('Asiakas') } },
    facts: { ...facts, alkupaiva: { type: 'date', label: text('Alkupäivä') } },
    criteria,
    parameters: { seurantavali: { type: 'duration', label: text('Seurantaväli'), default: 'P6W', origin: 'ours' } },
    taskDefinitions: {
      kartoitus: { label: text('Kartoitus'), role: 'ohjaaja', due: 'P2W', escalateTo: 'ohjaaja', form },
      tapaaminen: { label: text('Tapaaminen'), role: 'ohjaaja', parties: ['asiakas'], due: { workingDays: 5 } },
    },
    ...(plan.hasExits
      ? { exits: { muutto: { label: text('Muutto'), outcome: 'transferred', by: ['ohjaaja'], effect: 'rights' } } }
      : {}),
    initial: 'vaihe0',
    states: {
      ...states,
      valmis: { type: 'final', end: { code: 'valmis', label: text('Valmis'), outcome: 'completed' } },
    },
  }
}

const factOf = (index: number) => `tieto${index}`

function gateFacts({ gate: { asks } }: Stage, index: number): NonNullable<PathwayInput['facts']> {
  const label = text(`Tieto ${index}`)
  switch (asks) {
    case 'nothing':
      return {}
    case 'number':
    case 'integer':
      return { [factOf(index)]: { type: 'number', min: 0, max: 10, integer: asks === 'integer', label } }
    case 'choice': {
      const options = ['a', 'b', 'c'].map((code) => ({ code, label: text(`Vaihtoehto ${code}`) }))
      return { [factOf(index)]: { type: 'choice', options, label } }
    }
    case 'boolean':
      return { [factOf(index)]: { type: 'boolean', label } }
  }
}

/** A criterion, and one that holds exactly when it does not; a boolean leaves the rest to a transition without any. */
function gateCriteria(
  { gate: { asks, limit, overridable } }: Stage,
  index: number,
): NonNullable<PathwayInput['criteria']> {
  const fact = factOf(index)
  const expressions: Record<Gate['asks'], [yes: string, no?: string] | undefined> = {
    nothing: undefined,
    number: [`${fact} >= ${limit}`, `${fact} < ${limit}`],
    integer: [`${fact} between ${limit} and 9`, `not(${fact} in [${limit}..9])`],
    choice: [`${fact} in ("a", "b")`, `${fact} = "c"`],
    boolean: [`${fact} = true`],
  }
  const [yes, no] = expressions[asks] ?? []
  return {
    ...(yes ? { [`taso${index}`]: { label: text('Taso'), when: yes, overridable } } : {}),
    ...(no ? { [`vajaa${index}`]: { label: text('Vajaa'), when: no } } : {}),
  }
}

function stageStates(plan: Stage, index: number, count: number): Record<string, StateInput> {
  const name = `vaihe${index}`
  const next = index + 1 < count ? `vaihe${index + 1}` : 'valmis'
  const hasInside = plan.kind !== 'atomic'
  const pause = hasInside ? plan.pause : 'none'
  const body: StateInput =
    plan.kind === 'atomic' ? {} : plan.kind === 'compound' ? chain(plan, `e${index}`) : regions(plan, index)
  const inside: StateInput = {
    ...body,
    ...(pause === 'none' ? {} : { states: { ...body.states, muisti: { type: 'history', history: pause } } }),
  }
  const state: StateInput = {
    ...inside,
    label: text(`Vaihe ${index}`),
    phase: { label: text(`Vaihe ${index}`), goal: text('Tavoite'), responsible: 'ohjaaja' },
    ...(plan.isEnterable ? { enterable: { by: ['ohjaaja'] } } : {}),
    ...(plan.opensTask ? { tasks: ['kartoitus'] } : {}),
    followUps: followUps(plan),
    ...(plan.module === 'none' ? {} : { modules: modules(plan.module) }),
    on: {
      ...(hasInside ? {} : { [`eteen${index}`]: onwards(plan, index, next) }),
      ...(plan.mayReturn && index > 0 ? { [`takaisin${index}`]: { target: 'vaihe0', reasonRequired: true } } : {}),
      ...(pause === 'none' ? {} : { [`tauolle${index}`]: `tauko${index}` }),
      ...(plan.module === 'none' ? {} : { tuki: { actions: 'aloita' }, tukiPaattyi: { actions: 'kirjaa' } }),
      ...(plan.reminder ? { muistutus: { actions: 'muistuta' } } : {}),
    },
    ...(hasInside ? { onDone: onwards(plan, index, next) } : {}),
    ...(plan.proposedAfter ? { after: { P1Y: { target: next, automatic: plan.isAutomatic } } } : {}),
    ...(plan.isAutomatic && plan.gate.asks !== 'nothing' && !hasInside
      ? { always: { target: next, criteria: [`taso${index}`], automatic: true, effect: 'service' } }
      : {}),
  }
  const paused: StateInput = {
    label: text('Tauko'),
    on: { [`jatka${index}`]: `${name}.muisti` },
    followUps: { tarkistus: { every: 'P1M', task: 'tapaaminen' } },
  }
  return { [name]: state, ...(pause === 'none' ? {} : { [`tauko${index}`]: paused }) }
}

/** On to the next stage: freely, or those who pass a gate; the rest begin the stage again. */
function onwards(
  { gate: { asks, effect }, kind, isAutomatic }: Stage,
  index: number,
  next: string,
): NonNullable<StateInput['onDone']> {
  const automatic = kind !== 'atomic' && isAutomatic && effect !== 'rights'
  const how = automatic ? { automatic } : { by: ['ohjaaja'] }
  if (asks === 'nothing') return { target: next, effect, ...how }
  const rest = { target: `vaihe${index}`, reenter: true }
  const last = asks === 'boolean' ? rest : { ...rest, criteria: [`vajaa${index}`] }
  return [{ target: next, criteria: [`taso${index}`], effect, ...how }, last]
}

function modules(start: 'entry' | 'adHoc' | 'event'): NonNullable<StateInput['modules']> {
  return {
    tuki: {
      pathway: 'tukijakso',
      start: start === 'event' ? { event: 'tuki' } : start,
      inputs: { vali: { parameter: 'seurantavali' } },
      outputs: { '*': 'tukiPaattyi' },
      whenLeft: start === 'adHoc' ? 'leave' : 'end',
    },
  }
}

function followUps(plan: Stage): NonNullable<StateInput['followUps']> {
  const every = { parameter: { parameter: 'seurantavali' }, workingDays: { workingDays: 15 } }
  return {
    seuranta: {
      every: plan.every === 'parameter' || plan.every === 'workingDays' ? every[plan.every] : plan.every,
      shift: 'nextWorkingDay',
      task: 'tapaaminen',
      warnBefore: 'P2D',
    },
    ...(plan.window ? { ikkuna: { after: 'P2M', until: 'P3M', task: 'tapaaminen' } } : {}),
    ...(plan.anchored
      ? { kokous: { every: 'P2M', until: 'P6M', anchor: { fact: 'alkupaiva' }, task: 'tapaaminen' } }
      : {}),
    ...(plan.reminder ? { muistutus: { after: 'P10D', event: 'muistutus', restart: true } } : {}),
  }
}

/** Steps one after another, the last one final; one of them may hold steps of its own. */
function chain(
  plan: Pick<Stage, 'steps' | 'isNested'>,
  event: string,
): StateInput & { states: Record<string, StateInput> } {
  const states: Record<string, StateInput> = {}
  for (let step = 0; step < plan.steps; step++) {
    const next = step + 1 < plan.steps ? `askel${step + 1}` : 'loppu'
    const isNested = plan.isNested && step === 0
    states[`askel${step}`] = isNested
      ? { ...chain({ steps: 2, isNested: false }, `${event}_sisa`), onDone: next }
      : { on: { [`${event}_${step}`]: next } }
  }
  return { initial: 'askel0', states: { ...states, loppu: { type: 'final' } } }
}

function regions(plan: Stage, index: number): StateInput & { states: Record<string, StateInput> } {
  const states: Record<string, StateInput> = {}
  for (let region = 0; region < plan.regions; region++) {
    states[`alue${region}`] = chain(
      { steps: plan.steps, isNested: plan.isNested && region === 0 },
      `e${index}_${region}`,
    )
  }
  return { type: 'parallel', states }
}
