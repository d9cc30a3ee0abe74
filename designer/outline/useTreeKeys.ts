import { type KeyboardEvent, useRef } from 'react'
import type { Action } from './actions.ts'
import type { Row } from './outlineRows.ts'

/** How long after a letter the next one continues the same word, in milliseconds. */
const wordMs = 800

interface TreeKeys {
  rows: readonly Row[]
  active: Row | undefined
  goTo: (row: Row | undefined) => void
  setOpen: (keys: readonly string[], isOpen: boolean) => void
  onSearch: () => void
  onHelp: () => void
  openMenu: (row: Row) => void
  actionsOf: (row: Row) => readonly Action[]
  perform: (action: Action, row: Row) => void
}

/** The keys of a tree, as WAI-ARIA describes them, and those by which a pathway is drawn in it. */
export function useTreeKeys(tree: TreeKeys): (event: KeyboardEvent) => void {
  const typed = useRef({ word: '', at: 0 })
  return (event) => {
    const { rows, active, goTo, setOpen } = tree
    if (!active) return
    const index = rows.indexOf(active)
    // a word that is being written ends where another key is pressed: the next letter may be a command
    if (event.key.length !== 1 && event.key !== 'Shift') typed.current = { word: '', at: 0 }
    const done = (): void => {
      event.preventDefault()
      event.stopPropagation()
    }
    const perform = (matches: (action: Action) => boolean): void => {
      const action = tree.actionsOf(active).find(matches)
      if (action) tree.perform(action, active)
    }
    if (event.altKey) {
      const keys = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'into', ArrowLeft: 'out' } as const
      const direction = keys[event.key as keyof typeof keys]
      if (!direction) return
      done()
      return tree.perform({ do: 'move', direction, text: 'up' }, active)
    }
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'd') return
      done()
      return tree.perform({ do: 'duplicate', text: 'duplicate' }, active)
    }
    switch (event.key) {
      case 'ArrowDown':
        done()
        return goTo(rows[index + 1])
      case 'ArrowUp':
        done()
        return goTo(rows[index - 1])
      case 'Home':
        done()
        return goTo(rows[0])
      case 'End':
        done()
        return goTo(rows.at(-1))
      case 'ArrowRight':
        done()
        if (!active.isExpandable) return
        if (!active.isOpen) return setOpen([active.key], true)
        return goTo(rows[index + 1])
      case 'ArrowLeft':
        done()
        if (active.isOpen) return setOpen([active.key], false)
        return goTo(rows.find(({ key }) => key === active.parent))
      case 'Enter':
        done()
        return perform((action) => action.do === 'open')
      case 'F2':
        done()
        return perform((action) => action.do === 'rename')
      case 'Delete':
      case 'Backspace':
        done()
        return tree.perform({ do: 'remove', text: 'remove' }, active)
      case 'ContextMenu':
        done()
        return tree.openMenu(active)
      case 'F10':
        if (!event.shiftKey) return
        done()
        return tree.openMenu(active)
      case '*':
        done()
        return setOpen(
          rows.filter((row) => row.parent === active.parent && row.isExpandable).map(({ key }) => key),
          true,
        )
    }
    if (event.key.length !== 1 || event.key === ' ') return
    if (event.key === '/') {
      done()
      return tree.onSearch()
    }
    if (event.key === '?') {
      done()
      return tree.onHelp()
    }
    const now = event.timeStamp
    const letter = event.key.toLowerCase()
    const begins = (row: Row, text: string): boolean => row.label.toLowerCase().startsWith(text)
    const isSame = typed.current.word === letter.repeat(typed.current.word.length)
    // a letter that no name goes on with is a command again
    const isGoingOn =
      now - typed.current.at < wordMs &&
      typed.current.word !== '' &&
      (isSame || rows.some((row) => begins(row, `${typed.current.word}${letter}`)))
    if (!isGoingOn) {
      const keys = letter === 'n' ? (event.shiftKey ? 'Shift+N' : 'N') : letter === 't' ? 'T' : undefined
      if (keys !== undefined) {
        done()
        return perform((action) => action.do === 'add' && action.keys === keys)
      }
    }
    done()
    const word = `${isGoingOn ? typed.current.word : ''}${letter}`
    typed.current = { word, at: now }
    // one letter again and again goes through all that begin with it
    const isRepeated = word === letter.repeat(word.length)
    const sought = isRepeated ? (word[0] ?? '') : word
    const from = isRepeated ? index + 1 : index
    goTo([...rows.slice(from), ...rows.slice(0, from)].find((row) => begins(row, sought)))
  }
}
