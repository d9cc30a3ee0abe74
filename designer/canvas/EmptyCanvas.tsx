import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newLabel } from '../editing/edits/newLabel.ts'
import { addState } from '../editing/edits/states.ts'
import { useEdits } from '../editor/DraftContext.tsx'
import classes from './EmptyCanvas.module.css'
import { useSay } from './useDrawing.ts'

/** A pathway in which there is nothing yet: what comes first, and an example of it. */
export function EmptyCanvas() {
  const { t } = useTranslation('canvas')
  const { language } = useSay()
  const { edit } = useEdits()
  const [name, setName] = useState('')
  const add = (event: FormEvent): void => {
    event.preventDefault()
    const words = name.trim()
    if (words === '') return
    edit({ text: 'addState', values: { name: words } }, addState('', newLabel(words, language), 'phase'))
  }
  return (
    <div className={classes.empty}>
      <form onSubmit={add} className={classes.form}>
        <h2>{t('emptyTitle')}</h2>
        <p>{t('emptyText')}</p>
        <TextInput label={t('firstPhase')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" aria-disabled={name.trim() === ''}>
          {t('addFirst')}
        </Button>
      </form>
      <figure className={classes.example}>
        <figcaption>{t('example')}</figcaption>
        <div className={classes.drawn}>
          <div className={classes.sheet}>
            <strong>{t('exampleFirst')}</strong>
            <span>{t('exampleTask')}</span>
          </div>
          <div className={classes.line}>
            <span>{t('exampleTransition')}</span>
          </div>
          <div className={classes.sheet}>
            <strong>{t('exampleSecond')}</strong>
            <span>{t('exampleFollowUp')}</span>
          </div>
        </div>
      </figure>
    </div>
  )
}
