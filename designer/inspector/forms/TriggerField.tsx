import { useTranslation } from 'react-i18next'
import { delayOf } from '../../../engine/pathway/parameters.ts'
import type { DurationRef } from '../../../engine/pathway/values.ts'
import { language } from '../../app/language.ts'
import { keyFrom } from '../../editing/edits/names.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { setTrigger } from '../../editing/edits/transitions.ts'
import { useEdits } from '../../editor/DraftContext.tsx'
import { placeKey, type Trigger } from '../../model/places.ts'
import { type TransitionPlace, transitionAt } from '../../model/thingAt.ts'
import { Choice } from '../fields/Choice.tsx'
import { DurationInput } from '../fields/DurationInput.tsx'
import { useReader } from '../fields/useReader.ts'
import { newKey, withNew } from '../fields/useRoles.ts'
import { usePlace } from '../PlaceContext.tsx'

/** What drives a transition: somebody, time, facts, or that all inside has ended. */
export function TriggerField({ place }: { place: TransitionPlace }) {
  const { t } = useTranslation('inspectorRules')
  const { document } = useReader()
  const { asSame } = usePlace()
  const { edit } = useEdits()
  const label = t('trigger')
  const change = (trigger: Trigger, event: string): void => {
    if (trigger === place.trigger && event === place.event) return
    asSame(() => edit({ text: 'change', values: { field: label } }, setTrigger(place, trigger, event)))
  }
  const turnTo = (trigger: Trigger): void => {
    const name = transitionAt(document, place)?.label?.fi ?? ''
    change(trigger, trigger === 'on' ? keyFrom(name, 'siirtyma') : trigger === 'after' ? 'P1M' : trigger)
  }
  const makeParameter = (name: string): void => {
    const key = newKey(document, 'parameter', name, 'asetus')
    const definition = {
      type: 'duration',
      label: newLabel(name, language()),
      default: delayOf(place.event),
      origin: 'ours',
    }
    asSame(() =>
      edit(
        { text: 'addThing', values: { name } },
        withNew('parameter', key, definition, setTrigger(place, 'after', key)),
      ),
    )
  }
  return (
    <>
      <Choice
        label={label}
        options={[
          { value: 'on', label: t('triggerOn'), help: t('triggerOnHelp') },
          { value: 'after', label: t('triggerAfter'), help: t('triggerAfterHelp') },
          { value: 'always', label: t('triggerAlways'), help: t('triggerAlwaysHelp') },
          // of the pathway itself nothing is left to do when all inside is done
          ...(place.state === ''
            ? []
            : [{ value: 'onDone' as const, label: t('triggerOnDone'), help: t('triggerOnDoneHelp') }]),
        ]}
        value={place.trigger}
        onChange={turnTo}
      />
      {place.trigger === 'after' && (
        <DurationInput
          id={`${placeKey({ ...place, event: 'after' })}/delay`}
          label={t('delay')}
          help={t('delayHelp')}
          value={delayOf(place.event)}
          without={['workingDays']}
          onChange={(duration) => {
            const key = keyOfDuration(duration)
            if (key !== undefined) change('after', key)
          }}
          onMakeParameter={makeParameter}
        />
      )}
    </>
  )
}

/** As `delayOf` reads it. */
function keyOfDuration(duration: DurationRef | undefined): string | undefined {
  if (duration === undefined || typeof duration === 'string') return duration
  if ('parameter' in duration) return duration.parameter
  return 'milliseconds' in duration ? String(duration.milliseconds) : undefined
}
