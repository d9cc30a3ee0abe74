import { describe, expect, it } from 'vitest'
import { lineLook } from '../../../designer/canvas/lineLook.ts'
import { insideOf, stepFrom } from '../../../designer/canvas/navigate.ts'
import { asDraftDocument } from '../../../designer/model/document.ts'
import { type Place, placeKey } from '../../../designer/model/places.ts'
import { readPathway } from '../../../designer/model/readPathway.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import { drawn } from './support/laidOut.ts'

const suunto = bundledPathways.find(({ id }) => id === 'suunto') ?? {}
const model = readPathway(asDraftDocument(suunto as Record<string, unknown>))
const none: ReadonlySet<string> = new Set()
const state = (path: string): Place => ({ kind: 'state', state: path })

describe('the arrow keys', () => {
  it('go beside, in and out', () => {
    expect(stepFrom(model, { kind: 'pathway' }, 'in', none)).toEqual(state('kartoitus'))
    expect(stepFrom(model, state('kartoitus'), 'next', none)).toEqual(state('kuntoutus'))
    expect(stepFrom(model, state('kartoitus'), 'previous', none)).toBeUndefined()
    expect(stepFrom(model, state('kartoitus'), 'in', none)).toEqual(state('kartoitus.arviointi'))
    expect(stepFrom(model, state('kartoitus.arviointi'), 'out', none)).toEqual(state('kartoitus'))
    expect(stepFrom(model, state('kartoitus'), 'out', none)).toEqual({ kind: 'pathway' })
  })

  it('go along a transition to where it leads, and not into what is folded away', () => {
    const place: Place = { kind: 'transition', state: 'kuntoutus', trigger: 'on', event: 'jatkaKoulutusta', index: 0 }
    expect(stepFrom(model, place, 'in', none)).toEqual(state('koulutus.keskeytynyt'))
    expect(stepFrom(model, place, 'in', new Set(['koulutus']))).toEqual(state('koulutus'))
    expect(stepFrom(model, place, 'out', none)).toEqual(state('kuntoutus'))
  })

  it('reach everything that can be chosen on the drawing', () => {
    const reached = new Set<string>()
    const visit = (place: Place): void => {
      reached.add(placeKey(place))
      if (place.kind === 'state' || place.kind === 'pathway') for (const one of insideOf(model, place, none)) visit(one)
    }
    visit({ kind: 'pathway' })
    const { sheets, lines } = drawn(suunto)
    const places = [
      ...sheets.flatMap(({ place, rows }) => [place, ...rows.map((row) => row.place)]),
      ...lines.map(({ place }) => place),
    ]
    expect(places.map(placeKey).filter((key) => !reached.has(key))).toEqual([])
  })
})

describe('what is chosen', () => {
  it('lights the ways in and out of a state and quiets the others', () => {
    const { lines } = drawn(suunto)
    const lit = lines.filter((line) => lineLook(line, state('tyollistyminen')) === 'lit')
    expect(lit.every(({ source, target }) => source === 'tyollistyminen' || target === 'tyollistyminen')).toBe(true)
    expect(lit.length).toBe(lines.filter(({ source, target }) => [source, target].includes('tyollistyminen')).length)
    expect(lines.every((line) => lineLook(line, { kind: 'pathway' }) === 'plain')).toBe(true)
  })
})
