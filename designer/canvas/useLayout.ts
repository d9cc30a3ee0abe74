import { useEffect, useRef, useState } from 'react'
import { useDraft } from '../editor/DraftContext.tsx'
import { whenHandsOff } from '../parts/whenHandsOff.ts'
import type { Drawing } from './drawing/Drawing.ts'
import type { Direction, LaidOut } from './layout/LaidOut.ts'
import { type Answered, type Asked, shapesOf } from './layoutMessages.ts'
import { takeLayouts } from './layoutWorkers.ts'

/** While somebody writes, the drawing keeps its form this long. */
const pauseMs = 200

export interface DrawnLayout {
  laidOut: LaidOut | undefined
  direction: Direction
  hasFailed: boolean
}

/**
 * Where everything in a drawing is. Asked of a worker, so that the screen answers meanwhile; until the answer comes,
 * things stay where they were. Which way it goes is decided once, by what fits best, unless a person has chosen.
 */
export function useLayout(drawing: Drawing, pane: { width: number; height: number } | undefined): DrawnLayout {
  const positions = useDraft(({ now }) => now.layout.positions)
  const chosen = useDraft(({ now }) => now.layout.direction)
  const [laidOut, setLaidOut] = useState<LaidOut>()
  const [settled, setSettled] = useState<Direction>()
  const [hasFailed, setFailed] = useState(false)
  const worker = useRef<Worker>(undefined)
  const asked = useRef({ turn: 0, what: '', form: '' })
  const going = useRef<Direction>(undefined)
  going.current = chosen ?? settled

  useEffect(() => {
    const started = takeLayouts()
    worker.current = started
    const takeUp = (data: Answered): void => {
      if (data.turn !== asked.current.turn) return
      setFailed('failed' in data)
      if ('failed' in data) return
      setLaidOut(data.laidOut)
      setSettled(data.direction)
    }
    // while a sheet is pressed or a line drawn, nothing moves away
    started.onmessage = ({ data }: MessageEvent<Answered>) => whenHandsOff(() => takeUp(data))
    // without a connection it may not have come
    started.onerror = () => setFailed(true)
    asked.current = { turn: 0, what: '', form: '' }
    return () => started.terminate()
  }, [])

  useEffect(() => {
    if (!pane) return
    const { sheets, lines } = shapesOf(drawing)
    const form = JSON.stringify([
      sheets.map(({ id, isOpen }) => [id, isOpen]),
      lines.map(({ id, target }) => [id, target]),
      positions,
      chosen,
    ])
    const what = form + JSON.stringify([sheets, lines])
    if (what === asked.current.what) return
    const ask = (): void => {
      asked.current = { turn: asked.current.turn + 1, what, form }
      const direction = going.current ?? 'auto'
      const question: Asked = { turn: asked.current.turn, drawing: { sheets, lines, positions, direction }, pane }
      worker.current?.postMessage(question)
    }
    if (form !== asked.current.form) return ask()
    const waiting = setTimeout(ask, pauseMs)
    return () => clearTimeout(waiting)
  }, [drawing, positions, chosen, pane])

  return { laidOut, direction: chosen ?? settled ?? 'right', hasFailed }
}
