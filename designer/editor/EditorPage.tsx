import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useMemo } from 'react'
import { answered, api, Refused } from '../app/api.ts'
import { beforeSignOut } from '../app/beforeSignOut.ts'
import { Frame } from '../app/Frame.tsx'
import { useViewer } from '../app/viewer.ts'
import { browserTimes } from '../editing/browserTimes.ts'
import type { CopyPlace } from '../editing/CopyPlace.ts'
import { claimCopy } from '../editing/claimCopy.ts'
import { draftServer } from '../editing/draftServer.ts'
import type { OpenedDraft } from '../editing/draftStore.ts'
import { openDraft } from '../editing/openDraft.ts'
import { readDraft } from '../model/readDraft.ts'
import { Boundary } from '../parts/Boundary.tsx'
import { FailureNotice } from '../parts/FailureNotice.tsx'
import { Loading } from '../parts/Loading.tsx'
import { lazyPart } from '../parts/lazyPart.tsx'
import { loadTheRest } from '../parts/loadLater.ts'
import { DraftContext } from './DraftContext.tsx'
import { EditorFrame, prepareEditor } from './EditorFrame.tsx'
import { GoneDraft } from './GoneDraft.tsx'

const PublishPage = lazyPart(() => import('../publish/PublishPage.tsx'))
const DraftComparison = lazyPart(() => import('../versions/DraftComparison.tsx'))
const DraftDocument = lazyPart(() => import('../document/DraftDocument.tsx'))

/** Drafts that were left and are being saved once more: whoever opens one again waits for that. */
const leaving = new Map<string, Promise<void>>()

/**
 * The page on which a draft is drawn, and the views beside it: what has been done there is still undone after a look at them.
 * @param view what of it is looked at; the drawing when left out
 */
export default function EditorPage({ draft, view }: { draft: string; view: string | undefined }) {
  const { user } = useViewer()
  const { data, error, refetch } = useQuery({
    queryKey: ['draft', draft],
    queryFn: async (): Promise<Found> => {
      await leaving.get(draft)
      const asked = answered(api().GET('/api/v1/drafts/{draft}', { params: { path: { draft } } }))
      // what shows it comes beside it, so that nothing appears bit by bit
      if (view === undefined) await Promise.all([asked, prepareEditor()])
      const { document, ...rest } = await asked
      return { draft: { ...rest, ...readDraft(document) }, copies: await claimCopy(user, draft) }
    },
    // what is drawn here is newer than what the server has, until it is saved
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (data) return <OpenEditor {...data} view={view} />
  if (!error) return <Loading />
  return (
    <Frame>
      {error instanceof Refused && error.problem.status === 404 ? (
        <GoneDraft draft={draft} failure={error} />
      ) : (
        <FailureNotice failure={error} onAgain={() => void refetch()} />
      )}
    </Frame>
  )
}

const server = draftServer(api)

/** A draft of the server's, and where this window keeps its copy of it. */
interface Found {
  draft: OpenedDraft
  copies: CopyPlace
}

function OpenEditor({ draft, copies, view }: Found & { view: string | undefined }) {
  const { user } = useViewer()
  const open = useMemo(
    () => openDraft(draft, { server, copies, times: browserTimes, person: user }),
    [draft, copies, user],
  )
  useEffect(() => {
    const { id } = open.store.getState()
    return () => {
      const left = open.saving.stop().finally(() => {
        if (leaving.get(id) === left) leaving.delete(id)
      })
      leaving.set(id, left)
    }
  }, [open])
  // what was drawn last is saved with the session that it was drawn in
  useEffect(() => beforeSignOut(open.saving.flush), [open])
  // without a connection everything that the editor has is there too
  useEffect(loadTheRest, [])
  return (
    <DraftContext.Provider value={open}>
      <Boundary isPage resetOn={[view]}>
        <Suspense fallback={<Loading />}>
          <View view={view} />
        </Suspense>
      </Boundary>
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
