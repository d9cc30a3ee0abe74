import type { FactDefinition } from '../../engine/pathway/declarations.ts'
import type { Text } from '../../engine/pathway/values.ts'
import { wordsOfName } from '../../engine/pathway/words/index.ts'
import type { Finding } from '../editing/draftStore.ts'
import { choose, type Edit, editDocument, inTurn, setField } from '../editing/edits/edit.ts'
import { addFollowUp } from '../editing/edits/inState.ts'
import { addListed, removeListed, takenNames } from '../editing/edits/listed.ts'
import { freeKey } from '../editing/edits/names.ts'
import { firstInside } from '../editing/edits/restructure.ts'
import { countIn } from '../editing/edits/slots.ts'
import { dropTransition, reorderTransition } from '../editing/edits/transitions.ts'
import type { DraftDocument, DraftState } from '../model/document.ts'
import { type Place, placeAt } from '../model/places.ts'
import { readPathway } from '../model/readPathway.ts'
import { recordOf } from '../model/readValue.ts'
import { stateIn, thingAt, transitionAt } from '../model/thingAt.ts'
import type { findings } from '../texts/fi/findings.ts'
import { valueAt } from './valueAt.ts'

/** What can be done about a finding with one press. */
export interface Mend {
  /** what it does, in words */
  text: keyof typeof findings
  name?: string
  edit: Edit
}

/**
 * How a finding is mended in one press, where that is safe: where it is plain what was meant, or where what is taken away
 * never happened. Undefined where a person has to choose.
 */
export function mendOf(finding: Finding, document: DraftDocument): Mend | undefined {
  const { code, path } = finding
  const at: At = { path, document, place: placeAt(path), key: path.at(-1), value: valueAt(document, path) }
  return mends[code]?.(at)
}

interface At {
  path: readonly (string | number)[]
  document: DraftDocument
  place: Place
  key: string | number | undefined
  value: unknown
}

const mends: Readonly<Record<string, (at: At) => Mend | undefined>> = {
  schema: mendForm,
  'initial-state': mendInitial,
  'state-shape': mendShape,
  'final-state': mendFinal,
  'duplicate-id': ({ document, path, value }) =>
    typeof value === 'string' && !isReferredTo(value, document)
      ? { text: 'mendReference', edit: dropField(path) }
      : undefined,
  'unknown-criterion': ({ document, value }) => named(value, (name) => createCriterion(name, document)),
  'unknown-task': ({ document, path, value }) => named(value, (name) => createTask(name, path, document)),
  'unknown-role': ({ value, key, path }) => {
    const name = path.at(-2) === 'responsibilities' ? key : value
    return named(name, (role) => ({
      text: 'mendRole',
      name: wordsOfName(role),
      edit: quietly(addListed('caseRole', role, { label: labelOf(role) })),
    }))
  },
  'unknown-fact': ({ document, value }) =>
    named(value, (name) => {
      const type: FactDefinition['type'] = isCountedFrom(name, document) ? 'date' : 'text'
      const edit = quietly(addListed('fact', name, { type, label: labelOf(name) }))
      return { text: 'mendFact', name: wordsOfName(name), edit }
    }),
  'unknown-parameter': ({ document, value, path }) => {
    const isReference = typeof value === 'object' && value !== null && 'parameter' in value
    const said = isReference ? value.parameter : path.at(-2) === 'after' ? path.at(-1) : undefined
    if (typeof said !== 'string' || Object.hasOwn(document.parameters ?? {}, said)) return undefined
    const definition = { type: 'duration', label: labelOf(said), default: 'P1M', origin: 'ours' }
    return { text: 'mendParameter', name: wordsOfName(said), edit: quietly(addListed('parameter', said, definition)) }
  },
  'duplicate-item': mendItem,
  'parameter-value': mendParameter,
  'impossible-value': mendValue,
  'automatic-rights': propose,
  'automatic-mismatch': ({ path, key, place }) =>
    key === 'whenSuspended'
      ? { text: 'mendSuspended', edit: dropField(path) }
      : { text: 'mendPropose', edit: setField(place, ['automatic'], undefined) },
  'endless-loop': propose,
  'follow-up-shape': ({ place, key, path }) => {
    if (place.kind !== 'followUp') return undefined
    if (key === 'whenSuspended') return { text: 'mendSuspended', edit: setField(place, ['whenSuspended'], undefined) }
    if (key === 'warnBefore') return { text: 'mendWarning', edit: setField(place, ['warnBefore'], undefined) }
    if (path.at(-2) === 'anchor') return { text: 'mendAnchor', edit: setField(place, ['anchor'], undefined) }
    return undefined
  },
  'module-shape': ({ place, path, key }) => {
    if (place.kind !== 'module') return undefined
    if (path.at(-2) === 'start') return { text: 'mendStart', edit: setField(place, ['start'], undefined) }
    return path.at(-2) === 'outputs' && key !== undefined
      ? { text: 'mendOutput', edit: setField(place, ['outputs', key], undefined) }
      : undefined
  },
  'unused-criterion': ({ place }) =>
    place.kind === 'criterion' ? { text: 'mendUnused', edit: removeListed('criterion', place.name) } : undefined,
  'never-taken': mendNeverTaken,
  'unsendable-event': ({ document, place }) => {
    const by = place.kind === 'transition' ? transitionAt(document, place)?.by : undefined
    const [role] = (by ?? []).filter((name) => !Object.hasOwn(document.caseRoles ?? {}, name))
    if (role === undefined) return undefined
    const edit = quietly(addListed('caseRole', role, { label: labelOf(role) }))
    return { text: 'mendRole', name: wordsOfName(role), edit }
  },
  'follow-up-never-due': ({ place, key }) =>
    place.kind === 'followUp' && key === 'until'
      ? { text: 'mendUntil', edit: setField(place, ['until'], undefined) }
      : undefined,
  'uncovered-state': ({ place, document }) =>
    place.kind === 'state' || place.kind === 'pathway'
      ? { text: 'mendReview', edit: addReview(place.kind === 'state' ? place.state : '', document) }
      : undefined,
}

