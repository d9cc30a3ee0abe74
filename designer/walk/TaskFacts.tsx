import { useTranslation } from 'react-i18next'
import { dayInWords } from '../parts/inWords.ts'
import classes from './Walk.module.css'
import { useWalking } from './WalkContext.tsx'
import type { Task } from './walkTypes.ts'
import { moduleInWords, rolesInWords, taskInWords } from './walkWords.ts'

/** What a task is, whom it waits for, and by when. */
export function TaskFacts({ task }: { task: Task }) {
  const { t } = useTranslation('walk')
  const { point, words } = useWalking()
  const { module, role, dueDate, overdue, isProposal } = task
  const running = point.modules.find((one) => one.module === module)
  return (
    <p className={classes.sentence}>
      <strong>{taskInWords(words, task)}</strong>
      <span className={classes.quiet}>
        {isProposal && ` · ${t('proposal')}`}
        {module !== null && ` · ${moduleInWords(words, { name: module, label: running?.label })}`}
        {role !== null && ` · ${rolesInWords(words, module, [role])}`}
        {dueDate !== null && ` · ${t('due', { date: dayInWords(dueDate, words.language) })}`}
      </span>
      {overdue && <span className={classes.amber}> {t('late')}</span>}
    </p>
  )
}
