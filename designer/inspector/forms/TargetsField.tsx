import { useTranslation } from 'react-i18next'
import { stateName } from '../../../engine/pathway/words/index.ts'
import { setTargets } from '../../editing/edits/transitions.ts'
import { useEdits, useModel } from '../../editor/DraftContext.tsx'
import { isSamePlace } from '../../model/places.ts'
import type { TransitionPlace } from '../../model/thingAt.ts'
import { FieldFindings } from '../FormFindings.tsx'
import classes from '../fields/fields.module.css'
import { InTurn } from '../fields/InTurn.tsx'
import { NewButton } from '../fields/NewButton.tsx'
import { PickOne } from '../fields/PickOne.tsx'
import { RowButton } from '../fields/RowButton.tsx'
import { useReader } from '../fields/useReader.ts'
import { useStates } from '../fields/useStates.ts'
import { PlaceLink } from '../PlaceLink.tsx'

/** From where a transition leads to where: one state, several parts at the same time, or none, and one stays. */
export function TargetsField({ place }: { place: TransitionPlace }) {
  const { t } = useTranslation('inspectorRules')
  const { document, language } = useReader()
  const { edit } = useEdits()
  const model = useModel()
  const options = useStates(t('noPhase'))
  const item = model.transitions.find((one) => isSamePlace(one.place, place))
  if (!item) return null
  const label = t('target')
  const write = (targets: readonly string[]): void =>
    edit({ text: 'change', values: { field: label } }, setTargets(place, targets))
  const { targets } = item
  const shown = targets.length === 0 ? [undefined] : targets
  const hasParts = [...model.states.values()].some(({ type }) => type === 'parallel')
  return (
    <div className={classes.stack}>
      <div>
        <span className={classes.legend}>{t('from')}: </span>
        <PlaceLink place={place.state === '' ? { kind: 'pathway' } : { kind: 'state', state: place.state }}>
          {place.state === '' ? t('fromAnywhere') : stateName(document, place.state, language)}
        </PlaceLink>
      </div>
      <InTurn of={shown}>
        {(target, index) => (
          <div className={classes.inline}>
            <div className={classes.grow}>
              <PickOne
                label={index === 0 ? label : t('targetToo', { number: index + 1 })}
                value={target}
                options={options}
                isOptional={shown.length === 1}
                nothing={t('staysHere')}
                onChange={(to) => {
                  if (to !== undefined) write(targets.toSpliced(index, 1, to))
                  else write(targets.toSpliced(index, 1))
                }}
              />
            </div>
            {shown.length > 1 && (
              <RowButton
                does="remove"
                label={t('removeTarget', { number: index + 1 })}
                onPress={() => write(targets.toSpliced(index, 1))}
              />
            )}
          </div>
        )}
      </InTurn>
      {item.lost.length > 0 && <p className={classes.wrong}>{t('lostTargets', { names: item.lost.join(', ') })}</p>}
      {hasParts && targets.length > 0 && (
        <div>
          <NewButton
            onPress={() => {
              const free = options.flatMap(({ items }) => items).find(({ value }) => !targets.includes(value))
              if (free) write([...targets, free.value])
            }}
          >
            {t('addTarget')}
          </NewButton>
        </div>
      )}
      <FieldFindings at={['target']} />
    </div>
  )
}
