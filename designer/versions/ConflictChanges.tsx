import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { comparePathways } from '../../engine/pathway/compare/index.ts'
import { answered, api } from '../app/api.ts'
import { useDraft } from '../editor/DraftContext.tsx'
import { readDraft } from '../model/readDraft.ts'
import { FailureNotice } from '../parts/FailureNotice.tsx'
import { Loading } from '../parts/Loading.tsx'
import { ChangesList } from './ChangesList.tsx'

/** What would become of what somebody else saved meanwhile, if what is here were saved over it: for whoever has to choose. */
export default function ConflictChanges({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('editor')
  const { t: shell } = useTranslation('shell')
  const id = useDraft((draft) => draft.id)
  const mine = useDraft(({ now }) => now.document)
  const { data, error, refetch } = useQuery({
    queryKey: ['draft', id, 'theirs'],
    queryFn: () => answered(api().GET('/api/v1/drafts/{draft}', { params: { path: { draft: id } } })),
    gcTime: 0,
  })
  const theirs = useMemo(() => data && readDraft(data.document).document, [data])
  const changes = useMemo(() => theirs && comparePathways(theirs, mine), [theirs, mine])
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('differences')}
      closeButtonProps={{ 'aria-label': shell('close') }}
    >
      {theirs && changes && (
        <>
          {changes.length > 0 && <p>{t('differencesMean')}</p>}
          <ChangesList changes={changes} before={theirs} after={mine} />
        </>
      )}
      {error && <FailureNotice isPane failure={error} onAgain={() => void refetch()} />}
      {!theirs && !error && <Loading />}
    </Modal>
  )
}
