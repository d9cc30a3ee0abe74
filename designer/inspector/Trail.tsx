import { useTranslation } from 'react-i18next'
import { type Place, parentOf, stateOrPathway } from '../model/places.ts'
import classes from './Inspector.module.css'
import { PlaceLink } from './PlaceLink.tsx'

/** What a thing lies in, from the pathway inwards, with ways there. */
export function Trail({ place }: { place: Place }) {
  const { t } = useTranslation('inspector')
  const around: Place[] = []
  let state = place.kind === 'state' ? parentOf(place.state) : 'state' in place ? place.state : ''
  if (place.kind === 'pathway') return null
  for (; state !== undefined && state !== ''; state = parentOf(state)) around.unshift({ kind: 'state', state })
  around.unshift(stateOrPathway(''))
  return (
    <nav aria-label={t('trail')}>
      <ol className={classes.trail}>
        {around.map((one) => (
          <li key={one.kind === 'state' ? one.state : ''}>
            <PlaceLink place={one} />
          </li>
        ))}
      </ol>
    </nav>
  )
}
