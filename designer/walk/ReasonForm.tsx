import { Button, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Walk.module.css'

/** Asks for the written reason of what is about to be done, and for what else it takes. */
export function ReasonForm({
  submit,
  children,
  isOptional = false,
  onSubmit,
  onCancel,
}: {
  /** what the button says that it does */
  submit: string
  children?: ReactNode
  isOptional?: boolean
  onSubmit: (reason: string) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('walk')
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const finish = (event: FormEvent): void => {
    event.preventDefault()
    if (reason.trim() === '' && !isOptional) setMissing(true)
    else onSubmit(reason.trim())
  }
  return (
    <form className={classes.form} noValidate onSubmit={finish}>
      {children}
      <Textarea
        label={t('reason')}
        value={reason}
        autosize
        minRows={2}
        maxLength={4000}
        required={!isOptional}
        error={isMissing && reason.trim() === '' ? t('reasonMissing') : undefined}
        ref={focusOnce}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <div className={classes.row}>
        <Button type="submit" size="compact-md">
          {submit}
        </Button>
        <Button size="compact-md" variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

/** The field is gone to when the form opens. */
const focusOnce = (field: HTMLTextAreaElement | null): void => field?.focus()
