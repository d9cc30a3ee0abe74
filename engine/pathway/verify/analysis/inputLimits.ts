import type { Finding } from '../../finding.ts'
import { error, type JsonPath } from './report.ts'

/** What a document may cost (ours): far above any pathway of the field, far below what would stall the engine. */
export const documentLimits = {
  /** values of the document, nested ones included */
  values: 200_000,
  /** characters of all texts and keys */
  characters: 5_000_000,
  /** nesting of objects and lists */
  nesting: 120,
  states: 2000,
  /** nesting of states */
  depth: 20,
} as const

interface Place {
  key: string | number
  parent: Place | undefined
  value: unknown
  depth: number
}

/**
 * Whether the input is plain JSON of a bearable size, before anything recursive looks at it. Walks with a stack of its
 * own, so that nesting cannot overflow; a cycle shows as nesting.
 */
export function checkInput(input: unknown): Finding[] {
  const stack: Place[] = [{ key: '', parent: undefined, value: input, depth: 0 }]
  let values = 0
  let characters = 0
  for (let place = stack.pop(); place; place = stack.pop()) {
    const { value, depth } = place
    if (++values > documentLimits.values) return [tooLarge([], `more than ${documentLimits.values} values`)]
    if (depth > documentLimits.nesting)
      return [tooLarge(pathOf(place), `nesting deeper than ${documentLimits.nesting}`)]
    if (typeof value === 'string') characters += value.length
    if (typeof value === 'object' && value !== null) {
      const refusal = refuseObject(place, value)
      if (refusal) return [refusal]
      for (const key of Object.keys(value)) {
        characters += key.length
        if (key === '__proto__')
          return [notJson([...pathOf(place), key], 'the key "__proto__", which JavaScript treats as its own')]
        const child = (value as Record<string, unknown>)[key]
        stack.push({ key: Array.isArray(value) ? Number(key) : key, parent: place, value: child, depth: depth + 1 })
      }
    } else if (isForeign(value)) {
      return [notJson(pathOf(place), `a ${typeof value}`)]
    }
    if (characters > documentLimits.characters)
      return [tooLarge([], `more than ${documentLimits.characters} characters`)]
  }
  return []
}

function refuseObject(place: Place, value: object): Finding | undefined {
  const prototype: unknown = Object.getPrototypeOf(value)
  const isPlain = Array.isArray(value) || prototype === Object.prototype || prototype === null
  return isPlain ? undefined : notJson(pathOf(place), 'an object with behaviour of its own')
}

/** `undefined` stands for a key left out, as JSON.stringify has it. */
const isForeign = (value: unknown): boolean =>
  typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint'

function pathOf(place: Place): JsonPath {
  const path: JsonPath = []
  for (let at: Place | undefined = place; at?.parent; at = at.parent) path.unshift(at.key)
  return path
}

function tooLarge(path: JsonPath, found: string): Finding {
  return error('too-large', path, `The document is too large: ${found}`, 'Split the pathway into smaller ones')
}

function notJson(path: JsonPath, found: string): Finding {
  return error(
    'schema',
    path,
    `Found ${found}`,
    'A pathway document is plain JSON: objects, lists, texts, numbers, true, false, null',
  )
}
