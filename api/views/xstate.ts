import { z } from '@hono/zod-openapi'
import { importCodes } from '../../engine/index.ts'
import { documentView } from './pathway.ts'
import { recordView } from './text.ts'

const pathView = z.array(z.union([z.string(), z.number()]))

/** A machine configuration of XState's own. */
export const machineView = recordView.describe('A machine configuration of XState 5, as JSON.')

export const exportedView = z
  .object({
    machine: machineView,
    losses: z
      .array(
        z
          .object({ path: pathView.describe('Where in the document.'), what: z.string(), why: z.string() })
          .meta({ id: 'XStateLoss' }),
      )
      .describe('What the pathway says that XState has no place for.'),
  })
  .meta({ id: 'XStateExport' })

export const importedView = z
  .object({
    document: documentView,
    notes: z
      .array(
        z
          .object({
            path: pathView.describe('Where in the machine.'),
            code: z.enum(importCodes).describe('What it says, for programs and translations; it never changes.'),
            values: z.record(z.string(), z.string()).describe('What the words name.'),
            message: z.string().describe('The same in English.'),
          })
          .meta({ id: 'ImportNote' }),
      )
      .describe('What could not be carried over, or was changed, and what to do about it.'),
  })
  .meta({ id: 'XStateImport' })
