import { Button, Checkbox } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldDefinition } from '../../engine/pathway/declarations.ts'
import { textIn } from '../parts/inWords.ts'
import { taskOf } from './describeStep.ts'
import { TaskFacts } from './TaskFacts.tsx'
import { ValueField } from './ValueField.tsx'
import classes from './Walk.module.css'
import { useWalking } from './WalkContext.tsx'
import { type FactValue, formOf, type Task } from './walkTypes.ts'
import { factDefinition, factInWords, taskInWords, type WalkWords } from './walkWords.ts'

/** An open task: done at once, or after its form and checklist. */
export function TaskCard({ task }: { task: Task }) {
  const { t } = useTranslation('walk')
  const { words, isNow, take } = useWalking()
  const [isOpen, setOpen] = useState(false)
  const hasForm = task.form.length > 0 || task.checklist.length > 0
  const name = taskInWords(words, task)
  return (
    <>
      <TaskFacts task={task} />
      {isNow && !isOpen && (
        <Button
          size="compact-md"
          variant="default"
          onClick={() => (hasForm ? setOpen(true) : take({ do: 'complete', ...taskOf(task) }))}
          aria-label={`${t(hasForm ? 'openForm' : 'complete')}: ${name}`}
        >
          {t(hasForm ? 'openForm' : 'complete')}
        </Button>
      )}
      {isNow && isOpen && <TaskForm task={task} onClose={() => setOpen(false)} />}
    </>
  )
}

function TaskForm({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation('walk')
  const { words, take } = useWalking()
  const [values, setValues] = useState<ReadonlyMap<string, FactValue>>(new Map())
  const [ticked, setTicked] = useState(() => task.checklist.filter(({ isTicked }) => isTicked).map(({ id }) => id))
  const [isTried, setTried] = useState(false)
  const fields = formOf(task)
  const set = (name: string, value: FactValue | undefined): void => {
    const rest = [...values].filter(([other]) => other !== name)
    setValues(new Map(value === undefined ? rest : [...rest, [name, value]]))
  }
  const complete = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (fields.some((field) => field.required && !values.has(nameOf(field)))) return
    onClose()
    take({
      do: 'complete',
      ...taskOf(task),
      ...(values.size > 0 && { form: Object.fromEntries(values) }),
      ...(ticked.length > 0 && { checklist: ticked }),
    })
  }
  return (
    <form className={classes.form} noValidate onSubmit={complete}>
      {fields.map((field, index) => {
        const name = nameOf(field)
        const isMissing = isTried && field.required === true && !values.has(name)
        return (
          <ValueField
            key={name}
            type={'fact' in field ? typeOf(words, task.module, field.fact) : field.value}
            label={
              'fact' in field
                ? factInWords(words, { module: task.module, name, label: field.label })
                : textIn(field.label, words.language)
            }
            value={values.get(name)}
            onChange={(value) => set(name, value)}
            required={field.required === true}
            error={isMissing ? t('fieldMissing') : undefined}
            fieldRef={index === 0 ? focusOnce : undefined}
          />
        )
      })}
      {task.checklist.length > 0 && (
        <Checkbox.Group label={t('checklist')} value={ticked} onChange={setTicked}>
          {task.checklist.map(({ id, label, required }) => (
            <Checkbox
              key={id}
              size="md"
              value={id}
              label={`${textIn(label, words.language)}${required ? ` (${t('required')})` : ''}`}
            />
          ))}
        </Checkbox.Group>
      )}
      <div className={classes.row}>
        <Button type="submit" size="compact-md">
          {t('complete')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

const nameOf = (field: FieldDefinition): string => ('fact' in field ? field.fact : field.name)

/** A module's task may ask for a fact that only one of the two documents knows. */
function typeOf(words: WalkWords, module: string | null, fact: string) {
  return factDefinition(words, module, fact) ?? factDefinition(words, null, fact)
}

const focusOnce = (field: HTMLElement | null): void => field?.focus()
