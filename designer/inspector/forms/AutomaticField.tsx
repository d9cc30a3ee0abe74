import { useTranslation } from 'react-i18next'
import type { TransitionPlace } from '../../model/thingAt.ts'
import { FieldFindings } from '../FormFindings.tsx'
import { Choice } from '../fields/Choice.tsx'
import { useField } from '../fields/useField.ts'
import { useThing } from '../PlaceContext.tsx'

/** Whether what nobody sends happens by itself, or is proposed to the responsible person. */
export function AutomaticField({ place }: { place: TransitionPlace }) {
  const { t } = useTranslation('inspectorRules')
  const { value, put } = useField(['automatic'], t('automatic'))
  const { effect } = useThing()
  return (
    <div>
      <Choice
        label={t('automatic')}
        help={t(place.trigger === 'on' ? 'automaticOnHelp' : 'automaticHelp')}
        options={[
          { value: 'proposal', label: t('asProposal'), help: t('asProposalHelp') },
          { value: 'itself', label: t('byItself'), help: t(effect === 'rights' ? 'byItselfNever' : 'byItselfHelp') },
        ]}
        value={value === true ? 'itself' : 'proposal'}
        onChange={(next) => put(next === 'itself' ? true : undefined)}
      />
      <FieldFindings at={['automatic']} />
    </div>
  )
}
