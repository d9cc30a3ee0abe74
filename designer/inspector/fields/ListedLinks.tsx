import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '../../model/places.ts'
import { PlaceLink } from '../PlaceLink.tsx'
import { Button } from './controls.ts'
import classes from './fields.module.css'
import { NewName } from './NewName.tsx'

/** Things that have forms of their own, as links to them, and what adds one. */
export function ListedLinks({
  label,
  help,
  places,
  below,
  newLabel,
  newName,
  onNew,
  children,
}: {
  label: string
  help?: string
  places: readonly { place: Place; key: string }[]
  /** what is told of one below its name */
  below?: (place: Place) => ReactNode
  newLabel?: string
  newName?: string
  onNew?: (name: string) => void
  children?: ReactNode
}) {
  const { t } = useTranslation('inspector')
  const [isNaming, setNaming] = useState(false)
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{label}</legend>
      {help && <p className={classes.help}>{help}</p>}
      {places.length > 0 && (
        <ul className={classes.rows}>
          {places.map(({ place, key }) => (
            <li key={key} className={classes.row}>
              <PlaceLink place={place} />
              {below && <div className={classes.quiet}>{below(place)}</div>}
            </li>
          ))}
        </ul>
      )}
      {places.length === 0 && !onNew && <p className={classes.quiet}>{t('none')}</p>}
      {onNew &&
        (isNaming ? (
          <NewName
            label={newName ?? t('name')}
            onCancel={() => setNaming(false)}
            onAdd={(name) => {
              setNaming(false)
              onNew(name)
            }}
          />
        ) : (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setNaming(true)}
          >
            {newLabel}
          </Button>
        ))}
      {children}
    </fieldset>
  )
}
