import { isRecord } from '../isRecord.ts'
import { own } from '../own.ts'
import type { Language } from './Language.ts'

/**
 * A pathway document as it may look while it is being edited: anything under any key. Sound documents are drafts too.
 * Nothing that reads it throws; what is missing or of another type counts as not there.
 */
export type DraftDocument = Readonly<Record<string, unknown>>

const nothing: DraftDocument = {}

/** A part of a draft that should be an object; an empty one when it is not. */
export function recordOf(value: unknown): DraftDocument {
  return isRecord(value) ? value : nothing
}

/** What a part of a draft holds under keys, one inside the other; undefined when nothing is there. */
export function partAt(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((part, key) => (isRecord(part) ? own(part, key) : undefined), value)
}

/** A part that should be a list: `a` stands for `[a]`, nothing for an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? Array.from(value) : [value]
}

/** The texts of a list; what is no text is left out. */
export function namesOf(value: unknown): string[] {
  return listOf(value).filter((one): one is string => typeof one === 'string' && one !== '')
}

/** A text that says something. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** A text for people in a language, else in Finnish, else in whichever there is. */
export function textOf(value: unknown, language: Language): string | undefined {
  const text = recordOf(value)
  const found = stringOf(text[language]) ?? stringOf(text.fi) ?? stringOf(text.sv) ?? stringOf(text.en)
  return found?.trim()
}