const labelOf = (name: string): Text => ({ fi: wordsOfName(name) })

const named = (value: unknown, mend: (name: string) => Mend | undefined): Mend | undefined =>
  typeof value === 'string' && isName(value) ? mend(value) : undefined

const isName = (value: string): boolean => /^[A-Za-z][\w-]{0,63}$/.test(value) && !(value in Object.prototype)

/** Defines something that is named elsewhere; what was chosen stays chosen. */
const quietly =
  (edit: Edit): Edit =>
  (now) =>
    inTurn(edit, choose(now.selection))(now)

/** Takes away what stands at a path. */
function dropField(path: readonly (string | number)[]): Edit {
  const place = placeAt(path)
  return (now) => {
    const own = [...path]
    const steps = thingPathLength(path, place)
    return thingAt(now.document, place) === undefined ? now : setField(place, own.slice(steps), undefined)(now)
  }
}

/** How much of a path leads to the thing; the rest leads on inside it. */
function thingPathLength(path: readonly (string | number)[], place: Place): number {
  let length = 0
  while (length < path.length && JSON.stringify(placeAt(path.slice(0, length))) !== JSON.stringify(place)) length += 1
  // an index belongs to the transition's own place
  return place.kind === 'transition' && typeof path[length] === 'number' ? length + 1 : length
}

/** What has not the form of a document, where the form alone says what to do. */
function mendForm({ document, path, place, key, value }: At): Mend | undefined {
  const roles = Object.keys(document.caseRoles ?? {})
  const isEmpty = value === undefined || value === ''
  if (isEmpty && (key === 'responsible' || (key === 'role' && place.kind === 'task'))) {
    const [role] = roles
    if (roles.length > 1) return undefined
    const chosen = role ?? 'vastuuhenkilo'
    const choice = setField(place, key === 'role' ? ['role'] : ['phase', 'responsible'], chosen)
    if (role !== undefined) {
      const name = document.caseRoles?.[role]?.label?.fi ?? wordsOfName(role)
      return { text: 'mendResponsible', name, edit: choice }
    }
    const edit = inTurn(quietly(addListed('caseRole', chosen, { label: responsibleLabel })), choice)
    return { text: 'mendRole', name: responsibleLabel.fi, edit }
  }
  const isTranslation = (key === 'sv' || key === 'en') && value === ''
  if (isTranslation) return { text: 'mendNoText', edit: dropField(path) }
  const isSpare = path.at(-2) === 'description' || path.at(-3) === 'responsibilities'
  const texts = Object.values(recordOf(valueAt(document, path.slice(0, -1))))
  const isUnsaid = key === 'fi' && value === '' && texts.every((text) => text === '')
  return isSpare && isUnsaid ? { text: 'mendNoText', edit: dropField(path.slice(0, -1)) } : undefined
}

