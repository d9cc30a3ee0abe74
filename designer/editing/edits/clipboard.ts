import type { Text } from '../../../engine/pathway/document.ts'
import type { DraftDocument, DraftState } from '../../model/document.ts'
import { childOf, isWithin, keyOf, listed, type Place, parentOf } from '../../model/places.ts'
import { nameTarget, readPathway, type TransitionItem } from '../../model/readPathway.ts'
import { addDefinitions, definitionsIn, fittedInto, withDefinitions } from './definitions.ts'
import { choose, type Edit, editDocument, inTurn, makeWhole, stateIn, thingAt } from './edit.ts'
import { addFollowUp, addModule } from './inState.ts'
import { freeKey } from './names.ts'
import { appendTransition, countIn, removeTransition, transitionAt } from './slots.ts'
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
    return clipped({ ...empty, [listed[place.kind]]: { [place.name]: thing } }, place)
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
  if (!('state' in place) || place.kind === 'state') return undefined
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
 * state, a listed thing into its list. It gets a free name; what it refers to is shared where it is defined alike, and
 * brought along where it is not. Transitions inside it lead inside it; those that lead out of it lead to the same states
 * as far as there are such here, and are left out otherwise.
 */
export function pasteClipping(clipping: Clipping, at: Place, inside = false): Edit {
  return (now) => {
    if (pasteRefusal(clipping, at, now.document)) return now
    const { place } = clipping
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

/** Puts a copy of something beside it, and chooses the copy. */
export function duplicate(place: Place): Edit {
  return (now) => {
    const copied = copyThing(now.document, place)
    return copied ? pasteClipping(copied, place)(now) : now
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
function retargeted(clipping: Clipping, now: Parameters<Edit>[0], within: string, path: string | undefined) {
  const model = readPathway(now.document)
  const isPasted = ({ source, definition }: TransitionItem): boolean =>
    (path === undefined ? source === within : isWithin(source, within)) &&
    [definition.target ?? []].flat().some((target) => target.startsWith(prefixOf(clipping)))
  return editDocument((document) => {
    for (const { place, source, definition } of model.transitions.filter(isPasted).toReversed()) {
      const targets = [definition.target ?? []].flat().flatMap((target) => {
        if (!target.startsWith(prefixOf(clipping))) return [target]
        const to = pastedTarget(target, clipping, path, now.document)
        return to === undefined ? [] : [nameTarget(to, source, document.id)]
      })
      if (targets.length === 0) {
        removeTransition(document, place)
        continue
      }
      makeWhole(document, place)
      const one = transitionAt(document, place)
      if (one) one.target = targets.length === 1 ? targets[0] : targets
    }
    for (const { path: history, definition } of model.states.values()) {
      if (definition.type !== 'history' || path === undefined || !isWithin(history, path)) continue
      const state = stateIn(document, history)
      if (!state || !definition.target?.startsWith(prefixOf(clipping))) continue
      const to = pastedTarget(definition.target, clipping, path, now.document)
      if (to === undefined) delete state.target
      else state.target = nameTarget(to, history, document.id)
    }
  })(now)
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
  return editDocument((draft) => {
    for (const { place, source, definition } of model.transitions) {
      if (!isWithin(source, within) || definition.target === undefined) continue
      makeWhole(draft, place)
      const one = transitionAt(draft, place)
      if (!one) continue
      const targets = [definition.target].flat().map((target) => spelled(target, source))
      one.target = targets.length === 1 ? targets[0] : targets
    }
    for (const { path, type, definition } of model.states.values()) {
      const state = stateIn(draft, path)
      if (type === 'history' && isWithin(path, within) && state && definition.target !== undefined)
        state.target = spelled(definition.target, path)
    }
  })({ document, layout: { positions: {} }, selection: { kind: 'pathway' } }).document
}

/** A definition whose name for people carries the number that its key got. */
function renumbered<T>(definition: T, from: string, to: string): T {
  const number = to.startsWith(from) ? to.slice(from.length) : ''
  if (number === '') return definition
  const numbered = (text: Text): Text =>
    Object.fromEntries(Object.entries(text).map(([language, words]) => [language, `${words} ${number}`])) as Text
  const copy = { ...definition } as { label?: Text; phase?: { label: Text }; end?: { label: Text } }
  if (copy.label) copy.label = numbered(copy.label)
  if (copy.phase) copy.phase = { ...copy.phase, label: numbered(copy.phase.label) }
  if (copy.end) copy.end = { ...copy.end, label: numbered(copy.end.label) }
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
