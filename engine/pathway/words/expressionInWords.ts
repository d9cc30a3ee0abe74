import { BoundedMap } from '../calendar/boundedMap.ts'
import { readStatement } from '../feel/readStatement.ts'
import type { Statement, Term } from '../feel/statement.ts'
import { clauseOf, isClause, type Said } from './clauseOf.ts'
import type { DraftDocument } from './DraftDocument.ts'
import { stringOf } from './DraftDocument.ts'
import type { Language } from './Language.ts'
import { declaredNames } from './namedValue.ts'
import { oncePerDocument } from './oncePerDocument.ts'
import type { Clause } from './Phrases.ts'
import { phrasesOf } from './phrasesOf.ts'
import { type Saying, termInWords } from './termInWords.ts'

/**
 * What a criterion's expression says, as the end of a sentence: small first letter, no full stop. What cannot be said
 * stands as it is, in quotation marks.
 *
 * @example expressionInWords(suunto, 'daysPerWeek >= 5 and hoursPerDay >= 6', 'fi')
 * // 'päiviä viikossa on vähintään 5 ja tunteja päivässä vähintään 6'
 */
export function expressionInWords(document: DraftDocument, when: unknown, language: Language): string {
  const { expressions, quote } = phrasesOf(language)
  const source = stringOf(when)?.trim()
  if (source === undefined || source === 'null') return expressions.missing
  const statement = parsed(source, document)
  if (!statement) return quote(source)
  const said = say(statement, { document, language })
  return isClause(said) ? written(said) : said
}

/**
 * The parts of an expression that are joined by one word, each said by itself, for comparing two of them.
 * Undefined when it cannot be read.
 */
export function partsInWords(
  document: DraftDocument,
  when: unknown,
  language: Language,
): { join: 'and' | 'or'; parts: readonly { lead: string; rest: string }[] } | undefined {
  const source = stringOf(when)?.trim()
  const statement = source === undefined ? undefined : parsed(source, document)
  if (!statement) return undefined
  const { join, parts } = statement.kind === 'join' ? statement : { join: 'and' as const, parts: [statement] }
  const said = parts.map((part) => say(part, { document, language }, 1))
  return {
    join,
    parts: said.map((one) =>
      isClause(one) ? { lead: `${one.subject} ${one.verb}`, rest: one.complement } : { lead: '', rest: one },
    ),
  }
}

const namesIn = oncePerDocument((document: DraftDocument) => {
  const names = declaredNames(document)
  return { names, together: JSON.stringify(names) }
})
type Read = BoundedMap<string, { statement: Statement | undefined }>
/** What has been read so far, by the names that it was read with: while a text is written, these are the same. */
const readWith = new BoundedMap<string, Read>(16)

/** An expression read, once for all documents that declare the same names; undefined when it is none. */
export function parsed(source: string, document: DraftDocument): Statement | undefined {
  const { names, together } = namesIn(document)
  const known = readWith.get(together) ?? readWith.remember(together, new BoundedMap(500))
  return (known.get(source) ?? known.remember(source, { statement: parse(source, names) })).statement
}

function parse(source: string, names: string[]): Statement | undefined {
  try {
    return readStatement(source, names)
  } catch {
    return undefined
  }
}

function say(statement: Statement, saying: Saying, depth = 0): Said {
  const { expressions, quote } = phrasesOf(saying.language)
  const whole = (one: Statement) => {
    const said = say(one, saying, depth + 1)
    return isClause(said) ? written(said) : said
  }
  switch (statement.kind) {
    case 'join':
      return joined(statement, saying, depth)
    case 'if':
      return expressions.ifElse(whole(statement.condition), whole(statement.yes), whole(statement.no))
    case 'constant':
      return statement.value ? expressions.always : expressions.never
    case 'verbatim':
      return quote(statement.source)
    default:
      return clauseOf(statement, saying)
  }
}

function joined({ join, parts }: Statement & { kind: 'join' }, saying: Saying, depth: number): string {
  const { and, or, expressions } = phrasesOf(saying.language)
  const said = parts.map((part) => {
    const one = say(part, saying, depth + 1)
    return isClause(one) && join === 'and' ? withEither(part, one, saying) : one
  })
  const items = withoutRepeats(said, expressions.elided)
  const hasGroup = parts.some((part) => part.kind === 'join')
  if (depth === 0) return join === 'and' ? and(items) : hasGroup ? expressions.either(items) : or(items)
  const group = join === 'and' ? expressions.both(items) : expressions.either(items)
  return depth === 1 ? group : `(${group})`
}

/** A choice of several within a list of what must hold: 'joko a tai b', or it could be read as part of the list. */
function withEither(part: Statement, clause: Clause, saying: Saying): Clause {
  if (part.kind !== 'choice' || !part.isAmong || part.of.length < 2) return clause
  const { either } = phrasesOf(saying.language).expressions
  return { ...clause, complement: either(part.of.map((one: Term) => termInWords(one, 'value', saying, part.term))) }
}

/** Clauses in a row: a subject and an 'is' that were just said are not said again. */
function withoutRepeats(said: readonly Said[], elided: readonly string[]): string[] {
  return said.map((one, index) => {
    if (!isClause(one)) return one
    const before = said[index - 1]
    const repeats = before !== undefined && isClause(before) && before.verb === one.verb && elided.includes(one.verb)
    if (!repeats) return written(one)
    return before.subject === one.subject ? one.complement : `${one.subject} ${one.complement}`
  })
}

function written({ subject, verb, complement }: Clause): string {
  return [subject, verb, complement].filter((part) => part !== '').join(' ')
}
