import { useTranslation } from 'react-i18next'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { setValueType } from '../../editing/edits/valueType.ts'
import { useEdits } from '../../editor/DraftContext.tsx'
import { recordOf, stringOf, textOf, valueAt } from '../../model/readValue.ts'
import { textIn } from '../../parts/inWords.ts'
import { Choice } from '../fields/Choice.tsx'
import { freeId } from '../fields/freeId.ts'
import { ItemsAt } from '../fields/ItemsAt.tsx'
import { NumberAt } from '../fields/NumberAt.tsx'
import { StringAt } from '../fields/StringAt.tsx'
import { SwitchAt } from '../fields/SwitchAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { useReader } from '../fields/useReader.ts'
import { valueTypes, valueTypeTexts } from '../fields/valueTypes.ts'
import { usePlace, useThing } from '../PlaceContext.tsx'

/** What kind of value a fact or a field of a form holds, and what goes with the kind. */
export function ValueTypeFields({ at }: { at: readonly (string | number)[] }) {
  const { t } = useTranslation('inspectorThings')
  const { place } = usePlace()
  const { edit } = useEdits()
  const { language } = useReader()
  const value = recordOf(valueAt(useThing(), at))
  const type = valueTypes.find((one) => one === value.type)
  return (
    <>
      <Choice
        label={t('type')}
        options={valueTypes.map((one) => ({ value: one, label: t(valueTypeTexts[one]) }))}
        value={type}
        onChange={(next) =>
          edit(
            { text: 'change', values: { field: t('type') } },
            setValueType(place, at, next, newLabel(t('firstOption'), language)),
          )
        }
      />
      {type === 'number' && (
        <>
          <StringAt at={[...at, 'unit']} label={t('unit')} help={t('unitHelp')} maxLength={32} />
          <NumberAt at={[...at, 'min']} label={t('least')} unit={stringOf(value.unit)} />
          <NumberAt at={[...at, 'max']} label={t('greatest')} unit={stringOf(value.unit)} />
          <SwitchAt at={[...at, 'integer']} label={t('wholeNumbers')} />
        </>
      )}
      {type === 'text' && (
        <NumberAt
          at={[...at, 'maxLength']}
          label={t('maxLength')}
          help={t('maxLengthHelp')}
          min={1}
          max={10_000}
          isWhole
        />
      )}
      {type === 'choice' && (
        <ItemsAt
          at={[...at, 'options']}
          label={t('options')}
          addLabel={t('addOption')}
          newName={t('optionName')}
          add={(name, items) => ({ code: freeId(name, 'vaihtoehto', items, 'code'), label: newLabel(name, language) })}
          nameOf={(item) => textIn(textOf(recordOf(item).label), language) || (stringOf(recordOf(item).code) ?? '')}
          isOptional={false}
        >
          {(index) => (
            <>
              <TextAt at={[...at, 'options', index, 'label']} label={t('optionName')} isRequired />
              <StringAt
                at={[...at, 'options', index, 'code']}
                label={t('optionCode')}
                help={t('optionCodeHelp')}
                maxLength={64}
                isRequired
              />
            </>
          )}
        </ItemsAt>
      )}
    </>
  )
}
