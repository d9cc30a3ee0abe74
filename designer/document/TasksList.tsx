import { useTranslation } from 'react-i18next'
import { factName, taskInWords, taskName, typeInWords } from '../../engine/pathway/words/index.ts'
import type { DraftDocument } from '../model/document.ts'
import { textIn } from '../parts/inWords.ts'
import classes from './PathwayDocument.module.css'
import type { DocumentPart } from './PathwayDocument.tsx'
import { Rule } from './Rule.tsx'
import { type ListedRule, RuleList } from './RuleList.tsx'

type Task = NonNullable<DraftDocument['taskDefinitions']>[string]

/** Every task: who does it by when, and the form and the checklist that come with it. */
export function TasksList({ document, language }: DocumentPart) {
  const { t } = useTranslation('document', { lng: language })
  const tasks = Object.entries(document.taskDefinitions ?? {})
  if (tasks.length === 0) return null
  return (
    <section>
      <h2>{t('taskForms')}</h2>
      {tasks.map(([name, task]) => {
        const title = taskName(document, name, language)
        // the heading says what the sentences begin with
        const words = taskInWords(document, name, language).replace(`${title}. `, '')
        return (
          <section key={name} className={classes.item}>
            <h3>{title}</h3>
            {task.description && <p>{textIn(task.description, language)}</p>}
            <p>
              <Rule words={words} source={task.source} language={language} />
            </p>
            <RuleList title={t('form')} rules={fieldsOf(task)} language={language} />
            <RuleList title={t('checklist')} rules={checksOf(task)} language={language} />
          </section>
        )
      })}
    </section>
  )

  function fieldsOf({ form = [] }: Task): ListedRule[] {
    return form.map((field, at) => {
      const isFact = 'fact' in field
      const kind = isFact ? document.facts?.[field.fact] : field.value
      const own = field.label && textIn(field.label, language)
      const label = own ?? (isFact ? factName(document, field.fact, language) : '')
      const type = kind ? typeInWords(kind, language) : ''
      return { key: `${at}`, words: withRequired(type === '' ? label : `${label}: ${type}`, field.required) }
    })
  }
  function checksOf({ checklist = [] }: Task): ListedRule[] {
    return checklist.map(({ id, label, required, source }) => ({
      key: id,
      words: withRequired(textIn(label, language), required),
      source,
    }))
  }
  function withRequired(words: string, isRequired: boolean | undefined): string {
    return isRequired === true ? `${words} (${t('required')})` : words
  }
}
