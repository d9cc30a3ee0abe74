import type { z } from 'zod'
import { nearestNames } from '../../feel/syntax/nearestNames.ts'
import type { Finding } from '../../finding.ts'
import { acceptedKeys } from './acceptedKeys.ts'
import { error, type JsonPath, listed, quoted } from './report.ts'

type Issue = z.core.$ZodIssue

/** At most so many findings of the schema; a document with more is of some other kind. */
const mostFindings = 100

/** What the schema refused, in plain words: what was found at which place, and what is accepted there. */
export function schemaFindings(issues: readonly Issue[], input: unknown): Finding[] {
  return issues.flatMap((issue) => findingsOf(issue, input)).slice(0, mostFindings)
}

function findingsOf(issue: Issue, input: unknown): Finding[] {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol')
  const found = quoted(valueAt(input, path))
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...path, key], key, acceptedKeys(path)))
    case 'invalid_key':
      return [badKey(path, issue.issues[0]?.message ?? 'a name')]
    case 'invalid_union':
      return [fromUnion(issue, path, found)]
    case 'invalid_type':
      return found === 'undefined'
        ? [refused(path, `"${String(path.at(-1) ?? 'the document')}" is missing`, `Give ${kindOf(issue.expected)}`)]
        : [refused(path, `Found ${found}`, `Accepted: ${kindOf(issue.expected)}`)]
    case 'invalid_value':
      return [refused(path, `Found ${found}`, `Accepted: ${issue.values.map((value) => quoted(value)).join(', ')}`)]
    case 'too_small':
      return [
        refused(
          path,
          `Found ${found}, which is too little`,
          `Accepted: at least ${issue.minimum} ${unitOf(issue.origin)}`,
        ),
      ]
    case 'too_big':
      return [
        refused(
          path,
          `Found ${found}, which is too much`,
          `Accepted: at most ${issue.maximum} ${unitOf(issue.origin)}`,
        ),
      ]
    default:
      return [
        isReserved(issue.message)
          ? reserved(path, found)
          : refused(path, `Found ${found}`, `Accepted: ${issue.message}`),
      ]
  }
}

function fromUnion(issue: Extract<Issue, { code: 'invalid_union' }>, path: JsonPath, found: string): Finding {
  const options: unknown = 'options' in issue ? issue.options : undefined
  if (Array.isArray(options)) {
    return refused(path, `Found ${found}`, `Accepted: ${options.map((option) => quoted(option)).join(', ')}`)
  }
  const alternatives = issue.errors.flatMap((branch) => branch.slice(0, 1)).map((one) => alternative(one, path))
  if (issue.errors.flat().some((one) => isReserved(one.message))) return reserved(path, found)
  const accepted = [...new Set(alternatives)].join('; or ')
  return refused(path, `Found ${found}`, accepted === '' ? 'See docs/document-format.md' : `Accepted: ${accepted}`)
}

function alternative(issue: Issue, path: JsonPath): string {
  if (issue.code === 'unrecognized_keys') return `an object with ${listed(acceptedKeys(path), 8)}`
  if (issue.code === 'invalid_type') return kindOf(issue.expected)
  if (issue.code === 'invalid_value') return issue.values.map((value) => quoted(value)).join(', ')
  return issue.message
}

const isReserved = (message: string): boolean => message.includes('are reserved')

function reserved(path: JsonPath, found: string): Finding {
  const hint = 'Names beginning with "xstate." or "polku." are the engine\'s own; choose another'
  return error('reserved-name', path, `Found ${found}, a reserved name`, hint)
}

function badKey(path: JsonPath, accepted: string): Finding {
  const key = quoted(path.at(-1))
  return isReserved(accepted)
    ? reserved(path, key)
    : refused(path, `The key ${key} is not a name`, `Accepted: ${accepted}`)
}

function unknownKey(path: JsonPath, key: string, accepted: readonly string[]): Finding {
  const near = nearestNames(key, accepted)
  const hint = near.length > 0 ? `Did you mean ${listed(near)}?` : `Known here: ${listed(accepted, 40)}`
  return refused(path, `There is no key ${quoted(key)} here`, hint)
}

function refused(path: JsonPath, message: string, hint: string): Finding {
  return error('schema', path, message, hint)
}

function valueAt(input: unknown, path: JsonPath): unknown {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object of named entries',
  array: 'a list',
}
const kindOf = (expected: string): string => kinds[expected] ?? expected

const unitOf = (origin: string): string => ({ string: 'characters', array: 'entries' })[origin] ?? ''
