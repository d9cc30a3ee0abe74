import type { Reference } from './analysis/references.ts'
import { undeclared } from './analysis/references.ts'
import type { Rule } from './verifyContext.ts'

/** Every fact that a form collects or a follow-up counts from is declared. Criteria have a rule of their own. */
export const unknownFact: Rule = ({ document, states, placeOf }) => {
  const inForms = Object.entries(document.taskDefinitions ?? {}).flatMap(([task, { form }]) =>
    (form ?? []).flatMap((field, index): Reference[] =>
      'fact' in field ? [{ path: ['taskDefinitions', task, 'form', index, 'fact'], name: field.fact }] : [],
    ),
  )
  const inAnchors = [...states.values()].flatMap(({ definition, path }) =>
    Object.entries(definition.followUps ?? {}).flatMap(([name, { anchor }]): Reference[] =>
      typeof anchor === 'object'
        ? [{ path: [...placeOf(path), 'followUps', name, 'anchor', 'fact'], name: anchor.fact }]
        : [],
    ),
  )
  return undeclared('unknown-fact', [...inForms, ...inAnchors], document.facts, { kind: 'fact', section: 'facts' })
}
