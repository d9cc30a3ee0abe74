import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '../../model/places.ts'
import { steady } from '../../parts/steady.tsx'
import { PlaceLink } from '../PlaceLink.tsx'
import { Select } from './controls.ts'
import classes from './fields.module.css'
import { NewButton } from './NewButton.tsx'
import { NewName } from './NewName.tsx'
import type { PickOption } from './PickOne.tsx'
import { RowButton } from './RowButton.tsx'

const buttonTexts = { up: 'moveUp', down: 'moveDown', remove: 'removeName' } as const

/** Several of the document's things by their names: what is chosen, what can be added, and a new one. */
export const PickMany = steady(function PickMany({
  label,
  help,
  names,
  options,
  addLabel,
  isOrdered = false,
  placeOf,
  below,
  onChange,
  onNew,
  newLabel,
  newName,
}: {
  label: string
  help?: string | undefined
  names: readonly string[]
  options: readonly PickOption[]
  addLabel: string
  /** whether their turn means something */
  isOrdered?: boolean
  /** where the form of one is, to be led to */
  placeOf?: (name: string) => Place
  /** what is told of one below its name; each then has a row of its own */
  below?: (name: string) => ReactNode
  onChange: (names: string[]) => void
  onNew?: (name: string) => void
  newLabel?: string
  newName?: string
}) {
  const { t } = useTranslation('inspector')
  const id = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  const [isNaming, setNaming] = useState(false)
  const [search, setSearch] = useState('')
  const nameOf = (name: string): string => options.find((one) => one.value === name)?.label ?? t('notFound', { name })
  /** The focus stays where the person works: at the next of them, else at what adds one. */
  const focusAt = (index: number, action: string): void => {
    requestAnimationFrame(() => {
      const found = group.current?.querySelectorAll<HTMLElement>(`[data-action="${action}"]`)
      const next = found?.[Math.min(index, found.length - 1)]
      ;(next ?? group.current?.querySelector<HTMLElement>('input, button'))?.focus()
    })
  }
  const remove = (index: number): void => {
    onChange(names.toSpliced(index, 1))
    focusAt(index, 'remove')
  }
  const move = (index: number, to: number): void => {
    const [one] = names.slice(index, index + 1)
    if (one === undefined) return
    onChange(names.toSpliced(index, 1).toSpliced(to, 0, one))
    focusAt(to, to < index ? 'up' : 'down')
  }
  const addable = options.filter(({ value }) => !names.includes(value))
  const button = (index: number, action: keyof typeof buttonTexts, name: string, isIdle = false) => {
    return (
      <RowButton
        does={action}
        size={24}
        label={t(buttonTexts[action], { name })}
        isIdle={isIdle}
        onPress={() => {
          if (action === 'remove') remove(index)
          else move(index, action === 'up' ? index - 1 : index + 1)
        }}
      />
    )
  }
  const isRows = below !== undefined || isOrdered
  return (
    <fieldset className={classes.group} ref={group} aria-describedby={help ? id : undefined}>
      <legend className={classes.legend}>{label}</legend>
      {help && (
        <p className={classes.help} id={id}>
          {help}
        </p>
      )}
      {names.length > 0 && (
        <ul className={isRows ? classes.rows : classes.pills}>
          {names.map((name, index) => (
            <li key={name} className={isRows ? classes.row : classes.pill}>
              <div
                className={isRows ? classes.rowHead : undefined}
                style={isRows ? undefined : { display: 'contents' }}
              >
                <span className={isRows ? classes.rowName : undefined}>
                  {placeOf && options.some(({ value }) => value === name) ? (
                    <PlaceLink place={placeOf(name)}>{nameOf(name)}</PlaceLink>
                  ) : (
                    nameOf(name)
                  )}
                </span>
                {isOrdered && names.length > 1 && button(index, 'up', nameOf(name), index === 0)}
                {isOrdered && names.length > 1 && button(index, 'down', nameOf(name), index === names.length - 1)}
                {button(index, 'remove', nameOf(name))}
              </div>
              {below?.(name)}
            </li>
          ))}
        </ul>
      )}
      {isNaming && onNew ? (
        <NewName
          label={newName ?? t('name')}
          onCancel={() => {
            setNaming(false)
            focusAt(0, 'new')
          }}
          onAdd={(name) => {
            onNew(name)
            setNaming(false)
            focusAt(0, 'new')
          }}
        />
      ) : (
        <div className={classes.inline}>
          {addable.length > 0 && (
            <Select
              className={classes.grow}
              aria-label={`${label}: ${addLabel}`}
              placeholder={addLabel}
              data={addable}
              value={null}
              searchable
              searchValue={search}
              onSearchChange={setSearch}
              nothingFoundMessage={t('nothingFound')}
              comboboxProps={{ transitionProps: { duration: 0 } }}
              onChange={(name) => {
                if (name !== null) onChange([...names, name])
                // what was looked for has been found: the next is looked for anew
                setSearch('')
              }}
            />
          )}
          {onNew && <NewButton onPress={() => setNaming(true)}>{newLabel}</NewButton>}
        </div>
      )}
    </fieldset>
  )
})
