import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../app/language.ts'
import { setField } from '../editing/edits/edit.ts'
import { setParallel } from '../editing/edits/states.ts'
import { useEdits, useModel, useOpenDraft, useSelection } from '../editor/DraftContext.tsx'
import { isSamePlace, isShownBy, keyOf, type Place, parentOf, stateOrPathway } from '../model/places.ts'
import { announce } from '../parts/Announcer.tsx'
import { tell } from '../parts/Told.tsx'
import { useClipping } from '../parts/useClipping.ts'
import { useRemoval } from '../parts/useRemoval.ts'
import { AddForm } from './AddForm.tsx'
import { type Action, type Adding, actionsAt, addingAt } from './actions.ts'
import { ExtractForm } from './ExtractForm.tsx'
import { keepRows } from './keepRows.ts'
import { moveInOutline } from './moves.ts'
import { OutlineRow, rowId } from './OutlineRow.tsx'
import classes from './OutlineTree.module.css'
import { type OutlineText, outlineRows, type Row, rowKeyOf, rowsAround } from './outlineRows.ts'
import { RenameField } from './RenameField.tsx'
import { AddMenu, RowMenu } from './RowMenu.tsx'
import { useFindingCounts } from './useFindingCounts.ts'
import { useOpenRows } from './useOpenRows.ts'
import { useTreeKeys } from './useTreeKeys.ts'

/** What stands open in the tree: a form below a row, a row being renamed, a row's menu. */
type Asking =
  | { what: 'add'; row: string; adding: Adding }
  | { what: 'rename' | 'menu' | 'extract'; row: string }
  | undefined

