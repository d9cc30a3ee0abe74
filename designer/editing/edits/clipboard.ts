import type { Text } from '../../../engine/pathway/values.ts'
import type { DraftDocument, DraftState } from '../../model/document.ts'
import { childOf, isWithin, keyOf, listed, openedIn, type Place, parentOf } from '../../model/places.ts'
import { nameTarget, readPathway } from '../../model/readPathway.ts'
import { stateIn, thingAt, transitionAt } from '../../model/thingAt.ts'
import type { Editable } from '../history.ts'
import { addDefinitions, definitionsIn, fittedInto, withDefinitions } from './definitions.ts'
import { choose, type Edit, editDocument, inTurn } from './edit.ts'
import { addFollowUp, addModule, addTaskHere } from './inState.ts'
import { mapTargets } from './mapTargets.ts'
import { freeKey } from './names.ts'
import { appendTransition, countIn } from './slots.ts'
import { beginSomewhere, inserted } from './states.ts'

/** Something that was copied: a small document that holds it with the definitions of all that it refers to. */
export interface Clipping {
  /** the pathway that it was copied from; targets in it begin with its id */
  pathway: string
  /** the path of the state that was copied, or whose transition, follow-up or module it was */
  home: string
  /** where it stands in the small document */
  place: Exclude<Place, { kind: 'pathway' }>
  part: DraftDocument
}

/** Copies what is at a place: a state with all inside it, a transition, a follow-up, something that is listed. */
export function copyThing(document: DraftDocument, place: Place): Clipping | undefined {
  const thing = thingAt(document, place)
  if (thing === undefined || place.kind === 'pathway') return undefined
  const empty: DraftDocument = { id: document.id, title: { fi: document.id }, states: {} }
  const clipped = (part: DraftDocument, at: Clipping['place'], home = ''): Clipping => ({
    pathway: document.id,
    home,
    place: at,
    part: withDefinitions(part, document),
  })
  if (!('state' in place)) {
    const { kind, name } = place
    return clipped({ ...empty, [listed[kind]]: { [name]: thing } }, { kind, name })
  }
  const spelled = withWholeTargets(document, place.state)
  const owner = stateIn(spelled, place.state)
  if (!owner) return undefined
  const key = place.state === '' ? document.id : keyOf(place.state)
  switch (place.kind) {
    case 'state':
      return clipped({ ...empty, states: { [key]: owner } }, { kind: 'state', state: key }, place.state)
    case 'transition': {
      const one = transitionAt(spelled, place)
      if (!one) return undefined
      const holder: DraftState = {}
      appendTransition(holder, place, one)
      return clipped({ ...empty, states: { [key]: holder } }, { ...place, state: key, index: 0 }, place.state)
    }
    case 'followUp':
    case 'module': {
      const holder: DraftState = { [place.kind === 'followUp' ? 'followUps' : 'modules']: { [place.name]: thing } }
      return clipped({ ...empty, states: { [key]: holder } }, { ...place, state: key }, place.state)
    }
  }
}

/** Why something cannot be pasted at a place; undefined when it can. */
export function pasteRefusal(
  clipping: Clipping,
  at: Place,
  document: DraftDocument,
): 'noTarget' | 'notHere' | undefined {
  const { place, part } = clipping
  const isTaskHere = place.kind === 'task' && 'state' in at
  if (place.kind === 'state' || (!('state' in place) && !isTaskHere)) return undefined
  const state = 'state' in at ? at.state : ''
  const { type } = readPathway(document).states.get(state) ?? {}
  if (type === undefined || type === 'history' || type === 'final') return 'notHere'
  if (place.kind !== 'transition') return undefined
  if (place.trigger === 'onDone' && type === 'atomic') return 'notHere'
  if (place.trigger === 'onDone' && state === '') return 'notHere'
  const one = transitionAt(part, place)
  const named = [one?.target ?? []].flat()
  const isLost = named.length > 0 && named.every((target) => !pastedTarget(target, clipping, undefined, document))
  return isLost ? 'noTarget' : undefined
}

