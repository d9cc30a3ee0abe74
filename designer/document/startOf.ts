import { draftState } from '../../engine/pathway/words/draftStates.ts'
import { type Language, stateName } from '../../engine/pathway/words/index.ts'
import type { DraftDocument } from '../model/document.ts'

/** The text that says where something begins, by what that is to people: a phase, or a state. */
export function startOf(
  document: DraftDocument,
  path: string,
  language: Language,
): [text: 'startsInPhase' | 'startsIn', values: { state: string }] {
  const isPhase = draftState(document, path)?.definition.phase !== undefined
  return [isPhase ? 'startsInPhase' : 'startsIn', { state: stateName(document, path, language) }]
}
