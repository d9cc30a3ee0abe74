import { useTranslation } from 'react-i18next'
import type { DraftDocument } from '../model/document.ts'
import { ChangesList } from './ChangesList.tsx'

/** One side of a comparison. */
export interface Compared {
  document: DraftDocument
  /** what it is called: 'versio 3', 'luonnos' */
  name: string
}

/** Two documents beside each other: what differs, in words and as drawings. */
export function Comparison({ before, after }: { before: Compared; after: Compared }) {
  const { t } = useTranslation('versions')
  return (
    <>
      <p>
        {t('before', { name: before.name })} · {t('after', { name: after.name })}
      </p>
      <ChangesList before={before.document} after={after.document} />
    </>
  )
}
