import { namesAt, type Reference, undeclared } from './analysis/references.ts'
import type { Rule } from './verifyContext.ts'

/** Every task that a state or a follow-up opens is declared. */
export const unknownTask: Rule = ({ document, states, placeOf }) => {
  const references = [...states.values()].flatMap(({ definition, path }): Reference[] => [
    ...namesAt([...placeOf(path), 'tasks'], definition.tasks),
    ...Object.entries(definition.followUps ?? {}).flatMap(([name, { task }]) =>
      task === undefined ? [] : [{ path: [...placeOf(path), 'followUps', name, 'task'], name: task }],
    ),
  ])
  return undeclared('unknown-task', references, document.taskDefinitions, { kind: 'task', section: 'taskDefinitions' })
}
