import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api } from '../app/api.ts'
import { Frame } from '../app/Frame.tsx'
import { asDraftDocument } from '../model/document.ts'
import { FailureNotice } from '../parts/FailureNotice.tsx'
import { Loading } from '../parts/Loading.tsx'
import { PathwayDocument } from './PathwayDocument.tsx'
import { PrintedPage } from './PrintedPage.tsx'

/** The document of a published version, to be read and printed. */
export default function DocumentPage({ pathway, version }: { pathway: string; version: number }) {
  const { t: words } = useTranslation('document')
  const path = { pathway, version }
  const { data, error, refetch } = useQuery({
    queryKey: ['version', path],
    queryFn: () => answered(api().GET('/api/v1/pathways/{pathway}/versions/{version}', { params: { path } })),
    // a published version never changes
    staleTime: Number.POSITIVE_INFINITY,
  })
  const document = useMemo(() => data && asDraftDocument(data.document), [data])
  if (error)
    return (
      <Frame>
        <FailureNotice failure={error} onAgain={() => void refetch()} />
      </Frame>
    )
  if (!data || !document) return <Loading />
  return (
    <PrintedPage
      title={data.title}
      standing={(say) => say('version', { version })}
      back={{ to: `/pathways/${pathway}`, text: words('toVersions') }}
    >
      {(language) => (
        <PathwayDocument
          document={document}
          layout={data.layout}
          language={language}
          standing={{ ...data, kind: 'version' }}
        />
      )}
    </PrintedPage>
  )
}
