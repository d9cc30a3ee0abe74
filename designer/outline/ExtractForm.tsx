import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { criterionName, eventName, stateName } from '../../engine/pathway/words/index.ts'
import { answered, api, Refused } from '../app/api.ts'
import type { Language } from '../app/language.ts'
import { newLabel } from '../canvas/newLabel.ts'
import { type ExtractRefusal, extractModule } from '../editing/edits/extract.ts'
import { keyFrom } from '../editing/edits/names.ts'
import { useEdits, useModel, useOpenDraft } from '../editor/DraftContext.tsx'
import type { DraftDocument } from '../model/document.ts'
import { announce } from '../parts/Announcer.tsx'
import classes from './AddForm.module.css'
import { type OutlineText, transitionLabel } from './outlineRows.ts'

/** Makes a pathway of what is inside a state: a draft of its own, which this one runs as a module. */
export function ExtractForm({ state, onDone }: { state: string; onDone: (isChanged?: boolean) => void }) {
  const { t, i18n } = useTranslation('outline')
  const language = i18n.language as Language
  const { document } = useModel()
  const { store } = useOpenDraft()
  const { edit } = useEdits()
  const name = stateName(document, state, language)
  const [title, setTitle] = useState(name)
  const [wrong, setWrong] = useState<string>()
  const [made, setMade] = useState<string>()

  const extract = async (): Promise<void> => {
    const { now } = store.getState()
    const key = keyFrom(title, 'moduuli')
    const extraction = extractModule(now.document, now.layout, state, key, newLabel(title.trim(), language))
    if (!('pathway' in extraction)) return setWrong(refusalInWords(extraction, now.document))
    const draft = `${key.slice(0, 40)}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`
    const { positions, collapsed = [] } = extraction.layout
    try {
      const body = {
        document: { ...extraction.pathway },
        layout: { positions: { ...positions }, collapsed: [...collapsed] },
        basedOn: null,
      }
      // the new draft first: nothing is taken away here before it is kept there
      await answered(api().PUT('/api/v1/drafts/{draft}', { params: { path: { draft } }, body }))
    } catch (thrown) {
      const why = thrown instanceof Refused ? (thrown.problem.detail ?? thrown.problem.title) : t('extractTitle')
      return setWrong(t('extractFailed', { why }))
    }
    edit({ text: 'extract', values: { name } }, extraction.edit)
    announce(t('extracted', { name: title }))
    setMade(draft)
  }
  const refusalInWords = (refusal: ExtractRefusal, now: DraftDocument): string => {
    const text = `refusal_${refusal.reason}` as const
    switch (refusal.reason) {
      case 'wayIn':
      case 'wayOut': {
        const say = (one: OutlineText): string => t(one as 'tree')
        const label = transitionLabel(now, refusal.transition, { language, t: say, open: new Set() })
        return t(text, { name: label })
      }
      case 'jump':
        return t(text, { name: stateName(now, refusal.state, language) })
      case 'event':
        return t(text, { name: eventName(now, refusal.event, language) })
      case 'clock':
      case 'counted':
        return t(text, { name: criterionName(now, refusal.criterion, language) })
      default:
        return t(text)
    }
  }
  return (
    <form
      className={classes.form}
      data-own-undo
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (title.trim() !== '') void extract()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onDone(made !== undefined)
      }}
    >
      <p className={classes.what}>{t('extractTitle')}</p>
      {made === undefined ? (
        <>
          <p className={classes.how}>{t('extractHow', { name })}</p>
          <TextInput
            label={t('extractName')}
            autoFocus
            value={title}
            error={wrong}
            onChange={(event) => {
              setTitle(event.currentTarget.value)
              setWrong(undefined)
            }}
          />
          <div className={classes.buttons}>
            <Button type="submit" size="compact-md">
              {t('extractDo')}
            </Button>
            <Button size="compact-md" variant="subtle" color="gray" onClick={() => onDone()}>
              {t('cancel')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={classes.how}>{t('extracted', { name: title })}</p>
          <div className={classes.buttons}>
            <Button component="a" href={`/drafts/${made}`} target="_blank" rel="noreferrer" size="compact-md" autoFocus>
              {t('extractOpen')}
            </Button>
            <Button size="compact-md" variant="subtle" color="gray" onClick={() => onDone(true)}>
              {t('close')}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}
