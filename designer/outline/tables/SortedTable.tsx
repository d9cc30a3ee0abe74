import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../app/language.ts'
import { renameForPeople } from '../../editing/edits/renameForPeople.ts'
import { useEdits, useModel, useSelection } from '../../editor/DraftContext.tsx'
import { isShownBy, type Place } from '../../model/places.ts'
import { Scrolled } from '../../parts/Scrolled.tsx'
import type { OutlineText } from '../outlineRows.ts'
import classes from './OutlineTables.module.css'

/** A row of a table: what it is about, and its words by column. */
export interface TableRow {
  key: string
  place: Place
  cells: readonly string[]
}

/**
 * A table that can be sorted by any column. The first column chooses the row; the one that holds the name is written in
 * its place.
 */
export function SortedTable({
  title,
  columns,
  nameColumn,
  rows,
  empty,
}: {
  title: OutlineText
  columns: readonly OutlineText[]
  nameColumn: number
  rows: readonly TableRow[]
  empty: OutlineText
}) {
  const { t, i18n } = useTranslation('outline')
  const selection = useSelection()
  const { select } = useEdits()
  const [sorting, setSorting] = useState<{ column: number; isDown: boolean }>()
  const sorted = useMemo(() => {
    if (!sorting) return rows
    const order = new Intl.Collator(i18n.language, { numeric: true })
    const compared = rows.toSorted((one, other) =>
      order.compare(one.cells[sorting.column] ?? '', other.cells[sorting.column] ?? ''),
    )
    return sorting.isDown ? compared.toReversed() : compared
  }, [rows, sorting, i18n.language])
  const sortBy = (column: number): void => {
    setSorting((now) => ({ column, isDown: now?.column === column && !now.isDown }))
  }
  return (
    <section className={classes.section} aria-label={t(title)}>
      <h2 className={classes.title}>
        {t(title)} <span className={classes.count}>{rows.length}</span>
      </h2>
      {rows.length === 0 ? (
        <p className={classes.empty}>{t(empty)}</p>
      ) : (
        <Scrolled className={classes.scroll} label={t(title)}>
          <table className={classes.table}>
            <thead>
              <tr>
                {columns.map((column, index) => {
                  const isSorted = sorting?.column === index
                  const Sign = !isSorted ? IconArrowsSort : sorting.isDown ? IconArrowDown : IconArrowUp
                  return (
                    <th
                      key={column}
                      scope="col"
                      aria-sort={isSorted ? (sorting.isDown ? 'descending' : 'ascending') : 'none'}
                    >
                      <button type="button" className={classes.sort} onClick={() => sortBy(index)}>
                        {t(column)}
                        <Sign size={14} aria-hidden className={isSorted ? undefined : classes.unsorted} />
                      </button>
                    </th>
                  )
                })}
              </tr>
            </thead>
            <tbody>
              {sorted.map(({ key, place, cells }) => {
                const isChosen = isShownBy(place, selection)
                return (
                  <tr key={key} data-chosen={isChosen || undefined}>
                    {cells.map((cell, index) => (
                      <td key={columns[index]}>
                        {index === 0 ? (
                          <button
                            type="button"
                            className={classes.choose}
                            aria-pressed={isChosen}
                            aria-label={t('choose', { name: `${cell}, ${cells[nameColumn] ?? ''}` })}
                            onClick={() => select(place)}
                          >
                            {cell}
                          </button>
                        ) : index === nameColumn ? (
                          <NameCell place={place} name={cell} />
                        ) : (
                          cell
                        )}
                      </td>
                    ))}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Scrolled>
      )}
    </section>
  )
}

/** A name that is written where it stands. Enter or leaving it keeps it, Escape leaves it as it was. */
function NameCell({ place, name }: { place: Place; name: string }) {
  const { t, i18n } = useTranslation('outline')
  const { document } = useModel()
  const { edit } = useEdits()
  const [written, setWritten] = useState<string>()
  const keep = (): void => {
    const words = written?.trim() ?? ''
    if (words !== '' && words !== name)
      edit(
        { text: 'rename', values: { name: words } },
        renameForPeople(document, place, words, i18n.language as Language),
      )
    setWritten(undefined)
  }
  return (
    <textarea
      data-own-undo
      rows={1}
      className={classes.name}
      aria-label={t('newName', { what: name })}
      value={written ?? name}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          keep()
        }
        if (event.key === 'Escape') setWritten(undefined)
      }}
    />
  )
}
