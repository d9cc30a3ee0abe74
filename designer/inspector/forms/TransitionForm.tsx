import { useTranslation } from 'react-i18next'
import { transitionInWords } from '../../../engine/pathway/words/index.ts'
import { transitionAddress } from '../../canvas/placeName.ts'
import { dropTransition } from '../../editing/edits/transitions.ts'
import { ActionsAt } from '../fields/ActionsAt.tsx'
import { RolesAt } from '../fields/RolesAt.tsx'
import { SwitchAt } from '../fields/SwitchAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { useReader } from '../fields/useReader.ts'
import { ValuesAt } from '../fields/ValuesAt.tsx'
import { usePlace, useThing } from '../PlaceContext.tsx'
import { RemoveThing } from '../RemoveThing.tsx'
import { Folded, Section, Sentence } from '../Section.tsx'
import { AutomaticField } from './AutomaticField.tsx'
import { CandidatesField } from './CandidatesField.tsx'
import { CriteriaField } from './CriteriaField.tsx'
import { EffectField } from './EffectField.tsx'
import { EventField } from './EventField.tsx'
import { SourceField } from './SourceField.tsx'
import { TargetsField } from './TargetsField.tsx'
import { TriggerField } from './TriggerField.tsx'
import { WhenSuspendedField } from './WhenSuspendedField.tsx'

/** A way from one state to another: what drives it, what must hold, and what it does. */
export default function TransitionForm() {
  const { t } = useTranslation('inspectorRules')
  const { place } = usePlace()
  const { document, language } = useReader()
  const thing = useThing()
  if (place.kind !== 'transition') return null
  return (
    <>
      <Sentence>{transitionInWords(document, transitionAddress(document, place), language)}</Sentence>
      <TextAt at={['label']} label={t('name')} help={t('transitionNameHelp')} />
      <TextAt at={['description']} label={t('description')} isLong />
      <Section title={t('whenAndWhere')}>
        <TriggerField place={place} />
        <TargetsField place={place} />
        {thing.target !== undefined && <SwitchAt at={['reenter']} label={t('reenter')} help={t('reenterHelp')} />}
        <CandidatesField place={place} />
      </Section>
      <Section title={t('whatMustHold')}>
        <CriteriaField place={place} />
      </Section>
      <Section title={t('whoMay')}>
        <RolesAt at={['by']} label={t('by')} help={t('byHelp')} />
        <SwitchAt at={['reasonRequired']} label={t('reasonRequired')} help={t('reasonRequiredHelp')} />
      </Section>
      <Section title={t('whatItDoes')}>
        <EffectField />
        <AutomaticField place={place} />
        {place.trigger === 'after' && <WhenSuspendedField />}
      </Section>
      <SourceField />
      <Folded title={t('identifiers')} help={t('identifiersHelp')}>
        {place.trigger === 'on' && <EventField place={place} />}
        <ActionsAt at={['actions']} label={t('actions')} help={t('actionsHelp')} />
        <ValuesAt at={['meta']} label={t('meta')} help={t('metaHelp')} />
      </Folded>
      <RemoveThing text="removeTransition" edit={dropTransition(place)} />
    </>
  )
}
