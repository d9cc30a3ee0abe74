import { useTranslation } from 'react-i18next'
import { taskInWords } from '../../../engine/pathway/words/index.ts'
import { removeListed } from '../../editing/edits/listed.ts'
import { DurationAt } from '../fields/DurationAt.tsx'
import { NumberAt } from '../fields/NumberAt.tsx'
import { RoleAt } from '../fields/RoleAt.tsx'
import { RolesAt } from '../fields/RolesAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { Uses } from '../fields/Uses.tsx'
import { useReader } from '../fields/useReader.ts'
import { usePlace } from '../PlaceContext.tsx'
import { RemoveThing } from '../RemoveThing.tsx'
import { Section, Sentence } from '../Section.tsx'
import { BasisField } from './BasisField.tsx'
import { ChecklistField } from './ChecklistField.tsx'
import { ClassField } from './ClassField.tsx'
import { FormFieldsField } from './FormFieldsField.tsx'
import { ListedIdentifiers } from './ListedIdentifiers.tsx'
import { SourceField } from './SourceField.tsx'
import { WhenSuspendedField } from './WhenSuspendedField.tsx'

/** Work for a person. */
export default function TaskForm() {
  const { t } = useTranslation('inspectorThings')
  const { place } = usePlace()
  const { document, language } = useReader()
  if (place.kind !== 'task') return null
  return (
    <>
      <Sentence>{taskInWords(document, place.name, language)}</Sentence>
      <TextAt at={['label']} label={t('name')} isRequired />
      <TextAt at={['description']} label={t('description')} help={t('taskDescriptionHelp')} isLong />
      <Section title={t('whoAndWhen')}>
        <RoleAt at={['role']} label={t('taskRole')} help={t('taskRoleHelp')} />
        <RolesAt at={['parties']} label={t('parties')} help={t('partiesHelp')} />
        <DurationAt at={['due']} label={t('due')} help={t('dueHelp')} isOptional />
        <RoleAt at={['escalateTo']} label={t('escalateTo')} isOptional nothing={t('escalateToNone')} />
        <WhenSuspendedField />
        <NumberAt
          at={['durationMinutes']}
          label={t('durationMinutes')}
          help={t('durationMinutesHelp')}
          unit={t('minutesUnit')}
          min={1}
          max={1440}
          isWhole
        />
      </Section>
      <Section title={t('formAndChecklist')}>
        <FormFieldsField />
        <ChecklistField />
      </Section>
      <Section title={t('whoSees')}>
        <RolesAt at={['readers']} label={t('taskReaders')} help={t('taskReadersHelp')} />
        <ClassField />
        <BasisField />
      </Section>
      <SourceField />
      <Uses kind="task" name={place.name} />
      <ListedIdentifiers kind="task" name={place.name} />
      <RemoveThing text="removeEverywhere" edit={removeListed('task', place.name)} help={t('removeTaskHelp')} />
    </>
  )
}
