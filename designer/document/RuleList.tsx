import type { Language } from '../../engine/pathway/words/index.ts'
import classes from './PathwayDocument.module.css'
import { Rule } from './Rule.tsx'

/** A rule of a list. */
export interface ListedRule {
  key: string
  words: string
  source?: string
}

/** Rules under a small heading; nothing where there are none. */
export function RuleList({
  title,
  rules,
  language,
}: {
  title?: string
  rules: readonly ListedRule[]
  language: Language
}) {
  if (rules.length === 0) return null
  return (
    <div className={classes.rules}>
      {title !== undefined && <p className={classes.label}>{title}</p>}
      <ul>
        {rules.map(({ key, words, source }) => (
          <li key={key}>
            <Rule words={words} source={source} language={language} />
          </li>
        ))}
      </ul>
    </div>
  )
}
