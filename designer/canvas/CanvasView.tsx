import { Panel, ReactFlow, ReactFlowProvider, useStore } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import {
  type ClipboardEvent,
  type RefObject,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useModel, useOpenDraft, useSelection } from '../editor/DraftContext.tsx'
import { drawnPlace } from '../model/around.ts'
import { placeName } from '../model/placeName.ts'
import { parentOf } from '../model/places.ts'
import { readPathway } from '../model/readPathway.ts'
import { announce } from '../parts/Announcer.tsx'
import { useClipping } from '../parts/useClipping.ts'
import { CanvasBar, ZoomBar } from './CanvasBar.tsx'
import { type CanvasFocus, CanvasFocusContext } from './CanvasFocus.tsx'
import { type CanvasScale, CanvasScaleContext, unreadable } from './CanvasScale.tsx'
import { CanvasSearch } from './CanvasSearch.tsx'
import classes from './CanvasView.module.css'
import { Composer, type Composing, composingOf } from './Composer.tsx'
import { DrawingMap } from './DrawingMap.tsx'
import type { Drawing } from './drawing/Drawing.ts'
import { FarLines } from './FarLines.tsx'
import type { LineEdge } from './flowElements.ts'
import { KeysHelp } from './KeysHelp.tsx'
import { LineView } from './LineView.tsx'
import { SheetView } from './SheetView.tsx'
import { ToldDocument } from './ToldDocument.tsx'
import { useActiveElement } from './useActiveElement.ts'
import { type Gestures, isWriting, useCanvasKeys } from './useCanvasKeys.ts'
import { useDrawing, useSay } from './useDrawing.ts'
import { useFlowElements } from './useFlowElements.ts'
import { useFlowHandlers } from './useFlowHandlers.ts'
import { useLayout } from './useLayout.ts'
import { usePlaceSheet } from './usePlaceSheet.ts'
import { useViewport } from './useViewport.ts'
import { hasRoomForMap } from './viewports.ts'

const nodeTypes = { sheet: SheetView }
const edgeTypes = { line: LineView }
// always the same ones: with others React Flow would draw everything anew
const withoutAttribution = { hideAttribution: true }
const noLines: LineEdge[] = []

/**
 * The pathway as a drawing that can be changed.
 * @param isBegun it has just got its first state, in a form that stood here: whoever wrote it goes on in the drawing
 */
export default function CanvasView({ onOpen, isBegun }: { onOpen: () => void; isBegun: boolean }) {
  return (
    <ReactFlowProvider>
      <ToldDocument>
        <Flow onOpen={onOpen} isBegun={isBegun} />
      </ToldDocument>
    </ReactFlowProvider>
  )
}

/** What stands over the drawing while something is asked. */
type Asking = Composing | { what: 'search' } | { what: 'help' } | undefined

