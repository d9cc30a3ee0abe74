import type { PathwayDocument } from '../document.ts'
import { namesAt, type Reference, undeclared } from './analysis/references.ts'
import type { JsonPath } from './analysis/report.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/** Every case role that is given something to do is declared. */
export const unknownRole: Rule = (context) =>
  undeclared('unknown-role', [...ofStates(context), ...ofDocument(context.document)], context.document.caseRoles, {
    kind: 'case role',
    section: 'caseRoles',
  })

function ofStates({ states, transitions, placeOf }: VerifyContext): Reference[] {
  const inStates = [...states.values()].flatMap(({ definition: { enterable, phase }, path }) => {
    const place = placeOf(path)
    const responsibilities = Object.keys(phase?.responsibilities ?? {})
    return [
      ...byOf(enterable, [...place, 'enterable']),
      ...one(phase?.responsible, [...place, 'phase', 'responsible']),
      ...responsibilities.map((name) => ({ path: [...place, 'phase', 'responsibilities', name], name })),
    ]
  })
  return [...inStates, ...transitions.flatMap(({ definition, path }) => namesAt([...path, 'by'], definition.by))]
}

function ofDocument({ taskDefinitions, exits, suspensions, criteria }: PathwayDocument): Reference[] {
  return [
    ...Object.entries(taskDefinitions ?? {}).flatMap(([task, { role, parties, escalateTo }]) => [
      ...one(role, ['taskDefinitions', task, 'role']),
      ...namesAt(['taskDefinitions', task, 'parties'], parties),
      ...one(escalateTo, ['taskDefinitions', task, 'escalateTo']),
    ]),
    ...Object.entries(exits ?? {}).flatMap(([exit, { by }]) => namesAt(['exits', exit, 'by'], by)),
    ...Object.entries(suspensions ?? {}).flatMap(([name, { by }]) => namesAt(['suspensions', name, 'by'], by)),
    ...Object.entries(criteria ?? {}).flatMap(([name, { overridable }]) =>
      byOf(overridable, ['criteria', name, 'overridable']),
    ),
  ]
}

const one = (name: string | undefined, path: JsonPath): Reference[] => (name === undefined ? [] : [{ path, name }])

const byOf = (value: boolean | { by: string[] } | undefined, path: JsonPath): Reference[] =>
  typeof value === 'object' ? namesAt([...path, 'by'], value.by) : []
