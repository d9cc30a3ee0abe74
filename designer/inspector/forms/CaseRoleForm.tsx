import { useTranslation } from 'react-i18next'
import { removeListed } from '../../editing/edits/listed.ts'
import { ChoiceAt } from '../fields/ChoiceAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { Uses } from '../fields/Uses.tsx'
import { usePlace } from '../PlaceContext.tsx'
import { RemoveThing } from '../RemoveThing.tsx'
import { ListedIdentifiers } from './ListedIdentifiers.tsx'
import { SourceField } from './SourceField.tsx'

/** Somebody who takes part in the pathway: by what they are to the client, not by name. */
export default function CaseRoleForm() {
  const { t } = useTranslation('inspectorThings')
  const { place } = usePlace()
  if (place.kind !== 'caseRole') return null
  return (
    <>
      <TextAt at={['label']} label={t('name')} help={t('roleNameHelp')} isRequired />
      <ChoiceAt
        at={['lane']}
        label={t('lane')}
        byDefault="authority"
        options={[
          { value: 'authority', label: t('laneAuthority'), help: t('laneAuthorityHelp') },
          { value: 'provider', label: t('laneProvider'), help: t('laneProviderHelp') },
        ]}
      />
      <SourceField />
      <Uses kind="caseRole" name={place.name} />
      <ListedIdentifiers kind="caseRole" name={place.name} />
      <RemoveThing text="removeEverywhere" edit={removeListed('caseRole', place.name)} help={t('removeRoleHelp')} />
    </>
  )
}
