import { useState } from 'react'
import type { DraftStore } from '../editing/draftStore.ts'
import { useOpenDraft } from '../editor/DraftContext.tsx'

const kept = new WeakMap<DraftStore, ReadonlySet<string>>()

/** Which rows of the open draft's outline are open: the same when one comes back to it from another view. */
export function useOpenRows(): {
  open: ReadonlySet<string>
  setOpen: (keys: readonly string[], isOpen: boolean) => void
} {
  const { store } = useOpenDraft()
  const [open, setState] = useState<ReadonlySet<string>>(() => kept.get(store) ?? new Set(['pathway']))
  const setOpen = (keys: readonly string[], isOpen: boolean): void => {
    setState((before) => {
      if (keys.every((key) => before.has(key) === isOpen)) return before
      const next = isOpen ? new Set([...before, ...keys]) : new Set([...before].filter((key) => !keys.includes(key)))
      kept.set(store, next)
      return next
    })
  }
  return { open, setOpen }
}
