import { own } from '../pathway/own.ts'
import type { FollowUpDefinition } from '../pathway/states.ts'
import type { Refusal } from './refusal.ts'
import type { Visit } from './state.ts'
import { change, type Step } from './step.ts'
import { closeTask, openDocumentTask } from './tasks.ts'
import { armFollowUp, cancelTimers, firstOccurrenceAfter, overdueFrom } from './timers.ts'

/** What had happened on a journey before it was brought in from elsewhere. */
export interface ImportedPast {
  /** when the journey began, epoch milliseconds; the state that it is brought into may have been entered later */
  startedAt: number
  /** by follow-up, how many of its occurrences are done with, or the local date up to which they are */
  followUps: Record<string, number | string>
  /** tasks of the pathway that are done, a name once for each time */
  tasks: string[]
}

/**
 * Takes over what was done elsewhere, once the states have been entered: occurrences of follow-ups that are done with are
 * not asked for again, done tasks count as completed.
 */
export function takeOverPast(step: Step, { followUps, tasks }: ImportedPast): Refusal | undefined {
  for (const [name, done] of Object.entries(followUps)) {
    const refusal = takeOverFollowUp(step, name, done)
    if (refusal) return refusal
  }
  for (const name of tasks) {
    const refusal = takeOverTask(step, name)
    if (refusal) return refusal
  }
  // what is late already needs no notice
  cancelTimers(step, (timer) => timer.kind === 'warning' && timer.dueAt <= step.now)
  return undefined
}

function takeOverFollowUp(step: Step, name: string, done: number | string): Refusal | undefined {
  const promised = step.state.visits.flatMap((visit) =>
    (step.pathway.promises.get(visit.state)?.followUps ?? []).map(([key, followUp]) => ({ visit, key, followUp })),
  )
  const meant = promised.filter(({ key }) => key === name)
  if (meant.length === 0) {
    const names = promised.map(({ key }) => `"${key}"`).join(', ')
    return { refused: 'wrong-kind', why: `no state entered has a follow-up "${name}"; they have ${names || 'none'}` }
  }
  for (const { visit, followUp } of meant) {
    const upTo = doneUpTo(step, visit, name, followUp, done)
    if (upTo === undefined) {
      return {
        refused: 'wrong-kind',
        why: `"${name}" counts from a fact that is not known, so a date tells nothing of it`,
      }
    }
    if (upTo === 0) continue
    const isIts = (timer: { visit: number | null; name: string; kind: string }) =>
      timer.visit === visit.id && timer.name === name && (timer.kind === 'followUp' || timer.kind === 'warning')
    cancelTimers(step, isIts)
    change(step, { change: 'occurrencesSkipped', visit: visit.id, followUp: name, upTo })
    if (followUp.every) armFollowUp(step, visit, name, followUp, upTo + 1)
  }
  return undefined
}

/** The last occurrence that is done with; undefined while it is not known what the follow-up counts from. */
function doneUpTo(
  step: Step,
  visit: Visit,
  name: string,
  followUp: FollowUpDefinition,
  done: number | string,
): number | undefined {
  if (typeof done === 'number') return followUp.every ? done : Math.min(done, 1)
  if (!followUp.every) return 1
  const at = overdueFrom(step.pathway, done).at - 1
  const next = firstOccurrenceAfter(step, visit, name, followUp, { at, from: 1 })
  return next === undefined ? undefined : next - 1
}

function takeOverTask(step: Step, name: string): Refusal | undefined {
  if (!own(step.pathway.document.taskDefinitions, name)) {
    return { refused: 'wrong-kind', why: `the pathway has no task "${name}"` }
  }
  const open = step.state.tasks.find((task) => task.kind === 'pathway' && task.name === name)
  const id = open?.id ?? openDocumentTask(step, name, undefined)
  closeTask(step, id, 'completed')
  // nobody is to be told of work that is done
  step.messages = step.messages.filter(({ topic, payload }) => !(topic === 'task.opened' && payload.task === id))
  return undefined
}
