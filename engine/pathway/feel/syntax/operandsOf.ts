import type { SyntaxNode } from './SyntaxNode.ts'

const marks = new Set(['and', 'or', '(', ')', '[', ']', 'in', 'between', '..', 'if', 'then', 'else'])

/** The parts of an expression, without the words and marks that stand between them. */
export const operandsOf = (node: SyntaxNode): SyntaxNode[] => node.children.filter(({ name }) => !marks.has(name))
