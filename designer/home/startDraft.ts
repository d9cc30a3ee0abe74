import type { components } from '../../api/client/schema.d.ts'
import type { Text } from '../../engine/pathway/values.ts'
import { answered, api } from '../app/api.ts'
import type { Language } from '../app/language.ts'
import { keyFrom } from '../editing/edits/names.ts'
import { newLabel } from '../editing/edits/newLabel.ts'
import { versionAsRun } from '../model/versionAsRun.ts'
import { readDraftFile } from './readDraftFile.ts'

/** What an import could not carry over, or changed. */
export type ImportNote = components['schemas']['ImportNote']

/** Makes an empty draft of a name that was written in the reader's language. @returns its id */
export function draftFromNothing(name: string, language: Language): Promise<string> {
  const id = keyFrom(name, 'polku')
  return saveNew({ document: { id, title: newLabel(name, language), states: {} }, basedOn: null })
}

/** Makes a draft of a published version, the values chosen for it and its positions with it. @returns its id */
export async function draftFromVersion(pathway: string, version: number): Promise<string> {
  const path = { pathway, version }
  const details = await answered(api().GET('/api/v1/pathways/{pathway}/versions/{version}', { params: { path } }))
  return saveNew({ document: { ...versionAsRun(details) }, layout: details.layout, basedOn: version })
}

/** Makes another draft of a draft, under a title that tells them apart. @returns its id */
export async function draftFromDraft(draft: string, titleOf: (title: Text) => Text): Promise<string> {
  const { document, layout, basedOn, title } = await answered(
    api().GET('/api/v1/drafts/{draft}', { params: { path: { draft } } }),
  )
  return saveNew({ document: title ? { ...document, title: titleOf(title) } : document, layout, basedOn })
}

/**
 * Makes a draft of a file: a pathway document, or a machine exported from Stately.
 * @returns the draft's id, and what there is to say about what became of a machine
 * @throws UnreadableFile, Refused
 */
export async function draftFromFile(file: File): Promise<{ draft: string; notes: ImportNote[] }> {
  const { kind, content } = readDraftFile(await file.text())
  if (kind === 'pathway') return { draft: await saveNew({ document: content, basedOn: null }), notes: [] }
  const { document, notes } = await answered(api().POST('/api/v1/pathways/from-xstate', { body: { machine: content } }))
  return { draft: await saveNew({ document, basedOn: null }), notes }
}

interface NewDraft {
  document: Record<string, unknown>
  basedOn: number | null
  layout?: { positions: Record<string, { x: number; y: number }>; collapsed?: string[] }
}

/** Keeps a new draft. @returns its id */
export async function saveNew({ document, basedOn, layout }: NewDraft): Promise<string> {
  const name = keyFrom(typeof document.id === 'string' ? document.id : '', 'polku').slice(0, 40)
  const draft = `${name}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`
  await answered(
    api().PUT('/api/v1/drafts/{draft}', { params: { path: { draft } }, body: { document, basedOn, layout } }),
  )
  return draft
}
