import { z } from '@hono/zod-openapi'
import { criterionView } from './criteria.ts'
import { dateView } from './text.ts'

/** Why a step of a walk was not made. The codes are those of problems. */
export const refusalView = z
  .object({
    code: z.string().describe('What programs go by, as in a problem document.'),
    title: z.string().describe('The kind of problem, in the language of Accept-Language.'),
    detail: z.string().describe('What it was this time, in English.'),
    errors: z
      .array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() }))
      .optional()
      .describe('Fields of the step, each with the rule it breaks.'),
    criteria: z.array(criterionView).optional().describe('Criteria with what they saw.'),
    lacks: z.array(z.string()).optional().describe('Facts to record first.'),
    accepted: z.array(z.string()).optional().describe('What would be accepted instead.'),
  })
  .meta({ id: 'WalkRefusal', description: 'Why a step of a walk was not made: what a problem document says of it.' })

const differenceView = z
  .union([
    z.object({ what: z.enum(['states', 'tasks']), expected: z.array(z.string()), found: z.array(z.string()) }),
    z.object({ what: z.enum(['status', 'end']), expected: z.string().nullable(), found: z.string().nullable() }),
    z.object({
      what: z.literal('due'),
      name: z.string().describe('The follow-up or delay.'),
      expected: dateView,
      found: dateView.nullable().describe('null: it does not run.'),
    }),
    z.object({
      what: z.literal('refused'),
      step: z.number().optional().describe('Its place, from 0; without it the journey could not even begin.'),
      expected: z.boolean().describe('Whether it must be refused.'),
      found: refusalView.nullable(),
    }),
  ])
  .meta({
    id: 'ScenarioDifference',
    description: 'In what a walk came out otherwise than it must.',
    example: { what: 'due', name: 'salkku', expected: '2026-05-04', found: '2026-04-02' },
  })

/** How scenarios fared on a document. */
export const scenarioResultsView = z.array(
  z
    .object({ scenario: z.string(), name: z.string(), passed: z.boolean(), differences: z.array(differenceView) })
    .meta({ id: 'ScenarioResult', description: 'How a scenario fared on a document.' }),
)
