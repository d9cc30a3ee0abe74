import type { PathwayInput } from './document.ts'
import { type ImportCode, type ImportNote, importNote } from './importNote.ts'
import { isRecord } from './isRecord.ts'
import type { StateDefinition } from './states.ts'
import type { JsonValue } from './values.ts'

export type Path = ImportNote['path']
export type Config = Record<string, unknown>
export type StateInput = PathwayInput['states'][string]
export type TransitionInput = Exclude<NonNullable<StateDefinition['always']>, string | unknown[]>

/** What one import shares: the names it has given, and what it has to say. */
export interface Import {
  notes: ImportNote[]
  root: Config
  rootId: string
  criterion: (key: string, name: string) => string
  event: (name: string) => string
  action: (name: string) => string
  parameter: (name: string) => string
  id: (name: string) => string
  /** names of children, by the state that holds them */
  children: Map<Config, Map<string, string>>
  /** states that have an id of their own */
  byId: Map<string, Config>
  parents: Map<Config, Config>
  criteria: NonNullable<PathwayInput['criteria']>
  parameters: NonNullable<PathwayInput['parameters']>
  /** something in the machine goes by itself */
  isDriven: boolean
}

/** The name that an event or an action gets: the same everywhere, and noted when it is another. */
export function eventName(event: string, run: Import, path: Path, kind: 'event' | 'action' = 'event'): string {
  const name = run[kind](event)
  if (name !== event) note(run, path, `renamed-${kind}`, { from: clip(event), to: name })
  return name
}

/** Actions by name; what is written as code is noted and left out. */
export function actionsUnder<Key extends 'entry' | 'exit' | 'actions'>(
  key: Key,
  holder: Config,
  run: Import,
  path: Path,
): { [key in Key]?: StateInput['entry'] } {
  const made = [holder[key] ?? []].flat().flatMap((action, index) => {
    const place = [...path, key, index]
    const type = isRecord(action) ? action.type : action
    if (typeof type !== 'string' || /^xstate\./.test(type)) {
      note(run, place, 'code-action')
      return []
    }
    const name = eventName(type, run, place, 'action')
    const params = isRecord(action) ? jsonOf(action.params) : undefined
    if (isRecord(action) && action.params !== undefined && !isJsonObject(params)) note(run, place, 'params-not-json')
    return [isJsonObject(params) ? { type: name, params } : name]
  })
  return (made.length > 0 ? { [key]: made } : {}) as { [key in Key]?: StateInput['entry'] }
}

export function describe({ description }: Config, run: Import, path: Path): Pick<StateInput, 'description'> {
  if (typeof description !== 'string' || description.trim() === '') return {}
  if (description.length > 2000) note(run, [...path, 'description'], 'description-cut')
  return { description: { fi: description.slice(0, 2000).trim() } }
}

export function metaOf({ meta }: Config, run: Import, path: Path): Pick<StateInput, 'meta'> {
  if (meta === undefined) return {}
  const json = jsonOf(meta)
  if (isJsonObject(json)) return { meta: json }
  note(run, [...path, 'meta'], 'meta-not-json')
  return {}
}

/** Says what was changed or could not be carried over. */
export function note(run: Import, path: Path, code: ImportCode, values?: ImportNote['values']): void {
  run.notes.push(importNote(path, code, values))
}

export const clip = (words: string, most = 60): string => (words.length > most ? `${words.slice(0, most)}…` : words)
export const labelOf = (words: string): string => clip(words, 200).trim() || 'Nimetön'

export const isJsonObject = (value: JsonValue | undefined): value is { [key: string]: JsonValue } => isRecord(value)
/** The value if JSON can hold it as it is. */
export function jsonOf(value: unknown): JsonValue | undefined {
  try {
    const written = JSON.stringify(value)
    return written === undefined ? undefined : (JSON.parse(written) as JsonValue)
  } catch {
    return undefined
  }
}
