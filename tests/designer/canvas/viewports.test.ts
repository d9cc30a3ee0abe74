import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps, type Rect } from '../../../designer/canvas/layout/geometry.ts'
import {
  centredOn,
  hasRoomForMap,
  isSeen,
  isWholeSeen,
  openingViewport,
  type Viewport,
  wholeViewport,
} from '../../../designer/canvas/viewports.ts'
import { runs } from '../../support/runs.ts'

const rect = fc.record({
  x: fc.integer({ min: -1500, max: 1500 }),
  y: fc.integer({ min: -1500, max: 1500 }),
  width: fc.integer({ min: 1, max: 1000 }),
  height: fc.integer({ min: 1, max: 1000 }),
})
const parts = fc.array(rect, { minLength: 1, maxLength: 12 })
const room = fc.record({ width: fc.integer({ min: 320, max: 2400 }), height: fc.integer({ min: 320, max: 1400 }) })

const onScreen = ({ x, y, width, height }: Rect, at: Viewport): Rect => ({
  x: x * at.zoom + at.x,
  y: y * at.zoom + at.y,
  width: width * at.zoom,
  height: height * at.zoom,
})

describe('all of a drawing', () => {
  it('is in the room, under nothing that stands over it', () => {
    fc.assert(
      fc.property(parts, room, (drawn, within) => {
        const at = wholeViewport(drawn, within)
        expect(isWholeSeen(drawn, at, within)).toBe(true)
        expect(at.zoom).toBeLessThanOrEqual(1)
        const map = { x: within.width - 177, y: within.height - 127, width: 162, height: 112 }
        const zoomButtons = { x: 15, y: within.height - 123, width: 32, height: 108 }
        for (const over of hasRoomForMap(within) ? [map, zoomButtons] : [zoomButtons]) {
          expect(drawn.filter((part) => overlaps(onScreen(part, at), over))).toEqual([])
        }
      }),
      runs(100),
    )
  })
})

describe('a drawing that is opened', () => {
  const first = { x: 40, y: 300, width: 256, height: 200 }
  const far = { x: 2400, y: 0, width: 256, height: 200 }

  it('is never so small that it cannot be read: its beginning is seen where all of it has no room', () => {
    const at = openingViewport([first, far], first, { width: 700, height: 800 })
    expect(at.zoom).toBe(1)
    expect(isSeen(first, at, { width: 700, height: 800 })).toBe(true)
  })

  it('has what is brought into view in the middle, and the beginning of what is larger than the room', () => {
    fc.assert(
      fc.property(rect, room, fc.double({ min: 0.55, max: 2, noNaN: true }), (one, within, zoom) => {
        expect(isSeen(one, centredOn(one, within, zoom), within)).toBe(true)
      }),
      runs(100),
    )
  })
})
