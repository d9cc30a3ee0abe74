import ts from 'typescript'
import { textOf } from './markdown.ts'

const sourceOf = (file: string): ts.SourceFile => ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true)

/** The string literals of a union type: `declaredUnion('engine/journey/state.ts', 'TaskKind')`. */
export function declaredUnion(file: string, name: string): string[] {
  return literalsOf(aliasOf(file, name), `${file}: ${name}`)
}

/** The string literals that a field of an interface may hold. */
export function declaredField(file: string, name: string, field: string): string[] {
  for (const statement of sourceOf(file).statements) {
    if (!ts.isInterfaceDeclaration(statement) || statement.name.text !== name) continue
    for (const member of statement.members) {
      if (ts.isPropertySignature(member) && member.type && member.name.getText() === field) {
        return literalsOf(member.type, `${file}: ${name}.${field}`)
      }
    }
  }
  throw new Error(`${file} declares no ${name}.${field}`)
}

/** What tells the members of a union of objects apart: the literals of the given key, in intersections too. */
export function declaredTags(file: string, name: string, key: string): string[] {
  const members = flat(aliasOf(file, name))
  const tags = members.map((member) => {
    const found = partsOf(member).flatMap((part) =>
      ts.isTypeLiteralNode(part)
        ? part.members.flatMap((one) =>
            ts.isPropertySignature(one) && one.type && one.name.getText() === key
              ? literalsOf(one.type, `${file}: ${name}.${key}`)
              : [],
          )
        : [],
    )
    const [tag] = found
    if (tag === undefined || found.length > 1) throw new Error(`${file}: a member of ${name} has no one "${key}"`)
    return tag
  })
  return tags
}

/**
 * Every topic that steps may send: the literals that stand as `topic` in an object of these files, or that are handed to
 * a function of theirs for a parameter called `topic`.
 * @throws Error for a topic that is neither
 */
export function sentTopics(files: readonly string[]): string[] {
  const sources = files.map(sourceOf)
  const handedOn = new Map<string, number>()
  for (const statement of sources.flatMap(({ statements }) => [...statements])) {
    if (!ts.isFunctionDeclaration(statement) || !statement.name) continue
    const index = statement.parameters.findIndex((parameter) => parameter.name.getText() === 'topic')
    if (index >= 0) handedOn.set(statement.name.text, index)
  }
  const topics: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'topic') topics.push(literal(node.initializer))
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const index = handedOn.get(node.expression.text)
      const given = index === undefined ? undefined : node.arguments[index]
      if (given) topics.push(literal(given))
    }
    if (ts.isShorthandPropertyAssignment(node) && node.name.text === 'topic' && !isHandedOn(node, handedOn)) {
      throw new Error(`${node.getSourceFile().fileName}: a topic from nowhere`)
    }
    ts.forEachChild(node, visit)
  }
  for (const source of sources) visit(source)
  return topics
}

/** Whether a place is inside one of the functions that are handed their topic. */
function isHandedOn(node: ts.Node, handedOn: ReadonlyMap<string, number>): boolean {
  for (let around: ts.Node | undefined = node; around; around = around.parent) {
    if (ts.isFunctionDeclaration(around) && around.name && handedOn.has(around.name.text)) return true
  }
  return false
}

function aliasOf(file: string, name: string): ts.TypeNode {
  const source = sourceOf(file)
  for (const statement of source.statements) {
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === name) return statement.type
  }
  throw new Error(`${file} declares no type ${name}`)
}

const flat = (type: ts.TypeNode): ts.TypeNode[] => {
  if (ts.isParenthesizedTypeNode(type)) return flat(type.type)
  return ts.isUnionTypeNode(type) ? type.types.flatMap(flat) : [type]
}

const partsOf = (type: ts.TypeNode): ts.TypeNode[] => {
  if (ts.isParenthesizedTypeNode(type)) return partsOf(type.type)
  return ts.isIntersectionTypeNode(type) ? type.types.flatMap(partsOf) : [type]
}

function literalsOf(type: ts.TypeNode, what: string): string[] {
  return flat(type).map((member) => {
    if (ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal)) return member.literal.text
    throw new Error(`${what} is no union of string literals: ${member.getText()}`)
  })
}

function literal(node: ts.Expression): string {
  if (ts.isStringLiteral(node)) return node.text
  throw new Error(`${node.getSourceFile().fileName}: a topic is no literal: ${node.getText()}`)
}
