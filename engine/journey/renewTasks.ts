import type { CompiledPathway, Transition } from '../pathway/compilePathway.ts'
import { own } from '../pathway/own.ts'
import { canonicalJson } from './canonicalJson.ts'
import type { MovedTo } from './movedTo.ts'
import type { Before } from './renewPromises.ts'
import type { OpenTask } from './state.ts'
import { change, type Step } from './step.ts'
import { isComplete } from './take.ts'
import { askPerson, closeTask, openDocumentTask } from './tasks.ts'

interface Earlier {
  pathway: CompiledPathway
  /** by visit, the states that it was in */
  was: ReadonlyMap<number, Before>
  places: MovedTo
  /** states that are active in the version that the journey has come to */
  active: ReadonlySet<string>
}

/**
 * Brings open tasks to the version that the journey has come to: what it still has goes on, with its due date, for the case
 * role that it is for now; what it has no more is cancelled. Tasks that it has put into a state that goes on are opened.
 */
export function renewTasks(step: Step, earlier: Earlier): void {
  for (const task of [...step.state.tasks]) {
    if (task.kind === 'pathway') renewTask(step, task)
    if (task.kind === 'proposal') renewProposal(step, task, earlier)
  }
  for (const transition of [...step.state.dismissed]) renewDismissal(step, transition, earlier)
  for (const visit of step.state.visits) {
    const { pathway, states } = earlier.was.get(visit.id) ?? { pathway: earlier.pathway, states: [] }
    const known = states.flatMap((state) => pathway.states.get(state)?.definition.tasks ?? [])
    for (const name of step.pathway.states.get(visit.state)?.definition.tasks ?? []) {
      const isOpen = step.state.tasks.some(
        (task) => task.kind === 'pathway' && task.name === name && task.visit === visit.id,
      )
      if (!known.includes(name) && !isOpen) openDocumentTask(step, name, visit.id)
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
  const ticked = definition.checklist?.flatMap(({ id }) => (task.ticked?.includes(id) ? [id] : [])) ?? []
  const isOtherwise = task.ticked !== undefined && ticked.join() !== task.ticked.join()
  if (role !== task.role || isOtherwise) {
    change(step, { change: 'taskChanged', task: task.id, role, ...(isOtherwise ? { ticked } : {}) })
  }
}

/** A proposal is of one transition: where the version has another in its place, or another name for it, the person is asked anew. */
function renewProposal(step: Step, task: OpenTask, earlier: Earlier): void {
  const { places, active } = earlier
  const old = earlier.pathway.transitions.get(task.name)
  const source = old && places.of(old.source)
  const isDue = old?.kind !== 'done' || (source !== undefined && isComplete(step.pathway, active, source))
  const same = old && isDue ? sameIn(step.pathway, old, places) : undefined
  if (same?.id === task.name) return
  closeTask(step, task.id, 'cancelled')
  const visit = step.state.visits.find(({ state }) => state === source)
  // what facts ask for is asked anew by the facts
  if (!old || old.kind === 'always' || source === undefined || !visit || !isDue) return
  const inItsPlace = same ?? step.pathway.candidates(source, old.kind, old.event)[0]
  if (inItsPlace) askPerson(step, 'proposal', inItsPlace.id, visit.id)
}

/** What was turned down stays so where it is the same thing. */
function renewDismissal(step: Step, transition: string, { pathway, places }: Earlier): void {
  const old = pathway.transitions.get(transition)
  const same = old && sameIn(step.pathway, old, places)
  if (same?.id === transition) return
  change(step, { change: 'dismissed', transition, dismissed: false })
  if (same) change(step, { change: 'dismissed', transition: same.id, dismissed: true })
}

/** The transition that does the same in another version: driven by the same, on the same criteria, to the same places. */
function sameIn(pathway: CompiledPathway, old: Transition, places: MovedTo): Transition | undefined {
  const source = places.of(old.source)
  if (source === undefined) return undefined
  const wanted = meaning(old, places.named)
  return pathway
    .candidates(source, old.kind, old.event)
    .find((one) => one.source === source && one.event === old.event && meaning(one) === wanted)
}

function meaning(
  { targets, criteria, definition }: Transition,
  named: (path: string) => string = (path) => path,
): string {
  return canonicalJson([targets.map(named), criteria.map(({ name }) => name), definition.effect ?? null])
}
