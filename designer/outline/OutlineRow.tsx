import { ActionIcon } from '@mantine/core'
import { IconAlertTriangle, IconChevronRight, IconDots, IconExclamationCircle } from '@tabler/icons-react'
import { type KeyboardEvent, memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './OutlineTree.module.css'
import type { OutlineText, Row } from './outlineRows.ts'
import { RowSign } from './RowSign.tsx'

export interface RowHandlers {
  /** pressed: chosen, and with the focus */
  onPress: (key: string) => void
  onToggle: (key: string) => void
  onMenu: (key: string) => void
  onOpen: (key: string) => void
  /** a key, while the row itself has the focus */
  onKeys: (event: KeyboardEvent) => void
}

interface Props extends RowHandlers {
  row: Row
  isActive: boolean
  isChosen: boolean
  /** what was found about it, or about what is closed inside it */
  errors: number
  warnings: number
  /** what stands in place of its name while it is renamed */
  renaming: ReactNode
  menu: ReactNode
}

/** A row of the outline. */
export const OutlineRow = memo(function OutlineRow(props: Props) {
  const { row, isActive, isChosen, errors, warnings, renaming, menu, onPress, onToggle, onMenu, onOpen, onKeys } = props
  const { t } = useTranslation('outline')
  const found = errors > 0 ? t('errors', { count: errors }) : warnings > 0 ? t('findings', { count: warnings }) : ''
  const kind = row.kind === 'taskHere' ? t('task') : row.kind === 'group' ? '' : t(row.kind satisfies OutlineText)
  const said = [kind === '' ? row.label : `${kind}: ${row.label}`, row.detail, found].filter((part) => part !== '')
  return (
    <div
      role="treeitem"
      id={rowId(row.key)}
      data-row={row.key}
      aria-label={said.join(', ')}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.size}
      aria-expanded={row.isExpandable ? row.isOpen : undefined}
      aria-selected={isChosen}
      tabIndex={isActive ? 0 : -1}
      className={classes.row}
      data-kind={row.kind}
      style={{ paddingInlineStart: `${(row.level - 1) * 16 + 4}px` }}
      onClick={() => onPress(row.key)}
      onDoubleClick={() => onOpen(row.key)}
      onKeyDown={(event) => event.target === event.currentTarget && onKeys(event)}
    >
      <button
        type="button"
        tabIndex={-1}
        aria-hidden
        className={classes.toggle}
        data-open={row.isOpen || undefined}
        data-hidden={!row.isExpandable || undefined}
        onClick={(event) => {
          event.stopPropagation()
          onToggle(row.key)
        }}
      >
        <IconChevronRight size={16} />
      </button>
      <span className={classes.sign}>
        <RowSign kind={row.kind} />
      </span>
      {renaming ?? (
        <span className={classes.words}>
          <span className={classes.label}>{row.label}</span>
          {row.detail !== '' && <span className={classes.detail}> {row.detail}</span>}
        </span>
      )}
      {errors > 0 && (
        <span className={classes.error} title={found}>
          <IconExclamationCircle size={16} aria-hidden />
        </span>
      )}
      {errors === 0 && warnings > 0 && (
        <span className={classes.warning} title={found}>
          <IconAlertTriangle size={16} aria-hidden />
        </span>
      )}
      {menu ?? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          tabIndex={-1}
          className={classes.more ?? ''}
          aria-label={t('more', { name: row.label })}
          onClick={(event) => {
            event.stopPropagation()
            onMenu(row.key)
          }}
        >
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
})

export const rowId = (key: string): string => `outline-${key.replaceAll(/[^\w-]/g, '_')}`
