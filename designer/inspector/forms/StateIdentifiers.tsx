import { useTranslation } from 'react-i18next'
import { renameState } from '../../editing/edits/states.ts'
import { setStateId } from '../../editing/edits/targetIds.ts'
import { useModel } from '../../editor/DraftContext.tsx'
import { childOf, keyOf, parentOf } from '../../model/places.ts'
import { KeyField } from '../fields/KeyField.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { useThing } from '../PlaceContext.tsx'
import { Folded } from '../Section.tsx'
import { SystemFields } from './SystemFields.tsx'

/** What integrators know a state by, and what other systems are told when it is entered and left. */
export function StateIdentifiers({ state }: { state: string }) {
  const { t } = useTranslation('inspector')
  const model = useModel()
  const thing = useThing()
  const parent = parentOf(state) ?? ''
  const key = keyOf(state)
  const ids = new Set([...model.states.values()].map(({ definition }) => definition.id))
  return (
    <Folded title={t('identifiers')} help={t('identifiersHelp')}>
      <KeyField
        label={t('key')}
        value={key}
        isTaken={(to) => model.states.has(childOf(parent, to))}
        renaming={(to) => renameState(state, to)}
      />
      <KeyField
        label={t('stateId')}
        help={t('stateIdHelp')}
        value={typeof thing.id === 'string' ? thing.id : ''}
        isOptional
        isTaken={(id) => ids.has(id) || id === model.document.id}
        editName={{ text: 'change', values: { field: t('stateId') } }}
        renaming={(id) => setStateId(state, id === '' ? undefined : id)}
      />
      {thing.phase !== undefined && thing.label !== undefined && (
        <TextAt at={['label']} label={t('labelBesidesPhase')} help={t('labelBesidesPhaseHelp')} />
      )}
      <SystemFields />
    </Folded>
  )
}