const responsibleLabel = { fi: 'Vastuuhenkilö', sv: 'Ansvarig', en: 'Responsible person' }
const reviewLabel = { fi: 'Tilannekatsaus', sv: 'Översyn', en: 'Review' }

function mendInitial({ document, place, path }: At): Mend | undefined {
  const state = stateOf(place)
  const found = state === undefined ? undefined : stateIn(document, state)
  const type = readPathway(document).states.get(state ?? '')?.type
  if (state === undefined || !found) return undefined
  if (type !== 'compound') return { text: 'mendNoFirst', edit: dropField(path) }
  const first = firstInside(found)
  if (first === undefined) return undefined
  const { label, phase } = found.states?.[first] ?? {}
  const name = phase?.label?.fi ?? label?.fi ?? wordsOfName(first)
  return { text: 'mendFirst', name, edit: setField(place, ['initial'], first) }
}

function mendShape({ document, place, key }: At): Mend | undefined {
  const state = stateOf(place)
  const found = state === undefined ? undefined : stateIn(document, state)
  if (!found || state === undefined || state === '') return undefined
  const isSingle = Object.keys(found.states ?? {}).length === 0
  const isSaidToHold = found.type === 'compound' || found.type === 'parallel'
  if (key === 'states' && isSaidToHold && isSingle)
    return { text: 'mendPlain', edit: inTurn(dropKey(state, 'type'), dropKey(state, 'initial')) }
  return key === 'onDone' || key === 'history' || key === 'target'
    ? { text: 'mendRemove', edit: dropKey(state, key) }
    : undefined
}

/** Takes a key of a state away with all that it holds. */
const dropKey = (state: string, key: keyof DraftState): Edit =>
  editDocument((document) => {
    const found = stateIn(document, state)
    if (found) delete found[key]
  })

function mendFinal({ document, place, key }: At): Mend | undefined {
  const state = stateOf(place)
  const found = state === undefined ? undefined : stateIn(document, state)
  if (state === undefined || !found) return undefined
  if (key === 'end' || key === 'on' || key === 'always' || key === 'after')
    return { text: 'mendRemove', edit: dropKey(state, key) }
  // how an end is counted is for a person to say: a refusal is not a success
  return undefined
}

/** What place a finding about a state is of: a key of the state itself may read as a transition's. */
function stateOf(place: Place): string | undefined {
  if (place.kind === 'pathway') return ''
  return 'state' in place ? place.state : undefined
}

function isReferredTo(id: string, document: DraftDocument): boolean {
  const model = readPathway(document)
  const written = [
    ...model.transitions.flatMap(({ definition }) => [definition.target ?? []].flat()),
    ...[...model.states.values()].flatMap(({ definition }) => definition.target ?? []),
  ]
  return written.some((target) => target === `#${id}` || target.startsWith(`#${id}.`))
}

/** A criterion that is named and not defined becomes a question of yes or no, with a fact that keeps the answer. */
function createCriterion(name: string, document: DraftDocument): Mend {
  const fact = freeKey(name.replaceAll('-', '_'), takenNames(document, 'fact'))
  const label = labelOf(name)
  const edit = inTurn(
    addListed('fact', fact, { type: 'boolean', label }),
    addListed('criterion', name, { label, when: fact }),
  )
  return { text: 'mendCriterion', edit: quietly(edit) }
}

function createTask(name: string, path: readonly (string | number)[], document: DraftDocument): Mend {
  const { role, edit } = responsibleNear(placeAt(path), document)
  const add = addListed('task', name, { label: labelOf(name), role })
  return { text: 'mendTask', name: wordsOfName(name), edit: quietly(inTurn(edit, add)) }
}

