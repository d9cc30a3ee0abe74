import { useTranslation } from 'react-i18next'
import { ChoiceAt } from '../fields/ChoiceAt.tsx'

/** How what a fact or a task holds may be shown and used. */
export function ClassField() {
  const { t } = useTranslation('inspectorThings')
  return (
    <ChoiceAt
      at={['class']}
      label={t('class')}
      byDefault="ordinary"
      options={[
        { value: 'ordinary', label: t('classOrdinary'), help: t('classOrdinaryHelp') },
        { value: 'health', label: t('classHealth'), help: t('classHealthHelp') },
        { value: 'profiling', label: t('classProfiling'), help: t('classProfilingHelp') },
        { value: 'confidential', label: t('classConfidential'), help: t('classConfidentialHelp') },
      ]}
    />
  )
}
