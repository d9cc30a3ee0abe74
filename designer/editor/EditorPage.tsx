import { useQuery } from '@tanstack/react-query'
import { lazy, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api, Refused } from '../app/api.ts'
import { Frame } from '../app/Frame.tsx'
import { autosave } from '../editing/autosave.ts'
import { createDraftStore, type OpenedDraft } from '../editing/draftStore.ts'
import { dropCopy, type LocalCopy, readCopy } from '../editing/localCopy.ts'
import { asDraftDocument } from '../model/document.ts'
import { Loading } from '../parts/Loading.tsx'
import { Notice } from '../parts/Notice.tsx'
import { DraftContext } from './DraftContext.tsx'
import { EditorFrame } from './EditorFrame.tsx'

const PublishPage = lazy(() => import('../publish/PublishPage.tsx'))
const DraftComparison = lazy(() => import('../versions/DraftComparison.tsx'))
const DraftDocument = lazy(() => import('../document/DraftDocument.tsx'))

/**
 * The page on which a draft is drawn, and the views beside it: what has been done there is still undone after a look at them.
 * @param view what of it is looked at; the drawing when left out
 */
export default function EditorPage({ draft, view }: { draft: string; view: string | undefined }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['draft', draft],
    queryFn: async (): Promise<OpenedDraft> => {
      const { document, ...rest } = await answered(api().GET('/api/v1/drafts/{draft}', { params: { path: { draft } } }))
      return { ...rest, document: asDraftDocument(document) }
    },
    // what is drawn here is newer than what the server has, until it is saved
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (error instanceof Refused && error.problem.status === 404) {
    return (
      <Frame>
        <Notice title={t('notFound')} text={t('notFoundWhy')} link={{ to: '/', text: t('toPathways') }} />
      </Frame>
    )
  }
  if (error) {
    return (
      <Notice title={t('failed')} text={t('unreachable')} button={{ text: t('again'), press: () => void refetch() }} />
    )
  }
  if (!data) return <Loading />
  return <OpenEditor draft={data} view={view} />
}

function OpenEditor({ draft, view }: { draft: OpenedDraft; view: string | undefined }) {
  const open = useMemo(() => {
    const store = createDraftStore(draft)
    return { store, saving: autosave(store) }
  }, [draft])
  useEffect(() => {
    const { store, saving } = open
    // what was done here last time and never reached the server
    const copy = readCopy(draft.id)
    if (copy && !isSame(copy, draft)) {
      const { document, layout } = copy
      store.getState().edit({ text: 'restored' }, ({ selection }) => ({ document, layout, selection }))
      // done to an older revision: saving it is refused, and the person decides
      store.setState({ revision: copy.revision })
    } else dropCopy(draft.id)
    return saving.stop
  }, [open, draft])
  return (
    <DraftContext.Provider value={open}>
      <View view={view} />
    </DraftContext.Provider>
  )
}

function View({ view }: { view: string | undefined }) {
  switch (view) {
    case 'publish':
      return <PublishPage />
    case 'compare':
      return <DraftComparison />
    case 'document':
      return <DraftDocument />
    default:
      return <EditorFrame />
  }
}

/** Whether what was kept here has reached the server after all. */
function isSame({ document, layout }: LocalCopy, draft: OpenedDraft): boolean {
  const text = (one: Pick<LocalCopy, 'document' | 'layout'>) => JSON.stringify([one.document, one.layout.positions])
  return text({ document, layout }) === text(draft)
}
