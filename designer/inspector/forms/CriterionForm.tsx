import { useTranslation } from 'react-i18next'
import { removeListed } from '../../editing/edits/listed.ts'
import { PermissionAt } from '../fields/PermissionAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { Uses } from '../fields/Uses.tsx'
import { usePlace } from '../PlaceContext.tsx'
import { RemoveThing } from '../RemoveThing.tsx'
import { Section } from '../Section.tsx'
import { CriterionRule } from './CriterionRule.tsx'
import { ListedIdentifiers } from './ListedIdentifiers.tsx'
import { SourceField } from './SourceField.tsx'

/** A named condition on facts. */
export default function CriterionForm() {
  const { t } = useTranslation('inspectorRules')
  const { place } = usePlace()
  if (place.kind !== 'criterion') return null
  return (
    <>
      <CriterionRule>
        <TextAt at={['label']} label={t('name')} help={t('criterionNameHelp')} isRequired />
        <TextAt at={['description']} label={t('description')} isLong />
      </CriterionRule>
      <Section title={t('overriding')}>
        <PermissionAt
          at={['overridable']}
          label={t('overridable')}
          help={t('overridableHelp')}
          no={t('overridableNo')}
          anyone={t('overridableAnyone')}
          some={t('overridableSome')}
        />
      </Section>
      <SourceField />
      <Uses kind="criterion" name={place.name} />
      <ListedIdentifiers kind="criterion" name={place.name} />
      <RemoveThing
        text="removeEverywhere"
        edit={removeListed('criterion', place.name)}
        help={t('removeCriterionHelp')}
      />
    </>
  )
}
