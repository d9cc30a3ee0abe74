import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { own } from '../pathway/own.ts'
import type { MovedTo } from './movedTo.ts'
import type { OpenTask } from './state.ts'
import { change, type Step } from './step.ts'
import { askPerson, closeTask, openDocumentTask } from './tasks.ts'

interface Before {
  pathway: CompiledPathway
  /** by visit, the state that it was in */
  before: ReadonlyMap<number, string>
  places: MovedTo
}

/**
 * Brings open tasks to the version that the journey has come to: what it still has goes on, with its due date, for the case
 * role that it is for now; what it has no more is cancelled. Tasks that it has put into a state that goes on are opened.
 */
export function renewTasks(step: Step, was: Before): void {
  for (const task of [...step.state.tasks]) {
    if (task.kind === 'pathway') renewTask(step, task)
    if (task.kind === 'proposal') renewProposal(step, task, was)
  }
  for (const transition of [...step.state.dismissed]) {
    if (!step.pathway.transitions.has(transition)) change(step, { change: 'dismissed', transition, dismissed: false })
  }
  for (const visit of step.state.visits) {
    const earlier = was.pathway.states.get(was.before.get(visit.id) ?? '')?.definition.tasks ?? []
    for (const name of step.pathway.states.get(visit.state)?.definition.tasks ?? []) {
      const isOpen = step.state.tasks.some(
        (task) => task.kind === 'pathway' && task.name === name && task.visit === visit.id,
      )
      if (!earlier.includes(name) && !isOpen) openDocumentTask(step, name, visit.id)
    }
  }
}

function renewTask(step: Step, task: OpenTask): void {
  const definition = own(step.pathway.document.taskDefinitions, task.name)
  if (!definition) {
    closeTask(step, task.id, 'cancelled')
    return
  }
  const role = definition.role ?? null
  const items = (definition.checklist ?? []).map(({ id }) => id)
  const ticked = task.ticked?.filter((item) => items.includes(item))
  const isTicked = ticked !== undefined && ticked.length !== task.ticked?.length
  if (role !== task.role || isTicked) {
    change(step, { change: 'taskChanged', task: task.id, role, ...(isTicked ? { ticked } : {}) })
  }
}

/** A proposal is of one transition of one version: where that has another name now, the person is asked anew. */
function renewProposal(step: Step, task: OpenTask, { pathway, places }: Before): void {
  const transition = pathway.transitions.get(task.name)
  const source = transition && places.of(transition.source)
  const name = transition && source !== undefined ? `${source}${task.name.slice(transition.source.length)}` : undefined
  const same = name === undefined ? undefined : step.pathway.transitions.get(name)
  if (same && name === task.name) return
  closeTask(step, task.id, 'cancelled')
  const visit = step.state.visits.find(({ state }) => state === source)
  // what facts ask for is asked anew by the facts
  if (same && visit && same.kind !== 'always') askPerson(step, 'proposal', same.id, visit.id)
}
