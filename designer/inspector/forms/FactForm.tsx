import { useTranslation } from 'react-i18next'
import { factInWords } from '../../../engine/pathway/words/index.ts'
import { removeListed } from '../../editing/edits/listed.ts'
import { DurationAt } from '../fields/DurationAt.tsx'
import { RolesAt } from '../fields/RolesAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { Uses } from '../fields/Uses.tsx'
import { useReader } from '../fields/useReader.ts'
import { usePlace } from '../PlaceContext.tsx'
import { RemoveThing } from '../RemoveThing.tsx'
import { Section, Sentence } from '../Section.tsx'
import { BasisField } from './BasisField.tsx'
import { ClassField } from './ClassField.tsx'
import { ListedIdentifiers } from './ListedIdentifiers.tsx'
import { SourceField } from './SourceField.tsx'
import { ValueTypeFields } from './ValueTypeFields.tsx'

/** A typed value about the client. */
export default function FactForm() {
  const { t } = useTranslation('inspectorThings')
  const { place } = usePlace()
  const { document, language } = useReader()
  if (place.kind !== 'fact') return null
  return (
    <>
      <Sentence>{factInWords(document, place.name, language)}</Sentence>
      <TextAt at={['label']} label={t('name')} isRequired />
      <TextAt at={['description']} label={t('description')} isLong />
      <ValueTypeFields at={[]} />
      <DurationAt at={['shelfLife']} label={t('shelfLife')} help={t('shelfLifeHelp')} isOptional />
      <Section title={t('whoSees')}>
        <ClassField />
        <RolesAt at={['readers']} label={t('factReaders')} help={t('factReadersHelp')} />
        <BasisField />
      </Section>
      <SourceField />
      <Uses kind="fact" name={place.name} />
      <ListedIdentifiers kind="fact" name={place.name} form="value" />
      <RemoveThing text="removeEverywhere" edit={removeListed('fact', place.name)} help={t('removeFactHelp')} />
    </>
  )
}
