import { describe, expect, it } from 'vitest'
import type { Drawing } from '../../../designer/canvas/drawing/Drawing.ts'
import { drawPathway, nothingDrawn } from '../../../designer/canvas/drawing/drawPathway.ts'
import { widthOf, wrapText } from '../../../designer/canvas/drawing/wrapText.ts'
import { setField } from '../../../designer/editing/edits/edit.ts'
import { asDraftDocument } from '../../../designer/model/document.ts'
import { readPathway } from '../../../designer/model/readPathway.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import { drawn, finnishPen } from './support/laidOut.ts'

const suunto = bundledPathways.find(({ id }) => id === 'suunto') ?? {}
const mahis = bundledPathways.find(({ id }) => id === 'mahis') ?? {}

const rowsOf = (drawing: Drawing, id: string) =>
  drawing.sheets.find((sheet) => sheet.id === id)?.rows.map(({ sign, lines }) => `${sign}: ${lines.join(' ')}`)
const lineOf = (drawing: Drawing, part: string) => drawing.lines.find(({ id }) => id.includes(part))

describe('a sheet', () => {
  it('says what is promised in time, what a person does, and what runs beside', () => {
    const drawing = drawn(suunto)
    expect(rowsOf(drawing, 'tyollistyminen')).toEqual([
      'clock: Asiakassalkun arviointi: 2 kuukauden välein, seuraava arkipäivä',
    ])
    expect(rowsOf(drawing, 'koulutus.opinnot.osanLoppuvaihe')).toEqual(['box: Kolmikantaneuvottelu'])
    expect(rowsOf(drawing, 'kuntoutus')).toEqual([
      'module: Moduuli pyynnöstä: Motivaatiokoulutus',
      'stays: Aloita motivaatiokoulutus',
    ])
    expect(rowsOf(drawing, 'tyollistynyt')).toContain('end: Polku päättyy: Työllistynyt · valmis · tyollistynyt')
  })

  it('of an end or a return says what that is, under its own name', () => {
    const states = {
      a: {
        initial: 'b',
        states: { b: {}, loppu: { type: 'final' }, keskeytynyt: { type: 'history', history: 'deep' } },
      },
      valmis: { type: 'final' },
    } as const
    const drawing = drawn({ id: 'p', title: { fi: 'P' }, initial: 'a', states })
    expect(rowsOf(drawing, 'valmis')).toEqual(['end: Polku päättyy (päättymistapaa ei ole sanottu)'])
    expect(rowsOf(drawing, 'a.loppu')).toEqual(['end: Tämä osa on valmis'])
    expect(rowsOf(drawing, 'a.keskeytynyt')).toEqual(['history: Paluu siihen, mihin jäätiin'])
    expect(drawing.sheets.find(({ id }) => id === 'a.keskeytynyt')?.title).toEqual(['Keskeytynyt'])
  })

  it('of what holds everywhere has the coded ends', () => {
    expect(rowsOf(drawn(suunto), '@')).toEqual([
      'clock: Verkostotapaaminen: 3 kuukauden välein, seuraava arkipäivä',
      'exit: Päättyminen: Asiakas lopettaa omasta pyynnöstään (keskeytyi)',
      'exit: Päättyminen: Siirtyy muuhun palveluun (siirtyi muualle)',
      'exit: Päättyminen: Muuttaa pois alueelta (siirtyi muualle)',
    ])
  })

  it('shows a transition to nowhere as something to mend', () => {
    const drawing = drawn({ id: 'p', title: { fi: 'P' }, states: { a: { on: { jatka: 'poissa' } } } })
    expect(drawing.lines).toEqual([])
    expect(drawing.sheets[0]?.rows).toMatchObject([{ sign: 'lost', isAmber: true, lines: ['Jatka: kohdetta ei ole'] }])
  })

  it('that is folded says how much it holds', () => {
    expect(rowsOf(drawn(suunto, ['kartoitus']), 'kartoitus')).toContain('folded: 4 tilaa piilossa')
  })
})

describe('a line', () => {
  it('has its criterion in short, hollow where a person may go against it', () => {
    expect(lineOf(drawn(suunto), 'kuntoutus:on:aloitaKoulutus')).toMatchObject({
      name: ['Aloita koulutus'],
      pills: [{ lines: ['≥ 5 pv/vko · ≥ 6 h/pv'], isOverridable: true }],
      itself: undefined,
    })
  })

  it('says what drives it when no person does, and whether it is only proposed', () => {
    const { sign, lines } = lineOf(drawn(mahis), 'jakso:after')?.itself ?? {}
    expect([sign, lines?.join(' ')]).toEqual(['clock', '20 päivän kuluttua · itsestään'])
    const done = lineOf(drawn(suunto), 'koulutus.opinnot:onDone')
    expect(done?.itself?.lines.join(' ')).toBe('kun kaikki sen sisällä on valmista · ehdotus')
  })
})

describe('a drawing that was made before', () => {
  it('has the same sheets and lines where nothing has changed', () => {
    const document = asDraftDocument(structuredClone(suunto) as Record<string, unknown>)
    const before = nothingDrawn()
    const pen = finnishPen()
    const first = drawPathway(readPathway(document), pen, before)
    const edit = setField({ kind: 'state', state: 'kuntoutus' }, ['phase', 'label', 'fi'], 'Toinen nimi')
    const edited = edit({ document, layout: { positions: {} }, selection: { kind: 'pathway' } })
    const second = drawPathway(readPathway(edited.document), pen, before)
    const changed = second.sheets.filter((sheet, at) => sheet !== first.sheets[at])
    expect(changed.map(({ title }) => title)).toEqual([['Toinen nimi']])
    expect(second.lines.every((line, at) => line === first.lines[at])).toBe(true)
  })
})

describe('a text', () => {
  const setting = { size: 15, weight: 600 } as const

  it('is broken between words, and inside one only where it does not fit', () => {
    expect(wrapText('Palvelutarpeen arviointi', setting, 120)).toEqual(['Palvelutarpeen', 'arviointi'])
    // between syllables, of which none is a single letter
    expect(wrapText('Ammatilliseen jälkeenjatkovalmennukseen', setting, 90)).toEqual([
      'Ammatilli-',
      'seen',
      'jälkeenjat-',
      'kovalmen-',
      'nukseen',
    ])
    const pieces = wrapText('työllistymissuunnitelma', setting, 100)
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.join('').replaceAll('-', '')).toBe('työllistymissuunnitelma')
    for (const piece of pieces) expect(widthOf(piece, setting)).toBeLessThanOrEqual(100)
  })
})