/** The pathway as a tree, in which everything can be done that the drawing can. */
export function OutlineTree({
  query,
  onOpen,
  onSearch,
  onHelp,
  children,
}: {
  /** what is searched for, and where that is written */
  query: string
  children: ReactNode
  onOpen: (place: Place) => void
  onSearch: () => void
  onHelp: () => void
}) {
  const { t, i18n } = useTranslation('outline')
  const language = i18n.language as Language
  const model = useModel()
  const selection = useSelection()
  const { store } = useOpenDraft()
  const { edit, select } = useEdits()
  const drawn = useRef<readonly Row[]>([])
  const isShown = useCallback(
    (place: Place) => drawn.current.some((row) => row.place !== undefined && isSamePlace(row.place, place)),
    [],
  )
  const clipping = useClipping(isShown)
  const remove = useRemoval(isShown)
  const { open, setOpen } = useOpenRows()
  const [activeKey, setActiveKey] = useState(rowKeyOf(model, selection))
  const [asking, setAsking] = useState<Asking>()
  /** the row that gets the focus when it is there: a key, or the one of what is chosen */
  const wanted = useRef<{ key: string } | 'chosen' | undefined>(undefined)
  const countsOf = useFindingCounts()

  const rows = useMemo(() => {
    const say = (text: OutlineText, values?: Record<string, string | number>): string => t(text as 'tree', values ?? {})
    drawn.current = keepRows(outlineRows(model, { open, language, t: say, query }), drawn.current)
    return drawn.current
  }, [model, open, language, t, query])
  const active =
    rows.find(({ key }) => key === activeKey) ??
    rows.find(({ place }) => place !== undefined && isSamePlace(place, selection)) ??
    rows[0]

  const chosenKey = rowKeyOf(model, selection)
  const seen = useRef<string>(undefined)
  // what is chosen elsewhere is shown here, once: it may be closed again
  useEffect(() => {
    if (seen.current === chosenKey) return
    seen.current = chosenKey
    if (active?.place && isShownBy(active.place, selection)) return
    setOpen(rowsAround(selection), true)
    setActiveKey(chosenKey)
    if (wanted.current === undefined) document.getElementById(rowId(chosenKey))?.scrollIntoView({ block: 'nearest' })
  }, [chosenKey, active, selection, setOpen])

  useEffect(() => {
    const want = wanted.current
    if (want === undefined || !active) return
    const isThere = want === 'chosen' ? active.place && isShownBy(active.place, selection) : active.key === want.key
    // among what is searched for it may not be
    if (!isThere && query.trim() === '') return
    wanted.current = undefined
    document.getElementById(rowId(active.key))?.focus()
  })

  const goTo = (row: Row | undefined): void => {
    if (!row) return
    setActiveKey(row.key)
    if (row.place) select(row.place)
    wanted.current = { key: row.key }
    // the row may be there already, and then nothing is drawn anew
    document.getElementById(rowId(row.key))?.focus()
  }
  const doneAsking = (isChanged = false): void => {
    wanted.current = isChanged ? 'chosen' : active ? { key: active.key } : undefined
    setAsking(undefined)
  }

  const perform = (action: Action, row: Row) => {
    const { place } = row
    setAsking(undefined)
    wanted.current = 'chosen'
    switch (action.do) {
      case 'add':
        wanted.current = undefined
        setOpen([row.key], true)
        return setAsking({ what: 'add', row: row.key, adding: action.adding })
      case 'rename':
      case 'extract':
        wanted.current = undefined
        return setAsking({ what: action.do, row: row.key })
      case 'open':
        wanted.current = undefined
        return openRow(row)
      case 'paste':
      case 'pasteInside':
        void clipping.paste(place ?? { kind: 'pathway' }, action.do === 'pasteInside')
        return
      case 'remove':
      case 'duplicate': {
        // the pathway, or a list of it: they say that it cannot be
        if (!place || place.kind === 'pathway') wanted.current = { key: row.key }
        const chosen: Place = place ?? { kind: 'pathway' }
        return action.do === 'remove' ? remove(chosen) : clipping.duplicate(chosen)
      }
    }
    if (!place) return
    switch (action.do) {
      case 'move':
        return move(row, place, action.direction)
      case 'copy':
        clipping.copy(place)
        wanted.current = { key: row.key }
        return
      case 'cut':
        return clipping.cut(place)
      case 'parallel':
      case 'sequential':
        if (place.kind === 'state')
          edit(
            { text: action.do === 'parallel' ? 'makeParallel' : 'makeSequential', values: { name: row.label } },
            setParallel(place.state, action.do === 'parallel'),
          )
        return
      case 'first':
        if (place.kind === 'state')
          edit(
            { text: 'makeFirst', values: { name: row.label } },
            setField(stateOrPathway(parentOf(place.state) ?? ''), ['initial'], keyOf(place.state)),
          )
    }
  }

  const openRow = (row: Row): void => {
    if (row.place) {
      select(row.place)
      setActiveKey(row.key)
      onOpen(row.place)
    } else setOpen([row.key], !row.isOpen)
  }

  const move = (row: Row, place: Place, direction: Parameters<typeof moveInOutline>[2]) => {
    const moved = moveInOutline(model, place, direction)
    if (!moved) return tell(t('cannotMove', { name: row.label }), 'refused')
    edit({ text: 'moveState', values: { name: row.label } }, moved)
    announce(t('moved', { name: row.label }))
    setOpen(rowsAround(store.getState().now.selection), true)
  }

  const onKeyDown = useTreeKeys({
    rows,
    active,
    goTo,
    setOpen,
    onSearch,
    onHelp,
    openMenu: (row) => setAsking({ what: 'menu', row: row.key }),
    actionsOf: (row) => [...addingAt(row, model), ...actionsAt(row, model)],
    perform,
  })
  // after a click the browser copies from the words in the row, and not from the row itself
  const isInRow = (target: EventTarget): boolean =>
    target instanceof Element && target.closest('[role="treeitem"]') !== null && !target.closest('input, textarea')
  const onClipboard = (event: ClipboardEvent): void => {
    if (!isInRow(event.target)) return
    wanted.current = event.type === 'copy' ? undefined : 'chosen'
    const place = active?.place ?? { kind: 'pathway' }
    clipping.onClipboard(event, place)
  }
  const handlers = useRowHandlers({
    press: (key) => goTo(rows.find((row) => row.key === key)),
    toggle: (key) => setOpen([key], !open.has(key)),
    menu: (key) => setAsking({ what: 'menu', row: key }),
    open: (key) => {
      const row = rows.find((one) => one.key === key)
      if (row) openRow(row)
    },
    keys: onKeyDown,
  })

  return (
    <>
      <div className={classes.top}>
        {children}
        {active && <AddMenu adds={addingAt(active, model)} onDo={(action) => perform(action, active)} />}
      </div>
      <div
        role="tree"
        aria-label={t('treeLabel')}
        className={classes.tree}
        onCopy={onClipboard}
        onCut={onClipboard}
        onPaste={onClipboard}
      >
        {rows.map((row) => {
          const asked = asking?.row === row.key ? asking : undefined
          const counts = countsOf(row)
          return (
            <div key={row.key} role="none">
              <OutlineRow
                row={row}
                isActive={active?.key === row.key}
                isChosen={
                  row.place !== undefined && row.key === (active?.key ?? '') && isSamePlace(row.place, selection)
                }
                errors={counts.errors}
                warnings={counts.warnings}
                renaming={
                  asked?.what === 'rename' && row.place ? (
                    <RenameField place={row.place} name={row.label} onDone={() => doneAsking()} />
                  ) : undefined
                }
                menu={
                  asked?.what === 'menu' ? (
                    <RowMenu
                      name={row.label}
                      adds={addingAt(row, model)}
                      others={actionsAt(row, model)}
                      onDo={(action) => perform(action, row)}
                      onClose={() => doneAsking()}
                    />
                  ) : undefined
                }
                {...handlers}
              />
              {asked?.what === 'add' && (
                <div role="treeitem" aria-level={row.level + 1} aria-label={t('save')} tabIndex={-1}>
                  <AddForm
                    adding={asked.adding}
                    {...(row.place?.kind === 'transition' && { place: row.place })}
                    onDone={doneAsking}
                  />
                </div>
              )}
              {asked?.what === 'extract' && row.place?.kind === 'state' && (
                <div role="treeitem" aria-level={row.level + 1} aria-label={t('extractTitle')} tabIndex={-1}>
                  <ExtractForm state={row.place.state} onDone={doneAsking} />
                </div>
              )}
            </div>
          )
        })}
        {rows.length === 0 && (
          <div role="treeitem" aria-level={1} tabIndex={-1} className={classes.nothing}>
            {t('nothingFound', { query })}
          </div>
        )}
      </div>
    </>
  )
}

/** The handlers of rows, always the same functions, so that a row is drawn anew only when it has changed. */
function useRowHandlers(
  now: Record<'press' | 'toggle' | 'menu' | 'open', (key: string) => void> & { keys: (event: KeyboardEvent) => void },
) {
  const latest = useRef(now)
  latest.current = now
  return useMemo(
    () => ({
      onPress: (key: string) => latest.current.press(key),
      onToggle: (key: string) => latest.current.toggle(key),
      onMenu: (key: string) => latest.current.menu(key),
      onOpen: (key: string) => latest.current.open(key),
      onKeys: (event: KeyboardEvent) => latest.current.keys(event),
    }),
    [],
  )
}
