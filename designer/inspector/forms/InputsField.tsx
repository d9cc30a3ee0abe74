import { useTranslation } from 'react-i18next'
import { isRecord } from '../../../engine/pathway/isRecord.ts'
import { durationInWords, parameterName } from '../../../engine/pathway/words/index.ts'
import { recordOf } from '../../model/readValue.ts'
import { FieldFindings } from '../FormFindings.tsx'
import { Choice } from '../fields/Choice.tsx'
import { TextInput } from '../fields/controls.ts'
import { DurationAt } from '../fields/DurationAt.tsx'
import classes from '../fields/fields.module.css'
import { NumberAt } from '../fields/NumberAt.tsx'
import { useField } from '../fields/useField.ts'
import { useReader } from '../fields/useReader.ts'
import { PlaceLink } from '../PlaceLink.tsx'
import type { ChildPathway } from './useChildPathway.ts'

/** The values that a module is given for what its pathway leaves open: its own, given here, or a setting of this pathway. */
export function InputsField({ child }: { child: ChildPathway | undefined }) {
  const { t } = useTranslation('inspectorRules')
  const { language } = useReader()
  const { value } = useField(['inputs'], t('inputs'))
  const given = recordOf(value)
  const known = child?.parameters ?? []
  const others = Object.keys(given).filter((name) => !known.some((one) => one.name === name))
  if (known.length === 0 && others.length === 0) return <p className={classes.quiet}>{t('noInputs')}</p>
  return (
    <div className={classes.stack}>
      {known.map((one) => (
        <Input key={one.name} name={one.name} label={one.label(language)} type={one.type} byDefault={one.byDefault} />
      ))}
      {others.map((name) => (
        <Input key={name} name={name} label={name} type={typeOf(given[name])} byDefault={undefined} />
      ))}
      <FieldFindings at={['inputs']} />
    </div>
  )
}

const typeOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'boolean' ? typeof value : isRecord(value) ? 'duration' : 'text'

const first: Readonly<Record<string, unknown>> = { duration: 'P1M', number: 1, boolean: true, text: '' }

function Input({ name, label, type, byDefault }: { name: string; label: string; type: string; byDefault: unknown }) {
  const { t } = useTranslation('inspectorRules')
  const { document, language } = useReader()
  const at = ['inputs', name]
  const { value, change, settle, put } = useField(at, label)
  const settings = Object.entries(document.parameters ?? {}).filter(([, one]) => one.type === type)
  const isSetting = isRecord(value) && typeof value.parameter === 'string'
  const now = value === undefined ? 'own' : isSetting ? `setting:${value.parameter}` : 'given'
  const own = byDefault === undefined ? t('inputOwn') : t('inputOwnIs', { value: told(byDefault) })
  function told(one: unknown): string {
    if (type === 'duration') return durationInWords(one, language)
    return typeof one === 'boolean' ? t(one ? 'yes' : 'no') : String(one)
  }
  return (
    <div className={classes.box}>
      <Choice
        label={label}
        options={[
          { value: 'own', label: own },
          { value: 'given', label: t('inputGiven') },
          ...settings.map(([key]) => ({
            value: `setting:${key}`,
            label: t('inputSetting', { name: parameterName(document, key, language) }),
          })),
        ]}
        value={now}
        onChange={(next) => {
          if (next === now) return
          if (next === 'own') put(undefined)
          else if (next === 'given') put(byDefault ?? first[type] ?? '')
          else put({ parameter: next.slice('setting:'.length) })
        }}
      />
      {isSetting && (
        <div className={classes.quiet}>
          <PlaceLink place={{ kind: 'parameter', name: String(value.parameter) }} />
        </div>
      )}
      {now === 'given' && type === 'duration' && <DurationAt at={at} label={t('inputValue')} noSettings />}
      {now === 'given' && type === 'number' && <NumberAt at={at} label={t('inputValue')} isRequired />}
      {now === 'given' && type === 'boolean' && (
        <Choice
          label={t('inputValue')}
          options={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          value={value === true ? 'true' : 'false'}
          onChange={(next) => put(next === 'true')}
        />
      )}
      {now === 'given' && type === 'text' && (
        <TextInput
          label={t('inputValue')}
          value={typeof value === 'string' ? value : ''}
          maxLength={2000}
          onChange={({ currentTarget }) => change(currentTarget.value)}
          onBlur={settle}
        />
      )}
    </div>
  )
}
