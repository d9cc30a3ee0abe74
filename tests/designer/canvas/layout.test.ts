import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largePathway } from '../../../bench/largePathway.ts'
import type { Drawing } from '../../../designer/canvas/drawing/Drawing.ts'
import {
  bottom,
  crosses,
  grown,
  overlaps,
  type Rect,
  right,
  stretches,
} from '../../../designer/canvas/layout/geometry.ts'
import type { LaidOut } from '../../../designer/canvas/layout/LaidOut.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import { runs } from '../../support/runs.ts'
import { drawn, laidOut } from './support/laidOut.ts'

/** Transitions of all kinds of ends: into a state's own inside, out to its parent, to itself, between columns. */
const crossings = {
  id: 'ristiin',
  title: { fi: 'Ristiin' },
  initial: 'a',
  on: { keskeyta: '.loppu' },
  states: {
    a: {
      initial: 'x',
      on: { alusta: '.y', jatka: 'b', toista: { target: 'a', reenter: true } },
      states: { x: { on: { ulos: '#ristiin.a', eteen: 'y' } }, y: { on: { syvalle: '#ristiin.b.r2.q' } } },
    },
    b: {
      type: 'parallel',
      on: { takaisin: 'a' },
      states: {
        r1: { initial: 'p', states: { p: { on: { toiseen: '#ristiin.b.r2.q' } } } },
        r2: { initial: 'q', states: { q: { on: { kauas: '#ristiin.loppu', ensin: '#ristiin.a.x' } } } },
        h: { type: 'history' },
      },
    },
    irti: {},
    loppu: { type: 'final' },
  },
}

describe.each([...bundledPathways, largePathway, crossings].map((document) => [document.id, document] as const))(
  'a drawing of %s',
  (_, document) => {
    const drawing = drawn(document)

    it.each(['right', 'down'] as const)(
      'has no sheet upon another, and lines that go around them (%s)',
      async (direction) => {
        const laid = await laidOut(drawing, { direction })
        expect(faultsOf(drawing, laid)).toEqual([])
      },
    )
  },
)

describe('a drawing that a person has arranged', () => {
  const suunto = bundledPathways.find(({ id }) => id === 'suunto')
  const drawing = drawn(suunto ?? {})

  it('keeps a sheet where it was put, and leads the lines there', async () => {
    const before = await laidOut(drawing)
    const positions = { kuntoutus: { x: 640, y: 1200 } }
    const after = await laidOut(drawing, { positions })
    expect(after.sheets.kuntoutus).toMatchObject(positions.kuntoutus)
    expect(after.sheets.koulutus).toEqual(before.sheets.koulutus)
    expect(faultsOf(drawing, after).filter((fault) => !fault.includes('label'))).toEqual([])
  })

  it('makes way for a sheet that is put upon another', async () => {
    const before = await laidOut(drawing)
    const { x = 0, y = 0 } = before.sheets.koulutus ?? {}
    const after = await laidOut(drawing, { positions: { kuntoutus: { x: x + 10, y: y + 10 } } })
    expect(faultsOf(drawing, after).filter((fault) => fault.includes('lies upon'))).toEqual([])
  })

  it('has a route for every line wherever the sheets are put', async () => {
    const at = fc.record({ x: fc.integer({ min: -500, max: 3000 }), y: fc.integer({ min: -500, max: 1500 }) })
    await fc.assert(
      fc.asyncProperty(at, at, async (one, other) => {
        const after = await laidOut(drawing, { positions: { kuntoutus: one, 'koulutus.opinnot.tutkinnonOsa': other } })
        const ends = faultsOf(drawing, after).filter((fault) => fault.includes('begins') || fault.includes('ends'))
        expect(ends).toEqual([])
        expect(Object.keys(after.routes)).toHaveLength(drawing.lines.length)
      }),
      runs(12),
    )
  })
})

