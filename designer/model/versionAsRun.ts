import { withChosen } from '../../engine/pathway/parameters.ts'
import { asDraftDocument, type DraftDocument } from './document.ts'

/** The document of a published version, with the values that were chosen when it was published: what its journeys go by. */
export function versionAsRun({
  document,
  parameters,
}: {
  document: Record<string, unknown>
  parameters: Record<string, unknown>
}): DraftDocument {
  return withChosen(asDraftDocument(document), parameters)
}
