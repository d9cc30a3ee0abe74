import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { renameListed, takenNames } from '../../editing/edits/listed.ts'
import { useEdits } from '../../editor/DraftContext.tsx'
import type { ListedKind } from '../../model/places.ts'
import { KeyField } from '../fields/KeyField.tsx'
import type { nameForms } from '../fields/nameForms.ts'
import { useReader } from '../fields/useReader.ts'
import { usePlace } from '../PlaceContext.tsx'
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
  const { edit } = useEdits()
  const { asSame } = usePlace()
  return (
    <Folded title={t('identifiers')}>
      <KeyField
        label={t('key')}
        value={name}
        form={form}
        isTaken={(key) => Object.hasOwn(takenNames(document, kind), key)}
        onRename={(key) => asSame(() => edit({ text: 'rename', values: { name } }, renameListed(kind, name, key)))}
      />
      {children}
    </Folded>
  )
}
