import { Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '../../engine/pathway/values.ts'
import { type Language, languages } from '../app/language.ts'
import { steady } from './steady.tsx'
import classes from './TextField.module.css'
import { useTranslations } from './translations.ts'
import { withText } from './withText.ts'

/**
 * A text for people in its three languages: Finnish first, for every text has it; beside it the reader's own, so that
 * nobody writes theirs over the Finnish; the others too, or folded away, with what is missing.
 */
export const TextField = steady(function TextField({
  label,
  help,
  value,
  isRequired = false,
  isLong = false,
  note,
  onChange,
  onDone,
}: {
  label: string
  help?: string | undefined
  value: Text | undefined
  isRequired?: boolean
  /** several lines */
  isLong?: boolean
  /** what was found of it, shown under it */
  note?: ReactNode
  onChange: (language: Language, text: Text | undefined) => void
  onDone?: () => void
}) {
  const { t, i18n } = useTranslation('inspector')
  const { areShown } = useTranslations()
  const [isOpen, setOpen] = useState(false)
  const others = useId()
  const shown = languages.filter((one) => areShown || isOpen || one === 'fi' || one === i18n.language)
  const missing = languages.filter((one) => one !== 'fi' && value !== undefined && value.fi !== '' && !value[one])
  const said =
    missing.length === 0
      ? t('translations')
      : t('missingIn', { languages: missing.map((one) => t(nameOf[one])).join(', ') })
  const Input = isLong ? Textarea : TextInput
  const input = (language: Language) => (
    <Input
      key={language}
      label={
        <>
          {label} <span className={classes.language}>{t(inLanguage[language])}</span>
        </>
      }
      description={language === 'fi' ? help : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      lang={language}
      value={value?.[language] ?? ''}
      maxLength={2000}
      aria-required={isRequired && language === 'fi'}
      {...(isLong && { rows: 2, classNames: { input: classes.long } })}
      onChange={(event) => onChange(language, withText(value, language, event.currentTarget.value, isRequired))}
      onBlur={onDone}
    />
  )
  return (
    <div className={classes.field}>
      <div className={classes.languages} data-languages={shown.length} id={others}>
        {shown.map(input)}
      </div>
      {!areShown && (
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-label={`${said}: ${label}`}
          aria-controls={others}
          onClick={() => setOpen(!isOpen)}
        >
          <IconLanguage size={16} aria-hidden />
          <span className={missing.length === 0 ? undefined : classes.missing}>{said}</span>
        </UnstyledButton>
      )}
      {note}
    </div>
  )
})

const inLanguage = { fi: 'inFinnish', sv: 'inSwedish', en: 'inEnglish' } as const
const nameOf = { fi: 'finnish', sv: 'swedish', en: 'english' } as const
