import { completedValue, declaredValues } from '../declaredValues.ts'
import type { Finding } from '../finding.ts'
import { error, type JsonPath, quoted } from './analysis/report.ts'
import type { Rule } from './verifyContext.ts'

/** Criteria find one value under each name: facts, parameters, and what the engine counts do not share names. */
export const nameClash: Rule = ({ document }) => {
  const owners = new Map<string, string>(
    Object.keys(declaredValues).map((name) => [name, 'a value that the engine counts']),
  )
  const found: Finding[] = []
  const claim = (name: string, what: string, path: JsonPath) => {
    const owner = owners.get(name)
    if (owner === undefined) owners.set(name, what)
    else
      found.push(
        error('name-clash', path, `In criteria ${quoted(name)} would mean ${owner} and ${what}`, 'Rename one of them'),
      )
  }
  for (const task of Object.keys(document.taskDefinitions ?? {})) {
    claim(completedValue(task), `how often the task "${task}" was completed`, ['taskDefinitions', task])
  }
  for (const name of Object.keys(document.parameters ?? {})) {
    claim(name, 'a parameter', ['parameters', name])
    if (!readsAsDuration.test(name)) continue
    const message = `The name of the parameter ${quoted(name)} reads as a duration where "after" names it`
    found.push(error('name-clash', ['parameters', name], message, 'Begin the name with another letter'))
  }
  for (const name of Object.keys(document.facts ?? {})) claim(name, 'a fact', ['facts', name])
  return found
}

/** As `delayOf` tells a duration from a parameter's name. */
const readsAsDuration = /^P[\dT]/
