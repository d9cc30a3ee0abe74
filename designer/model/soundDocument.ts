import { isRecord } from '../../engine/pathway/isRecord.ts'
import {
  aBoolean,
  aNumber,
  aString,
  each,
  either,
  listOf,
  oneOf,
  partOf,
  type Shape,
  wholePartOf,
} from './soundShape.ts'

/** As deep as states are read; a document that nests them deeper is refused. */
const deepest = 40

const text = partOf({ fi: aString, sv: aString, en: aString })
const names = listOf(aString)
/** What limits who may or when: where it cannot be read it says so still, since without it everybody might, and always. */
const unreadable = Object.freeze([''])
const limits: Shape = either(listOf(aString, ''), () => unreadable)
const byRoles = either(aBoolean, partOf({ by: limits }))
const duration = either(
  aString,
  wholePartOf({ workingDays: aNumber }),
  wholePartOf({ milliseconds: aNumber }),
  wholePartOf({ parameter: aString }),
)
const action = either(aString, wholePartOf({ type: aString }))
const actions = either(listOf(action), action)
const described = { label: text, description: text, source: aString }

const transition = either(
  aString,
  partOf({
    ...described,
    target: either(aString, names),
    criteria: limits,
    by: limits,
    automatic: aBoolean,
    reasonRequired: aBoolean,
    reenter: aBoolean,
    actions,
  }),
)
/** An index still means what it meant: a candidate that cannot be read stays, and does nothing. */
const nothing = Object.freeze({})
const transitions = either(listOf(transition, nothing), transition)

const valueType = {
  type: oneOf('number', 'choice', 'date', 'boolean', 'text'),
  unit: aString,
  min: aNumber,
  max: aNumber,
  integer: aBoolean,
  maxLength: aNumber,
  options: listOf(partOf({ code: aString, label: text })),
}
const items = listOf(partOf({ id: aString, label: text, source: aString, required: aBoolean }))
const outcome = oneOf('completed', 'interrupted', 'transferred', 'removed')

const inState: Readonly<Record<string, Shape>> = {
  ...described,
  id: aString,
  type: oneOf('atomic', 'compound', 'parallel', 'final', 'history'),
  initial: aString,
  on: each(transitions),
  after: each(transitions),
  always: transitions,
  onDone: transitions,
  entry: actions,
  exit: actions,
  phase: partOf({
    ...described,
    goal: text,
    responsible: aString,
    responsibilities: each(text),
    services: items,
    metrics: items,
  }),
  tasks: names,
  followUps: each(
    partOf({
      ...described,
      after: duration,
      every: duration,
      until: duration,
      warnBefore: duration,
      anchor: either(aString, wholePartOf({ fact: aString })),
      shift: aString,
      task: aString,
      event: aString,
      actions,
    }),
  ),
  modules: each(
    partOf({
      ...described,
      pathway: aString,
      version: aNumber,
      start: either(aString, wholePartOf({ event: aString })),
      inputs: each(either(duration, aNumber, aBoolean)),
      outputs: each(aString),
    }),
  ),
  enterable: byRoles,
  history: either(aString, aBoolean),
  target: aString,
  end: partOf({ code: aString, label: text, outcome }),
  states: (part) => statesAt(1)(part),
}

const known = new Map<number, Shape>()

/** The states inside a state; one that is no record at all is drawn as an empty one, which can be filled or taken away. */
function statesAt(depth: number): Shape {
  const made = known.get(depth)
  if (made) return made
  const inside: Shape = depth >= deepest ? () => undefined : (part) => statesAt(depth + 1)(part)
  const state = partOf({ ...inState, states: inside })
  const shape = each((part) => (isRecord(part) ? state(part) : nothing))
  known.set(depth, shape)
  return shape
}

/**
 * A document without what has not the form that documents have: the very same where all of it has. It may lack anything, and
 * say what verification refuses; but whatever it has can be read as what it should be. Never throws, whatever it gets.
 */
export const soundDocument = partOf({
  ...inState,
  id: aString,
  title: text,
  sources: names,
  calendar: aString,
  facts: each(partOf({ ...described, ...valueType, readers: names, basis: aString, shelfLife: duration })),
  criteria: each(partOf({ ...described, when: aString, overridable: byRoles })),
  caseRoles: each(partOf(described)),
  parameters: each(
    partOf({ ...described, default: either(duration, aNumber, aBoolean), unit: aString, min: aNumber, max: aNumber }),
  ),
  taskDefinitions: each(
    partOf({
      ...described,
      role: aString,
      readers: names,
      parties: names,
      form: listOf(
        either(
          wholePartOf({ fact: aString }),
          partOf({ fact: aString, name: aString, label: text, value: partOf(valueType) }),
        ),
      ),
      checklist: items,
      due: duration,
      escalateTo: aString,
    }),
  ),
  exits: each(partOf({ ...described, outcome, by: limits })),
  suspensions: each(partOf({ ...described, by: limits })),
  backDating: duration,
  review: duration,
})
