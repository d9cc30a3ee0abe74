import type { FollowUpDefinition } from '../../states.ts'
import type { StateNode } from '../../stateTree.ts'
import type { VerifyContext } from '../verifyContext.ts'
import type { JsonPath } from './report.ts'

/** A follow-up with its place. */
export interface PlacedFollowUp {
  state: StateNode
  name: string
  path: JsonPath
  definition: FollowUpDefinition
}

/** Every follow-up of a document. */
export function followUpsOf({ states, placeOf }: VerifyContext): PlacedFollowUp[] {
  return [...states.values()].flatMap((state) =>
    Object.entries(state.definition.followUps ?? {}).map(([name, definition]) => ({
      state,
      name,
      path: [...placeOf(state.path), 'followUps', name],
      definition,
    })),
  )
}
