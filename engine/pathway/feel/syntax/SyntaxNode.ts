/** A node of the syntax tree as the compiler sees it: plain, without comments. `name` is the grammar's. */
export interface SyntaxNode {
  readonly name: string
  readonly from: number
  readonly to: number
  /** The source of the node. */
  readonly text: string
  readonly children: readonly SyntaxNode[]
}

/** The child at an index; the grammar promises it, so its absence is a fault of ours, not of the expression. */
export function childAt(node: SyntaxNode, index: number): SyntaxNode {
  const child = node.children[index]
  if (child === undefined) throw new TypeError(`${node.name} has no child ${index}`)
  return child
}

/** The first child of a name; see `childAt`. */
export function childNamed(node: SyntaxNode, name: string): SyntaxNode {
  const child = node.children.find((candidate) => candidate.name === name)
  if (child === undefined) throw new TypeError(`${node.name} has no ${name}`)
  return child
}
