import { useTranslation } from 'react-i18next'
import { ChoiceAt } from '../fields/ChoiceAt.tsx'

/** How a journey has ended that comes to this end. */
export function OutcomeField({ at }: { at: readonly string[] }) {
  const { t } = useTranslation('inspectorThings')
  return (
    <ChoiceAt
      at={at}
      label={t('outcome')}
      options={[
        { value: 'completed', label: t('outcomeCompleted'), help: t('outcomeCompletedHelp') },
        { value: 'interrupted', label: t('outcomeInterrupted'), help: t('outcomeInterruptedHelp') },
        { value: 'transferred', label: t('outcomeTransferred'), help: t('outcomeTransferredHelp') },
        { value: 'removed', label: t('outcomeRemoved'), help: t('outcomeRemovedHelp') },
      ]}
    />
  )
}
