import fc from 'fast-check'
import type { Editable } from '../../../designer/editing/history.ts'
import { asDraftDocument, type DraftDocument, type DraftState } from '../../../designer/model/document.ts'
import { listTransitions } from '../../../designer/model/thingAt.ts'
import type { PathwayInput } from '../../../engine/index.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import { generatedPathway } from '../../support/generatedPathway.ts'

/** Documents as they are drawn: the bundled ones, and generated ones with everything in them that the engine knows. */
export const drawnDocument: fc.Arbitrary<DraftDocument> = fc
  .oneof(fc.constantFrom<PathwayInput>(...bundledPathways), generatedPathway, generatedPathway)
  .map((document) => asDraftDocument(structuredClone(document)))

/** A document as it is when it has just been opened, some of its states placed by hand. */
export function opened(document: DraftDocument): Editable {
  const [first = '', second = ''] = Object.keys(document.states)
  return {
    document,
    layout: {
      positions: { [first]: { x: 8, y: 16 }, [second]: { x: 400, y: 16 } },
      collapsed: [second],
      direction: 'down',
    },
    selection: { kind: 'pathway' },
  }
}

/**
 * A document in which every state and every transition has a mark of its own, so that each is known again after an edit
 * wherever it has gone.
 */
export function marked(document: DraftDocument): DraftDocument {
  const copy = structuredClone(document)
  let next = 0
  const mark = (): { mark: number } => {
    next += 1
    return { mark: next }
  }
  const visit = (state: DraftState): void => {
    state.meta = mark()
    for (const slots of [state.on, state.after]) {
      for (const [event, written] of Object.entries(slots ?? {})) {
        if (slots) slots[event] = listTransitions(written).map((one) => ({ ...one, meta: mark() }))
      }
    }
    for (const trigger of ['always', 'onDone'] as const) {
      if (state[trigger] !== undefined)
        state[trigger] = listTransitions(state[trigger]).map((one) => ({ ...one, meta: mark() }))
    }
    for (const inside of Object.values(state.states ?? {})) visit(inside)
  }
  visit(copy as DraftState)
  return copy
}

/** The mark of something; undefined for what an edit has made. */
export const markOf = ({ meta }: { meta?: Record<string, unknown> | undefined }): number | undefined =>
  typeof meta?.mark === 'number' ? meta.mark : undefined
