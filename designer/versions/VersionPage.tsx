import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Frame } from '../app/Frame.tsx'
import type { Language } from '../app/language.ts'
import { PathwayDocument } from '../document/PathwayDocument.tsx'
import { asDraftDocument } from '../model/document.ts'
import { Loading } from '../parts/Loading.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useVersion } from './useVersions.ts'
import classes from './Versions.module.css'
import { VersionTools } from './VersionTools.tsx'

/** A published version, to be read: it never changes. */
export default function VersionPage({ pathway, version }: { pathway: string; version: number }) {
  const { t, i18n } = useTranslation('versions')
  const { t: shell } = useTranslation('shell')
  const { details, error } = useVersion(pathway, version)
  const document = useMemo(() => details && asDraftDocument(details.document), [details])
  return (
    <Frame>
      {error && (
        <Notice title={shell('notFound')} text={shell('notFoundWhy')} link={{ to: '/', text: shell('toPathways') }} />
      )}
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
