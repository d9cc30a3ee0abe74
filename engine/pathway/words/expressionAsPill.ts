import type { Statement, Term } from '../feel/statement.ts'
import { doneAtAll, labelOf } from './clauseOf.ts'
import { type DraftDocument, stringOf } from './DraftDocument.ts'
import { parsed } from './expressionInWords.ts'
import type { Language } from './Language.ts'
import { phrasesOf } from './phrasesOf.ts'
import { namedOf, type Saying, termInWords, unitOf } from './termInWords.ts'

/**
 * A criterion's expression as short as it can be said, for an edge of the canvas: '≥ 5 pv/vko · ≥ 6 h/pv'. A number
 * goes without its label where its unit tells what it is.
 */
export function expressionAsPill(document: DraftDocument, when: unknown, language: Language): string {
  const source = stringOf(when)?.trim()
  if (source === undefined || source === 'null') return phrasesOf(language).expressions.missing
  const statement = parsed(source, document)
  if (!statement) return source
  const saying = { document, language, isShort: true }
  return pill(statement, saying, sharedUnits(statement, saying))
}

const signs = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' }

function pill(statement: Statement, saying: Saying, shared: ReadonlySet<unknown>, isInside = false): string {
  const { expressions, or, values } = phrasesOf(saying.language)
  const { pills } = expressions
  switch (statement.kind) {
    case 'join': {
      const parts = statement.parts.map((part) => pill(part, saying, shared, true))
      const said = parts.join(statement.join === 'and' ? ' · ' : pills.or)
      return isInside ? `(${said})` : said
    }
    case 'comparison':
      return comparison(statement, saying, shared)
    case 'range': {
      const { term, from, to, isInside: holds } = statement
      const isBare = from.term.kind === 'number' && to.term.kind === 'number'
      const low = termInWords(from.term, 'value', saying, isBare ? undefined : term)
      const high = termInWords(to.term, 'value', saying, term)
      const [opens, closes] = [from.isIncluded ? '' : '> ', to.isIncluded ? '' : '< ']
      return `${labelled(term, saying, shared)}${holds ? '' : '≠ '}${opens}${low} – ${closes}${high}`
    }
    case 'choice': {
      const of = statement.of.map((one) => termInWords(one, 'value', saying, statement.term))
      return `${labelOf(statement.term, saying)}${statement.isAmong ? ': ' : ' ≠ '}${or(of)}`
    }
    case 'truth':
      return `${labelOf(statement.term, saying)}: ${values[statement.value ? 'yes' : 'no']}`
    case 'knowledge':
      return pills.known(labelOf(statement.term, saying), statement.isKnown)
    case 'constant':
      return statement.value ? expressions.always : expressions.never
    case 'text': {
      const { verb, complement } = expressions.contains(
        '',
        statement.test,
        statement.holds,
        termInWords(statement.with, 'value', saying),
      )
      return `${labelOf(statement.term, saying)} ${verb} ${complement}`
    }
    case 'if':
      return expressions.ifElse(
        pill(statement.condition, saying, shared, true),
        pill(statement.yes, saying, shared, true),
        pill(statement.no, saying, shared, true),
      )
    case 'verbatim':
      return statement.source
  }
}

function comparison(
  { term, sign, with: right }: Statement & { kind: 'comparison' },
  saying: Saying,
  shared: ReadonlySet<unknown>,
): string {
  const { durations, expressions } = phrasesOf(saying.language)
  const named = namedOf(term, saying)
  if (right.kind === 'number' && named?.kind === 'completed') {
    const isDone = doneAtAll(sign, right.value)
    if (isDone !== undefined) return expressions.pills.completed(named.label, isDone)
    return expressions.pills.completedTimes(named.label, `${signs[sign]} ${right.value}`)
  }
  if (right.kind === 'number' && (named?.kind === 'daysInState' || named?.kind === 'daysInJourney')) {
    const days = durations.say('short', [{ count: right.value, unit: 'day' }])
    return expressions.pills[named.kind](`${signs[sign]} ${days}`)
  }
  const value = termInWords(right, 'value', saying, term)
  if (sign === '=' && right.kind !== 'number') return `${labelOf(term, saying)}: ${value}`
  const label = namedOf(right, saying)?.kind === 'fact' ? `${labelOf(term, saying)} ` : labelled(term, saying, shared)
  return `${label}${signs[sign]} ${value}`
}

/** A term's label where one is needed: when its values have no unit, or several terms have the same. */
function labelled(term: Term, saying: Saying, shared: ReadonlySet<unknown>): string {
  const unit = unitOf(term, saying)
  return term.kind === 'name' && unit !== undefined && !shared.has(unit) ? '' : `${labelOf(term, saying)} `
}

/** Units that more than one term of an expression has. */
function sharedUnits(statement: Statement, saying: Saying): ReadonlySet<unknown> {
  const labels = new Map<unknown, string>()
  const shared = new Set<unknown>()
  for (const term of termsOf(statement)) {
    const [unit, label] = [unitOf(term, saying), labelOf(term, saying)]
    if (labels.has(unit) && labels.get(unit) !== label) shared.add(unit)
    labels.set(unit, label)
  }
  return shared
}

function termsOf(statement: Statement): Term[] {
  switch (statement.kind) {
    case 'join':
      return statement.parts.flatMap(termsOf)
    case 'if':
      return [statement.condition, statement.yes, statement.no].flatMap(termsOf)
    case 'constant':
    case 'verbatim':
      return []
    default:
      return [statement.term]
  }
}
