import { useTranslation } from 'react-i18next'
import { stringOf, textOf } from '../../model/readValue.ts'
import { textIn } from '../../parts/inWords.ts'
import { FieldFindings } from '../FormFindings.tsx'
import { PickOne } from '../fields/PickOne.tsx'
import { useField } from '../fields/useField.ts'
import { useReader } from '../fields/useReader.ts'
import { usePublishedPathways } from './usePublishedPathways.ts'

/** Which of the published pathways a module runs. */
export function PathwayField() {
  const { t } = useTranslation('inspectorRules')
  const { language } = useReader()
  const { value, put } = useField(['pathway'], t('modulePathway'))
  const data = usePublishedPathways()
  const options = (data ?? []).map(({ pathway, title }) => ({
    value: pathway,
    label: textIn(textOf(title), language) || pathway,
  }))
  const chosen = stringOf(value)
  const isUnknown = data === undefined && chosen !== undefined && chosen !== ''
  return (
    <div>
      <PickOne
        label={t('modulePathway')}
        help={t('modulePathwayHelp')}
        value={chosen}
        options={isUnknown ? [{ value: chosen, label: chosen }] : options}
        onChange={(pathway) => {
          if (pathway !== undefined) put(pathway)
        }}
      />
      <FieldFindings at={['pathway']} />
    </div>
  )
}
