import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Frame } from '../app/Frame.tsx'
import { asDraftDocument } from '../model/document.ts'
import { FailureNotice } from '../parts/FailureNotice.tsx'
import { Loading } from '../parts/Loading.tsx'
import { useVersion } from '../versions/useVersions.ts'
import { PathwayDocument } from './PathwayDocument.tsx'
import { PrintedPage } from './PrintedPage.tsx'

/** The document of a published version, to be read and printed. */
export default function DocumentPage({ pathway, version }: { pathway: string; version: number }) {
  const { t: words } = useTranslation('document')
  const { details: data, error, refetch } = useVersion(pathway, version)
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
