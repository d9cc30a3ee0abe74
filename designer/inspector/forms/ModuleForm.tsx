import { useTranslation } from 'react-i18next'
import { moduleInWords } from '../../../engine/pathway/words/index.ts'
import { removeInState, renameInState } from '../../editing/edits/inState.ts'
import { useModel } from '../../editor/DraftContext.tsx'
import { stringOf } from '../../model/readValue.ts'
import { useChildDocuments } from '../../model/useChildDocuments.ts'
import { ChoiceAt } from '../fields/ChoiceAt.tsx'
import { KeyField } from '../fields/KeyField.tsx'
import { NumberAt } from '../fields/NumberAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { useReader } from '../fields/useReader.ts'
import { usePlace, useThing } from '../PlaceContext.tsx'
import { RemoveThing } from '../RemoveThing.tsx'
import { Folded, Section, Sentence } from '../Section.tsx'
import { InputsField } from './InputsField.tsx'
import { OutputsField } from './OutputsField.tsx'
import { PathwayField } from './PathwayField.tsx'
import { SourceField } from './SourceField.tsx'
import { StartField } from './StartField.tsx'
import { useChildPathway } from './useChildPathway.ts'

/** Another pathway that runs beside this one, with a clock of its own. */
export default function ModuleForm() {
  const { t } = useTranslation('inspectorRules')
  const { place } = usePlace()
  const { document, language } = useReader()
  const thing = useThing()
  const siblings = useModel().states.get(place.kind === 'module' ? place.state : '')?.definition.modules ?? {}
  const pathway = stringOf(thing.pathway)
  const child = useChildPathway(pathway)
  const children = useChildDocuments([pathway])
  if (place.kind !== 'module') return null
  return (
    <>
      <Sentence>{moduleInWords(document, place.state, place.name, language, children)}</Sentence>
      <TextAt at={['label']} label={t('name')} />
      <PathwayField />
      <StartField />
      <Section title={t('inputs')} help={t('inputsHelp')}>
        <InputsField child={child} />
      </Section>
      <Section title={t('outputs')} help={t('outputsHelp')}>
        <OutputsField child={child} />
      </Section>
      <ChoiceAt
        at={['whenLeft']}
        label={t('whenLeft')}
        byDefault="end"
        options={[
          { value: 'end', label: t('whenLeftEnd') },
          { value: 'leave', label: t('whenLeftLeave'), help: t('whenLeftLeaveHelp') },
        ]}
      />
      <SourceField />
      <Folded title={t('identifiers')}>
        <KeyField
          label={t('key')}
          value={place.name}
          isTaken={(key) => Object.hasOwn(siblings, key)}
          renaming={(key) => renameInState(place, key)}
        />
        <NumberAt at={['version']} label={t('moduleVersion')} help={t('moduleVersionHelp')} min={1} isWhole />
      </Folded>
      <RemoveThing text="removeThing" edit={removeInState(place)} />
    </>
  )
}
