import { useTranslation } from 'react-i18next'
import { ChoiceAt } from '../fields/ChoiceAt.tsx'

/** What a suspension does to a date. */
export function WhenSuspendedField() {
  const { t } = useTranslation('inspectorThings')
  return (
    <ChoiceAt
      at={['whenSuspended']}
      label={t('whenSuspended')}
      byDefault="shift"
      options={[
        { value: 'shift', label: t('suspendedShift'), help: t('suspendedShiftHelp') },
        { value: 'keep', label: t('suspendedKeep'), help: t('suspendedKeepHelp') },
      ]}
    />
  )
}
