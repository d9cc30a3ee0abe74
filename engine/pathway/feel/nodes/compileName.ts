import type { CompileContext, Compiled } from '../CompileContext.ts'
import { FeelError } from '../FeelError.ts'
import type { Evaluate } from '../Run.ts'
import { nearestNames } from '../syntax/nearestNames.ts'
import { normalizeName } from '../syntax/normalizeName.ts'
import type { SyntaxNode } from '../syntax/SyntaxNode.ts'
import type { FeelTypeName } from '../values/FeelValue.ts'
import { readInput } from '../values/readInput.ts'

/**
 * Compiles a name: a quantifier's variable or a declared name.
 *
 * @throws FeelError `unknown-name` for any other
 */
export function compileName(node: SyntaxNode, context: CompileContext): Compiled {
  const name = nameOf(node)
  const local = context.locals.findLast((candidate) => candidate.name === name)
  if (local !== undefined) {
    const { slot, type } = local
    return { evaluate: (run) => run.locals[slot] ?? null, type }
  }
  const declared = context.declared.get(name)
  if (declared === undefined) throw unknownName(node, name, context)
  return { evaluate: lookUp(declared.name, slotOf(declared.name, context), declared.type), type: declared.type }
}

/** The normalized name of a name node: its parts with one space between. */
export function nameOf(node: SyntaxNode): string {
  return normalizeName(node.text)
}

function slotOf(name: string, context: CompileContext): number {
  const slot = context.names.indexOf(name)
  return slot === -1 ? context.names.push(name) - 1 : slot
}

function lookUp(name: string, slot: number, type: FeelTypeName): Evaluate {
  return (run) => {
    const input = run.scope.get(name)
    const value = input === undefined || input === null ? null : readInput(input, type)
    if (value === null) run.lacks.push(slot)
    else run.seen[slot] = 1
    return value
  }
}

function unknownName(node: SyntaxNode, name: string, context: CompileContext): FeelError {
  const known = [...context.declared.values()].map((declared) => declared.name)
  const near = nearestNames(name, known)
  const at = { from: node.from, to: node.to }
  if (near.length > 0)
    return new FeelError('unknown-name', `Unknown name: ${name}`, at, `Did you mean ${near.join(', ')}?`)
  const list = known.slice(0, 12).join(', ')
  const hint =
    known.length === 0
      ? 'No names are declared here'
      : `Text stands in double quotes. Names: ${list}${known.length > 12 ? ', …' : ''}`
  return new FeelError('unknown-name', `Unknown name: ${name}`, at, hint)
}
