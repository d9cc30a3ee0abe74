import type { Direction } from '../../canvas/layout/LaidOut.ts'
import { isWithin } from '../../model/places.ts'
import type { Edit } from './edit.ts'

/**
 * Puts a sheet where a person wants it; the layouter places those around it.
 * @param at in pixels from the corner of the sheet that it lies in
 */
export function placeSheet(sheet: string, at: { x: number; y: number }): Edit {
  return (now) => {
    const known = now.layout.positions[sheet]
    if (known && known.x === at.x && known.y === at.y) return now
    return { ...now, layout: { ...now.layout, positions: { ...now.layout.positions, [sheet]: at } } }
  }
}

/** Lets the layouter place everything again. */
export const clearPositions: Edit = (now) =>
  Object.keys(now.layout.positions).length === 0 ? now : { ...now, layout: { ...now.layout, positions: {} } }

/** Lays the phases out from left to right or downwards, from now on and for everybody. */
export function setDirection(direction: Direction): Edit {
  return (now) => (now.layout.direction === direction ? now : { ...now, layout: { ...now.layout, direction } })
}

/** Folds the inside of a state away, or out again. What is chosen inside it gives way to the state itself. */
export function setFolded(state: string, isFolded: boolean): Edit {
  return (now) => {
    const folded = now.layout.collapsed ?? []
    if (folded.includes(state) === isFolded) return now
    const collapsed = isFolded ? [...folded, state] : folded.filter((one) => one !== state)
    const { collapsed: _before, ...rest } = now.layout
    const layout = collapsed.length > 0 ? { ...rest, collapsed } : rest
    const { selection } = now
    const isHidden = isFolded && 'state' in selection && isWithin(selection.state, state) && selection.state !== state
    return { ...now, layout, selection: isHidden ? { kind: 'state', state } : selection }
  }
}