/**
 * Pastes what was copied: a state beside the chosen one or inside it, a transition, follow-up or module into the chosen
 * state, a task into the chosen state, any other listed thing into its list. It gets a free name; what it refers to is shared where it is defined alike, and
 * brought along where it is not. Transitions inside it lead inside it; those that lead out of it lead to the same states
 * as far as there are such here, and are left out otherwise.
 */
export function pasteClipping(clipping: Clipping, at: Place, inside = false): Edit {
  return (now) => {
    if (pasteRefusal(clipping, at, now.document)) return now
    const { place } = clipping
    if (place.kind === 'task' && 'state' in at) return pasteTaskHere(clipping, place.name, at.state)(now)
    const own = 'state' in place ? undefined : place
    const { part, own: name } = fittedInto(clipping.part, now.document, own)
    const bring = editDocument((document) => addDefinitions(document, part))
    if (own && name !== undefined) {
      const numbered = renumbered(definitionsIn(part, own.kind)[name], own.name, name)
      return inTurn(
        bring,
        editDocument((document) => {
          Object.assign(document, { [listed[own.kind]]: { ...document[listed[own.kind]], [name]: numbered } })
        }),
        choose({ kind: own.kind, name }),
      )(now)
    }
    return inTurn(bring, pasteInState({ ...clipping, part }, at, inside))(now)
  }
}

/** Lets a task open in a state: the one that is here, where it is defined alike, else the one that was copied. */
function pasteTaskHere({ part }: Clipping, name: string, state: string): Edit {
  return (now) => {
    // wherever it gets another name, so does this
    const named = { ...part, states: { here: { tasks: [name] } } }
    const fitted = fittedInto(named, now.document).part
    const [task = name] = fitted.states.here?.tasks ?? []
    return inTurn(
      editDocument((document) => addDefinitions(document, fitted)),
      addTaskHere(state, task),
      choose({ kind: 'state', state }),
    )(now)
  }
}

/** Puts a copy of something beside it, and chooses the copy. That of a task of a state opens there too. */
export function duplicate(place: Place): Edit {
  return (now) => {
    const copied = copyThing(now.document, place)
    if (!copied) return now
    const done = pasteClipping(copied, place)(now)
    const state = openedIn(place)
    if (state === undefined || done.selection.kind !== 'task') return done
    const { name } = done.selection
    return inTurn(addTaskHere(state, name), choose({ kind: 'task', name, openedIn: state }))(done)
  }
}

/** Whether something stands in a state, or is one, and so is pasted where a state is chosen. */
function pasteInState(clipping: Clipping, at: Place, inside: boolean): Edit {
  const { place, part } = clipping
  const chosen = 'state' in at ? at.state : ''
  switch (place.kind) {
    case 'state':
      return pasteState(clipping, chosen, inside)
    case 'transition':
      return (now) => {
        const one = transitionAt(part, place)
        if (!one) return now
        const put = { ...place, state: chosen }
        return inTurn(
          editDocument((document) => {
            const owner = stateIn(document, chosen)
            if (owner) appendTransition(owner, put, one)
          }),
          (then) => retargeted(clipping, then, chosen, undefined),
          choose({ ...put, index: countIn(stateIn(now.document, chosen), put) }),
        )(now)
      }
    case 'followUp': {
      const one = stateIn(part, place.state)?.followUps?.[place.name]
      return one
        ? pasteNamed(place.name, chosen, 'followUps', (name) =>
            addFollowUp(chosen, name, renumbered(one, place.name, name)),
          )
        : same
    }
    case 'module': {
      const one = stateIn(part, place.state)?.modules?.[place.name]
      return one
        ? pasteNamed(place.name, chosen, 'modules', (name) =>
            addModule(chosen, name, renumbered(one, place.name, name)),
          )
        : same
    }
    default:
      return same
  }
}

const same: Edit = (now) => now

const pasteNamed =
  (name: string, state: string, list: 'followUps' | 'modules', add: (name: string) => Edit): Edit =>
  (now) =>
    add(freeKey(name, stateIn(now.document, state)?.[list]))(now)

