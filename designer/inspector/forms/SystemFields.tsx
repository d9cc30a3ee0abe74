import { useTranslation } from 'react-i18next'
import { ActionsAt } from '../fields/ActionsAt.tsx'
import { ValuesAt } from '../fields/ValuesAt.tsx'
import { WordsAt } from '../fields/WordsAt.tsx'

/** What only other systems read of a state or the pathway. */
export function SystemFields() {
  const { t } = useTranslation('inspector')
  return (
    <>
      <ActionsAt at={['entry']} label={t('entryActions')} help={t('actionsHelp')} />
      <ActionsAt at={['exit']} label={t('exitActions')} />
      <WordsAt at={['tags']} label={t('tags')} />
      <ValuesAt at={['meta']} label={t('meta')} help={t('metaHelp')} />
    </>
  )
}
