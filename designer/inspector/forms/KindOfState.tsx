import { useTranslation } from 'react-i18next'
import { setStateKind } from '../../editing/edits/stateKinds.ts'
import { useEdits } from '../../editor/DraftContext.tsx'
import type { StateItem } from '../../model/readPathway.ts'
import { Choice } from '../fields/Choice.tsx'

/** What a state without states inside is. */
export function KindOfState({ state, type }: { state: string; type: StateItem['type'] }) {
  const { t } = useTranslation('inspector')
  const { edit } = useEdits()
  return (
    <Choice
      label={t('stateKind')}
      options={[
        { value: 'atomic', label: t('stateResting'), help: t('stateRestingHelp') },
        { value: 'final', label: t('stateEnd'), help: t('stateEndHelp') },
        { value: 'history', label: t('stateHistory'), help: t('stateHistoryHelp') },
      ]}
      value={type === 'final' || type === 'history' ? type : 'atomic'}
      onChange={(kind) => edit({ text: 'change', values: { field: t('stateKind') } }, setStateKind(state, kind))}
    />
  )
}
