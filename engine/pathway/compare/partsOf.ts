import { isRecord } from '../isRecord.ts'
import { type DraftDocument, recordOf } from '../words/DraftDocument.ts'
import { type DraftState, draftStates, pointerKey } from '../words/draftStates.ts'
import type { SubjectType } from './Change.ts'

/** A part of a document that changes are told of, with its own fields: what has parts of its own is not among them. */
export interface Part {
  type: SubjectType
  /** what it is found by in both documents */
  key: string
  pointer: string
  /** the path of the state that it belongs to; of a state, its own */
  state: string
  /** its name within its section; of a state, its path */
  name: string
  fields: DraftDocument
}

const sections = [
  ['facts', 'fact'],
  ['criteria', 'criterion'],
  ['caseRoles', 'role'],
  ['parameters', 'parameter'],
  ['taskDefinitions', 'task'],
  ['exits', 'exit'],
  ['suspensions', 'suspension'],
] as const satisfies readonly (readonly [string, SubjectType])[]

const partsOfStates = [
  ['followUps', 'followUp'],
  ['modules', 'module'],
] as const satisfies readonly (readonly [string, SubjectType])[]

/** Whether a key holds transitions, which are compared by themselves; what is no transition stays a field. */
function holdsTransitions(key: string, value: unknown): boolean {
  if (key === 'on' || key === 'after') return isRecord(value)
  return (
    (key === 'always' || key === 'onDone') &&
    (typeof value === 'string' || (typeof value === 'object' && value !== null))
  )
}

/** What the schema fills in where nothing is said, and so is no difference. */
const defaults: Readonly<Record<string, unknown>> = { calendar: 'fi', class: 'ordinary' }

/** The named parts of a document but its states: facts, criteria and so on. */
export function namedParts(document: DraftDocument): Part[] {
  return sections.flatMap(([section, type]) => partsUnder(recordOf(document)[section], type, `/${section}`, ''))
}

/** The parts of a state besides its transitions: its own fields, its phase, its follow-ups and modules. */
export function statePartsOf({ path, pointer, definition }: DraftState): Part[] {
  const { states, phase, ...own } = definition
  const left: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(own)) {
    const isElsewhere = path === '' && sections.some(([section]) => section === key) && isRecord(value)
    const isPart = isRecord(value) && partsOfStates.some(([section]) => section === key)
    if (!isElsewhere && !isPart && !holdsTransitions(key, value)) left[key] = value
  }
  if (states !== undefined && !isRecord(states)) left.states = states
  if (isRecord(states) && definition.type === 'parallel') left.regions = Object.keys(states)
  const state: Part = {
    type: path === '' ? 'pathway' : 'state',
    key: path === '' ? 'pathway' : `state ${path}`,
    pointer,
    state: path,
    name: path,
    fields: withoutDefaults(left),
  }
  return [
    state,
    ...(phase === undefined ? [] : [phasePart(phase, path, pointer)]),
    ...partsOfStates.flatMap(([section, type]) => partsUnder(definition[section], type, `${pointer}/${section}`, path)),
  ]
}

function phasePart(phase: unknown, path: string, pointer: string): Part {
  return { type: 'phase', key: 'phase', pointer: `${pointer}/phase`, state: path, name: path, fields: fieldsOf(phase) }
}

function partsUnder(section: unknown, type: SubjectType, pointer: string, state: string): Part[] {
  return Object.entries(recordOf(section)).map(([name, value]) => ({
    type,
    key: `${type} ${name}`,
    pointer: `${pointer}/${pointerKey(name)}`,
    state,
    name,
    fields: fieldsOf(value),
  }))
}

/** A part's fields; what is no object stands under no key. */
function fieldsOf(value: unknown): DraftDocument {
  return isRecord(value) ? withoutDefaults(value) : { '': value }
}

function withoutDefaults(fields: DraftDocument): DraftDocument {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([key, value]) => value !== undefined && !(key in defaults && defaults[key] === value),
    ),
  )
}

/** The states of a document, for those who compare them. */
export const statesOf = (document: DraftDocument): ReadonlyMap<string, DraftState> =>
  new Map(draftStates(document).map((state) => [state.path, state]))
