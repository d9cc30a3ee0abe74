import fc from 'fast-check'
import { copyThing, duplicate, pasteClipping } from '../../../designer/editing/edits/clipboard.ts'
import { type Edit, inTurn, setField } from '../../../designer/editing/edits/edit.ts'
import { extractModule } from '../../../designer/editing/edits/extract.ts'
import {
  addFollowUp,
  addModule,
  addTaskHere,
  removeInState,
  removeTaskHere,
  renameInState,
  setRepeating,
} from '../../../designer/editing/edits/inState.ts'
import { addListed, removeListed, renameEvent, renameListed } from '../../../designer/editing/edits/listed.ts'
import { renameForPeople } from '../../../designer/editing/edits/renameForPeople.ts'
import { type StateKind, setPhase, setStateKind } from '../../../designer/editing/edits/stateKinds.ts'
import {
  addState,
  moveState,
  type NewState,
  removeState,
  renameState,
  setParallel,
} from '../../../designer/editing/edits/states.ts'
import { renamePathway, setStateId } from '../../../designer/editing/edits/targetIds.ts'
import {
  addTransition,
  dropTransition,
  reorderTransition,
  setTarget,
  setTargets,
  setTrigger,
} from '../../../designer/editing/edits/transitions.ts'
import { setValueType } from '../../../designer/editing/edits/valueType.ts'
import type { DraftDocument } from '../../../designer/model/document.ts'
import { isWithin, type ListedKind, listed, type Place } from '../../../designer/model/places.ts'
import { readPathway, type TransitionItem } from '../../../designer/model/readPathway.ts'

/** An edit that a person might do next, chosen by numbers from what is there. */
export interface SomeEdit {
  kind: (typeof editKinds)[number]
  pick: [number, number, number]
  word: string
}

export const editKinds = [
  'addState',
  'removeState',
  'renameState',
  'moveState',
  'setParallel',
  'addTransition',
  'dropTransition',
  'setTarget',
  'setTrigger',
  'reorderTransition',
  'addFollowUp',
  'addModule',
  'removeInState',
  'renameInState',
  'addListed',
  'removeListed',
  'renameListed',
  'renameEvent',
  'setField',
  'setTargets',
  'setStateId',
  'renamePathway',
  'setPhase',
  'setStateKind',
  'setRepeating',
  'setValueType',
  'addTaskHere',
  'removeTaskHere',
  'renameForPeople',
  'duplicate',
  'cutAndPaste',
  'extractModule',
] as const

export const someEdit = (kinds: readonly SomeEdit['kind'][] = editKinds): fc.Arbitrary<SomeEdit> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    pick: fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500)),
    word: fc.constantFrom('uusi', 'toinen', 's0', 's1', 'end', 'past', 'e0', 'tick', 'level', 'check', 'kartoitus'),
  })

/** What an edit takes away or leads elsewhere on purpose. */
export interface DoneEdit {
  edit: Edit
  /** states that it takes away with all inside them */
  removed?: string
  /** the state whose inside it takes away */
  inside?: string
  /** the transition that it takes away, or leads elsewhere */
  transition?: TransitionItem
}

