import { Fragment, type ReactNode } from 'react'

/** Rows that have no name but their turn. One whose name is being written stays the row it is, with the focus in it. */
export function InTurn<T>({
  of: rows,
  children,
}: {
  of: readonly T[]
  children: (row: T, index: number) => ReactNode
}) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a key made of what is being written would take the field away at every letter
  return rows.map((row, index) => <Fragment key={index}>{children(row, index)}</Fragment>)
}
