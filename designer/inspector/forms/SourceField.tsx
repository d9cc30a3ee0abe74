import { useTranslation } from 'react-i18next'
import { steady } from '../../parts/steady.tsx'
import { StringAt } from '../fields/StringAt.tsx'

/** Where the rule comes from. */
export const SourceField = steady(function SourceField({ at = ['source'] }: { at?: readonly (string | number)[] }) {
  const { t } = useTranslation('inspector')
  return <StringAt at={at} label={t('source')} help={t('sourceHelp')} />
})
