import { useTranslation } from 'react-i18next'
import { renamePathway } from '../../editing/edits/targetIds.ts'
import { useDraft, useModel } from '../../editor/DraftContext.tsx'
import { Choice } from '../fields/Choice.tsx'
import { ChoiceAt } from '../fields/ChoiceAt.tsx'
import { DurationAt } from '../fields/DurationAt.tsx'
import { KeyField } from '../fields/KeyField.tsx'
import { StringAt } from '../fields/StringAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { useField } from '../fields/useField.ts'
import { useReader } from '../fields/useReader.ts'
import { WordsAt } from '../fields/WordsAt.tsx'
import { Folded, Section } from '../Section.tsx'
import { InsidePart } from './InsidePart.tsx'
import { ListsPart } from './ListsPart.tsx'
import { PromisesPart } from './PromisesPart.tsx'
import { SystemFields } from './SystemFields.tsx'
import { usePublishedPathways } from './usePublishedPathways.ts'
import { WaysPart } from './WaysPart.tsx'

/** The pathway as a whole. */
export default function PathwayForm() {
  const { t } = useTranslation('inspector')
  const { document } = useReader()
  const { states } = useModel()
  const { past } = useDraft(({ history }) => history)
  const published = usePublishedPathways() ?? []
  const isTaken = (id: string): boolean => {
    if (id === 'schema' || [...states.values()].some(({ definition }) => definition.id === id)) return true
    // what was its own since it was opened may be so again
    const wasOwn = past.some(({ before }) => before.document.id === id)
    return !wasOwn && published.some(({ pathway }) => pathway === id)
  }
  const calendar = useField(['calendar'], t('calendar'))
  return (
    <>
      <TextAt at={['title']} label={t('name')} isRequired />
      <TextAt at={['description']} label={t('description')} help={t('pathwayDescriptionHelp')} isLong />
      <InsidePart state="" />
      <ListsPart />
      <PromisesPart state="" />
      <WaysPart state="" />
      <Section title={t('rules')}>
        <DurationAt at={['review']} label={t('review')} help={t('reviewHelp')} isOptional />
        <DurationAt at={['backDating']} label={t('backDating')} help={t('backDatingHelp')} isOptional />
        <ChoiceAt
          at={['recordClass']}
          label={t('recordClass')}
          byDefault="employment"
          options={[
            { value: 'employment', label: t('recordEmployment'), help: t('recordEmploymentHelp') },
            { value: 'socialCare', label: t('recordSocialCare'), help: t('recordSocialCareHelp') },
          ]}
        />
        <Choice
          label={t('calendar')}
          help={t('calendarHelp')}
          options={[{ value: 'fi', label: t('calendarFi') }]}
          value="fi"
          onChange={calendar.put}
        />
        <WordsAt at={['sources']} label={t('sources')} help={t('sourcesHelp')} />
      </Section>
      <Folded title={t('identifiers')} help={t('identifiersHelp')}>
        <KeyField
          label={t('key')}
          help={t('pathwayKeyHelp')}
          value={document.id}
          isTaken={isTaken}
          renaming={renamePathway}
        />
        <StringAt at={['$schema']} label={t('schema')} help={t('schemaHelp')} />
        <SystemFields />
      </Folded>
    </>
  )
}
