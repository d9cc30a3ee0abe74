import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setField } from '../editing/edits/edit.ts'
import { useEdits, useModel } from '../editor/DraftContext.tsx'
import { textIn } from '../parts/inWords.ts'
import { useCanvasFocus } from './CanvasFocus.tsx'
import classes from './RenameInPlace.module.css'
import { useSay } from './useDrawing.ts'

/** The name of a state, written on its sheet. Enter keeps it, Escape leaves it as it was. */
export function RenameInPlace({ state }: { state: string }) {
  const { t } = useTranslation('canvas')
  const { language } = useSay()
  const model = useModel()
  const { edit } = useEdits()
  const { endRenaming } = useCanvasFocus()
  const input = useRef<HTMLInputElement>(null)
  const definition = model.states.get(state)?.definition
  const label = definition?.phase?.label ?? definition?.label
  const [name, setName] = useState(label ? textIn(label, language) : '')

  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])

  const keep = (isByKey: boolean): void => {
    const words = name.trim()
    if (words !== '' && words !== (label && textIn(label, language))) {
      const field = definition?.phase ? ['phase', 'label'] : ['label']
      // a pathway is written in Finnish first: what has no Finnish yet gets this
      const next = { ...label, [language]: words, fi: language === 'fi' ? words : (label?.fi ?? words) }
      edit({ text: 'rename', values: { name: words } }, setField({ kind: 'state', state }, field, next))
    }
    endRenaming(isByKey)
  }
  return (
    <input
      ref={input}
      data-own-undo
      className={`nodrag nopan ${classes.name}`}
      value={name}
      aria-label={t('nameOfState')}
      onChange={(event) => setName(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => keep(false)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') keep(true)
        if (event.key === 'Escape') endRenaming(true)
      }}
    />
  )
}
