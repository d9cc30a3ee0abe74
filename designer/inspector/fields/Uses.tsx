import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usesOf } from '../../editing/edits/listed.ts'
import { type ListedKind, type Place, placeKey } from '../../model/places.ts'
import { PlaceLink } from '../PlaceLink.tsx'
import { Folded } from '../Section.tsx'
import { thingName } from '../thingName.ts'
import classes from './fields.module.css'
import { useReader } from './useReader.ts'

/** Where a thing is used, each place once, with ways there. */
export function Uses({ kind, name }: { kind: ListedKind; name: string }) {
  const { t } = useTranslation('inspector')
  const { document, language } = useReader()
  const places = useMemo(() => {
    const found = usesOf(document, kind, name).map((place) => [placeKey(place), place] as const)
    return [...new Map(found)]
  }, [document, kind, name])
  if (places.length === 0) return <p className={classes.quiet}>{t('notUsed')}</p>
  return (
    <Folded title={t('usedIn', { count: places.length })}>
      <ul className={classes.rows}>
        {places.map(([key, place]) => (
          <li key={key} className={classes.row}>
            <span className={classes.quiet}>{t(kindName[place.kind])}: </span>
            <PlaceLink place={place} />
            {'state' in place && place.kind !== 'state' && place.state !== '' && (
              <span className={classes.quiet}>
                {' '}
                ({thingName(document, { kind: 'state', state: place.state }, language)})
              </span>
            )}
          </li>
        ))}
      </ul>
    </Folded>
  )
}

/** The text that names a kind of thing. */
export const kindName = {
  pathway: 'kindPathway',
  state: 'kindState',
  transition: 'kindTransition',
  followUp: 'kindFollowUp',
  module: 'kindModule',
  task: 'kindTask',
  criterion: 'kindCriterion',
  fact: 'kindFact',
  caseRole: 'kindCaseRole',
  parameter: 'kindParameter',
  exit: 'kindExit',
  suspension: 'kindSuspension',
} as const satisfies Record<Place['kind'], string>
