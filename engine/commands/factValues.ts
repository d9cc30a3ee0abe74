import { isDate } from '../pathway/calendar/index.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import type { FactDefinition } from '../pathway/declarations.ts'
import { own } from '../pathway/own.ts'
import type { ValueType } from '../pathway/values.ts'
import type { ReadTx } from '../store/store.ts'
import { type Context, documentOf, pathwayOf } from './context.ts'
import { type FieldError, PolkuProblem } from './problem.ts'
import { todayOf } from './today.ts'

/** The declarations of facts that a client's journeys and the published pathways make, looked up in this order. */
export async function factDefinitions(
  context: Context,
  tx: ReadTx,
  journeys: readonly CompiledPathway[],
  wanted: readonly string[],
): Promise<Map<string, FactDefinition>> {
  const found = new Map<string, FactDefinition>()
  const look = (pathway: CompiledPathway) => {
    for (const name of wanted) {
      const definition = own(pathway.document.facts, name)
      if (definition && !found.has(name)) found.set(name, definition)
    }
  }
  for (const pathway of journeys) look(pathway)
  if (wanted.every((name) => found.has(name))) return found
  const today = todayOf(context)
  const inUse = (await tx.versionsFrom(today)).filter(({ startsOn }) => startsOn <= today)
  for (const row of inUse) look(await pathwayOf(context, tx, row.pathway, row.version))
  const missing = wanted.filter((name) => !found.has(name))
  if (missing.length === 0) return found
  const known = [...new Set(inUse.flatMap((row) => Object.keys(documentOf(row).facts ?? {})))].sort()
  throw new PolkuProblem(
    'unknown-fact',
    `No published pathway declares ${missing.map((name) => `"${name}"`).join(', ')}.`,
    {
      errors: missing.map((name) => ({ path: ['facts', name], message: 'no published pathway declares this fact' })),
      accepted: known,
    },
  )
}

/** Holds values against their declarations. @throws PolkuProblem `invalid-fact` naming every value and its rule */
export function checkValues(
  values: Readonly<Record<string, unknown>>,
  typeOf: (name: string) => ValueType | undefined,
  at: string,
): void {
  const errors: FieldError[] = []
  for (const [name, value] of Object.entries(values)) {
    const type = typeOf(name)
    const message = type && whatIsWrong(type, value)
    if (message) errors.push({ path: [at, name], message })
  }
  if (errors.length === 0) return
  const [first] = errors
  throw new PolkuProblem('invalid-fact', `"${first?.path.at(-1)}": ${first?.message}.`, { errors })
}

function whatIsWrong(type: ValueType, value: unknown): string | undefined {
  switch (type.type) {
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number'
      if (type.integer && !Number.isInteger(value)) return 'must be a whole number'
      const unit = type.unit === undefined ? '' : ` ${type.unit}`
      if (type.min !== undefined && value < type.min) return `must be at least ${type.min}${unit}`
      if (type.max !== undefined && value > type.max) return `must be at most ${type.max}${unit}`
      return undefined
    }
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be true or false'
    case 'choice':
      return type.options.some(({ code }) => code === value)
        ? undefined
        : `must be one of ${type.options.map(({ code }) => code).join(', ')}`
    case 'date':
      return typeof value === 'string' && isDate(value) ? undefined : 'must be a date such as 2026-03-31'
    case 'text':
      if (typeof value !== 'string') return 'must be a text'
      return value.length <= (type.maxLength ?? 2000)
        ? undefined
        : `must be at most ${type.maxLength ?? 2000} characters`
  }
}
