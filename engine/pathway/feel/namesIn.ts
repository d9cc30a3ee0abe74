import { parseExpression } from 'feelin'
import { LIMITS } from './limits.ts'

type Node = ReturnType<typeof parseExpression>['topNode']

/** A name where an expression uses it, by the positions of its first letter and of what comes after it. */
export interface NameAt {
  name: string
  from: number
  to: number
}

/**
 * Where an expression names values: facts, parameters, declared values, known here or not. What a quantifier binds, functions,
 * properties and texts are not among them. Of an expression that is still being written, what can be read. Never throws.
 *
 * @example namesIn('age in [18..limit]').map(({ name }) => name) // ['age', 'limit']
 */
export function namesIn(source: string): readonly NameAt[] {
  const known = read.get(source)
  if (known) return known
  if (read.size >= mostRead) read.clear()
  const found = find(source)
  read.set(source, found)
  return found
}

/** Expressions are read again with every edit of a document; most of them are as they were. */
const read = new Map<string, readonly NameAt[]>()
const mostRead = 2000

function find(source: string): NameAt[] {
  if (source.length > LIMITS.sourceLength) return []
  const found: NameAt[] = []
  try {
    visit(parseExpression(source, {}, undefined).topNode, [])
  } catch {
    // brackets nested deeper than the parser goes: nothing of that can be evaluated either
    return []
  }
  return found

  function visit(node: Node, locals: readonly string[]): void {
    const { name, from, to } = node
    if (name === 'VariableName') {
      const text = source.slice(from, to)
      if (!locals.includes(text)) found.push({ name: text, from, to })
      return
    }
    let inside = locals
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (name === 'FunctionInvocation' && child.from === from && child.name === 'VariableName') continue
      visit(child, inside)
      if (child.name === 'InExpressions' || child.name === 'InExpression' || child.name === 'FormalParameters')
        inside = [...inside, ...bound(child)]
    }
  }

  /** The names that a part of a quantifier, a loop or a function binds for what comes after it. */
  function bound(node: Node): string[] {
    if (node.name === 'Name') return [source.slice(node.from, node.to)]
    if (node.name === 'IterationContext') return []
    const names: string[] = []
    for (let child = node.firstChild; child !== null; child = child.nextSibling) names.push(...bound(child))
    return names
  }
}
