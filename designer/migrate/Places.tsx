import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isWithin } from '../model/places.ts'
import classes from './MigratePage.module.css'
import { PlaceRow } from './PlaceRow.tsx'
import type { PlacedState } from './placeStates.ts'

/** Where whoever is in a state goes on: first what has to be said, then what stays as it is, and can be said otherwise. */
export function Places({
  placed,
  version,
  isChecked,
  isBusy,
  onChoose,
}: {
  placed: readonly PlacedState[]
  /** where the clients go */
  version: number
  /** what is missing is marked */
  isChecked: boolean
  isBusy: boolean
  /** @param place `''` for none of its own */
  onChoose: (path: string, place: string) => void
}) {
  const { t } = useTranslation('migrate')
  const [isOpen, setOpen] = useState(false)
  const asked = placed.filter((one) => one.isAsked)
  const others = placed.filter((one) => !one.isAsked)
  const stay = others.filter(({ live, place }) => live > 0 && place === undefined)
  const isInnermost = ({ path }: PlacedState): boolean =>
    !stay.some((other) => other.path !== path && isWithin(other.path, path))
  const elsewhere = others.filter(({ place }) => place !== undefined)
  const rows = (some: readonly PlacedState[]) => (
    <ul className={classes.rows}>
      {some.map((one) => (
        <PlaceRow
          key={one.path}
          state={one}
          isChecked={isChecked}
          isBusy={isBusy}
          onChoose={(place) => onChoose(one.path, place)}
        />
      ))}
    </ul>
  )
  return (
    <>
      <p>{t(asked.length > 0 ? 'asked' : 'allStay', { version })}</p>
      {asked.length > 0 && rows(asked)}
      {stay.length > 0 && (
        <p className={classes.quiet}>
          {t('stays', {
            states: stay
              .filter(isInnermost)
              .map(({ name }) => name)
              .join(', '),
          })}
        </p>
      )}
      {elsewhere.length > 0 && (
        <ul className={classes.elsewhere}>
          {elsewhere.map(({ path, name, place }) => (
            <li key={path}>
              {name} → {place?.name}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details className={classes.others} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('others')}</summary>
          {isOpen && rows(others)}
        </details>
      )}
    </>
  )
}
