import { useTranslation } from 'react-i18next'
import { exitInWords } from '../../../engine/pathway/words/index.ts'
import { removeListed } from '../../editing/edits/listed.ts'
import { RolesAt } from '../fields/RolesAt.tsx'
import { SwitchAt } from '../fields/SwitchAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { useReader } from '../fields/useReader.ts'
import { usePlace } from '../PlaceContext.tsx'
import { RemoveThing } from '../RemoveThing.tsx'
import { Sentence } from '../Section.tsx'
import { EffectField } from './EffectField.tsx'
import { ListedIdentifiers } from './ListedIdentifiers.tsx'
import { OutcomeField } from './OutcomeField.tsx'
import { SourceField } from './SourceField.tsx'

/** A coded end that is possible from anywhere. */
export default function ExitForm() {
  const { t } = useTranslation('inspectorThings')
  const { place } = usePlace()
  const { document, language } = useReader()
  if (place.kind !== 'exit') return null
  return (
    <>
      <Sentence>{exitInWords(document, place.name, language)}</Sentence>
      <TextAt at={['label']} label={t('name')} help={t('exitNameHelp')} isRequired />
      <TextAt at={['description']} label={t('description')} isLong />
      <OutcomeField at={['outcome']} />
      <RolesAt at={['by']} label={t('exitBy')} help={t('byHelp')} />
      <EffectField />
      <SwitchAt at={['reasonRequired']} label={t('exitReason')} byDefault />
      <SourceField />
      <ListedIdentifiers kind="exit" name={place.name} />
      <RemoveThing text="removeThing" edit={removeListed('exit', place.name)} />
    </>
  )
}
