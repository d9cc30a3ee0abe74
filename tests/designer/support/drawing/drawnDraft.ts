import type { Locator, Page } from 'playwright-core'
import { asDraftDocument } from '../../../../designer/model/document.ts'
import { pathOf } from '../../../../designer/model/places.ts'
import { readPathway } from '../../../../designer/model/readPathway.ts'
import { documentSchema, type PathwayInput } from '../../../../engine/pathway/document.ts'
import type { Window } from '../openDesigner.ts'

/** A draft that was begun from nothing, in a window. */
interface DrawnDraft {
  page: Page
  undo: Locator
  redo: Locator
  /** What the server has of it, once it has everything. */
  saved(): Promise<PathwayInput>
}

/** The draft that is open in a window. */
export function draftIn({ page, context }: Window): DrawnDraft {
  return {
    page,
    undo: page.getByRole('button', { name: /^Kumoa/ }),
    redo: page.getByRole('button', { name: /^Tee uudelleen/ }),
    async saved() {
      await page.locator('[data-saving="saved"]').waitFor()
      const draft = new URL(page.url()).pathname.split('/').at(-1)
      return (await (await context.request.get(`/api/v1/drafts/${draft}`)).json()).document
    },
  }
}

/**
 * What a document says, however it is written: transitions stand in lists, and their targets are the states themselves.
 * Everything else is as it stands there.
 */
export function meaningOf(input: PathwayInput): unknown {
  const document = documentSchema.parse(structuredClone(input))
  const model = readPathway(asDraftDocument(structuredClone(document)))
  const ways = model.transitions.map(({ place, definition, targets, lost }) => ({
    at: pathOf(place).join('/'),
    ...definition,
    target: targets,
    lost,
    actions: [definition.actions ?? []].flat(),
  }))
  const states = [...model.states.values()].map(({ path, definition }) => {
    const { on, after, always, onDone, states: inside, ...rest } = definition
    return { path, ...(path === '' ? {} : rest), inside: Object.keys(inside ?? {}) }
  })
  const { states: _states, on: _on, ...rest } = document
  return { ...rest, states, ways }
}
