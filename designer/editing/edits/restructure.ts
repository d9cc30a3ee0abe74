import type { DraftDocument, DraftTransition, Transitions } from '../../model/document.ts'
import { isWithin, keyOf, parentOf } from '../../model/places.ts'
import { nameTarget, type PathwayModel, readPathway } from '../../model/readPathway.ts'
import type { Editable } from '../history.ts'
import { editDocument, makeWhole, stateIn } from './edit.ts'

/** Where a state is after states were moved or renamed; undefined for one that is gone. */
export type Moved = (path: string) => string | undefined

/**
 * Changes which states there are and where, and keeps everything that points at them pointing there: targets, the first
 * states, positions on the canvas, what is chosen. A transition of whose targets none is left is taken away.
 */
export function restructure(now: Editable, change: (document: DraftDocument) => void, moved: Moved): Editable {
  const before = readPathway(now.document)
  const changed = editDocument(change)(now)
  const retargeted = editDocument((document) => retarget(document, before, moved))(changed)
  return { ...retargeted, layout: movedLayout(now, moved), selection: movedSelection(now, moved) }
}

function retarget(document: DraftDocument, before: PathwayModel, moved: Moved): void {
  // later ones first, so that an index still means what it meant
  for (const item of [...before.transitions].reverse()) {
    const source = moved(item.source)
    if (source === undefined || item.targets.length === 0) continue
    const targets = item.targets.map(moved)
    const left = targets.filter((target) => target !== undefined)
    if (left.length === 0 && item.lost.length === 0) {
      removeTransition(document, { ...item.place, state: source })
      continue
    }
    const isAsBefore = targets.every((target, at) => target === item.targets[at]) && source === item.source
    if (isAsBefore) continue
    const place = { ...item.place, state: source }
    makeWhole(document, place)
    const one = transitionIn(document, place)
    if (!one) continue
    const named = [...item.lost, ...left.map((target) => nameTarget(target, source, document.id))]
    one.target = named.length === 1 ? named[0] : named
  }
  for (const { path, definition, type } of before.states.values()) {
    const now = moved(path)
    if (now === undefined) continue
    const state = stateIn(document, now)
    if (!state) continue
    if (definition.initial !== undefined) {
      const first = moved(path === '' ? definition.initial : `${path}.${definition.initial}`)
      const inside = Object.keys(state.states ?? {})
      const initial = first !== undefined && parentOf(first) === now ? keyOf(first) : inside[0]
      if (initial === undefined) delete state.initial
      else if (state.initial !== initial) state.initial = initial
    }
    if (type === 'history' && definition.target !== undefined) {
      const parent = parentOf(path) ?? ''
      const to = moved(
        definition.target.startsWith('#') ? '' : `${parent === '' ? '' : `${parent}.`}${definition.target}`,
      )
      if (to === undefined) delete state.target
      else if (to !== '') state.target = nameTarget(to, now, document.id)
    }
  }
}

/** Takes a transition away, and the keys that are left empty by it. @param document is changed */
export function removeTransition(
  document: DraftDocument,
  { state: path, trigger, event, index }: PathwayModel['transitions'][number]['place'],
): void {
  const state = stateIn(document, path)
  if (!state) return
  const without = (written: Transitions | undefined): Transitions | undefined => {
    const left = [written ?? []].flat().filter((_, at) => at !== index)
    return left.length === 0 ? undefined : left
  }
  if (trigger === 'on' || trigger === 'after') {
    const slots = state[trigger]
    if (!slots) return
    const left = without(slots[event])
    if (left === undefined) delete slots[event]
    else slots[event] = left
    if (Object.keys(slots).length === 0) delete state[trigger]
    return
  }
  const left = without(state[trigger])
  if (left === undefined) delete state[trigger]
  else state[trigger] = left
}

function transitionIn(
  document: DraftDocument,
  { state: path, trigger, event, index }: PathwayModel['transitions'][number]['place'],
): DraftTransition | undefined {
  const state = stateIn(document, path)
  const written = trigger === 'on' || trigger === 'after' ? state?.[trigger]?.[event] : state?.[trigger]
  const one = [written ?? []].flat()[index]
  return typeof one === 'object' ? one : undefined
}

function movedLayout({ layout }: Editable, moved: Moved): Editable['layout'] {
  const positions: Record<string, { x: number; y: number }> = {}
  for (const [path, position] of Object.entries(layout.positions)) {
    const to = moved(path)
    // inside another sheet the old place means nothing
    if (to !== undefined && parentOf(to) === moved(parentOf(path) ?? '')) positions[to] = position
  }
  const collapsed = layout.collapsed?.map(moved).filter((path) => path !== undefined)
  return { positions, ...(collapsed && collapsed.length > 0 && { collapsed }) }
}

function movedSelection({ selection }: Editable, moved: Moved): Editable['selection'] {
  if (!('state' in selection)) return selection
  const state = moved(selection.state)
  if (state !== undefined)
    return state === '' && selection.kind === 'state' ? { kind: 'pathway' } : { ...selection, state }
  const parent = moved(parentOf(selection.state) ?? '')
  return parent === undefined || parent === '' ? { kind: 'pathway' } : { kind: 'state', state: parent }
}

/** Where states are when one of them, with all inside it, has got another path. */
export const movedTo =
  (from: string, to: string): Moved =>
  (path) =>
    isWithin(path, from) ? `${to}${path.slice(from.length)}` : path

/** Where states are when one of them is gone with all inside it. */
export const goneFrom =
  (gone: string): Moved =>
  (path) =>
    isWithin(path, gone) ? undefined : path