/** The edit itself; undefined where there is nothing that it could be done to. */
export function editOf({ kind, pick, word }: SomeEdit, document: DraftDocument): DoneEdit | undefined {
  const model = readPathway(document)
  const states = [...model.states.keys()]
  const [a, b, c] = pick
  const one = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length]
  const state = one(states, a) ?? ''
  const other = one(states, b) ?? ''
  const live = one(
    states.filter((path) => model.states.get(path)?.type !== 'history' && model.states.get(path)?.type !== 'final'),
    a,
  )
  const transition = one(model.transitions, a)
  const inState = one(placesInStates(document), a)
  const kinds = Object.keys(listed) as ListedKind[]
  const listedKind = one(kinds, a) ?? 'fact'
  const name = one(Object.keys(document[listed[listedKind]] ?? {}), b)
  const label = { fi: word }
  switch (kind) {
    case 'addState':
      return { edit: addState(live ?? '', label, one<NewState>(['phase', 'state', 'end', 'history'], b) ?? 'state') }
    case 'removeState':
      return { edit: removeState(state), removed: state }
    case 'renameState':
      return { edit: renameState(state, word) }
    case 'moveState': {
      const inside = Object.keys(model.states.get(live ?? '')?.definition.states ?? {})
      const after = one([undefined, null, ...inside], c)
      return { edit: moveState(other, live ?? '', after) }
    }
    case 'setParallel':
      return { edit: setParallel(live ?? '', b % 2 === 0) }
    case 'addTransition':
      return { edit: addTransition(live ?? '', other, label, one(['on', 'after', 'always'], c) ?? 'on') }
    case 'dropTransition':
      return transition && { edit: dropTransition(transition.place), transition }
    case 'setTarget':
      return transition && { edit: setTarget(transition.place, other), transition }
    case 'setTrigger':
      return (
        transition && {
          edit: setTrigger(transition.place, one(['on', 'after'], b) ?? 'on', one(['e0', 'P1M'], b) ?? 'e0'),
        }
      )
    case 'reorderTransition':
      return transition && { edit: reorderTransition(transition.place, b % 3) }
    case 'addFollowUp':
      return { edit: addFollowUp(live ?? '', word, { every: 'P2M', task: 'check' }) }
    case 'addModule':
      return { edit: addModule(live ?? '', word, { pathway: 'tukijakso' }) }
    case 'removeInState':
      return inState && { edit: removeInState(inState) }
    case 'renameInState':
      return inState && { edit: renameInState(inState, word) }
    case 'addListed':
      return { edit: addListed(listedKind, word, { label }) }
    case 'removeListed':
      return name === undefined ? undefined : { edit: removeListed(listedKind, name) }
    case 'renameListed':
      return name === undefined ? undefined : { edit: renameListed(listedKind, name, word) }
    case 'renameEvent':
      return transition?.trigger === 'on' && transition.event !== '*'
        ? { edit: renameEvent(transition.event, word) }
        : undefined
    case 'setTargets':
      return transition && { edit: setTargets(transition.place, b % 2 === 0 ? [other] : []), transition }
    case 'setStateId':
      return { edit: setStateId(state, c % 3 === 0 ? undefined : word) }
    case 'renamePathway':
      return { edit: renamePathway(word) }
    case 'setPhase':
      return state === '' ? undefined : { edit: setPhase(state, b % 2 === 0, 'coach') }
    case 'setStateKind': {
      const single = one(
        states.filter((path) => path !== '' && (model.states.get(path)?.children.length ?? 0) === 0),
        a,
      )
      const kind = one<StateKind>(['atomic', 'final', 'history'], b) ?? 'atomic'
      return single === undefined ? undefined : { edit: setStateKind(single, kind) }
    }
    case 'setRepeating':
      return inState?.kind === 'followUp' ? { edit: setRepeating(inState, b % 2 === 0) } : undefined
    case 'setValueType': {
      const fact = one(Object.keys(document.facts ?? {}), a)
      const type = one(['number', 'choice', 'date', 'boolean', 'text'] as const, b) ?? 'text'
      return fact === undefined ? undefined : { edit: setValueType({ kind: 'fact', name: fact }, [], type, label) }
    }
    case 'addTaskHere':
      return { edit: addTaskHere(live ?? '', one(Object.keys(document.taskDefinitions ?? {}), b) ?? 'check') }
    case 'removeTaskHere':
      return { edit: removeTaskHere(state, c % 2) }
    case 'renameForPeople':
      return {
        edit: renameForPeople(document, { kind: 'state', state }, word, one(['fi', 'sv', 'en'] as const, b) ?? 'fi'),
      }
    case 'duplicate': {
      const place = one([inState, transition?.place, { kind: 'state' as const, state }], b)
      return place && !('state' in place && place.state === '') ? { edit: duplicate(place) } : undefined
    }
    case 'cutAndPaste': {
      const clipping = inState && copyThing(document, inState)
      return (
        inState &&
        clipping && {
          edit: inTurn(removeInState(inState), pasteClipping(clipping, { kind: 'state', state: live ?? '' })),
        }
      )
    }
    case 'extractModule': {
      const made = extractModule(document, { positions: {} }, state, 'irrotettu', label)
      return 'pathway' in made ? { edit: made.edit, inside: state } : undefined
    }
    case 'setField':
      return transition && { edit: setField(transition.place, ['label', 'fi'], word) }
  }
}

/** Whether a state lies where an edit takes everything away. */
export const isTakenAway = (path: string, { removed, inside }: DoneEdit): boolean =>
  (removed !== undefined && removed !== '' && isWithin(path, removed)) ||
  (inside !== undefined && path !== inside && isWithin(path, inside))

function placesInStates(document: DraftDocument): Extract<Place, { kind: 'followUp' | 'module' }>[] {
  return [...readPathway(document).states.values()].flatMap(({ path: state, definition }) => [
    ...Object.keys(definition.followUps ?? {}).map((name) => ({ kind: 'followUp' as const, state, name })),
    ...Object.keys(definition.modules ?? {}).map((name) => ({ kind: 'module' as const, state, name })),
  ])
}
