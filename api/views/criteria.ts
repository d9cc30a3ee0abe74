import { z } from '@hono/zod-openapi'
import { textView } from './text.ts'

/** Kleene's three values: a missing fact makes unknown, unless the rest decides. */
const truthView = z.union([z.boolean(), z.literal('unknown')])

/** A criterion's value is hidden where it saw what the asking person may not read. */
const shownTruthView = z.union([z.boolean(), z.enum(['unknown', 'hidden'])])

/** A criterion with its value, what it saw and what it lacks. */
export const criterionView = z
  .object({
    name: z.string(),
    label: textView,
    when: z.string().describe('The FEEL expression.'),
    source: z.string().optional(),
    value: shownTruthView,
    overridable: z.boolean(),
    seen: z
      .array(
        z.object({
          name: z.string(),
          label: textView.optional(),
          value: z.union([z.string(), z.number(), z.boolean()]).optional(),
          unit: z.string().optional(),
        }),
      )
      .describe('The values it looked at.'),
    lacks: z.array(z.string()).describe('Facts that are missing or have expired.'),
  })
  .meta({ id: 'ExplainedCriterion' })

/** What one event would do now, and why not. */
const possibilityView = z
  .object({
    event: z.string(),
    status: z.enum(['possible', 'blocked', 'unknown', 'suspended']),
    allowed: z.boolean().describe('Whether one of the asking person’s case roles allows it.'),
    transitions: z.array(
      z.object({
        id: z.string(),
        label: textView.optional(),
        from: z.string(),
        to: z.array(z.string()),
        value: truthView,
        effect: z.enum(['none', 'service', 'rights']),
        by: z.array(z.string()),
        reasonRequired: z.boolean(),
        criteria: z.array(criterionView),
      }),
    ),
    lacks: z
      .array(z.object({ name: z.string(), label: textView.optional(), expired: z.boolean() }))
      .describe('Facts to record before it can be decided.'),
  })
  .meta({ id: 'Possibility' })

/** Everything that can be done next with a journey. */
export const nextView = z
  .object({
    revision: z.number(),
    events: z.array(possibilityView),
    jumps: z.array(z.string()).describe('States that a reasoned jump may go to.'),
    exits: z.array(z.object({ code: z.string(), label: textView, allowed: z.boolean() })),
  })
  .meta({ id: 'Next' })
