import { answered, api } from '../app/api.ts'
import { keyFrom } from '../editing/edits/names.ts'

/** Makes an empty draft. @returns its id */
export function draftFromNothing(title: string): Promise<string> {
  const id = keyFrom(title, 'polku')
  return saveNew({ document: { id, title: { fi: title }, states: {} }, basedOn: null })
}

/** Makes a draft of a published version, its positions with it. @returns its id */
export async function draftFromVersion(pathway: string, version: number): Promise<string> {
  const path = { pathway, version }
  const { document, layout } = await answered(
    api().GET('/api/v1/pathways/{pathway}/versions/{version}', { params: { path } }),
  )
  return saveNew({ document, layout, basedOn: version })
}

/**
 * Makes a draft of a file: a pathway document, or a machine exported from Stately.
 * @throws Refused, SyntaxError for a file that is neither
 */
export async function draftFromFile(text: string): Promise<string> {
  const read: unknown = JSON.parse(text)
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new SyntaxError('{ … }')
  const given = read as Record<string, unknown>
  if ('title' in given) return saveNew({ document: given, basedOn: null })
  const { document } = await answered(api().POST('/api/v1/pathways/from-xstate', { body: { machine: given } }))
  return saveNew({ document, basedOn: null })
}

interface NewDraft {
  document: Record<string, unknown>
  basedOn: number | null
  layout?: { positions: Record<string, { x: number; y: number }>; collapsed?: string[] }
}

async function saveNew({ document, basedOn, layout }: NewDraft): Promise<string> {
  const name = typeof document.id === 'string' ? document.id.slice(0, 40) : 'polku'
  const draft = `${name}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`
  await answered(
    api().PUT('/api/v1/drafts/{draft}', { params: { path: { draft } }, body: { document, basedOn, layout } }),
  )
  return draft
}
