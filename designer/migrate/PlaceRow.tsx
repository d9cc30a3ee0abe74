import { NativeSelect } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './MigratePage.module.css'
import type { PlacedState } from './placeStates.ts'

/** How many letters a field shows where it is narrowest. */
const fieldLetters = 32

/** A state of the version that is left, and the choice of what has taken its place. */
export function PlaceRow({
  state: { path, name, live, follows, place, isMissing, choices },
  isChecked,
  isBusy,
  onChoose,
}: {
  state: PlacedState
  isChecked: boolean
  isBusy: boolean
  onChoose: (place: string) => void
}) {
  const { t } = useTranslation('migrate')
  const id = useId()
  const goesAlong = place === undefined && follows !== undefined && follows.path !== path
  const isCut = place !== undefined && place.name.length > fieldLetters
  return (
    <li className={classes.row}>
      <label htmlFor={id}>
        {name} {live > 0 && <span className={classes.count}>{t('clients', { count: live })}</span>}
      </label>
      <NativeSelect
        id={id}
        value={place?.path ?? ''}
        disabled={isBusy}
        description={goesAlong ? follows.name : isCut ? place.name : undefined}
        inputWrapperOrder={['input', 'description', 'error']}
        error={isChecked && isMissing ? t('placeMissing') : undefined}
        data={[{ value: '', label: without() }, ...choices.map((one) => ({ value: one.path, label: one.name }))]}
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
    </li>
  )

  function without(): string {
    if (follows) return t(follows.path === path ? 'staysHere' : 'goesAlong')
    return t(live > 0 ? 'choosePlace' : 'noPlace')
  }
}
