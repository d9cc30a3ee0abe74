import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { reorderTransition } from '../../editing/edits/transitions.ts'
import { useEdits, useModel } from '../../editor/DraftContext.tsx'
import { placeKey } from '../../model/places.ts'
import type { TransitionPlace } from '../../model/thingAt.ts'
import { ActionIcon } from '../fields/controls.ts'
import classes from '../fields/fields.module.css'
import { useReader } from '../fields/useReader.ts'
import { usePlace } from '../PlaceContext.tsx'
import { PlaceLink } from '../PlaceLink.tsx'
import { thingName } from '../thingName.ts'

/** The turn of a transition among those of the same event: the first whose criteria are not false decides. */
export function CandidatesField({ place }: { place: TransitionPlace }) {
  const { t } = useTranslation('inspectorRules')
  const { t: shared } = useTranslation('inspector')
  const { document, language } = useReader()
  const { edit } = useEdits()
  const { asSame } = usePlace()
  const candidates = (useModel().leaving.get(place.state) ?? []).filter(
    (one) => one.trigger === place.trigger && one.event === place.event,
  )
  if (candidates.length < 2) return null
  const name = thingName(document, place, language)
  const move = (to: number): void => {
    if (to < 0 || to >= candidates.length) return
    asSame(() => edit({ text: 'changeTransition', values: { name } }, reorderTransition(place, to)))
  }
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('candidates')}</legend>
      <p className={classes.help}>{t('candidatesHelp')}</p>
      <div className={classes.inline}>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={shared('moveUp', { name })}
          aria-disabled={place.index === 0}
          onClick={() => move(place.index - 1)}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={shared('moveDown', { name })}
          aria-disabled={place.index === candidates.length - 1}
          onClick={() => move(place.index + 1)}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
      </div>
      <ol className={classes.ordered}>
        {candidates.map((one) => (
          <li key={placeKey(one.place)} aria-current={one.place.index === place.index ? 'true' : undefined}>
            {one.place.index === place.index ? (
              <strong>{thingName(document, one.place, language)}</strong>
            ) : (
              <PlaceLink place={one.place} />
            )}
          </li>
        ))}
      </ol>
    </fieldset>
  )
}
