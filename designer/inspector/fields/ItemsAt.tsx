import { IconGripVertical } from '@tabler/icons-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listOf } from '../../model/readValue.ts'
import { FieldFindings } from '../FormFindings.tsx'
import classes from './fields.module.css'
import { InTurn } from './InTurn.tsx'
import { NewButton } from './NewButton.tsx'
import { NewName } from './NewName.tsx'
import { RowButton } from './RowButton.tsx'
import { useField } from './useField.ts'

/** The button that adds one, and none of those of the parts. */
const addsOne = ':scope > [data-action="new"]'

/** A list of the thing whose parts have fields of their own: added, taken away, and put in order by keys or by dragging. */
export function ItemsAt({
  at,
  label,
  help,
  addLabel,
  newName,
  add,
  adding,
  nameOf,
  isOptional = true,
  children,
}: {
  at: readonly (string | number)[]
  label: string
  help?: string
  addLabel?: string
  /** how the field is called in which the name of a new one is written */
  newName?: string
  /** makes a new one of its name */
  add?: (name: string, items: readonly unknown[]) => unknown
  /** what adds one, where a name is not enough */
  adding?: (append: (item: unknown) => void) => ReactNode
  nameOf: (item: unknown, index: number) => string
  /** an optional list has no key when it is empty */
  isOptional?: boolean
  /** the fields of one, by its turn */
  children: (index: number, item: unknown) => ReactNode
}) {
  const { t } = useTranslation('inspector')
  const { value, put } = useField(at, label)
  const items = listOf(value)
  const id = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  const [open, setOpen] = useState<number>()
  const [dragged, setDragged] = useState<number>()
  const [over, setOver] = useState<number>()
  const [isNaming, setNaming] = useState(false)
  const write = (next: readonly unknown[]): void => put(next.length === 0 && isOptional ? undefined : next)
  const focusAt = (selector: string): void => {
    requestAnimationFrame(() => {
      const found = group.current?.querySelector<HTMLElement>(selector)
      ;(found ?? group.current?.querySelector<HTMLElement>(addsOne))?.focus()
    })
  }
  const move = (index: number, to: number): void => {
    if (to < 0 || to >= items.length || to === index) return
    write(items.toSpliced(index, 1).toSpliced(to, 0, items[index]))
    setOpen(open === index ? to : undefined)
  }
  const remove = (index: number): void => {
    write(items.toSpliced(index, 1))
    setOpen(undefined)
    focusAt(`[data-item="${Math.min(index, items.length - 2)}"] [data-action="open"]`)
  }
  const append = (item: unknown): void => {
    write([...items, item])
    setOpen(items.length)
    focusAt(`[data-item="${items.length}"] input:not([type="hidden"]), [data-item="${items.length}"] textarea`)
  }
  return (
    <fieldset className={classes.group} ref={group} aria-describedby={help ? id : undefined}>
      <legend className={classes.legend}>{label}</legend>
      {help && (
        <p className={classes.help} id={id}>
          {help}
        </p>
      )}
      {items.length > 0 && (
        <ul className={classes.rows}>
          <InTurn of={items}>
            {(item, index) => {
              const name = nameOf(item, index)
              return (
                <li
                  className={classes.row}
                  data-item={index}
                  data-over={over === index && dragged !== undefined && dragged !== index}
                  onDragOver={(event) => {
                    if (dragged === undefined) return
                    event.preventDefault()
                    setOver(index)
                  }}
                  onDrop={(event) => {
                    event.preventDefault()
                    if (dragged !== undefined) move(dragged, index)
                    setDragged(undefined)
                    setOver(undefined)
                  }}
                >
                  <div className={classes.rowHead}>
                    {items.length > 1 && (
                      <span
                        className={classes.handle}
                        draggable
                        aria-hidden
                        onDragStart={(event) => {
                          event.dataTransfer.effectAllowed = 'move'
                          event.dataTransfer.setData('text/plain', name)
                          setDragged(index)
                        }}
                        onDragEnd={() => {
                          setDragged(undefined)
                          setOver(undefined)
                        }}
                      >
                        <IconGripVertical size={16} />
                      </span>
                    )}
                    <button
                      type="button"
                      className={classes.rowOpen}
                      data-action="open"
                      aria-expanded={open === index}
                      onClick={() => setOpen(open === index ? undefined : index)}
                    >
                      {name}
                    </button>
                    {items.length > 1 && (
                      <>
                        <RowButton
                          does="up"
                          size={24}
                          label={t('moveUp', { name })}
                          isIdle={index === 0}
                          onPress={() => {
                            move(index, index - 1)
                            focusAt(`[data-item="${index - 1}"] [data-action="up"]`)
                          }}
                        />
                        <RowButton
                          does="down"
                          size={24}
                          label={t('moveDown', { name })}
                          isIdle={index === items.length - 1}
                          onPress={() => {
                            move(index, index + 1)
                            focusAt(`[data-item="${index + 1}"] [data-action="down"]`)
                          }}
                        />
                      </>
                    )}
                    <RowButton
                      does="remove"
                      size={24}
                      label={t('removeName', { name })}
                      onPress={() => remove(index)}
                    />
                  </div>
                  {open === index && <div className={classes.rowBody}>{children(index, item)}</div>}
                  {open !== index && <FieldFindings at={[...at, index]} />}
                </li>
              )
            }}
          </InTurn>
        </ul>
      )}
      {adding?.(append)}
      {add && isNaming && (
        <NewName
          label={newName ?? t('name')}
          onCancel={() => {
            setNaming(false)
            focusAt(addsOne)
          }}
          onAdd={(name) => {
            setNaming(false)
            append(add(name, items))
          }}
        />
      )}
      {add && !isNaming && <NewButton onPress={() => setNaming(true)}>{addLabel}</NewButton>}
    </fieldset>
  )
}
