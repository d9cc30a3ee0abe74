import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { criterionName, eventName, stateName } from '../../engine/pathway/words/index.ts'
import { answered, api } from '../app/api.ts'
import { failureInWords } from '../app/failureInWords.ts'
import type { Language } from '../app/language.ts'
import { extractModule } from '../editing/edits/extract.ts'
import type { ExtractRefusal } from '../editing/edits/extractRefusal.ts'
import { keyFrom } from '../editing/edits/names.ts'
import { newLabel } from '../editing/edits/newLabel.ts'
import { useEdits, useModel, useOpenDraft } from '../editor/DraftContext.tsx'
import { saveNew } from '../home/startDraft.ts'
import type { DraftDocument } from '../model/document.ts'
import { announce } from '../parts/Announcer.tsx'
import classes from './AddForm.module.css'
import { type OutlineText, transitionLabel } from './outlineRows.ts'

/** Makes a pathway of what is inside a state: a draft of its own, which this one runs as a module. */
export function ExtractForm({ state, onDone }: { state: string; onDone: (isChanged?: boolean) => void }) {
  const { t, i18n } = useTranslation('outline')
  const { t: shell } = useTranslation()
  const language = i18n.language as Language
  const { document } = useModel()
  const { store } = useOpenDraft()
  const { edit } = useEdits()
  const name = stateName(document, state, language)
  const [title, setTitle] = useState(name)
  const [wrong, setWrong] = useState<string>()
  const [made, setMade] = useState<string>()

  const extract = async (): Promise<void> => {
    try {
      const { items } = await answered(api().GET('/api/v1/pathways'))
      const published = items.map(({ pathway }) => pathway)
      const { now } = store.getState()
      const label = newLabel(title.trim(), language)
      const extraction = extractModule(now.document, now.layout, state, keyFrom(title, 'moduuli'), label, published)
      if (!('pathway' in extraction)) return setWrong(refusalInWords(extraction, now.document))
      const { positions, collapsed = [] } = extraction.layout
      // the new draft first: nothing is taken away here before it is kept there
      const draft = await saveNew({
        document: { ...extraction.pathway },
        layout: { positions: { ...positions }, collapsed: [...collapsed] },
        basedOn: null,
      })
      edit({ text: 'extract', values: { name } }, extraction.edit)
      announce(t('extracted', { name: title }))
      setMade(draft)
    } catch (thrown) {
      setWrong(t('extractFailed', { why: failureInWords(thrown, shell) }))
    }
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
