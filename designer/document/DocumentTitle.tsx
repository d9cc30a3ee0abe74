import { useTranslation } from 'react-i18next'
import { useName } from '../app/useName.ts'
import { dayInWords, momentInWords, textIn } from '../parts/inWords.ts'
import classes from './PathwayDocument.module.css'
import type { DocumentPart } from './PathwayDocument.tsx'

/** What the document is: a version with its dates and who answers for it, or a draft. */
export type Standing = { parameters?: Readonly<Record<string, unknown>> } & (
  | { kind: 'draft'; basedOn: number | null }
  | {
      kind: 'version'
      version: number
      startsOn: string
      publishedAt: string
      publishedBy: string
      approver: string | null
      note: string | null
    }
)

/** The head of the document. */
export function DocumentTitle({ document, language, standing }: DocumentPart & { standing: Standing }) {
  const { t } = useTranslation('document', { lng: language })
  const publisher = useName(standing.kind === 'version' ? standing.publishedBy : '')
  const rows: [string, string][] = []
  if (standing.kind === 'version') {
    rows.push([t('startsOn'), t('from', { day: dayInWords(standing.startsOn, language) })])
    const when = momentInWords(standing.publishedAt, language)
    rows.push([t('published'), t('publishedBy', { when, who: publisher })])
    if (standing.approver !== null) rows.push([t('approver'), standing.approver])
    if (standing.note !== null) rows.push([t('note'), standing.note])
  }
  if (document.sources && document.sources.length > 0) rows.push([t('sources'), document.sources.join(', ')])
  return (
    <header>
      <h1>{textIn(document.title, language)}</h1>
      <p className={classes.standing}>{standingInWords()}</p>
      {document.description && <p>{textIn(document.description, language)}</p>}
      <dl className={classes.rows}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )

  function standingInWords(): string {
    if (standing.kind === 'version') return t('version', { version: standing.version })
    return standing.basedOn === null ? t('draft') : t('basedOn', { version: standing.basedOn })
  }
}
