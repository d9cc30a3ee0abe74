import type { PathwayInput } from '../engine/index.ts'
import { namedBy } from './namedBy.ts'

type StateInput = PathwayInput['states'][string]

const statesInPhase = 10
const text = (words: string) => ({ fi: words, sv: words, en: words })

/**
 * A sound pathway as somebody would draw it who draws much: phases of nine steps one after the other, criteria on the
 * ways between them, a follow-up in each.
 * @param count how many phases and states: a multiple of ten
 */
export function manyStates(count: number): PathwayInput {
  const phases = Array.from({ length: count / statesInPhase }, (_, phase) => phase)
  return {
    id: `laaja${count}`,
    title: text(`Polku, jossa on ${count} tilaa`),
    caseRoles: { ohjaaja: { label: text('Ohjaaja') } },
    facts: { paivia: { type: 'number', min: 0, max: 7, unit: 'd/week', label: text('Päiviä viikossa') } },
    criteria: namedBy(phases, (phase) => [
      `riittaa${phase}`,
      { label: text(`Riittää vaiheeseen ${phase + 2}`), when: `paivia >= ${(phase % 5) + 1}` },
    ]),
    taskDefinitions: { tapaaminen: { label: text('Tapaaminen'), role: 'ohjaaja', form: [{ fact: 'paivia' }] } },
    initial: 'vaihe0',
    states: {
      ...namedBy(phases, (phase) => [`vaihe${phase}`, onePhase(phase, phase === phases.length - 1)]),
      valmis: {
        type: 'final',
        label: text('Valmis'),
        end: { code: 'valmis', label: text('Valmis'), outcome: 'completed' },
      },
    },
  }
}

function onePhase(phase: number, isLast: boolean): StateInput {
  const steps = Array.from({ length: statesInPhase - 1 }, (_, step) => step)
  const next = isLast ? 'valmis' : `vaihe${phase + 1}`
  return {
    phase: { label: text(`Vaihe ${phase + 1}`), goal: text('Asiakas on valmis seuraavaan.'), responsible: 'ohjaaja' },
    followUps: { arviointi: { every: 'P2M', shift: 'nextWorkingDay', task: 'tapaaminen' } },
    on: {
      [`jatka${phase}`]: { label: text('Jatka seuraavaan vaiheeseen'), target: next, criteria: [`riittaa${phase}`] },
      ...(phase > 0 && { [`palaa${phase}`]: { label: text('Palaa edelliseen'), target: `vaihe${phase - 1}` } }),
    },
    initial: 'askel0',
    states: namedBy(steps, (step) => [`askel${step}`, oneStep(phase, step, step === steps.length - 1)]),
  }
}

function oneStep(phase: number, step: number, isLast: boolean): StateInput {
  const label = text(`Askel ${phase + 1}.${step + 1}`)
  if (isLast) return { label }
  const skip = step % 3 === 0 && step + 2 < statesInPhase - 1
  return {
    label,
    on: {
      [`etene${phase}_${step}`]: { label: text('Etene'), target: `askel${step + 1}` },
      ...(skip && { [`ohita${phase}_${step}`]: { label: text('Ohita yksi'), target: `askel${step + 2}` } }),
    },
  }
}
