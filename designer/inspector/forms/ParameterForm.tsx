import { useTranslation } from 'react-i18next'
import { parameterInWords } from '../../../engine/pathway/words/index.ts'
import { editDocument } from '../../editing/edits/edit.ts'
import { removeListed } from '../../editing/edits/listed.ts'
import { useEdits } from '../../editor/DraftContext.tsx'
import { stringOf } from '../../model/readValue.ts'
import { Choice } from '../fields/Choice.tsx'
import { ChoiceAt } from '../fields/ChoiceAt.tsx'
import { DurationAt } from '../fields/DurationAt.tsx'
import { NumberAt } from '../fields/NumberAt.tsx'
import { StringAt } from '../fields/StringAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { Uses } from '../fields/Uses.tsx'
import { useField } from '../fields/useField.ts'
import { useReader } from '../fields/useReader.ts'
import { usePlace, useThing } from '../PlaceContext.tsx'
import { RemoveThing } from '../RemoveThing.tsx'
import { Sentence } from '../Section.tsx'
import { ListedIdentifiers } from './ListedIdentifiers.tsx'
import { SourceField } from './SourceField.tsx'

const types = ['duration', 'number', 'text', 'boolean'] as const
const firstValues = { duration: 'P1M', number: 1, text: '', boolean: true } as const
const texts = { duration: 'typeDuration', number: 'typeNumber', text: 'typeText', boolean: 'typeBoolean' } as const

/** What the field leaves open and an administrator sets. */
export default function ParameterForm() {
  const { t } = useTranslation('inspectorThings')
  const { place } = usePlace()
  const { document, language } = useReader()
  const { edit } = useEdits()
  const thing = useThing()
  if (place.kind !== 'parameter') return null
  const type = types.find((one) => one === thing.type)
  const setType = (next: (typeof types)[number]): void =>
    edit(
      { text: 'change', values: { field: t('type') } },
      editDocument((draft) => {
        const found = draft.parameters?.[place.name]
        if (!found || found.type === next) return
        found.type = next
        found.default = firstValues[next]
        for (const key of ['unit', 'min', 'max'] as const) delete found[key]
      }),
    )
  return (
    <>
      <Sentence>{parameterInWords(document, place.name, language)}</Sentence>
      <TextAt at={['label']} label={t('name')} help={t('parameterNameHelp')} isRequired />
      <Choice
        label={t('type')}
        options={types.map((value) => ({ value, label: t(texts[value]) }))}
        value={type}
        onChange={setType}
      />
      {type === 'duration' && <DurationAt at={['default']} label={t('parameterValue')} noSettings />}
      {type === 'number' && (
        <>
          <NumberAt at={['default']} label={t('parameterValue')} unit={stringOf(thing.unit)} isRequired />
          <StringAt at={['unit']} label={t('unit')} maxLength={32} />
          <NumberAt at={['min']} label={t('least')} />
          <NumberAt at={['max']} label={t('greatest')} />
        </>
      )}
      {type === 'text' && <StringAt at={['default']} label={t('parameterValue')} maxLength={2000} isRequired />}
      {type === 'boolean' && <TruthField label={t('parameterValue')} />}
      <ChoiceAt
        at={['origin']}
        label={t('origin')}
        options={[
          { value: 'source', label: t('originSource'), help: t('originSourceHelp') },
          { value: 'ours', label: t('originOurs'), help: t('originOursHelp') },
        ]}
      />
      <SourceField />
      <Uses kind="parameter" name={place.name} />
      <ListedIdentifiers kind="parameter" name={place.name} form="value" />
      <RemoveThing
        text="removeEverywhere"
        edit={removeListed('parameter', place.name)}
        help={t('removeParameterHelp')}
      />
    </>
  )
}

function TruthField({ label }: { label: string }) {
  const { t } = useTranslation('inspectorThings')
  const { value, put } = useField(['default'], label)
  return (
    <Choice
      label={label}
      options={[
        { value: 'true', label: t('yes') },
        { value: 'false', label: t('no') },
      ]}
      value={value === true ? 'true' : value === false ? 'false' : undefined}
      onChange={(next) => put(next === 'true')}
    />
  )
}
