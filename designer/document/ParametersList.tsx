import { useTranslation } from 'react-i18next'
import { parameterName, valueInWords } from '../../engine/pathway/words/index.ts'
import type { DocumentPart } from './PathwayDocument.tsx'
import { RuleList } from './RuleList.tsx'

/** What the field leaves open: the value that counts here, and whether a source gives it. */
export function ParametersList({
  document,
  language,
  parameters: chosen = {},
}: DocumentPart & {
  /** values that a version was published with, where they differ from the defaults */
  parameters: Readonly<Record<string, unknown>> | undefined
}) {
  const { t } = useTranslation('document', { lng: language })
  const parameters = Object.entries(document.parameters ?? {})
  if (parameters.length === 0) return null
  return (
    <section>
      <h2>{t('parameters')}</h2>
      <RuleList
        language={language}
        rules={parameters.map(([name, parameter]) => {
          const usual = valueInWords(parameter.default, parameter, language)
          const value = Object.hasOwn(chosen, name) ? valueInWords(chosen[name], parameter, language) : usual
          const words = [
            `${parameterName(document, name, language)}: ${value}.`,
            value === usual ? '' : t('default', { value: usual }),
            parameter.origin === 'ours' ? t('ours') : t('fromSource'),
          ]
          return { key: name, words: words.filter((one) => one !== '').join(' '), source: parameter.source }
        })}
      />
    </section>
  )
}
