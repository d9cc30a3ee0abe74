import { useTranslation } from 'react-i18next'
import { isRecord } from '../../../engine/pathway/isRecord.ts'
import { stringOf } from '../../model/readValue.ts'
import { FieldFindings } from '../FormFindings.tsx'
import { Choice } from '../fields/Choice.tsx'
import { EventPicker } from '../fields/EventPicker.tsx'
import { useEvents } from '../fields/useEvents.ts'
import { useField } from '../fields/useField.ts'

/** When a module begins. */
export function StartField() {
  const { t } = useTranslation('inspectorRules')
  const { value, put } = useField(['start'], t('start'))
  const [first] = useEvents()
  const now = isRecord(value) ? 'event' : value === 'adHoc' ? 'adHoc' : 'entry'
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Choice
        label={t('start')}
        options={[
          { value: 'entry', label: t('startEntry') },
          { value: 'adHoc', label: t('startAdHoc') },
          { value: 'event', label: t('startEvent') },
        ]}
        value={now}
        onChange={(next) => {
          if (next !== now)
            put(next === 'entry' ? undefined : next === 'adHoc' ? 'adHoc' : { event: first?.value ?? 'aloita' })
        }}
      />
      {isRecord(value) && (
        <EventPicker
          label={t('startWhich')}
          value={stringOf(value.event)}
          onChange={(event) => {
            if (event !== undefined) put({ event })
          }}
        />
      )}
      <FieldFindings at={['start']} />
    </div>
  )
}
