import { useTranslation } from 'react-i18next'
import { recordOf } from '../../model/readValue.ts'
import { Select } from '../fields/controls.ts'
import classes from '../fields/fields.module.css'
import { RowButton } from '../fields/RowButton.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { useField } from '../fields/useField.ts'
import { useRoles } from '../fields/useRoles.ts'

/** Division of labour: what each case role does in the phase. */
export function ResponsibilitiesField() {
  const { t } = useTranslation('inspector')
  const { value, put } = useField(['phase', 'responsibilities'], t('responsibilities'))
  const roles = useRoles()
  const given = recordOf(value)
  const names = Object.keys(given)
  const nameOf = (role: string): string => roles.find((one) => one.value === role)?.label ?? role
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('responsibilities')}</legend>
      <div className={classes.stack}>
        {names.map((role) => (
          <div key={role} className={classes.inline} style={{ alignItems: 'flex-start', flexWrap: 'nowrap' }}>
            <div className={classes.grow}>
              <TextAt at={['phase', 'responsibilities', role]} label={nameOf(role)} isRequired isLong />
            </div>
            <RowButton
              does="remove"
              size={24}
              label={t('removeName', { name: nameOf(role) })}
              onPress={() => {
                const left = Object.fromEntries(Object.entries(given).filter(([one]) => one !== role))
                put(Object.keys(left).length === 0 ? undefined : left)
              }}
            />
          </div>
        ))}
        <Select
          aria-label={t('addResponsibility')}
          placeholder={t('addResponsibility')}
          data={roles.filter((one) => !names.includes(one.value))}
          value={null}
          comboboxProps={{ transitionProps: { duration: 0 } }}
          onChange={(role) => {
            if (role !== null) put({ ...given, [role]: { fi: '' } })
          }}
        />
      </div>
    </fieldset>
  )
}
