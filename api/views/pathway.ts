import { z } from '@hono/zod-openapi'
import { findingView } from './finding.ts'
import { scenarioResultsView } from './scenario.ts'
import { dateView, instantView, recordView, textView } from './text.ts'

/** A pathway document; its form has a JSON Schema of its own. */
export const documentView = recordView.describe('A pathway document; GET /api/v1/pathways/schema has its JSON Schema.')

/** Where the designer draws what. */
const layoutView = z
  .object({
    positions: z
      .record(z.string(), z.object({ x: z.number(), y: z.number() }))
      .describe('Of each state that somebody has placed: its keys with dots between, and where its corner is.'),
    collapsed: z.array(z.string()).describe('States that are shown closed.'),
    direction: z
      .enum(['right', 'down'])
      .optional()
      .describe('Which way the phases go: from left to right, or downwards. Absent where nobody has chosen.'),
  })
  .meta({
    id: 'Layout',
    description: 'Where the designer draws what. It stands beside the document and means nothing to journeys.',
    example: { positions: { kartoitus: { x: 40, y: 80 } }, collapsed: [] },
  })

const versionFields = {
  pathway: z.string().meta({ example: 'suunto' }),
  version: z.number(),
  title: textView,
  publishedAt: instantView,
  publishedBy: z.string(),
  note: z.string().nullable().describe('What whoever published it has written about it.'),
  approver: z.string().nullable().describe('Who decided that it be published.'),
  startsOn: dateView.describe('From this local date on journeys begin on it.'),
  isInUse: z.boolean().describe('Journeys that begin today begin on it.'),
}

export const versionsView = z
  .object({ items: z.array(z.object(versionFields).meta({ id: 'PathwaySummary' })) })
  .meta({ id: 'PathwayList' })

export const versionView = z
  .object({ ...versionFields, document: documentView, parameters: recordView, layout: layoutView })
  .meta({ id: 'PathwayVersion' })

/** Versions with who runs on which. */
export const versionHistoryView = z
  .object({
    items: z.array(
      z
        .object({
          ...versionFields,
          journeys: z
            .object({ live: z.number(), ended: z.number() })
            .optional()
            .describe('How many journeys are on it, those of modules too. Only those who may count them have it.'),
        })
        .meta({ id: 'PathwayVersionSummary' }),
    ),
  })
  .meta({ id: 'PathwayVersionList' })

export const versionCensusView = z
  .object({
    live: z.number().describe('Journeys that run on it.'),
    ended: z.number(),
    byState: z
      .array(z.object({ state: z.string(), live: z.number() }))
      .describe(
        'States with somebody in them, in the order of the document. Who is in a state is in those around it as well, and who is in parallel regions in each: the numbers are no parts of a sum.',
      ),
  })
  .meta({ id: 'PathwayVersionCensus' })

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
    startsOn: dateView.describe('From this local date on journeys begin on it.'),
    findings: z.array(findingView),
    scenarios: scenarioResultsView.describe('How the scenarios of the pathway fared on it.'),
  })
  .meta({ id: 'Published' })

export const draftCheckView = z
  .object({
    isPublishable: z.boolean().describe('No finding is an error. Scenarios that it breaks need only be acknowledged.'),
    findings: z.array(findingView),
    scenarios: scenarioResultsView.describe('How the scenarios of the pathway fare on it; none when it has errors.'),
  })
  .meta({ id: 'DraftCheck' })

const draftFields = {
  id: z.string(),
  pathway: z.string(),
  title: textView.nullable().describe('null when the document has none yet.'),
  revision: z.number(),
  savedAt: instantView,
  savedBy: z.string(),
  basedOn: z.number().nullable().describe('The published version that it began from.'),
}

export const draftsView = z
  .object({ items: z.array(z.object(draftFields).meta({ id: 'DraftSummary' })) })
  .meta({ id: 'DraftList' })

export const draftView = z
  .object({ ...draftFields, layout: layoutView, document: documentView, findings: z.array(findingView) })
  .meta({ id: 'Draft' })