function Flow({ onOpen, isBegun }: { onOpen: () => void; isBegun: boolean }) {
  const { t } = useTranslation('canvas')
  const { store } = useOpenDraft()
  const place = usePlaceSheet()
  const pane = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<{ width: number; height: number }>()
  const [asking, setAsking] = useState<Asking>()
  const [focused, setFocused] = useState<string>()
  const [renaming, setRenaming] = useState<string>()
  const [isDrawing, setDrawing] = useState(false)
  const drawing = useDrawing()
  const { laidOut, direction, hasFailed } = useLayout(drawing, size)
  const { nodes, edges, onNodesChange } = useFlowElements(drawing, laidOut)
  const selection = useSelection()
  const active = useActiveElement(drawnPlace(useModel(), selection), pane)
  const clipping = useClipping()
  useTold(pane, drawing)
  const isFar = useStore(({ transform }) => transform[2] < unreadable)
  // from far all of it is there at once, to be moved as one; it comes a moment later, so that nobody waits for it
  const isAllThere = useDeferredValue(isFar) && isFar
  const [labels, setLabels] = useState<Element | null>(null)
  useEffect(() => setLabels(pane.current?.querySelector('.react-flow__edgelabel-renderer') ?? null), [])
  const scale = useMemo<CanvasScale>(() => ({ isFar, labels }), [isFar, labels])

  useEffect(() => {
    if (pane.current) setSize({ width: pane.current.clientWidth, height: pane.current.clientHeight })
  }, [])
  const showWhole = useViewport(drawing, laidOut, size, pane)
  const hasMap = useStore(hasRoomForMap)

  const toDrawing = useCallback((): void => {
    pane.current?.querySelector<HTMLElement>('.react-flow')?.focus({ preventScroll: true })
  }, [])
  useLayoutEffect(() => {
    if (isBegun && isFocusNowhere()) toDrawing()
  }, [isBegun, toDrawing])
  const goesBack = useRef(false)
  // in the same turn as what stood over the drawing goes, so that no key falls in between
  useLayoutEffect(() => {
    if (goesBack.current) toDrawing()
    goesBack.current = false
  })
  const doneAsking = useCallback((): void => {
    goesBack.current = true
    setAsking(undefined)
  }, [])

  const gestures: Gestures = {
    focused,
    add(isInside) {
      setAsking(nextState(store.getState().now.selection, isInside, store.getState().now.document.states))
    },
    addThis: (adding) => setAsking(composingOf(adding)),
    draw() {
      const { selection } = store.getState().now
      setAsking({ what: 'transition', source: 'state' in selection ? selection.state : '', target: undefined })
    },
    search: () => setAsking({ what: 'search' }),
    help: () => setAsking({ what: 'help' }),
    rename: setRenaming,
    open: onOpen,
    focusOn(state) {
      setFocused(state)
      showWhole(state)
    },
    showWhole,
    move(state, by) {
      const node = nodes.find(({ id }) => id === state)
      if (!node?.draggable) return
      // pressed again before it is laid out anew, it goes on from where it was put
      const from = store.getState().now.layout.positions[state] ?? node.position
      place(node.id, { x: from.x + by.x, y: from.y + by.y })
    },
  }
  const onKeyDown = useCanvasKeys(gestures)
  const focus = useMemo<CanvasFocus>(
    () => ({
      phase: focused,
      renaming,
      rename: setRenaming,
      endRenaming(isByKey) {
        goesBack.current = isByKey
        setRenaming(undefined)
      },
    }),
    [focused, renaming],
  )

  const onClipboard = (event: ClipboardEvent): void => {
    if (isWriting(event.target)) return
    const { document, selection } = store.getState().now
    const drawn = drawnPlace(readPathway(document), selection)
    // what is not drawn is cut where it is listed
    if (drawn || event.type !== 'cut') clipping.onClipboard(event, drawn ?? selection)
  }
  const connect = useCallback(
    (source: string, target: string): void => setAsking({ what: 'transition', source, target }),
    [],
  )
  const handlers = useFlowHandlers({ rename: setRenaming, setDrawing, connect, place })
  return (
    <CanvasFocusContext value={focus}>
      <CanvasScaleContext value={scale}>
        <div ref={pane} className={classes.pane} data-drawing={isDrawing || undefined}>
          <Arrows />
          <ReactFlow
            nodes={nodes}
            edges={isFar ? noLines : edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={onNodesChange}
            {...handlers}
            onKeyDown={onKeyDown}
            onCopy={onClipboard}
            onCut={onClipboard}
            onPaste={onClipboard}
            aria-label={t('canvas')}
            aria-activedescendant={active}
            aria-describedby="canvas-how"
            tabIndex={0}
            minZoom={0.03}
            maxZoom={2}
            zIndexMode="manual"
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            nodesDraggable
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            // by Ctrl it goes nearer without being told of the key; told of it, it would paint everything anew at each press
            zoomActivationKeyCode="Meta"
            panActivationKeyCode={null}
            zoomOnDoubleClick={false}
            nodeDragThreshold={4}
            connectionRadius={0}
            onlyRenderVisibleElements={!isAllThere}
            panOnScroll
            proOptions={withoutAttribution}
            className={classes.flow}
          >
            <Panel position="top-left" className={classes.panel}>
              <CanvasBar gestures={gestures} direction={direction} />
              {hasFailed && (
                <p role="alert" className={classes.failed}>
                  {t('layoutFailed')}
                </p>
              )}
              {asking?.what === 'search' && <CanvasSearch onDone={doneAsking} />}
              {(asking?.what === 'state' || asking?.what === 'transition' || asking?.what === 'thing') && (
                <Composer key={JSON.stringify(asking)} composing={asking} onDone={doneAsking} />
              )}
            </Panel>
            <Panel position="bottom-left" className={classes.panel}>
              <ZoomBar onWhole={() => showWhole()} />
            </Panel>
            {hasMap && laidOut && <DrawingMap sheets={drawing.sheets} laidOut={laidOut} />}
          </ReactFlow>
          {isFar && labels && createPortal(<FarLines edges={edges} />, labels)}
          <p id="canvas-how" className="visually-hidden">
            {t('how')}
          </p>
          {asking?.what === 'help' && <KeysHelp onClose={doneAsking} />}
        </div>
      </CanvasScaleContext>
    </CanvasFocusContext>
  )
}

/** What is added after or into what is chosen: phases in the pathway, states in a phase. */
function nextState(
  selection: { kind: string; state?: string },
  isInside: boolean,
  states: Readonly<Record<string, unknown>>,
): Composing {
  const chosen = selection.state ?? ''
  const parent = isInside || chosen === '' ? chosen : (parentOf(chosen) ?? '')
  const last = Object.keys(states).at(-1)
  const after = chosen === '' ? last : isInside ? undefined : chosen
  return {
    what: 'state',
    parent,
    after: after === undefined ? undefined : after,
    kind: parent === '' ? 'phase' : 'state',
  }
}

/** What had the focus is gone. */
const isFocusNowhere = (): boolean =>
  document.activeElement === document.body || document.activeElement?.id === 'content'

/** Says what has been chosen to those who do not see it, while the drawing has the focus. */
function useTold(pane: RefObject<HTMLElement | null>, { sheets }: Drawing): void {
  const { t } = useTranslation('canvas')
  const { language } = useSay()
  const { store } = useOpenDraft()
  const selection = useSelection()
  const told = useRef(selection)
  useEffect(() => {
    if (told.current === selection) return
    told.current = selection
    // a form over the drawing that has just been left has taken the focus with it; it comes back in a moment
    const focused = document.activeElement
    if (focused !== document.body && !pane.current?.contains(focused)) return
    const sheet = selection.kind === 'state' ? sheets.find(({ id }) => id === selection.state) : undefined
    const name = placeName(store.getState().now.document, selection, language)
    announce(t('told', { kind: t(sheet?.kind ?? selection.kind), name }))
  }, [selection, pane, sheets, store, language, t])
}

/** Points of the lines, one for each ink. */
function Arrows() {
  return (
    <svg className={classes.arrows} aria-hidden>
      <defs>
        {(['', '-lit', '-quiet'] as const).map((ink) => (
          <marker
            key={ink}
            id={`canvas-arrow${ink}`}
            viewBox="0 0 8 8"
            refX="7.5"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0.5 L8 4 L0 7.5 z" className={classes[`arrow${ink}`]} />
          </marker>
        ))}
      </defs>
    </svg>
  )
}
