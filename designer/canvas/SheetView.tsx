import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Handle, type NodeProps, Position } from '@xyflow/react'
import type { TFunction } from 'i18next'
import { memo, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../editing/draftStore.ts'
import { setFolded } from '../editing/edits/place.ts'
import type { Editable } from '../editing/history.ts'
import { useDraft, useEdits } from '../editor/DraftContext.tsx'
import { findingsAt } from '../findings/findingsByPlace.ts'
import { drawnPlace } from '../model/around.ts'
import { isSamePlace, isWithin, openedIn, type Place, placeKey } from '../model/places.ts'
import { readPathway } from '../model/readPathway.ts'
import { useCanvasFocus } from './CanvasFocus.tsx'
import { useCanvasMarks } from './CanvasMarks.tsx'
import { useCanvasScale } from './CanvasScale.tsx'
import type { Sheet, SheetRow } from './drawing/Drawing.ts'
import { stateOfSheet } from './drawing/Drawing.ts'
import { elementId } from './elementId.ts'
import { FindingMark } from './FindingMark.tsx'
import type { SheetNode } from './flowElements.ts'
import { RenameInPlace } from './RenameInPlace.tsx'
import classes from './SheetView.module.css'
import { SignIcon } from './SignIcon.tsx'

/** A state as a sheet of paper: its title, what is promised and done in it, and room for its states. */
export const SheetView = memo(function SheetView({ data: { sheet, rules } }: NodeProps<SheetNode>) {
  const { t } = useTranslation('canvas')
  const { phase, renaming } = useCanvasFocus()
  const { active } = useCanvasMarks()
  const { isFar } = useCanvasScale()
  const isChosen = useDraft(({ now }) => isSamePlace(now.selection, sheet.place))
  const state = stateOfSheet(sheet.id)
  const isActive = sheet.kind !== 'pathway' && active.some((one) => isWithin(one, state))
  const isQuiet = phase !== undefined && !isWithin(state, phase) && !isWithin(phase, state)
  const isLeft = phase !== undefined && sheet.kind === 'pathway'
  const found = useFound(sheet, t)
  // what lines are drawn from asks at each step of the drawing: only a sheet to which a hand has come has one
  const [isMet, setMet] = useState(false)
  const leadsOn = sheet.kind !== 'end' && sheet.kind !== 'history' && !isFar
  return (
    <article
      id={elementId(sheet.place)}
      aria-roledescription={t(sheet.kind)}
      aria-label={labelOf(sheet, found, isActive, t)}
      aria-current={isChosen || undefined}
      className={classes.sheet}
      data-kind={sheet.kind}
      data-open={sheet.isOpen || undefined}
      data-chosen={isChosen || undefined}
      data-active={isActive || undefined}
      data-quiet={isQuiet || isLeft || undefined}
      data-far={isFar || undefined}
      onPointerEnter={isMet ? undefined : () => setMet(true)}
    >
      {sheet.isInitial && <InitialMark />}
      {(!isFar || renaming === sheet.id) && (
        <div className={classes.head}>
          <div className={classes.title}>
            {renaming === sheet.id ? (
              <RenameInPlace state={sheet.id} />
            ) : (
              sheet.title.map((line) => <div key={line}>{line}</div>)
            )}
          </div>
          <div className={classes.tools}>
            <FindingMark place={placeKey(sheet.place)} />
            {(sheet.isOpen || sheet.isFolded) && <Fold sheet={sheet} />}
          </div>
        </div>
      )}
      {!isFar && found.rows.map((one) => <Row key={`${one.row.sign} ${placeKey(one.row.place)}`} {...one} />)}
      {isActive && !sheet.isOpen && <span className={classes.here}>{t('clientHere')}</span>}
      {rules.map((x) => (
        <div key={x} className={classes.rule} style={{ left: x, top: sheet.head.height }} />
      ))}
      <LineEnd type="target" />
      {leadsOn && (isChosen || isMet) ? (
        <Handle type="source" id="out" position={Position.Right} className={classes.out} title={t('drawHint')} />
      ) : (
        <LineEnd type="source" />
      )}
    </article>
  )
}, isSameSheet)

/** Where it stands and what is done with it is React Flow's: a sheet that is dragged stays as it is drawn. */
function isSameSheet({ data }: NodeProps<SheetNode>, other: NodeProps<SheetNode>): boolean {
  return data === other.data
}

/** Where lines end that nobody draws from there. React Flow finds it by these names; a handle of its own would ask at each step. */
function LineEnd({ type }: { type: 'source' | 'target' }) {
  const isSource = type === 'source'
  return (
    <div
      className={`react-flow__handle react-flow__handle-${isSource ? 'right' : 'left'} ${type} ${classes.in}`}
      data-handleid={isSource ? 'out' : 'in'}
      data-handlepos={isSource ? 'right' : 'left'}
    />
  )
}

/** What was found about a sheet itself, in words, and about each of its rows; empty where there is nothing. */
interface Found {
  said: string
  rows: readonly FoundAt[]
}
interface FoundAt {
  row: SheetRow
  said: string
  isWrong: boolean
}

function useFound(sheet: Sheet, t: TFunction<'canvas'>): Found {
  const keys = useMemo(() => [placeKey(sheet.place), ...sheet.rows.map(rowKey)], [sheet])
  // one text for all of them, so that a sheet is drawn anew only where something else was found
  const marks = useDraft(({ findings }) => keys.map((key) => markOf(findingsAt(findings, key))).join())
  return useMemo(() => {
    const [ofSheet = '', ...ofRows] = marks.split(',')
    const inWords = (mark = ''): string =>
      mark.startsWith('0') ? '' : t('findings', { count: Number.parseInt(mark, 10) })
    const rows = sheet.rows.map((row, at) => ({
      row,
      said: inWords(ofRows[at]),
      isWrong: ofRows[at]?.endsWith('!') ?? false,
    }))
    return { said: inWords(ofSheet), rows }
  }, [sheet, marks, t])
}

/** Under which key a row's findings are: those of the state itself stand at its title. */
const rowKey = ({ place }: SheetRow): string => (place.kind === 'state' ? '' : placeKey(place))

/** How many, with an exclamation mark where one of them is an error. */
const markOf = (findings: readonly Finding[]): string =>
  `${findings.length}${findings.some(({ severity }) => severity === 'error') ? '!' : ''}`

/** What a sheet is called when it is read aloud: its name, how it stands, and what stands on it. */
function labelOf(sheet: Sheet, found: Found, isActive: boolean, t: TFunction<'canvas'>): string {
  return [
    sheet.title.join(' '),
    sheet.isInitial ? t('initial') : '',
    isActive ? t('clientHere') : '',
    found.said,
    ...found.rows.flatMap(({ row, said }) => [row.lines.join(' '), said]),
  ]
    .filter((part) => part !== '')
    .join('. ')
}

function Row({ row, said, isWrong }: FoundAt) {
  const { select } = useEdits()
  const isChosen = useDraft(({ now }) => row.place.kind !== 'state' && isDrawnAs(now, row.place))
  const isFound = said !== ''
  return (
    <button
      type="button"
      id={row.place.kind === 'state' ? undefined : elementId(row.place)}
      tabIndex={-1}
      className={classes.row}
      data-sign={row.sign}
      title={isFound ? said : undefined}
      data-amber={row.isAmber || isFound || undefined}
      data-wrong={isWrong || undefined}
      data-chosen={isChosen || undefined}
      onClick={(event) => {
        event.stopPropagation()
        select(row.place)
      }}
    >
      <SignIcon sign={isWrong ? 'wrong' : isFound ? 'lost' : row.sign} />
      <span>
        {row.lines.map((line) => (
          <span key={line} className={classes.line}>
            {line}
          </span>
        ))}
      </span>
    </button>
  )
}

/** Whether what is chosen is shown by a row: a task by that of one state, of all that open it. */
function isDrawnAs({ document, selection }: Editable, place: Place): boolean {
  if (!isSamePlace(selection, place)) return false
  return openedIn(drawnPlace(readPathway(document), selection) ?? selection) === openedIn(place)
}

function Fold({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('canvas')
  const { edit } = useEdits()
  const Icon = sheet.isFolded ? IconChevronRight : IconChevronDown
  const name = sheet.title.join(' ')
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`nodrag ${classes.fold}`}
      aria-label={t(sheet.isFolded ? 'unfold' : 'fold', { name })}
      onClick={(event) => {
        event.stopPropagation()
        edit({ text: 'fold', values: { name } }, setFolded(sheet.id, !sheet.isFolded))
      }}
    >
      <Icon size={16} aria-hidden />
    </button>
  )
}

function InitialMark() {
  return (
    <svg className={classes.initial} width="16" height="16" viewBox="0 0 16 16" aria-hidden>
      <circle cx="8" cy="8" r="7.5" />
      <path d="M6.5 4.5 L10 8 L6.5 11.5" />
    </svg>
  )
}
