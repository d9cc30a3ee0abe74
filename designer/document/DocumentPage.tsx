import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../app/api.ts'
import { Frame } from '../app/Frame.tsx'
import { asDraftDocument } from '../model/document.ts'
import { Loading } from '../parts/Loading.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useVersion } from '../versions/useVersions.ts'
import { PathwayDocument } from './PathwayDocument.tsx'
import { PrintedPage } from './PrintedPage.tsx'

/** The document of a published version, to be read and printed. */
export default function DocumentPage({ pathway, version }: { pathway: string; version: number }) {
  const { t } = useTranslation()
  const { t: words } = useTranslation('document')
  const { details: data, error, refetch } = useVersion(pathway, version)
  const document = useMemo(() => data && asDraftDocument(data.document), [data])
  if (error instanceof Refused) {
    return (
      <Frame>
        <Notice title={t('notFound')} text={t('notFoundWhy')} link={{ to: '/', text: t('toPathways') }} />
      </Frame>
    )
  }
  if (error) {
    return <Notice title={t('failed')} text={t('unreachable')} button={{ text: t('again'), press: refetch }} />
  }
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
