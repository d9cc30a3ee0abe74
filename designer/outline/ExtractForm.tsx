import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { criterionName, eventName, stateName } from '../../engine/pathway/words/index.ts'
import { api, done } from '../app/api.ts'
import { failureInWords } from '../app/failureInWords.ts'
import type { Language } from '../app/language.ts'
import { draftBody } from '../editing/draftBody.ts'
import { extractModule } from '../editing/edits/extract.ts'
import { type ExtractRefusal, extractRefusals } from '../editing/edits/extractRefusals.ts'
import { keyFrom } from '../editing/edits/names.ts'
import { newLabel } from '../editing/edits/newLabel.ts'
import { useEdits, useModel, useOpenDraft } from '../editor/DraftContext.tsx'
import { saveNew, takenIds } from '../home/startDraft.ts'
import type { DraftDocument } from '../model/document.ts'
import { stateIn } from '../model/thingAt.ts'
import { announce } from '../parts/Announcer.tsx'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
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
  const [wrong, setWrong] = useState<{ field?: 'name'; words: string }>()
  const [made, setMade] = useState<string>()
  const { isBusy, begin } = useOneAtATime()
  const refusals = made === undefined ? extractRefusals(document, state) : []
  const happensWhenDone = stateIn(document, state)?.onDone !== undefined

  const extract = async (): Promise<void> => {
    setWrong(undefined)
    try {
      const taken = await takenIds()
      const { now } = store.getState()
      const label = newLabel(title.trim(), language)
      const extraction = extractModule(now.document, now.layout, state, keyFrom(title, 'moduuli'), label, taken)
      // what else stands in the way is said above
      if (!('pathway' in extraction)) {
        if (extraction.reason === 'taken') setWrong({ field: 'name', words: t('refusal_taken') })
        return
      }
      // the new draft first: nothing is taken away here before it is kept there
      const draft = await saveNew({
        ...draftBody({ document: extraction.pathway, layout: extraction.layout }),
        basedOn: null,
      })
      if (store.getState().now.document !== now.document) {
        // what was made of the pathway as it was is of no use
        await done(api().DELETE('/api/v1/drafts/{draft}', { params: { path: { draft } } }))
        return setWrong({ words: t('extractChanged') })
      }
      edit({ text: 'extract', values: { name } }, extraction.edit)
      announce(t('extracted', { name: title }))
      setMade(draft)
    } catch (thrown) {
      setWrong({ words: t('extractFailed', { why: failureInWords(thrown, shell) }) })
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
        if (title.trim() !== '' && refusals.length === 0) begin(extract)
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
          {refusals.length > 0 && (
            <div role="alert" className={classes.refusals}>
              <p>{t('extractRefused')}</p>
              <ul>
                {refusals.map((refusal) => {
                  const words = refusalInWords(refusal, document)
                  return <li key={words}>{words}</li>
                })}
              </ul>
            </div>
          )}
          {refusals.length === 0 && (
            <>
              {happensWhenDone && <p className={classes.how}>{t('extractDone')}</p>}
              <TextInput
                label={t('extractName')}
                autoFocus
                value={title}
                error={wrong?.field && wrong.words}
                onChange={(event) => {
                  setTitle(event.currentTarget.value)
                  setWrong(undefined)
                }}
              />
            </>
          )}
          {wrong && wrong.field === undefined && (
            <p role="alert" className={classes.wrong}>
              {wrong.words}
            </p>
          )}
          <div className={classes.buttons}>
            {refusals.length === 0 && (
              <Button type="submit" size="compact-md" loading={isBusy}>
                {t('extractDo')}
              </Button>
            )}
            <Button
              size="compact-md"
              variant="subtle"
              color="gray"
              autoFocus={refusals.length > 0}
              onClick={() => onDone()}
            >
              {t(refusals.length > 0 ? 'close' : 'cancel')}
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
