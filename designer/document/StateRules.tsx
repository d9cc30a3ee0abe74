import { useTranslation } from 'react-i18next'
import {
  draftStates,
  draftTransitions,
  followUpInWords,
  moduleInWords,
  taskName,
  transitionInWords,
} from '../../engine/pathway/words/index.ts'
import type { DraftState, DraftTransition } from '../model/document.ts'
import { useChildDocuments } from '../model/useChildDocuments.ts'
import type { DocumentPart } from './PathwayDocument.tsx'
import { RuleList } from './RuleList.tsx'

/** What a state promises in time, opens and starts, and the ways out of it; of the pathway itself under `''`. */
export function StateRules({ document, language, path }: DocumentPart & { path: string }) {
  const { t } = useTranslation('document', { lng: language })
  const state = draftStates(document).find((one) => one.path === path)
  const { followUps = {}, tasks = [], modules = {} } = (state?.definition ?? {}) as DraftState
  const children = useChildDocuments(Object.values(modules).map(({ pathway }) => pathway))
  if (!state) return null
  return (
    <>
      <RuleList
        title={t('promised')}
        language={language}
        rules={Object.entries(followUps).map(([name, { source }]) => ({
          key: name,
          words: followUpInWords(document, path, name, language),
          source,
        }))}
      />
      <RuleList
        title={t('tasks')}
        language={language}
        rules={tasks.map((name) => ({ key: name, words: taskName(document, name, language) }))}
      />
      <RuleList
        title={t('modules')}
        language={language}
        rules={Object.entries(modules).map(([name, { source }]) => ({
          key: name,
          words: moduleInWords(document, path, name, language, children),
          source,
        }))}
      />
      <RuleList
        title={t('ways')}
        language={language}
        rules={draftTransitions(document)
          .filter((transition) => transition.source === path)
          .map((transition) => ({
            key: transition.id,
            words: transitionInWords(document, transition, language),
            source: (transition.definition as DraftTransition).source,
          }))}
      />
    </>
  )
}
