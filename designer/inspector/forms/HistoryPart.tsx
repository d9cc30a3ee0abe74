import { useTranslation } from 'react-i18next'
import { setField } from '../../editing/edits/edit.ts'
import { useEdits, useModel } from '../../editor/DraftContext.tsx'
import { isWithin, keyOf, parentOf } from '../../model/places.ts'
import { FieldFindings } from '../FormFindings.tsx'
import { Choice } from '../fields/Choice.tsx'
import { PickOne } from '../fields/PickOne.tsx'
import { useField } from '../fields/useField.ts'
import { useStates } from '../fields/useStates.ts'
import { usePlace } from '../PlaceContext.tsx'
import { Section } from '../Section.tsx'

/** Where one comes back to, and where one goes when nothing is remembered. */
export function HistoryPart({ state }: { state: string }) {
  const { t } = useTranslation('inspector')
  const { place } = usePlace()
  const { edit } = useEdits()
  const model = useModel()
  const history = useField(['history'], t('history'))
  const target = useField(['target'], t('historyTarget'))
  const parent = parentOf(state) ?? ''
  const options = useStates(t('noPhase'), (path) => path !== state && path !== parent && isWithin(path, parent))
  const written = typeof target.value === 'string' ? target.value : undefined
  const prefix = parent === '' ? '' : `${parent}.`
  const known = written === undefined ? undefined : (model.targetOf(written, state) ?? written)
  return (
    <Section title={t('stateHistory')}>
      <Choice
        label={t('history')}
        options={[
          { value: 'shallow', label: t('historyShallow'), help: t('historyShallowHelp') },
          { value: 'deep', label: t('historyDeep'), help: t('historyDeepHelp') },
        ]}
        value={history.value === 'deep' ? 'deep' : 'shallow'}
        onChange={history.put}
      />
      <PickOne
        label={t('historyTarget')}
        help={t('historyTargetHelp')}
        value={known}
        options={options}
        isOptional
        nothing={t('historyTargetNone')}
        onChange={(path) =>
          edit(
            { text: 'change', values: { field: t('historyTarget') } },
            setField(
              place,
              ['target'],
              path === undefined ? undefined : parentOf(path) === parent ? keyOf(path) : path.slice(prefix.length),
            ),
          )
        }
      />
      <FieldFindings at={['target']} />
    </Section>
  )
}
