import { answered, api } from '../app/api.ts'
import type { Language } from '../app/language.ts'
import type { DraftBody } from '../editing/draftBody.ts'
import { keyFrom } from '../editing/edits/names.ts'
import { newLabel } from '../editing/edits/newLabel.ts'
import { asDraftDocument } from '../model/document.ts'
import { versionAsRun } from '../model/versionAsRun.ts'
import { freePathwayId } from './freePathwayId.ts'
import type { ImportNote } from './ImportNote.ts'
import { readDraftFile } from './readDraftFile.ts'

/** Makes an empty draft of a name that was written in the reader's language. @returns its id */
export async function draftFromNothing(name: string, language: Language): Promise<string> {
  const id = freePathwayId(keyFrom(name, 'polku'), await takenIds())
  return saveNew({ document: { id, title: newLabel(name, language), states: {} }, basedOn: null })
}

/** Makes a draft of the pathway's next version, of a published one with the values chosen for it. @returns its id */
export async function draftFromVersion(pathway: string, version: number): Promise<string> {
  const { document, layout } = await versionOf(pathway, version)
  return saveNew({ document: { ...document }, layout, basedOn: version })
}

/** Makes a draft of a pathway of its own, of what another's version holds. @returns its id */
export async function ownFromVersion(pathway: string, version: number): Promise<string> {
  const [{ document, layout }, taken, { ownPathway }] = await Promise.all([
    versionOf(pathway, version),
    takenIds(),
    loadOwnPathway(),
  ])
  return saveNew({ document: { ...ownPathway(document, taken) }, layout, basedOn: null })
}

/** Makes a draft of a pathway of its own, of what another draft holds. @returns its id */
export async function ownFromDraft(draft: string): Promise<string> {
  const [{ document, layout }, taken, { ownPathway }] = await Promise.all([
    answered(api().GET('/api/v1/drafts/{draft}', { params: { path: { draft } } })),
    takenIds(),
    loadOwnPathway(),
  ])
  return saveNew({ document: { ...ownPathway(asDraftDocument(document), taken) }, layout, basedOn: null })
}

/**
 * Makes a draft of a file: a pathway document, or a machine exported from Stately. A pathway's own file is meant for that
 * pathway; a machine becomes one of its own.
 * @returns the draft's id, and what there is to say about what became of a machine
 * @throws UnreadableFile, Refused
 */
export async function draftFromFile(file: File): Promise<{ draft: string; notes: ImportNote[] }> {
  const { kind, content } = readDraftFile(await file.text())
  if (kind === 'pathway') return { draft: await saveNew({ document: content, basedOn: null }), notes: [] }
  const [{ document, notes }, taken, { underFreeId }] = await Promise.all([
    answered(api().POST('/api/v1/pathways/from-xstate', { body: { machine: content } })),
    takenIds(),
    loadOwnPathway(),
  ])
  const own = underFreeId(asDraftDocument(document), taken)
  return { draft: await saveNew({ document: { ...own }, basedOn: null }), notes }
}

/** What reads a whole pathway comes when it is asked for: the first screen is light. */
const loadOwnPathway = () => import('./ownPathway.ts')

async function versionOf(pathway: string, version: number) {
  const path = { pathway, version }
  const details = await answered(api().GET('/api/v1/pathways/{pathway}/versions/{version}', { params: { path } }))
  return { document: versionAsRun(details), layout: details.layout }
}

/** The ids of all pathways, published and drawn. */
export async function takenIds(): Promise<string[]> {
  const lists = await Promise.all([answered(api().GET('/api/v1/pathways')), answered(api().GET('/api/v1/drafts'))])
  return lists.flatMap(({ items }) => items.map(({ pathway }) => pathway))
}

interface NewDraft {
  document: Record<string, unknown>
  basedOn: number | null
  layout?: DraftBody['layout']
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
