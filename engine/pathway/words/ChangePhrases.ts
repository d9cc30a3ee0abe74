import type { SubjectType } from '../compare/Change.ts'
import type { Language } from './Language.ts'

/** What a language says of changes. */
export interface ChangePhrases {
  subjects: Readonly<Record<SubjectType, string>>
  added(subject: string): string
  removed(subject: string): string
  /** a state's key */
  key: string
  place: string
  order: string
  nothing: string
  /** the version of a module that names none: it is chosen at publishing */
  latestVersion: string
  /** a name that leads to no state */
  noState(name: string): string
  /** 'suomeksi' */
  inLanguage: Readonly<Record<Language, string>>
  /** keys of the document as people call them; what is not here is said by its key's words */
  fields: Readonly<Record<string, string>>
  /** values that are codes of the document's format */
  codes: Readonly<Record<string, string>>
}
