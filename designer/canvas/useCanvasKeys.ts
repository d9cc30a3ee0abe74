import { useReactFlow } from '@xyflow/react'
import type { KeyboardEvent } from 'react'
import { setFolded } from '../editing/edits/place.ts'
import { useEdits, useOpenDraft } from '../editor/DraftContext.tsx'
import { drawnPlace } from '../model/around.ts'
import { placeName } from '../model/placeName.ts'
import { openedIn } from '../model/places.ts'
import { readPathway } from '../model/readPathway.ts'
import type { Adding } from '../outline/actions.ts'
import { useClipping } from '../parts/useClipping.ts'
import { useRemoval } from '../parts/useRemoval.ts'
import { type Step, stepFrom } from './navigate.ts'
import { useSay } from './useDrawing.ts'

/** What the keys of the drawing begin. */
export interface Gestures {
  /** adds beside what is chosen, or inside it */
  add(isInside: boolean): void
  /** adds what was chosen from the menu */
  addThis(adding: Adding): void
  draw(): void
  search(): void
  help(): void
  rename(state: string): void
  open(): void
  /** looks at the chosen phase alone; at everything again for undefined */
  focusOn(state: string | undefined): void
  focused: string | undefined
  /** shows all of the drawing */
  showWhole(): void
  /** moves the sheet of a state on the drawing, in pixels */
  move(state: string, by: { x: number; y: number }): void
}

const steps: Readonly<Record<string, Step>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'in',
  ArrowUp: 'out',
}

/** How far one press of an arrow moves a sheet, in pixels. */
const stride = 16
const strides: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowRight: { x: stride, y: 0 },
  ArrowLeft: { x: -stride, y: 0 },
  ArrowDown: { x: 0, y: stride },
  ArrowUp: { x: 0, y: -stride },
}

/** The keys of the drawing, while it has the focus. */
export function useCanvasKeys(gestures: Gestures): (event: KeyboardEvent) => void {
  const { language } = useSay()
  const { store } = useOpenDraft()
  const { edit, select } = useEdits()
  const clipping = useClipping()
  const remove = useRemoval()
  const flow = useReactFlow()

  return (event) => {
    if (isWriting(event.target) || isOnBar(event.target)) return
    const { now } = store.getState()
    const model = readPathway(now.document)
    const drawn = drawnPlace(model, now.selection)
    const selection = drawn ?? now.selection
    if (event.altKey) {
      const by = strides[event.key]
      if (!by || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      if (selection.kind === 'state') gestures.move(selection.state, by)
      return
    }
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'd') return
      event.preventDefault()
      clipping.duplicate(selection)
      return
    }
    const folded = new Set(now.layout.collapsed ?? [])
    const state = 'state' in selection ? selection.state : openedIn(selection)
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const step = steps[key]
    const done = (): void => event.preventDefault()
    if (step) {
      const next = stepFrom(model, selection, step, folded)
      if (next) select(next)
      return done()
    }
    switch (key) {
      case 'Escape': {
        if (gestures.focused !== undefined) gestures.focusOn(undefined)
        else {
          const outer = stepFrom(model, selection, 'out', folded)
          if (outer) select(outer)
        }
        return done()
      }
      case 'Enter':
        gestures.open()
        return done()
      case 'F2':
        if (selection.kind === 'state') gestures.rename(selection.state)
        else gestures.open()
        return done()
      case 'Delete':
      case 'Backspace':
        // what is not drawn is removed where it is listed
        if (drawn) remove(drawn)
        return done()
      case ' ':
        if (selection.kind === 'state' && model.states.get(selection.state)?.children.length) {
          const name = placeName(now.document, selection, language)
          edit({ text: 'fold', values: { name } }, setFolded(selection.state, !folded.has(selection.state)))
        }
        return done()
      case 'n':
        gestures.add(event.shiftKey)
        return done()
      case 't':
        gestures.draw()
        return done()
      case 'f':
        gestures.focusOn(gestures.focused === undefined && state !== '' ? state : undefined)
        return done()
      case '/':
        gestures.search()
        return done()
      case '?':
        gestures.help()
        return done()
      case '+':
        void flow.zoomIn()
        return done()
      case '-':
        void flow.zoomOut()
        return done()
      case '0':
        gestures.showWhole()
        return done()
    }
  }
}

/** Whether a key presses one of the buttons that stand over the drawing. */
const isOnBar = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('.react-flow__panel') !== null

/** Whether a key is meant for what is being written. */
export function isWriting(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [role="combobox"], [role="dialog"]') !== null
  )
}
