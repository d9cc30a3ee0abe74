import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { draftTransitions } from '../../engine/pathway/words/index.ts'
import { taskOf } from './describeStep.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { TaskFacts } from './TaskFacts.tsx'
import classes from './Walk.module.css'
import { useWalking } from './WalkContext.tsx'
import type { Task } from './walkTypes.ts'
import { taskInWords } from './walkWords.ts'

/** A transition that waits for a person's answer. */
export function ProposalCard({ task }: { task: Task }) {
  const { t } = useTranslation('walk')
  const { words, isNow, take } = useWalking()
  const [answer, setAnswer] = useState<'accept' | 'reject'>()
  const proposed = draftTransitions(words.documentOf(task.module)).find(({ id }) => id === task.name)
  const needsReason = proposed?.definition.reasonRequired === true
  const name = taskInWords(words, task)
  const finish = (accept: boolean, reason?: string): void => {
    setAnswer(undefined)
    take({ do: 'answer', ...taskOf(task), accept, ...(reason && { reason }) })
  }
  return (
    <>
      <TaskFacts task={task} />
      {isNow && (
        <div className={classes.row}>
          <Button
            size="compact-md"
            onClick={() => (needsReason ? setAnswer('accept') : finish(true))}
            aria-label={`${t('accept')}: ${name}`}
          >
            {t('accept')}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            onClick={() => setAnswer('reject')}
            aria-label={`${t('reject')}: ${name}`}
          >
            {t('reject')}
          </Button>
        </div>
      )}
      {answer && isNow && (
        <ReasonForm
          submit={t(answer)}
          onSubmit={(reason) => finish(answer === 'accept', reason)}
          onCancel={() => setAnswer(undefined)}
        />
      )}
    </>
  )
}
