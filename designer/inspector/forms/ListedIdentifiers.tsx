import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { renameListed, takenNames } from '../../editing/edits/listed.ts'
import type { ListedKind } from '../../model/places.ts'
import { KeyField } from '../fields/KeyField.tsx'
import type { nameForms } from '../fields/nameForms.ts'
import { useReader } from '../fields/useReader.ts'
import { Folded } from '../Section.tsx'

/** What integrators know a listed thing by. */
export function ListedIdentifiers({
  kind,
  name,
  form = 'name',
  children,
}: {
  kind: ListedKind
  name: string
  form?: keyof typeof nameForms
  children?: ReactNode
}) {
  const { t } = useTranslation('inspector')
  const { document } = useReader()
  return (
    <Folded title={t('identifiers')}>
      <KeyField
        label={t('key')}
        value={name}
        form={form}
        isTaken={(key) => Object.hasOwn(takenNames(document, kind), key)}
        renaming={(key) => renameListed(kind, name, key)}
      />
      {children}
    </Folded>
  )
}
