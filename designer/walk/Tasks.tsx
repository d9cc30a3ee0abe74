import { useTranslation } from 'react-i18next'
import { ProposalCard } from './ProposalCard.tsx'
import { TaskCard } from './TaskCard.tsx'
import classes from './Walk.module.css'
import { useWalking } from './WalkContext.tsx'

/** Work that waits for a person: tasks to do, proposals to answer. */
export function Tasks() {
  const { t } = useTranslation('walk')
  const { point } = useWalking()
  return (
    <section aria-labelledby="walk-tasks">
      <h3 id="walk-tasks" className={classes.heading}>
        {t('tasks')}
      </h3>
      {point.tasks.length === 0 && <p className={classes.quiet}>{t('noTasks')}</p>}
      <ul className={classes.plain}>
        {point.tasks.map((task) => (
          <li key={task.id} className={classes.card}>
            {task.isProposal ? <ProposalCard task={task} /> : <TaskCard task={task} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
