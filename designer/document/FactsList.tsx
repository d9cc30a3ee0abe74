import { useTranslation } from 'react-i18next'
import { durationInWords, factName, roleName, typeInWords } from '../../engine/pathway/words/index.ts'
import type { DraftDocument } from '../model/document.ts'
import { textIn } from '../parts/inWords.ts'
import classes from './PathwayDocument.module.css'
import type { DocumentPart } from './PathwayDocument.tsx'
import { Rule } from './Rule.tsx'

type Fact = NonNullable<DraftDocument['facts']>[string]

/** What is recorded about a client: of which class, on what basis, for how long it holds, and who sees it. */
export function FactsList({ document, language }: DocumentPart) {
  const { t } = useTranslation('document', { lng: language })
  const facts = Object.entries(document.facts ?? {})
  if (facts.length === 0) return null
  return (
    <section>
      <h2>{t('facts')}</h2>
      {facts.map(([name, fact]) => (
        <div key={name} className={classes.item}>
          <p>
            <strong>{factName(document, name, language)}</strong>:{' '}
            <Rule words={inWords(fact)} source={fact.source} language={language} />
          </p>
          {fact.description && <p className={classes.quiet}>{textIn(fact.description, language)}</p>}
        </div>
      ))}
    </section>
  )

  function inWords(fact: Fact): string {
    const { basis, shelfLife, readers = [] } = fact
    const duration = durationInWords(shelfLife, language, { parameters: document.parameters })
    return [
      `${typeInWords(fact, language)}.`,
      t('class', { class: t(fact.class ?? 'ordinary') }),
      basis === undefined ? t('noBasis') : t('basis', { basis: basis === 'consent' ? t('consent') : basis }),
      shelfLife !== undefined && t('shelfLife', { duration }),
      readers.length > 0 &&
        t('readers', { roles: readers.map((role) => roleName(document, role, language)).join(', ') }),
    ]
      .filter((words) => typeof words === 'string')
      .join(' ')
  }
}
