import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ValueField } from './ValueField.tsx'
import classes from './Walk.module.css'
import { useWalking } from './WalkContext.tsx'
import type { FactValue } from './walkTypes.ts'
import { factDefinition, factInWords, factValueInWords } from './walkWords.ts'

/** Above this many facts they can be searched. */
const many = 12

/** What is known of the client, and fields to record one fact or several at once. */
export function Facts({ wanted, onWanted }: { wanted: string | undefined; onWanted: () => void }) {
  const { t } = useTranslation('walk')
  const { document, point, words, isNow, take, writing, write } = useWalking()
  const [filter, setFilter] = useState('')
  const known = new Map(point.facts.map((fact) => [fact.name, fact]))
  // facts of modules are the client's too
  const names = [...new Set([...Object.keys(document.facts ?? {}), ...known.keys(), ...writing.keys()])]
  const labelOf = (name: string): string => factInWords(words, { module: null, name, label: known.get(name)?.label })
  const sought = filter.trim().toLowerCase()
  const shown = names.filter((name) => writing.has(name) || labelOf(name).toLowerCase().includes(sought))
  const written = [...writing].filter((entry): entry is [string, FactValue] => entry[1] !== undefined)

  const record = (event: FormEvent): void => {
    event.preventDefault()
    if (written.length === 0) return
    take({ do: 'record', facts: Object.fromEntries(written) })
    write(new Map())
  }
  const set = (name: string, value: FactValue | undefined): void => write(new Map([...writing, [name, value]]))
  const close = (name: string): void => write(new Map([...writing].filter(([other]) => other !== name)))
  const goTo = useCallback(
    (field: HTMLElement | null) => {
      if (!field) return
      field.focus()
      onWanted()
    },
    [onWanted],
  )

  return (
    <section aria-labelledby="walk-facts">
      <h3 id="walk-facts" className={classes.heading}>
        {t('facts')}
      </h3>
      {names.length === 0 && <p className={classes.quiet}>{t('noFacts')}</p>}
      {names.length > many && (
        <TextInput
          aria-label={t('filterFacts')}
          placeholder={t('filterFacts')}
          value={filter}
          onChange={({ currentTarget }) => setFilter(currentTarget.value)}
        />
      )}
      <form onSubmit={record}>
        <ul className={classes.plain}>
          {shown.map((name) => {
            const label = labelOf(name)
            const fact = known.get(name)
            if (writing.has(name) && isNow) {
              return (
                <li key={name} className={classes.field}>
                  <ValueField
                    type={factDefinition(words, null, name)}
                    label={label}
                    value={writing.get(name)}
                    onChange={(value) => set(name, value)}
                    fieldRef={name === wanted ? goTo : undefined}
                  />
                  <Button
                    size="compact-md"
                    variant="subtle"
                    color="gray"
                    onClick={() => close(name)}
                    aria-label={`${t('cancel')}: ${label}`}
                  >
                    {t('cancel')}
                  </Button>
                </li>
              )
            }
            return (
              <li key={name} className={classes.fact}>
                <span>{label}</span>
                <span className={fact && !fact.isExpired ? classes.day : classes.quiet}>
                  {fact ? factValueInWords(words, { module: null, name }, fact.value) : t('notKnown')}
                  {fact?.isExpired && ` (${t('expired')})`}
                </span>
                {isNow && point.status === 'active' && (
                  <Button
                    size="compact-md"
                    variant="subtle"
                    aria-label={t(fact ? 'change' : 'recordOne', { name: label })}
                    onClick={() => {
                      set(name, undefined)
                    }}
                  >
                    {t(fact ? 'changeShort' : 'record')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
        {isNow && writing.size > 0 && (
          <Button type="submit" disabled={written.length === 0}>
            {t('recordThese', { count: Math.max(1, written.length) })}
          </Button>
        )}
      </form>
    </section>
  )
}
