import type { PathwayDocument } from '../../../../engine/pathway/document.ts'
import {
  criterionName,
  eventName,
  factName,
  parameterName,
  roleName,
  stateName,
  taskName,
} from '../../../../engine/pathway/words/index.ts'

/** What the parts of a pathway are called on the screen. */
export interface Names {
  role(name: string): string
  criterion(name: string): string
  task(name: string): string
  fact(name: string): string
  option(fact: string, code: string): string
  parameter(name: string): string
  state(path: string): string
  event(name: string): string
}

export function namesOf(document: PathwayDocument): Names {
  return {
    role: (name) => roleName(document, name, 'fi'),
    criterion: (name) => criterionName(document, name, 'fi'),
    task: (name) => taskName(document, name, 'fi'),
    fact: (name) => factName(document, name, 'fi'),
    option(fact, code) {
      const definition = document.facts?.[fact]
      const options = definition?.type === 'choice' ? definition.options : []
      return options.find((one) => one.code === code)?.label.fi ?? code
    },
    parameter: (name) => parameterName(document, name, 'fi'),
    state: (path) => stateName(document, path, 'fi'),
    event: (name) => eventName(document, name, 'fi'),
  }
}
