import { keyOf, parentOf } from '../../model/places.ts'
import { stateIn } from '../../model/thingAt.ts'
import { type Edit, editDocument } from './edit.ts'

/** What a state without states inside is: a place where one is, an end, or a return to where one was. */
export type StateKind = 'atomic' | 'final' | 'history'

/** Makes a state another kind; what only the kind before had goes. An end of the pathway gets a code. */
export function setStateKind(state: string, kind: StateKind): Edit {
  return editDocument((document) => {
    const found = stateIn(document, state)
    if (!found) return
    for (const key of ['type', 'end', 'history', 'target'] as const) delete found[key]
    if (kind === 'atomic') return
    found.type = kind
    if (kind === 'history') found.history = 'deep'
    else if (parentOf(state) === '') {
      const label = found.phase?.label ?? found.label ?? { fi: keyOf(state) }
      found.end = { code: keyOf(state), label: { ...label }, outcome: 'completed' }
    }
  })
}

/** Makes a state a phase, which people talk about by its name, or no phase again. */
export function setPhase(state: string, isPhase: boolean, responsible: string): Edit {
  return editDocument((document) => {
    const found = stateIn(document, state)
    if (!found || isPhase === (found.phase !== undefined)) return
    if (isPhase) {
      found.phase = { label: found.label ?? { fi: keyOf(state) }, goal: { fi: '' }, responsible }
      delete found.label
    } else {
      if (found.phase && !found.label) found.label = found.phase.label
      delete found.phase
    }
  })
}
