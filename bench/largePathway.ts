import type { PathwayInput } from '../engine/index.ts'
import { namedBy } from './namedBy.ts'

type StateInput = PathwayInput['states'][string]
type CriterionInput = NonNullable<PathwayInput['criteria']>[string]
type FactInput = NonNullable<PathwayInput['facts']>[string]

/** Five regions, each of a chain of steps that ends in a final one. */
const regionCount = 5
const stepsInRegion = 38
/** So many steps of a region ask two criteria: who goes on, and who repeats the step. */
const gatesInRegion = 10
const gateEvery = 3

const text = (words: string) => ({ fi: words, sv: words, en: words })
const regions = Array.from({ length: regionCount }, (_, region) => region)
const gates = Array.from({ length: gatesInRegion }, (_, gate) => gate)
const everyGate = regions.flatMap((region) => gates.map((gate) => `${region}_${gate}`))

/**
 * A sound pathway of 200 states, five parallel regions and 100 criteria, about which verification has nothing to say:
 * so it must look everywhere before it can answer.
 */
export const largePathway: PathwayInput = {
  id: 'laaja',
  title: text('Laaja polku'),
  caseRoles: { ohjaaja: { label: text('Ohjaaja') } },
  facts: {
    paivia: numberFact('Päiviä'),
    ...namedBy(everyGate, (gate) => [`tieto${gate}`, numberFact(`Tieto ${gate}`)]),
  },
  criteria: {
    ...namedBy(everyGate, (gate) => [`taso${gate}`, criterion('Taso', `tieto${gate} >= 5 and paivia >= 2`)]),
    ...namedBy(everyGate, (gate) => [`vajaa${gate}`, criterion('Vajaa', `tieto${gate} < 5 or paivia < 2`)]),
  },
  taskDefinitions: {
    kartoitus: {
      label: text('Kartoitus'),
      role: 'ohjaaja',
      due: 'P2W',
      form: [{ fact: 'paivia' }, ...everyGate.map((gate) => ({ fact: `tieto${gate}` }))],
    },
    tapaaminen: { label: text('Tapaaminen'), role: 'ohjaaja', due: { workingDays: 5 } },
  },
  initial: 'alku',
  states: {
    alku: { tasks: ['kartoitus'], followUps: followUps('P1M'), on: { aloita: { target: 'palvelu', by: ['ohjaaja'] } } },
    palvelu: {
      type: 'parallel',
      followUps: followUps('P2M'),
      states: namedBy(regions, (region) => [`alue${region}`, chain(region)]),
      onDone: { target: 'arviointi', automatic: true },
    },
    arviointi: { followUps: followUps('P1M'), on: { jatka: { target: 'seuranta', by: ['ohjaaja'] }, uusi: 'palvelu' } },
    seuranta: {
      followUps: followUps('P3M'),
      after: { P1Y: { target: 'valmis' } },
      on: { paata: { target: 'valmis', by: ['ohjaaja'], effect: 'rights' } },
    },
    valmis: { type: 'final', end: { code: 'valmis', label: text('Valmis'), outcome: 'completed' } },
  },
}

function chain(region: number): StateInput {
  const last = stepsInRegion - 1
  const steps = Array.from({ length: stepsInRegion }, (_, step) => step)
  return {
    initial: 'askel0',
    states: namedBy(steps, (step) => [`askel${step}`, step === last ? { type: 'final' } : oneStep(region, step)]),
  }
}

function oneStep(region: number, step: number): StateInput {
  const target = `askel${step + 1}`
  const gate = step % gateEvery === 0 ? step / gateEvery : gatesInRegion
  const event = `etene${region}_${step}`
  if (gate >= gatesInRegion) return { on: { [event]: target } }
  return {
    on: {
      [event]: [
        { target, criteria: [`taso${region}_${gate}`], by: ['ohjaaja'] },
        { target: `askel${step}`, reenter: true, criteria: [`vajaa${region}_${gate}`] },
      ],
    },
  }
}

function followUps(every: string): NonNullable<StateInput['followUps']> {
  return { seuranta: { every, shift: 'nextWorkingDay', task: 'tapaaminen' } }
}

function numberFact(label: string): FactInput {
  return { type: 'number', min: 0, max: 10, label: text(label) }
}

function criterion(label: string, when: string): CriterionInput {
  return { label: text(label), when }
}
