import { useTranslation } from 'react-i18next'
import { ChoiceAt } from '../fields/ChoiceAt.tsx'

/** What a transition or an end does to the client. */
export function EffectField() {
  const { t } = useTranslation('inspectorThings')
  return (
    <ChoiceAt
      at={['effect']}
      label={t('effect')}
      byDefault="none"
      options={[
        { value: 'none', label: t('effectNone'), help: t('effectNoneHelp') },
        { value: 'service', label: t('effectService'), help: t('effectServiceHelp') },
        { value: 'rights', label: t('effectRights'), help: t('effectRightsHelp') },
      ]}
    />
  )
}
