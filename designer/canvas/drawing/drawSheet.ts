import { stateName } from '../../../engine/pathway/words/index.ts'
import type { Place } from '../../model/places.ts'
import type { PathwayModel, StateItem } from '../../model/readPathway.ts'
import { measures, type Sheet, type SheetKind, type SheetRow, type Size, wholePathway } from './Drawing.ts'
import type { Pen } from './drawPathway.ts'
import { sheetRows } from './sheetRows.ts'
import { widthOf, wrapText } from './wrapText.ts'

const title = { size: measures.titleSize, weight: 600 } as const
const text = { size: measures.textSize, weight: 400 } as const

/** A state as a sheet. The pathway itself has one only when something holds everywhere in it. */
export function drawSheet(model: PathwayModel, state: StateItem, pen: Pen, isFolded: boolean): Sheet | undefined {
  const isWhole = state.path === ''
  const place: Place = isWhole ? { kind: 'pathway' } : { kind: 'state', state: state.path }
  const rows = sheetRows(model, state, pen, isFolded)
  const leaves = model.leaving.get(state.path)?.some(({ targets }) => targets.length > 0) ?? false
  if (isWhole && rows.length === 0 && !leaves) return undefined
  const parent = state.parent === undefined ? undefined : model.states.get(state.parent)
  const kind = kindOf(state, parent)
  const name = isWhole ? pen.say('everywhere') : stateName(model.document, state.path, pen.language)
  const lines = wrapText(name, title, measures.textWidth)
  return {
    id: isWhole ? wholePathway : state.path,
    place,
    kind,
    container: state.parent ?? '',
    title: lines.length > 0 ? lines : [pen.say('nameless')],
    rows,
    isInitial: parent?.definition.initial === state.key && parent.type !== 'parallel',
    isOpen: !isWhole && !isFolded && state.children.length > 0,
    isParallel: state.type === 'parallel',
    isFolded: isFolded && state.children.length > 0,
    head: sizeOf(lines, rows),
  }
}

function kindOf(state: StateItem, parent: StateItem | undefined): SheetKind {
  if (parent === undefined) return 'pathway'
  if (state.type === 'history') return 'history'
  if (state.type === 'final') return 'end'
  if (state.definition.phase !== undefined) return 'phase'
  return parent.type === 'parallel' ? 'region' : 'state'
}

/** Of a sheet's title and rows with the paper around them. */
function sizeOf(lines: readonly string[], rows: readonly SheetRow[]): Size {
  const { padding, titleLine, textLine, rowGap, signWidth } = measures
  const widths = [
    // room for the button that folds, and for the count of findings
    ...lines.map((line) => widthOf(line, title) + 44),
    ...rows.flatMap((row) => row.lines.map((line) => signWidth + widthOf(line, text))),
  ]
  const inRows = rows.reduce((height, row) => height + rowGap + row.lines.length * textLine, 0)
  return {
    width: Math.ceil(Math.max(112, ...widths) + 2 * padding),
    height: Math.max(1, lines.length) * titleLine + inRows + 2 * padding - 4,
  }
}