function pasteState(clipping: Clipping, chosen: string, inside: boolean): Edit {
  return (now) => {
    const { states } = readPathway(now.document)
    const type = states.get(chosen)?.type
    const isInside = (inside || chosen === '') && type !== 'final' && type !== 'history'
    const parent = isInside ? chosen : (parentOf(chosen) ?? '')
    const name = clipping.place.kind === 'state' ? clipping.place.state : ''
    const definition = clipping.part.states[name]
    if (!definition || !states.has(parent)) return now
    const key = freeKey(name, stateIn(now.document, parent)?.states)
    const path = childOf(parent, key)
    const taken = new Set([now.document.id, ...[...states.values()].flatMap(({ definition: { id } }) => id ?? [])])
    return inTurn(
      editDocument((document) => {
        const owner = stateIn(document, parent)
        if (!owner) return
        const put = withoutIds(renumbered(definition, name, key), taken)
        if (parent !== '') delete put.end
        owner.states = inserted(owner.states ?? {}, key, put, isInside ? undefined : keyOf(chosen))
        beginSomewhere(owner)
      }),
      (then) => retargeted(clipping, then, path, path),
      choose({ kind: 'state', state: path }),
    )(now)
  }
}

/** Leads the transitions that were pasted where they belong here; those that belong nowhere are taken away. */
function retargeted(clipping: Clipping, now: Editable, within: string, path: string | undefined): Editable {
  const isPasted = (source: string): boolean => (path === undefined ? source === within : isWithin(source, within))
  return editDocument((document) =>
    mapTargets(document, readPathway(now.document), (target, source) => {
      if (!isPasted(source) || !target.startsWith(prefixOf(clipping))) return target
      const to = pastedTarget(target, clipping, path, now.document)
      return to === undefined ? undefined : nameTarget(to, source, document.id)
    }),
  )(now)
}

/** Marks a target as one of the clipping's, whatever the pathway it is pasted into is called. */
const prefixOf = ({ pathway }: Clipping): string => `#${pathway}:`

function pastedTarget(
  target: string,
  clipping: Clipping,
  path: string | undefined,
  document: DraftDocument,
): string | undefined {
  if (!target.startsWith(prefixOf(clipping))) return target
  const meant = target.slice(prefixOf(clipping).length)
  const isOwn = path !== undefined && isWithin(meant, clipping.home)
  const to = isOwn ? `${path}${meant.slice(clipping.home.length)}` : meant
  return stateIn(document, to) === undefined ? undefined : to
}

/** A document in which what a state and all inside it leads to is spelled out from the pathway on. */
function withWholeTargets(document: DraftDocument, within: string): DraftDocument {
  const model = readPathway(document)
  const spelled = (target: string, source: string): string => {
    const to = model.targetOf(target, source)
    return to === undefined ? target : `#${document.id}:${to}`
  }
  return editDocument((draft) =>
    mapTargets(draft, model, (target, source) => (isWithin(source, within) ? spelled(target, source) : target)),
  )({ document, layout: { positions: {} }, selection: { kind: 'pathway' } }).document
}

/** A definition whose name for people carries the number that its key got. */
function renumbered<T>(definition: T, from: string, to: string): T {
  const number = to.startsWith(from) ? to.slice(from.length) : ''
  if (number === '') return definition
  const numbered = <L extends { label?: Text }>(owner: L): L =>
    owner.label
      ? {
          ...owner,
          label: Object.fromEntries(
            Object.entries(owner.label).map(([language, words]) => [language, `${words} ${number}`]),
          ),
        }
      : owner
  const copy = numbered({ ...definition } as { label?: Text; phase?: { label?: Text }; end?: { label?: Text } })
  if (copy.phase) copy.phase = numbered(copy.phase)
  if (copy.end) copy.end = numbered(copy.end)
  return copy as T
}

function withoutIds(state: DraftState, taken: ReadonlySet<string>): DraftState {
  const { id, states, ...rest } = state
  return {
    ...(id !== undefined && !taken.has(id) && { id }),
    ...rest,
    ...(states && {
      states: Object.fromEntries(Object.entries(states).map(([key, one]) => [key, withoutIds(one, taken)])),
    }),
  }
}
