import { IconArrowsMove, IconCursorText, IconMinus, IconPencil, IconPlus, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Change, changeInWords } from '../../engine/pathway/compare/index.ts'
import type { Language } from '../app/language.ts'
import type { DraftDocument } from '../model/document.ts'
import classes from './ChangesList.module.css'

const impacts = ['behaviour', 'words', 'layout'] as const
const signs: Record<Change['kind'], TablerIcon> = {
  added: IconPlus,
  removed: IconMinus,
  changed: IconPencil,
  moved: IconArrowsMove,
  renamed: IconCursorText,
}

/** What differs between two documents, in words: first what changes for clients. */
export function ChangesList({
  changes,
  before,
  after,
}: {
  /** what `comparePathways` found between the two */
  changes: readonly Change[]
  before: DraftDocument
  after: DraftDocument
}) {
  const { t, i18n } = useTranslation('versions')
  if (changes.length === 0) return <p>{t('same')}</p>
  return (
    <>
      {impacts.map((impact) => {
        const some = changes.filter((change) => change.impact === impact)
        if (some.length === 0) return null
        return (
          <section key={impact} className={classes.group}>
            <h3>
              {t(impact)} <span className={classes.count}>{some.length}</span>
            </h3>
            <ul>
              {some.map((change) => {
                const Sign = signs[change.kind]
                const key = `${change.kind} ${change.subject.path} ${change.field ?? ''}`
                return (
                  <li key={key} data-change={change.kind}>
                    <span className={classes.kind}>
                      <Sign size={16} aria-hidden /> {t(change.kind)}
                    </span>
                    <span>{changeInWords(change, before, after, i18n.language as Language)}</span>
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </>
  )
}
