import { onTestFinished } from 'vitest'
import type { PathwayInput } from '../../engine/pathway/document.ts'
import type { StateDefinition } from '../../engine/pathway/states.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import type { ComparedJourney } from './comparedJourney.ts'
import { commonParts, tell } from './machineDocument.ts'
import type { Facts } from './machinePlan.ts'
import { type Move, type SideBySide, sideBySide } from './sideBySide.ts'
import { steppedJourney } from './steppedJourney.ts'
import { storedJourney } from './storedJourney.ts'

const first: Facts = { level: 0, agreed: false }

/** A journey of a small machine that has been held against XState at every step. */
export interface Played {
  /** where it stood after each comparison, the start first */
  values: unknown[]
  /** what it has told since the last move but one */
  told: string[]
  /** milliseconds from now until each delay is due */
  dues: number[]
  isDone: boolean
  setAside: SideBySide['setAside']
}

type Machine = Pick<PathwayInput, 'type' | 'initial' | 'on' | 'always' | 'after' | 'states'>

/** Plays moves on a machine whose states tell of their entry and exit; the database is opened anew before every step. */
export async function play(machine: Machine, ...moves: Move[]): Promise<Played> {
  const journey = await storedJourney(temporaryFolder(), tellingDocument(machine), first)
  onTestFinished(() => journey.close())
  return playOn(journey, moves)
}

/** The same of a machine that verification would refuse today: by the steps that a version from before would take. */
export const playUnverified = (machine: Machine, ...moves: Move[]): Promise<Played> =>
  playOn(steppedJourney(tellingDocument(machine), first), moves)

async function playOn(journey: ComparedJourney, moves: readonly Move[]): Promise<Played> {
  const both = sideBySide(journey, first)
  for (const move of moves) await both.move(move)
  const { compared, setAside } = both
  const last = compared.at(-1)?.after
  return {
    values: compared.map(({ after }) => after.value),
    told: last?.actions ?? [],
    dues: (last?.dues ?? []).map((at) => at - journey.clock.ms),
    isDone: last?.isDone ?? false,
    setAside,
  }
}

/** The document of a machine, whose states tell of their entry and exit: the comparison knows by that where XState is. */
export const tellingDocument = (machine: Machine): PathwayInput => ({
  id: 'machine',
  ...commonParts,
  ...machine,
  entry: tell('in'),
  exit: tell('out'),
  states: telling(machine.states, ''),
})

export const send = (event: string): Move => ({ kind: 'send', event })
export const wait = (ms: number): Move => ({ kind: 'wait', ms })
export const record = (facts: Partial<Facts>): Move => ({ kind: 'record', facts: { ...first, ...facts } })

function telling(states: Record<string, StateDefinition>, around: string): Record<string, StateDefinition> {
  return Object.fromEntries(
    Object.entries(states).map(([key, state]) => {
      const path = `${around}${key}`
      if (state.type === 'history') return [key, state]
      const inside = state.states ? { states: telling(state.states, `${path}.`) } : {}
      return [key, { entry: tell(`in ${path}`), exit: tell(`out ${path}`), ...state, ...inside }]
    }),
  )
}
