import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../app/language.ts'
import { useEdits, useModel } from '../editor/DraftContext.tsx'
import type { Place } from '../model/places.ts'
import { announce } from '../parts/Announcer.tsx'
import { renameForPeople } from './labels.ts'
import classes from './OutlineTree.module.css'

/** The name of a row, written in its place. Enter keeps it, Escape leaves it as it was. */
export function RenameField({ place, name, onDone }: { place: Place; name: string; onDone: () => void }) {
  const { t, i18n } = useTranslation('outline')
  const { document } = useModel()
  const { edit } = useEdits()
  const [words, setWords] = useState(name)
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const done = (isKept: boolean): void => {
    if (isDone.current) return
    isDone.current = true
    const said = words.trim()
    if (isKept && said !== '' && said !== name) {
      edit(
        { text: 'rename', values: { name: said } },
        renameForPeople(document, place, said, i18n.language as Language),
      )
      announce(t('renamed', { name: said }))
    }
    onDone()
  }
  return (
    <input
      ref={input}
      data-own-undo
      className={classes.rename}
      aria-label={t('newName', { what: name })}
      value={words}
      onChange={(event) => setWords(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={() => done(true)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') done(true)
        if (event.key === 'Escape') done(false)
      }}
    />
  )
}