/** The case role that answers for the phase around a place; the first there is, or one made for it, where nobody does. */
function responsibleNear(place: Place, document: DraftDocument): { role: string; edit: Edit } {
  const roles = document.caseRoles ?? {}
  const states = readPathway(document).states
  for (let at = stateOf(place); at !== undefined; at = states.get(at)?.parent) {
    const role = states.get(at)?.definition.phase?.responsible
    if (role !== undefined && Object.hasOwn(roles, role)) return { role, edit: (now) => now }
  }
  const [first] = Object.keys(roles)
  if (first !== undefined) return { role: first, edit: (now) => now }
  return { role: 'vastuuhenkilo', edit: addListed('caseRole', 'vastuuhenkilo', { label: responsibleLabel }) }
}

function addReview(state: string, document: DraftDocument): Edit {
  const task = freeKey('tilannekatsaus', document.taskDefinitions)
  const { role, edit } = responsibleNear(state === '' ? { kind: 'pathway' } : { kind: 'state', state }, document)
  return inTurn(
    edit,
    addListed('task', task, { label: reviewLabel, role }),
    addFollowUp(state, 'tilannekatsaus', { label: reviewLabel, every: 'P3M', task }),
  )
}

function mendItem({ document, path, place }: At): Mend | undefined {
  const index = path.at(-2)
  if (place.kind !== 'task' || typeof index !== 'number') return undefined
  const list = document.taskDefinitions?.[place.name]?.checklist ?? []
  const item = list[index]
  const first = list.find(({ id }) => id === item?.id)
  if (!item || !first) return undefined
  if (JSON.stringify(first) === JSON.stringify(item))
    return { text: 'mendItemRemove', edit: setField(place, ['checklist', index], undefined) }
  const taken = Object.fromEntries(list.map(({ id }) => [id, true]))
  return { text: 'mendItem', edit: setField(place, ['checklist', index, 'id'], freeKey(item.id, taken)) }
}

function mendParameter({ document, place, path }: At): Mend | undefined {
  // what is wrong with the value is for a person to put right
  const parameter = place.kind === 'parameter' && path.length === 2 ? document.parameters?.[place.name] : undefined
  if (!parameter || parameter.type === 'number' || (parameter.min ?? parameter.max) === undefined) return undefined
  return { text: 'mendNoRange', edit: inTurn(setField(place, ['min'], undefined), setField(place, ['max'], undefined)) }
}

function mendValue({ path, place, key, value }: At): Mend | undefined {
  if (key !== 'options' || !Array.isArray(value)) return undefined
  const taken: Record<string, true> = {}
  const options = (value as { code: string }[]).map((option) => {
    const code = Object.hasOwn(taken, option.code) ? freeKey(option.code, taken) : option.code
    taken[code] = true
    return code === option.code ? option : { ...option, code }
  })
  return { text: 'mendCode', edit: setField(place, path.slice(2), options) }
}

function propose({ place }: At): Mend | undefined {
  return place.kind === 'transition'
    ? { text: 'mendPropose', edit: setField(place, ['automatic'], undefined) }
    : undefined
}

function mendNeverTaken({ document, place, key }: At): Mend | undefined {
  if (place.kind !== 'transition') return undefined
  const hasCriteria = (transitionAt(document, place)?.criteria ?? []).length > 0
  if (key === 'criteria' || !hasCriteria) return { text: 'mendNever', edit: dropTransition(place) }
  const last = countIn(stateIn(document, place.state), place) - 1
  const open = Array.from({ length: place.index }, (_, index) => ({ ...place, index })).filter(
    (before) => (transitionAt(document, before)?.criteria ?? []).length === 0,
  )
  if (open.length === 0) return undefined
  // each that goes to the end draws those behind it one nearer
  const moves = open.map((before, gone) => reorderTransition({ ...before, index: before.index - gone }, last))
  return { text: 'mendLast', edit: inTurn(...moves, choose({ ...place, index: place.index - open.length })) }
}

/** Whether a follow-up counts from a fact: it is a date then. */
const isCountedFrom = (fact: string, document: DraftDocument): boolean =>
  [...readPathway(document).states.values()].some(({ definition }) =>
    Object.values(definition.followUps ?? {}).some(({ anchor }) => typeof anchor === 'object' && anchor.fact === fact),
  )
