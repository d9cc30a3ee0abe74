import { useTranslation } from 'react-i18next'
import { StringAt } from '../fields/StringAt.tsx'

/** Where the rule comes from. */
export function SourceField({ at = ['source'] }: { at?: readonly (string | number)[] }) {
  const { t } = useTranslation('inspector')
  return <StringAt at={at} label={t('source')} help={t('sourceHelp')} />
}
