import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '../fields/Choice.tsx'
import { StringAt } from '../fields/StringAt.tsx'
import { useField } from '../fields/useField.ts'

/** How a document writes that the client has consented. */
const consent = 'consent'

/** On what something is kept and shown: a section of law, or the client's consent. */
export function BasisField() {
  const { t } = useTranslation('inspectorThings')
  const { value, put } = useField(['basis'], t('basis'))
  // a law is chosen before its section is written
  const [isLaw, setLaw] = useState(false)
  const basis = value === consent ? consent : value !== undefined || isLaw ? 'law' : 'none'
  return (
    <>
      <Choice
        label={t('basis')}
        help={t('basisHelp')}
        options={[
          { value: 'none', label: t('basisNone') },
          { value: 'law', label: t('basisLaw') },
          { value: consent, label: t('basisConsent') },
        ]}
        value={basis}
        onChange={(chosen) => {
          if (chosen === basis) return
          setLaw(chosen === 'law')
          if (value !== undefined || chosen === consent) put(chosen === consent ? consent : undefined)
        }}
      />
      {basis === 'law' && <StringAt at={['basis']} label={t('basisSection')} help={t('basisSectionHelp')} />}
    </>
  )
}
