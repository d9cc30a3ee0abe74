import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRecord } from '../../../engine/pathway/isRecord.ts'
import { factName } from '../../../engine/pathway/words/index.ts'
import { setField } from '../../editing/edits/edit.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { listOf, recordOf, stringOf, textOf } from '../../model/readValue.ts'
import { textIn } from '../../parts/inWords.ts'
import { Button } from '../fields/controls.ts'
import { FactPicker } from '../fields/FactPicker.tsx'
import classes from '../fields/fields.module.css'
import { freeId } from '../fields/freeId.ts'
import { ItemsAt } from '../fields/ItemsAt.tsx'
import { NewName } from '../fields/NewName.tsx'
import { StringAt } from '../fields/StringAt.tsx'
import { SwitchAt } from '../fields/SwitchAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { useField } from '../fields/useField.ts'
import { useReader } from '../fields/useReader.ts'
import { usePlace } from '../PlaceContext.tsx'
import { PlaceLink } from '../PlaceLink.tsx'
import { ValueTypeFields } from './ValueTypeFields.tsx'

/** The fields of a task's form: facts about the client, which completing the task records, and questions of its own. */
export function FormFieldsField() {
  const { t } = useTranslation('inspectorThings')
  const { place } = usePlace()
  const { document, language } = useReader()
  const [adding, setAdding] = useState<'fact' | 'own'>()
  const { value } = useField(['form'], t('form'))
  const fields = listOf(value)
  const nameOf = (item: unknown): string => {
    const { fact, label, name } = recordOf(item)
    const written = textIn(textOf(label), language)
    if (written) return written
    return typeof fact === 'string' ? factName(document, fact, language) : (stringOf(name) ?? '')
  }
  return (
    <ItemsAt
      at={['form']}
      label={t('form')}
      help={t('formHelp')}
      nameOf={nameOf}
      adding={(append) => (
        <div className={classes.stack}>
          <div className={classes.inline}>
            <Button
              variant="subtle"
              size="compact-md"
              leftSection={<IconPlus size={16} aria-hidden />}
              aria-expanded={adding === 'fact'}
              onClick={() => setAdding(adding === 'fact' ? undefined : 'fact')}
            >
              {t('addFactField')}
            </Button>
            <Button
              variant="subtle"
              size="compact-md"
              leftSection={<IconPlus size={16} aria-hidden />}
              aria-expanded={adding === 'own'}
              onClick={() => setAdding(adding === 'own' ? undefined : 'own')}
            >
              {t('addOwnField')}
            </Button>
          </div>
          {adding === 'fact' && (
            <FactPicker
              label={t('whichFact')}
              value={undefined}
              onChange={(fact) => {
                setAdding(undefined)
                append({ fact })
              }}
              onNew={(fact) => {
                setAdding(undefined)
                return setField(place, ['form'], [...fields, { fact }])
              }}
            />
          )}
          {adding === 'own' && (
            <NewName
              label={t('question')}
              onCancel={() => setAdding(undefined)}
              onAdd={(name) => {
                setAdding(undefined)
                const key = freeId(name, 'kentta', fields, 'name')
                append({ name: key, label: newLabel(name, language), value: { type: 'text' } })
              }}
            />
          )}
        </div>
      )}
    >
      {(index, item) =>
        isRecord(item) && 'fact' in item ? (
          <>
            <p className={classes.quiet} style={{ margin: 0 }}>
              {t('boundToFact')}{' '}
              {typeof item.fact === 'string' && Object.hasOwn(document.facts ?? {}, item.fact) && (
                <PlaceLink place={{ kind: 'fact', name: item.fact }} />
              )}
            </p>
            <SwitchAt at={['form', index, 'required']} label={t('fieldRequired')} />
            <TextAt at={['form', index, 'label']} label={t('questionInstead')} help={t('questionInsteadHelp')} />
          </>
        ) : (
          <>
            <TextAt at={['form', index, 'label']} label={t('question')} isRequired />
            <SwitchAt at={['form', index, 'required']} label={t('fieldRequired')} />
            <ValueTypeFields at={['form', index, 'value']} />
            <StringAt at={['form', index, 'name']} label={t('key')} maxLength={64} isRequired form="value" />
          </>
        )
      }
    </ItemsAt>
  )
}
