import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Frame } from '../app/Frame.tsx'
import type { Language } from '../app/language.ts'
import { usePage } from '../app/usePage.ts'
import { PathwayDocument } from '../document/PathwayDocument.tsx'
import { asDraftDocument } from '../model/document.ts'
import { FailureNotice } from '../parts/FailureNotice.tsx'
import { textIn } from '../parts/inWords.ts'
import { Loading } from '../parts/Loading.tsx'
import { useVersion } from './useVersions.ts'
import classes from './Versions.module.css'
import { VersionTools } from './VersionTools.tsx'

/** A published version, to be read: it never changes. */
export default function VersionPage({ pathway, version }: { pathway: string; version: number }) {
  const { t, i18n } = useTranslation('versions')
  const { details, error, refetch } = useVersion(pathway, version)
  const document = useMemo(() => details && asDraftDocument(details.document), [details])
  usePage(document ? `${textIn(document.title, i18n.language)}, ${t('version', { version })}` : '')
  return (
    <Frame>
      {error && <FailureNotice failure={error} onAgain={refetch} />}
      {!error && !details && <Loading />}
      {details && document && (
        <>
          <div className={classes.tools}>
            <Link href={`/pathways/${pathway}`} className={classes.back}>
              {t('toVersions')}
            </Link>
            <VersionTools details={details} />
          </div>
          <PathwayDocument
            document={document}
            layout={details.layout}
            language={i18n.language as Language}
            standing={{ ...details, kind: 'version' }}
          />
        </>
      )}
    </Frame>
  )
}
