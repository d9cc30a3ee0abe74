import { z } from '@hono/zod-openapi'
import { criterionView } from '../views/criteria.ts'
import { findingView } from '../views/finding.ts'
import { readinessView } from '../views/readiness.ts'
import { scenarioResultsView } from '../views/scenario.ts'
import type { ApiFieldError, ApiProblemDetails } from './ApiProblem.ts'
import { pointerTo } from './pointerTo.ts'
import { type ApiProblemCode, apiProblemCodes } from './problemCodes.ts'
import { problemTable } from './problemTable.ts'
import type { TitleLanguage } from './problemTitles.ts'
import { titledResults } from './titled.ts'
import { titleOf } from './titleOf.ts'

export const problemMediaType = 'application/problem+json'

/** A problem as RFC 9457 has it, with members of our own. */
export const problemSchema = z
  .object({
    type: z.string().meta({ format: 'uri-reference', description: 'A page that explains the code.' }),
    title: z
      .string()
      .describe('The kind of problem, in words; the same for a code, in the language of Accept-Language.'),
    status: z.number().int(),
    detail: z.string().describe('What it was this time, in English.'),
    code: z.enum(apiProblemCodes).describe('What programs go by. Stable.'),
    instance: z.string().describe('The path that was asked.'),
    requestId: z.string().describe('Under which the log has it.'),
    errors: z
      .array(
        z.object({
          path: z.array(z.union([z.string(), z.number()])),
          message: z.string(),
          pointer: z.string().optional().meta({
            description: 'The field of the body: a JSON Pointer as a fragment (RFC 6901).',
            example: '#/facts/hours',
          }),
          parameter: z.string().optional().describe('The parameter of the query or of the address.'),
          header: z.string().optional(),
        }),
      )
      .optional()
      .describe('Fields of the request, each with the rule it breaks.'),
    findings: z.array(findingView).optional().describe('What verification found in a pathway.'),
    criteria: z.array(criterionView).optional().describe('Criteria with what they saw.'),
    lacks: z.array(z.string()).optional().describe('Facts to record first.'),
    accepted: z.array(z.string()).optional().describe('What would be accepted instead.'),
    revision: z.number().int().optional().describe('The present revision.'),
    savedBy: z.string().optional().describe('Who has saved what stands at that revision.'),
    savedAt: z.string().optional().meta({ format: 'date-time', description: 'When they have.' }),
    journey: z.string().optional(),
    scenarios: scenarioResultsView.optional().describe('Scenarios of the pathway that the document breaks.'),
    readiness: readinessView.optional(),
  })
  .meta({
    id: 'Problem',
    description: 'A request that was refused, and why (RFC 9457). A refusal has changed nothing of what was asked.',
    example: {
      type: '/problems/unknown',
      title: 'A fact is missing',
      status: 409,
      detail: '"aloitaKoulutus" cannot be decided: record "hoursPerDay" first.',
      code: 'unknown',
      instance: '/api/v1/journeys/0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a/events',
      requestId: '5f0c7a52-6a55-4a50-9f0b-0c1f6d3a9e77',
      lacks: ['hoursPerDay'],
      journey: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a',
    },
  })

interface Occurrence {
  code: ApiProblemCode
  detail: string
  details: ApiProblemDetails
  instance: string
  requestId: string
  language: TitleLanguage
}

/** The document that answers a refused request. */
export function problemDocument({ code, detail, details, instance, requestId, language }: Occurrence) {
  const { status } = problemTable[code]
  const title = titleOf(code, language)
  const errors = details.errors && { errors: details.errors.map(withPointer) }
  const scenarios = details.scenarios && { scenarios: titledResults(details.scenarios, language) }
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail,
    code,
    instance,
    requestId,
    ...details,
    ...errors,
    ...scenarios,
  }
}

/** What names no header and no parameter is in the body. */
function withPointer(error: ApiFieldError): ApiFieldError & { pointer?: string } {
  if (error.header !== undefined || error.parameter !== undefined) return error
  return { ...error, pointer: pointerTo(error.path) }
}