describe('a drawing that is changed', () => {
  it('lays out anew only the sheets in which something changed', async () => {
    const suunto = bundledPathways.find(({ id }) => id === 'suunto')
    const memory = new Map()
    await laidOut(drawn(suunto ?? {}), { memory })
    const known = memory.size
    const other = structuredClone(suunto) as unknown as Record<string, Record<string, Record<string, unknown>>>
    Object.assign(other.states?.tyollistyminen ?? {}, { tasks: ['networkMeeting'] })
    await laidOut(drawn(other), { memory })
    expect(memory.size).toBe(known + 1)
  })

  it('ends lines at a folded sheet', async () => {
    const suunto = bundledPathways.find(({ id }) => id === 'suunto')
    const folded = drawn(suunto ?? {}, ['kartoitus'])
    const laid = await laidOut(folded)
    expect(folded.sheets.some(({ id }) => id.startsWith('kartoitus.'))).toBe(false)
    expect(folded.lines.find(({ id }) => id.includes('arvioKirjattu'))).toMatchObject({ source: 'kartoitus' })
    expect(faultsOf(folded, laid)).toEqual([])
  })
})

/** What is wrong with a layout, in words: none when it is as a person would have drawn it. */
function faultsOf(drawing: Drawing, laid: LaidOut): string[] {
  const rectOf = (id: string): Rect => laid.sheets[id] ?? { x: 0, y: 0, width: 0, height: 0 }
  const containers = new Map(drawing.sheets.map(({ id, container }) => [id, container]))
  const around = (id: string): string[] => {
    const outer = containers.get(id)
    return outer === undefined || outer === '' ? [] : [outer, ...around(outer)]
  }
  const faults: string[] = []
  for (const { id, container } of drawing.sheets) {
    if (container !== '' && !isInside(rectOf(id), rectOf(container))) faults.push(`${id} lies outside ${container}`)
    for (const other of drawing.sheets) {
      if (other.id <= id || around(id).includes(other.id) || around(other.id).includes(id)) continue
      if (overlaps(rectOf(id), rectOf(other.id))) faults.push(`${id} lies upon ${other.id}`)
    }
  }
  const labels: [string, Rect][] = []
  for (const { id, source, target } of drawing.lines) {
    const route = laid.routes[id]
    if (!route) {
      faults.push(`${id} has no route`)
      continue
    }
    const { points, label } = route
    const [first] = points
    const last = points.at(-1)
    const isOwn = around(source).includes(target) || around(target).includes(source)
    if (!first || !isOnBorder(first, rectOf(source), isOwn)) faults.push(`${id} begins off ${source}`)
    if (!last || !isOnBorder(last, rectOf(target), isOwn)) faults.push(`${id} ends off ${target}`)
    if (stretches(points).some(([a, b]) => Math.abs(a.x - b.x) > 0.5 && Math.abs(a.y - b.y) > 0.5)) {
      faults.push(`${id} is aslant`)
    }
    const own = new Set([...around(source), ...around(target), ...(isOwn ? [source, target] : [])])
    for (const { id: sheet } of drawing.sheets) {
      if (own.has(sheet)) continue
      const inside = grown(rectOf(sheet), -1)
      if (stretches(points).some(([a, b]) => crosses(a, b, inside))) faults.push(`${id} crosses ${sheet}`)
      if (label && overlaps(label, inside)) faults.push(`the label of ${id} covers ${sheet}`)
    }
    for (const [other, rect] of labels) {
      if (label && overlaps(grown(rect, -1), label)) faults.push(`the label of ${id} covers the label of ${other}`)
    }
    if (label) labels.push([id, label])
  }
  return faults
}

const isInside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer)

/** On the border; of a line between a sheet and its own inside also below the sheet's rows. */
function isOnBorder({ x, y }: { x: number; y: number }, rect: Rect, isOwn: boolean): boolean {
  const isWithin = x >= rect.x - 1 && x <= right(rect) + 1 && y >= rect.y - 1 && y <= bottom(rect) + 1
  const isOn = [x - rect.x, x - right(rect), y - rect.y, y - bottom(rect)].some((off) => Math.abs(off) < 1)
  return isWithin && (isOn || isOwn)
}
