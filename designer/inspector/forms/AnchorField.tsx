import { useTranslation } from 'react-i18next'
import { isRecord } from '../../../engine/pathway/isRecord.ts'
import { setField } from '../../editing/edits/edit.ts'
import { isOfPathway, type Place } from '../../model/places.ts'
import { stringOf } from '../../model/readValue.ts'
import { FieldFindings } from '../FormFindings.tsx'
import { Choice } from '../fields/Choice.tsx'
import { FactPicker } from '../fields/FactPicker.tsx'
import { useField } from '../fields/useField.ts'
import { useReader } from '../fields/useReader.ts'

/** From when a follow-up is counted: entry to its state, the beginning of the pathway, or a date that is known of the client. */
export function AnchorField({ place }: { place: Place }) {
  const { t } = useTranslation('inspectorRules')
  const { document } = useReader()
  const { value, put } = useField(['anchor'], t('anchor'))
  const isFact = isRecord(value)
  const firstDate = Object.entries(document.facts ?? {}).find(([, fact]) => fact.type === 'date')?.[0]
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Choice
        label={t('anchor')}
        options={[
          { value: 'entry', label: t(isOfPathway(place) ? 'anchorEntryOfPathway' : 'anchorEntry') },
          { value: 'fact', label: t('anchorFact') },
        ]}
        value={isFact ? 'fact' : 'entry'}
        onChange={(next) => put(next === 'entry' ? undefined : { fact: firstDate ?? '' })}
      />
      {isFact && (
        <FactPicker
          label={t('anchorWhich')}
          help={t('anchorWhichHelp')}
          value={stringOf(value.fact)}
          ofType="date"
          onChange={(fact) => put({ fact })}
          onNew={(fact) => setField(place, ['anchor'], { fact })}
        />
      )}
      <FieldFindings at={['anchor']} />
    </div>
  )
}
