import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useReader } from '../fields/useReader.ts'
import { type NamedValue, namedValues } from './namedValues.ts'

/** What criteria of the document may ask about, in the reader's language. */
export function useValueNames(): readonly NamedValue[] {
  const { t } = useTranslation('inspectorRules')
  const { document, language } = useReader()
  return useMemo(
    () => namedValues(document, language, (text, values) => t(text, values ?? {})),
    [document, language, t],
  )
}
