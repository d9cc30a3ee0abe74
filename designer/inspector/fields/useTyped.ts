import { useState } from 'react'
import { useOpenDraft } from '../../editor/DraftContext.tsx'

/** What became of what was typed: what is written now, or why it is not. */
export type Written = { written: string } | { wrong: string }

/** Text that is being typed into a field whose value is not text: a number, a key. */
export interface Typed {
  text: string
  /** why it is not written */
  wrong: string | undefined
  type(text: string): void
  /** The visit of the field is over: what was understood is shown as it was written. */
  leave(): void
}

/** What was typed and could not be written, kept while the page is open: a form that is come back to shows it again. */
const left = new Map<string, { text: string; over: string; wrong: string }>()

/**
 * @param field tells it from all others of the draft
 * @param shown what the document has, as text
 * @param write writes what was typed, or says why not
 */
export function useTyped(field: string, shown: string, write: (text: string) => Written): Typed {
  const id = `${useOpenDraft().store.getState().id}/${field}`
  const [typed, setTyped] = useState<{ id: string; text: string; over: string; wrong?: string } | undefined>(() => {
    const kept = left.get(id)
    return kept && { id, ...kept }
  })
  // something else has written the field meanwhile, an undo for example
  const isMine = typed !== undefined && typed.id === id && typed.over === shown
  return {
    text: isMine ? typed.text : shown,
    wrong: isMine ? typed.wrong : undefined,
    type(text) {
      const became = write(text)
      if ('wrong' in became) {
        left.set(id, { text, over: shown, wrong: became.wrong })
        setTyped({ id, text, over: shown, wrong: became.wrong })
      } else {
        left.delete(id)
        setTyped({ id, text, over: became.written })
      }
    },
    leave() {
      if (typed && typed.wrong === undefined) setTyped(undefined)
    },
  }
}
