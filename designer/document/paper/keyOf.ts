import { type Drawing, type Line, measures } from '../../canvas/drawing/Drawing.ts'
import { wrapText } from '../../canvas/drawing/wrapText.ts'
import { bottom, type Rect } from '../../canvas/layout/geometry.ts'
import type { Leaving } from './leavings.ts'

/** What the letters on the edges of a part mean, in columns below it. */
export interface Key {
  entries: readonly { letter: string; lines: readonly string[]; x: number; y: number }[]
  height: number
}

/** Between the drawing and the key, how wide an entry is with what is free beside it, and where its words begin. */
const above = 16
const entryWidth = 420
const wordsAt = 26

/** A line of the key for each line of the drawing that goes on in another part: its name, and from where to where. */
export function keyOf({ sheets }: Drawing, leavings: readonly Leaving[], over: Rect): Key {
  const lines = new Map(leavings.map(({ letter, line }) => [letter, line]))
  const nameOf = (id: string): string => sheets.find((sheet) => sheet.id === id)?.title.join(' ') ?? ''
  const columns = Math.max(1, Math.floor(over.width / entryWidth))
  const width = over.width / columns
  const setting = { size: measures.textSize, weight: 400 } as const
  const heights = Array.from({ length: columns }, () => above)
  const entries = [...lines].sort(byLetter).map(([letter, line]) => {
    // the column that is shortest, so that the key is as low as it can be
    const column = heights.indexOf(Math.min(...heights))
    const top = heights[column] ?? above
    const words = `${wordsOf(line)}${nameOf(line.source)} → ${nameOf(line.target)}`
    const wrapped = wrapText(words, setting, width - wordsAt - 16)
    heights[column] = top + wrapped.length * measures.textLine
    return { letter, lines: wrapped, x: over.x + column * width, y: bottom(over) + top }
  })
  return { entries, height: entries.length === 0 ? 0 : Math.max(...heights) + 4 }
}

const byLetter = ([one]: [string, Line], [other]: [string, Line]): number =>
  one.length - other.length || (one < other ? -1 : 1)

function wordsOf({ name, itself }: Line): string {
  const words = (name.length > 0 ? name : (itself?.lines ?? [])).join(' ')
  return words === '' ? '' : `${words}: `
}
