import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recordOf, stringOf } from '../../model/readValue.ts'
import { FieldFindings } from '../FormFindings.tsx'
import { Button } from '../fields/controls.ts'
import { EventPicker } from '../fields/EventPicker.tsx'
import classes from '../fields/fields.module.css'
import { NewName } from '../fields/NewName.tsx'
import { useField } from '../fields/useField.ts'
import { useReader } from '../fields/useReader.ts'
import type { ChildPathway } from './useChildPathway.ts'

/** What each end of a module sets off here. */
export function OutputsField({ child }: { child: ChildPathway | undefined }) {
  const { t } = useTranslation('inspectorRules')
  const { language } = useReader()
  const { value } = useField(['outputs'], t('outputs'))
  const [added, setAdded] = useState<string[]>([])
  const [isNaming, setNaming] = useState(false)
  const known = child?.ends ?? []
  const written = [...Object.keys(recordOf(value)), ...added].filter(
    (code, at, all) => code !== '*' && all.indexOf(code) === at && !known.some((one) => one.code === code),
  )
  return (
    <div className={classes.stack}>
      {known.map(({ code, label }) => (
        <Output key={code} code={code} label={t('outputOf', { end: label(language) })} />
      ))}
      {written.map((code) => (
        <Output key={code} code={code} label={t('outputOf', { end: code })} />
      ))}
      <Output code="*" label={t('outputOther')} />
      {child === undefined &&
        (isNaming ? (
          <NewName
            label={t('endCode')}
            onCancel={() => setNaming(false)}
            onAdd={(code) => {
              setNaming(false)
              setAdded([...added, code])
            }}
          />
        ) : (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setNaming(true)}
          >
            {t('addOutput')}
          </Button>
        ))}
      <FieldFindings at={['outputs']} />
    </div>
  )
}

function Output({ code, label }: { code: string; label: string }) {
  const { t } = useTranslation('inspectorRules')
  const { value, put } = useField(['outputs', code], label)
  return <EventPicker label={label} value={stringOf(value)} isOptional nothing={t('outputNothing')} onChange={put} />
}
