import { type Place, parentOf, placeKey } from '../model/places.ts'
import { type Drawing, type Size, wholePathway } from './drawing/Drawing.ts'
import { around, type Rect } from './layout/geometry.ts'
import type { LaidOut } from './layout/LaidOut.ts'

/** Where in the drawing something stands; undefined for what is not drawn. */
export function rectOf(place: Place, { sheets, routes }: LaidOut): Rect | undefined {
  switch (place.kind) {
    case 'state':
    case 'followUp':
    case 'module':
      return sheets[place.state === '' ? wholePathway : place.state]
    case 'transition': {
      const route = routes[placeKey(place)]
      return route?.label ?? sheets[place.state === '' ? wholePathway : place.state]
    }
    case 'exit':
      return sheets[wholePathway]
    default:
      return undefined
  }
}

/** Where the first sheet stands that a journey comes to. */
export function rectOfFirst({ sheets }: Drawing, laidOut: LaidOut): Rect | undefined {
  const first = sheets.find(({ container, isInitial }) => container === '' && isInitial)
  return first && laidOut.sheets[first.id]
}

/** Where the example client is: around all their states, or the first of them where all do not fit in the room. */
export function rectOfClient(active: readonly string[], { sheets }: LaidOut, room: Size): Rect | undefined {
  const drawn = active.flatMap((state) => sheetOf(state, sheets) ?? [])
  const all = around(drawn)
  return all && all.width <= room.width && all.height <= room.height ? all : drawn[0]
}

/** The sheet on which a state is seen: that of what it lies in, when that is folded. */
function sheetOf(state: string, sheets: LaidOut['sheets']): Rect | undefined {
  const parent = parentOf(state)
  return sheets[state] ?? (parent === undefined || parent === '' ? undefined : sheetOf(parent, sheets))
}
