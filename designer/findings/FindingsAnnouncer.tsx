import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor/DraftContext.tsx'
import { announce } from '../parts/Announcer.tsx'

/** Says how many findings there are whenever their number changes. */
export function FindingsAnnouncer() {
  const { t } = useTranslation('findings')
  const errors = useDraft(({ findings }) => findings.filter(({ severity }) => severity === 'error').length)
  const warnings = useDraft(({ findings }) => findings.length) - errors
  const before = useRef({ errors, warnings })
  useEffect(() => {
    if (before.current.errors === errors && before.current.warnings === warnings) return
    before.current = { errors, warnings }
    announce(`${t('errorCount', { count: errors })}, ${t('warningCount', { count: warnings })}`)
  }, [errors, warnings, t])
  return null
}
