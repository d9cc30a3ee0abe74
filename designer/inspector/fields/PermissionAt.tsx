import { useTranslation } from 'react-i18next'
import { isRecord } from '../../../engine/pathway/isRecord.ts'
import { steady } from '../../parts/steady.tsx'
import { FieldFindings } from '../FormFindings.tsx'
import { Choice } from './Choice.tsx'
import classes from './fields.module.css'
import { RolesAt } from './RolesAt.tsx'
import { useField } from './useField.ts'
import { useRoles } from './useRoles.ts'

/** Whether something may be done: by nobody, by anyone who may act, or by some case roles only. */
export const PermissionAt = steady(function PermissionAt({
  at,
  label,
  help,
  no,
  anyone,
  some,
}: {
  at: readonly (string | number)[]
  label: string
  help?: string
  /** what each of the three is called */
  no: string
  anyone: string
  some: string
}) {
  const { t } = useTranslation('inspector')
  const { value, put } = useField(at, label)
  const [first] = useRoles()
  const now = isRecord(value) ? 'some' : value === true ? 'anyone' : 'no'
  return (
    <div className={classes.stack}>
      <Choice
        label={label}
        help={help}
        options={[
          { value: 'no', label: no },
          { value: 'anyone', label: anyone },
          { value: 'some', label: some },
        ]}
        value={now}
        onChange={(next) => {
          if (next === now) return
          put(next === 'no' ? undefined : next === 'anyone' ? true : { by: first ? [first.value] : [] })
        }}
      />
      {now === 'some' ? <RolesAt at={[...at, 'by']} label={t('theseRoles')} /> : <FieldFindings at={at} />}
    </div>
  )
})
