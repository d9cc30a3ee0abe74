import type { Direction } from '../canvas/layout/LaidOut.ts'
import type { DraftDocument } from '../model/document.ts'
import type { Layout } from './layout.ts'

/** A draft as the server is sent it. */
export interface DraftBody {
  document: Record<string, unknown>
  layout: { positions: Record<string, { x: number; y: number }>; collapsed: string[]; direction?: Direction }
}

/** What is sent of a draft: its document, where things stand and which way they go, and what is folded away. */
export function draftBody({ document, layout }: { document: DraftDocument; layout: Layout }): DraftBody {
  const { positions, collapsed = [], ...others } = layout
  return { document: { ...document }, layout: { positions: { ...positions }, collapsed: [...collapsed], ...others } }
}

/**
 * A short mark of what is sent, by which it is known again: the same for the same content. Two hashes and the length, for
 * a whole document is too long to be remembered once for every attempt at sending it.
 */
export function markOf(body: DraftBody): string {
  const text = JSON.stringify(body)
  let one = 0x811c9dc5
  let other = text.length
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    other = Math.imul(other ^ (other >>> 15) ^ code, 0x2c1b3c6d)
  }
  return [text.length, one >>> 0, other >>> 0].map((part) => part.toString(36)).join('-')
}
