import { z } from '@hono/zod-openapi'
import { registers } from '../../engine/index.ts'

const register = z.enum(registers)

export const recordClassesView = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        years: z.number().int(),
        from: z.enum(['journeysEnded', 'event']).describe('What the years are counted from.'),
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'RecordClasses' })

export const dueRecordsView = z
  .object({
    items: z.array(
      z.object({
        client: z.string(),
        recordClass: register,
        endedOn: z.string().describe('When the last journey of the register ended.'),
        keptUntil: z.string().describe('The last day on which they are kept.'),
        years: z.number().int(),
        source: z.string(),
        erases: z.enum(['client', 'records']).describe('All there is of the client, or what the register has.'),
        isHeld: z.boolean().describe('A legal hold stands: they are not erased.'),
      }),
    ),
    after: z.string().nullable().describe('Hand it back as ?after= for the next page; null on the last one.'),
  })
  .meta({ id: 'DueRecords' })

export const erasedRowsView = z
  .object({
    items: z.array(
      z.object({
        client: z.string(),
        recordClass: register,
        outcome: z.enum(['clientErased', 'recordsErased', 'refused']),
        code: z.string().optional().describe('Why it was refused, as a problem’s code.'),
        detail: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'ErasedRows' })
