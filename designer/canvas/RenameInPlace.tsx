import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stateName } from '../../engine/pathway/words/index.ts'
import { renameForPeople } from '../editing/edits/renameForPeople.ts'
import { useEdits, useModel } from '../editor/DraftContext.tsx'
import { useCanvasFocus } from './CanvasFocus.tsx'
import classes from './RenameInPlace.module.css'
import { useSay } from './useDrawing.ts'

/** The name of a state, written on its sheet. Enter keeps it, Escape leaves it as it was. */
export function RenameInPlace({ state }: { state: string }) {
  const { t } = useTranslation('canvas')
  const { language } = useSay()
  const { document } = useModel()
  const { edit } = useEdits()
  const { endRenaming } = useCanvasFocus()
  const input = useRef<HTMLInputElement>(null)
  const before = stateName(document, state, language)
  const [name, setName] = useState(before)

  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])

  const keep = (isByKey: boolean): void => {
    const words = name.trim()
    if (words !== '' && words !== before) {
      const renamed = renameForPeople(document, { kind: 'state', state }, words, language)
      edit({ text: 'rename', values: { name: words } }, renamed)
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
