import type { DraftDocument } from '../../model/document.ts'
import { childOf, isWithin, keyOf, type Place, parentOf, stateOrPathway } from '../../model/places.ts'
import { nameTarget, type PathwayModel, readPathway, type TransitionItem } from '../../model/readPathway.ts'
import { stateIn } from '../../model/thingAt.ts'
import type { Editable } from '../history.ts'
import { editDocument } from './edit.ts'
import { mapTargets } from './mapTargets.ts'

/** Where a state is after states were moved or renamed; undefined for one that is gone. */
export type Moved = (path: string) => string | undefined

/**
 * Changes which states there are and where, and keeps everything that points at them pointing there: targets, the first
 * states, positions on the canvas, what is chosen. A target is written anew only where what is written would no longer
 * mean the same; a transition of whose targets none is left is taken away.
 */
export function restructure(now: Editable, change: (document: DraftDocument) => void, moved: Moved): Editable {
  const changed = editDocument(change)(now)
  if (changed.document === now.document) return now
  const before = readPathway(now.document)
  const after = readPathway(changed.document)
  const gone = before.transitions.filter((item) => isLeftWithoutTarget(item, moved))
  const retargeted = editDocument((document) => {
    mapTargets(document, after, renamer(before, after, moved))
    beginAnew(document, before, moved)
  })(changed)
  return { ...retargeted, layout: movedLayout(now, moved), selection: movedSelection(now, moved, gone) }
}

function isLeftWithoutTarget({ source, targets, lost }: TransitionItem, moved: Moved): boolean {
  return (
    moved(source) !== undefined &&
    targets.length > 0 &&
    lost.length === 0 &&
    targets.every((target) => moved(target) === undefined)
  )
}

/** What a target is written as after the change, to mean what it meant before it. */
function renamer(before: PathwayModel, after: PathwayModel, moved: Moved) {
  const origins = new Map([...before.states.keys()].map((path) => [moved(path), path]))
  return (target: string, source: string): string | undefined => {
    const origin = origins.get(source)
    const meant = origin === undefined ? undefined : before.targetOf(target, origin)
    if (meant === undefined) return target
    const to = moved(meant)
    if (to === undefined) return undefined
    return after.targetOf(target, source) === to ? target : nameTarget(to, source, after.document.id)
  }
}

/** Which state comes first in another, wherever they are now. @param document is changed */
function beginAnew(document: DraftDocument, before: PathwayModel, moved: Moved): void {
  for (const { path, definition } of before.states.values()) {
    const now = moved(path)
    const state = now === undefined ? undefined : stateIn(document, now)
    if (now === undefined || !state || definition.initial === undefined) continue
    const first = moved(childOf(path, definition.initial))
    const initial = first !== undefined && parentOf(first) === now ? keyOf(first) : firstInside(state)
    if (initial === undefined) delete state.initial
    else if (state.initial !== initial) state.initial = initial
  }
}

/** The first of a state's states that one can be in; one that ends it when there is no other. */
export function firstInside(state: NonNullable<ReturnType<typeof stateIn>>): string | undefined {
  const inside = Object.entries(state.states ?? {}).filter(([, { type }]) => type !== 'history')
  return (inside.find(([, { type }]) => type !== 'final') ?? inside[0])?.[0]
}

function movedLayout({ layout }: Editable, moved: Moved): Editable['layout'] {
  const positions: Record<string, { x: number; y: number }> = {}
  for (const [path, position] of Object.entries(layout.positions)) {
    const to = moved(path)
    // inside another sheet the old place means nothing
    if (to !== undefined && parentOf(to) === moved(parentOf(path) ?? '')) positions[to] = position
  }
  const collapsed = layout.collapsed?.map(moved).filter((path) => path !== undefined)
  const { positions: _positions, collapsed: _collapsed, ...others } = layout
  return { ...others, positions, ...(collapsed && collapsed.length > 0 && { collapsed }) }
}

function movedSelection({ selection }: Editable, moved: Moved, gone: readonly TransitionItem[]): Place {
  if (!('state' in selection)) return selection
  const state = moved(selection.state)
  if (state === undefined) return stateOrPathway(moved(parentOf(selection.state) ?? '') ?? '')
  if (selection.kind === 'state') return stateOrPathway(state)
  if (selection.kind !== 'transition') return { ...selection, state }
  const { trigger, event, index } = selection
  const beside = gone.filter(
    ({ place }) => place.state === selection.state && place.trigger === trigger && place.event === event,
  )
  if (beside.some(({ place }) => place.index === index)) return stateOrPathway(state)
  return { ...selection, state, index: index - beside.filter(({ place }) => place.index < index).length }
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
