import { useTranslation } from 'react-i18next'
import { exitInWords, suspensionInWords } from '../../engine/pathway/words/index.ts'
import type { DocumentPart } from './PathwayDocument.tsx'
import { RuleList } from './RuleList.tsx'

/** Why a journey may end before its end, or stand still. */
export function EndingsList({ document, language }: DocumentPart) {
  const { t } = useTranslation('document', { lng: language })
  const exits = Object.entries(document.exits ?? {})
  const suspensions = Object.entries(document.suspensions ?? {})
  return (
    <>
      {exits.length > 0 && (
        <section>
          <h2>{t('exits')}</h2>
          <RuleList
            language={language}
            rules={exits.map(([name, { source }]) => ({
              key: name,
              words: exitInWords(document, name, language),
              source,
            }))}
          />
        </section>
      )}
      {suspensions.length > 0 && (
        <section>
          <h2>{t('suspensions')}</h2>
          <RuleList
            language={language}
            rules={suspensions.map(([name, { source }]) => ({
              key: name,
              words: suspensionInWords(document, name, language),
              source,
            }))}
          />
        </section>
      )}
    </>
  )
}
