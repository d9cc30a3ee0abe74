import { useTranslation } from 'react-i18next'
import { followUpInWords, moduleInWords } from '../../../engine/pathway/words/index.ts'
import { addFollowUp, addModule } from '../../editing/edits/inState.ts'
import { keyFrom } from '../../editing/edits/names.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { useEdits, useModel } from '../../editor/DraftContext.tsx'
import type { Place } from '../../model/places.ts'
import { useChildDocuments } from '../../model/useChildDocuments.ts'
import { ListedLinks } from '../fields/ListedLinks.tsx'
import { TasksAt } from '../fields/TasksAt.tsx'
import { useReader } from '../fields/useReader.ts'
import { focusInspector } from '../PlaceLink.tsx'
import { Section } from '../Section.tsx'

/** What happens while one is in a state: tasks, follow-ups, modules. */
export function PromisesPart({ state }: { state: string }) {
  const { t } = useTranslation('inspector')
  const { document, language } = useReader()
  const { edit } = useEdits()
  const definition = useModel().states.get(state)?.definition
  const children = useChildDocuments(Object.values(definition?.modules ?? {}).map(({ pathway }) => pathway))
  const placesOf = (kind: 'followUp' | 'module') =>
    Object.keys((kind === 'followUp' ? definition?.followUps : definition?.modules) ?? {}).map((name) => ({
      key: name,
      place: { kind, state, name } as const,
    }))
  const inWords = (place: Place): string => {
    if (place.kind === 'followUp') return followUpInWords(document, state, place.name, language)
    return place.kind === 'module' ? moduleInWords(document, state, place.name, language, children) : ''
  }
  return (
    <Section
      title={state === '' ? t('everywhere') : t('meanwhile')}
      {...(state === '' && { help: t('everywhereHelp') })}
    >
      <TasksAt at={['tasks']} label={t('tasks')} help={t(state === '' ? 'tasksOfPathwayHelp' : 'tasksHelp')} />
      <ListedLinks
        label={t('followUps')}
        help={t('followUpsHelp')}
        places={placesOf('followUp')}
        below={inWords}
        newLabel={t('newFollowUp')}
        newName={t('newFollowUpName')}
        onNew={(name) => {
          const definition = { label: newLabel(name, language), every: 'P1M', shift: 'nextWorkingDay' } as const
          edit({ text: 'addFollowUp', values: { name } }, addFollowUp(state, keyFrom(name, 'seuranta'), definition))
          focusInspector()
        }}
      />
      <ListedLinks
        label={t('modules')}
        help={t('modulesHelp')}
        places={placesOf('module')}
        below={inWords}
        newLabel={t('newModule')}
        newName={t('newModuleName')}
        onNew={(name) => {
          const definition = { label: newLabel(name, language), pathway: '' }
          edit({ text: 'addThing', values: { name } }, addModule(state, keyFrom(name, 'moduuli'), definition))
          focusInspector()
        }}
      />
    </Section>
  )
}
