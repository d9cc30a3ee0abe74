import { describe, expect, it } from 'vitest'
import { largePathway } from '../../../bench/largePathway.ts'
import { bestDirection } from '../../../designer/canvas/layout/bestDirection.ts'
import { bottom, type Rect, right } from '../../../designer/canvas/layout/geometry.ts'
import type { Drawn } from '../../../designer/document/Drawn.ts'
import { partSvg } from '../../../designer/document/paper/partSvg.ts'
import { legible, type Part, planPrint, roomOn } from '../../../designer/document/paper/planPrint.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import { drawn, laidOut } from '../canvas/support/laidOut.ts'

/** A pathway laid out as for paper. */
async function onPaper(document: Readonly<Record<string, unknown>>, positions = {}): Promise<Drawn> {
  const drawing = drawn(document)
  const lay = (direction: 'right' | 'down') => laidOut(drawing, { direction, positions })
  const best = await bestDirection(lay, { width: 900, height: 1250 })
  if (!best) throw new Error('the layout was given up')
  return { drawing, laidOut: best.laidOut }
}

const suunto = bundledPathways.find(({ id }) => id === 'suunto') ?? {}
/** States that stand side by side at heights of their own: no straight cut goes between them. */
const stairs = {
  id: 'stairs',
  title: { fi: 'Portaat' },
  initial: 's0',
  states: Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [
      `s${at}`,
      { label: { fi: `Vaihe numero ${at}` }, ...(at < 59 && { on: { go: `s${at + 1}` } }) },
    ]),
  ),
}
const placed = Object.fromEntries(
  Array.from({ length: 60 }, (_, at) => [`s${at}`, { x: (at % 10) * 260, y: Math.floor(at / 10) * 300 + at * 31 }]),
)

const isWithin = (one: Rect, part: Rect): boolean =>
  one.x >= part.x && right(one) <= right(part) && one.y >= part.y && bottom(one) <= bottom(part)

function partsOf(all: Drawn): { parts: readonly Part[]; scale: number; paper: 'tall' | 'wide' } {
  const print = planPrint(all)
  if (print.kind !== 'parts') throw new Error('it is printed whole')
  return print
}

describe.each([
  ['suunto', suunto, {}],
  ['a pathway of 500 states', largePathway, {}],
  ['states with no straight way between them', stairs, placed],
] as const)('%s, printed', (_, document, positions) => {
  it('has no text smaller than 7 points, and no part larger than its sheet', async () => {
    const { parts, scale, paper } = partsOf(await onPaper(document, positions))
    expect(13 * 0.75 * scale).toBeGreaterThanOrEqual(7)
    for (const { outer } of parts) {
      expect(outer.width * scale).toBeLessThanOrEqual(roomOn[paper].width + 0.01)
      expect(outer.height * scale).toBeLessThanOrEqual(roomOn[paper].height + 0.01)
    }
  })

  it('shows every state and every label whole on one of its sheets, and nothing in pieces', async () => {
    const all = await onPaper(document, positions)
    const { parts, scale } = partsOf(all)
    const printed = parts.map((part) => partSvg(all, part, { id: 'p', title: 'Kuva', scale }))
    for (const sheet of all.drawing.sheets) {
      const rect = all.laidOut.sheets[sheet.id]
      if (!rect) throw new Error(`${sheet.id} has no place`)
      const drawnOn = printed.filter((svg) => sheet.title.every((line) => svg.includes(`>${line}</text>`)))
      expect(drawnOn.length).toBeGreaterThan(0)
      if (!sheet.isOpen) expect(parts.some((part) => isWithin(rect, part.rect))).toBe(true)
    }
    for (const { id } of all.drawing.lines) {
      const label = all.laidOut.routes[id]?.label
      if (label) expect(parts.some((part) => isWithin(label, part.rect))).toBe(true)
    }
  })

  it('says of every line that leaves a sheet where it goes on, and there where it comes from', async () => {
    const { parts } = partsOf(await onPaper(document, positions))
    const said = parts.flatMap(({ leavings }, at) =>
      leavings.flatMap(({ text }) => {
        const [from = '', to = ''] = text.split(' → ')
        return /^\d/.test(to) ? [`${from}: ${at + 1} → ${to}`] : []
      }),
    )
    const answered = parts.flatMap(({ leavings }, at) =>
      leavings.flatMap(({ text }) => {
        const [from = '', to = ''] = text.split(' → ')
        return /^\d/.test(from) ? [`${to}: ${from} → ${at + 1}`] : []
      }),
    )
    expect(said.length).toBeGreaterThan(0)
    expect(new Set(said)).toEqual(new Set(answered))
    for (const { leavings, key } of parts) {
      expect(new Set(key.entries.map(({ letter }) => letter))).toEqual(new Set(leavings.map(({ letter }) => letter)))
      for (const [at, { tag }] of leavings.entries()) {
        for (const { tag: other } of leavings.slice(at + 1)) {
          const isApart =
            right(tag) <= other.x || right(other) <= tag.x || bottom(tag) <= other.y || bottom(other) <= tag.y
          expect(isApart).toBe(true)
        }
      }
    }
  })
})

it.each(bundledPathways.filter(({ id }) => id !== 'suunto').map((one) => [one.id, one] as const))(
  'leaves %s, which can be read on one sheet, in one piece',
  async (_, document) => {
    expect(planPrint(await onPaper(document)).kind).not.toBe('parts')
  },
)

it('makes all smaller rather than cut a state that is larger than a sheet', async () => {
  const tasks = Array.from({ length: 70 }, (_, at) => `t${at}`)
  const label = (at: number) => ({ fi: `Tehtävä ${at}` })
  const all = await onPaper({
    id: 'p',
    title: { fi: 'P' },
    initial: 'a',
    taskDefinitions: Object.fromEntries(tasks.map((task, at) => [task, { label: label(at), role: 'adviser' }])),
    states: { a: { label: { fi: 'Pitkä' }, tasks, on: { go: 'b' } }, b: { label: { fi: 'B' } } },
  })
  const { parts, scale } = partsOf(all)
  expect(scale).toBeLessThan(legible)
  const { a } = all.laidOut.sheets
  expect(parts.some(({ rect }) => a && isWithin(a, rect))).toBe(true)
})
