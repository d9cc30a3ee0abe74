import { useTranslation } from 'react-i18next'
import { renameEvent, usesOf } from '../../editing/edits/listed.ts'
import { setTrigger } from '../../editing/edits/transitions.ts'
import { useEdits } from '../../editor/DraftContext.tsx'
import type { TransitionPlace } from '../../model/thingAt.ts'
import { KeyField } from '../fields/KeyField.tsx'
import { PickOne } from '../fields/PickOne.tsx'
import { useEvents } from '../fields/useEvents.ts'
import { useReader } from '../fields/useReader.ts'
import { usePlace } from '../PlaceContext.tsx'

/** The event that a transition answers: its key, here and wherever it is sent, or another event. */
export function EventField({ place }: { place: TransitionPlace }) {
  const { t } = useTranslation('inspectorRules')
  const { document } = useReader()
  const { edit } = useEdits()
  const { asSame } = usePlace()
  const events = useEvents()
  const options = [...events, { value: '*', label: t('anyEvent') }]
  return (
    <>
      {place.event !== '*' && (
        <KeyField
          label={t('eventKey')}
          help={t('eventKeyHelp')}
          value={place.event}
          form="event"
          isTaken={(key) => usesOf(document, 'event', key).length > 0}
          renaming={(key) => renameEvent(place.event, key)}
        />
      )}
      <PickOne
        label={t('sameEvent')}
        help={t('sameEventHelp')}
        value={place.event}
        options={options}
        onChange={(event) => {
          if (event === undefined || event === place.event) return
          asSame(() =>
            edit({ text: 'change', values: { field: t('sameEvent') } }, setTrigger(place, place.trigger, event)),
          )
        }}
      />
    </>
  )
}
