import { useTranslation } from 'react-i18next'
import { suspensionInWords } from '../../../engine/pathway/words/index.ts'
import { removeListed } from '../../editing/edits/listed.ts'
import { RolesAt } from '../fields/RolesAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { useReader } from '../fields/useReader.ts'
import { usePlace } from '../PlaceContext.tsx'
import { RemoveThing } from '../RemoveThing.tsx'
import { Sentence } from '../Section.tsx'
import { ListedIdentifiers } from './ListedIdentifiers.tsx'
import { SourceField } from './SourceField.tsx'

/** A coded reason for which a journey may be suspended. */
export default function SuspensionForm() {
  const { t } = useTranslation('inspectorThings')
  const { place } = usePlace()
  const { document, language } = useReader()
  if (place.kind !== 'suspension') return null
  return (
    <>
      <Sentence>{suspensionInWords(document, place.name, language)}</Sentence>
      <TextAt at={['label']} label={t('name')} help={t('suspensionNameHelp')} isRequired />
      <TextAt at={['description']} label={t('description')} isLong />
      <RolesAt at={['by']} label={t('suspensionBy')} help={t('byHelp')} />
      <SourceField />
      <ListedIdentifiers kind="suspension" name={place.name} />
      <RemoveThing text="removeThing" edit={removeListed('suspension', place.name)} />
    </>
  )
}
