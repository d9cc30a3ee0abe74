import { useTranslation } from 'react-i18next'
import type { Language } from '../../engine/pathway/words/index.ts'
import classes from './PathwayDocument.module.css'

/** A rule: its sentences, and where it comes from. */
export function Rule({ words, source, language }: { words: string; source: string | undefined; language: Language }) {
  const { t } = useTranslation('document', { lng: language })
  return (
    <>
      {words}
      {source !== undefined && ' '}
      {source !== undefined && <span className={classes.source}>({t('source', { source })})</span>}
    </>
  )
}
