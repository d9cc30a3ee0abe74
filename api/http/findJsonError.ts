/** Where a text stops being JSON, and what would have been accepted there. */
export interface JsonError {
  line: number
  column: number
  expected: string
}

const space = /[ \t\n\r]*/y
const literal = /true|false|null/y
const number = /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y
/** Anything from the space on, but for the quote and the backslash: JSON refuses control characters in strings. */
const string = /"(?:[ !#-[\]-\uffff]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y

/**
 * Finds the first place at which a text is not JSON. JSON.parse tells a position only sometimes, and quotes the text.
 * Nesting is counted, not recursed into.
 * @returns undefined when it is JSON
 */
export function findJsonError(text: string): JsonError | undefined {
  let at = 0
  const open: ('{' | '[')[] = []
  const takes = (token: RegExp): boolean => {
    token.lastIndex = at
    if (!token.test(text)) return false
    at = token.lastIndex
    return true
  }
  const fail = (expected: string): JsonError => {
    const before = text.slice(0, at).split('\n')
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, expected }
  }
  const takesKey = (): string | undefined => {
    if (!takes(string)) return 'a key in double quotes'
    takes(space)
    if (text[at] !== ':') return '":"'
    at += 1
    return undefined
  }

  for (;;) {
    takes(space)
    const opening = text[at]
    if (opening === '{' || opening === '[') {
      at += 1
      takes(space)
      if (text[at] === (opening === '{' ? '}' : ']')) at += 1
      else {
        open.push(opening)
        const missing = opening === '{' ? takesKey() : undefined
        if (missing) return fail(missing)
        continue
      }
    } else if (!takes(string) && !takes(literal) && !takes(number)) return fail('a value')

    for (;;) {
      takes(space)
      const inside = open.at(-1)
      if (inside === undefined) return at === text.length ? undefined : fail('nothing more')
      const closing = inside === '{' ? '}' : ']'
      if (text[at] === closing) {
        at += 1
        open.pop()
        continue
      }
      if (text[at] !== ',') return fail(`"," or "${closing}"`)
      at += 1
      takes(space)
      const missing = inside === '{' ? takesKey() : undefined
      if (missing) return fail(missing)
      break
    }
  }
}
