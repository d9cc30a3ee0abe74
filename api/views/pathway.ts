import { z } from '@hono/zod-openapi'
import { findingView } from './finding.ts'
import { instantView, recordView, textView } from './text.ts'

/** A pathway document; its form has a JSON Schema of its own. */
export const documentView = recordView.describe('A pathway document; GET /api/v1/pathways/schema has its JSON Schema.')

const versionFields = {
  pathway: z.string().meta({ example: 'suunto' }),
  version: z.number(),
  title: textView,
  publishedAt: instantView,
  publishedBy: z.string(),
}

export const versionsView = z
  .object({ items: z.array(z.object(versionFields).meta({ id: 'PathwaySummary' })) })
  .meta({ id: 'PathwayList' })

export const versionView = z
  .object({ ...versionFields, document: documentView, parameters: recordView })
  .meta({ id: 'PathwayVersion' })

export const verifiedView = z
  .object({
    isPublishable: z.boolean().describe('No finding is an error.'),
    findings: z.array(findingView),
  })
  .meta({ id: 'Verification' })

export const publishedView = z
  .object({
    pathway: z.string(),
    version: z.number(),
    isNew: z.boolean().describe('false when this very document is the latest version already'),
    findings: z.array(findingView),
  })
  .meta({ id: 'Published' })

const draftFields = {
  id: z.string(),
  pathway: z.string(),
  revision: z.number(),
  savedAt: instantView,
  savedBy: z.string(),
}

export const draftsView = z
  .object({ items: z.array(z.object(draftFields).meta({ id: 'DraftSummary' })) })
  .meta({ id: 'DraftList' })

export const draftView = z
  .object({ ...draftFields, document: documentView, findings: z.array(findingView) })
  .meta({ id: 'Draft' })
