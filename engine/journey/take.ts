import { localDate } from '../pathway/calendar/index.ts'
import type { Microstep } from '../pathway/compileMachine.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { own } from '../pathway/own.ts'
import { leaveModules, startModulesOf } from './startModule.ts'
import type { JourneyEnd, Visit } from './state.ts'
import { change, type Step } from './step.ts'
import { closeTask, openDocumentTask } from './tasks.ts'
import { armPromises, cancelTimers, rearmPromises } from './timers.ts'

/**
 * Takes transitions (or a jump) that have been decided on: visits close and open, their timers and tasks with them.
 * Returns the states that became done by it, innermost first.
 */
export function take(step: Step, ids: readonly string[]): string[] {
  const micro = step.pathway.machine.take(step.state, ids)
  step.taken.push(...micro.taken)
  const remembered = comesBack(step.pathway, micro)
  change(step, { change: 'configuration', ...micro.configuration })
  for (const path of micro.exited) closeVisit(step, path)
  tellActions(step, micro)
  for (const path of micro.entered) {
    // XState enters some states that it has not left (a history state that leads to its own source, the root by name)
    closeVisit(step, path)
    enterState(step, path, remembered.has(path))
  }
  if (!micro.done) keepToActive(step)
  if (micro.done) {
    end(step, endIn(step, micro.active))
    return []
  }
  return doneStates(step.pathway, micro)
}

/**
 * Open visits are of exactly the active states. XState's own account of what was left and entered says so nearly always;
 * where regions restart while one of them comes back to its own history, it forgets a state around.
 */
function keepToActive(step: Step): void {
  const active = step.pathway.machine.active(step.state)
  for (const { state } of [...step.state.visits]) if (!active.includes(state)) closeVisit(step, state)
  for (const path of active) if (!step.state.visits.some((one) => one.state === path)) enterState(step, path, false)
}

/** Opens the visits of every active state: how a journey begins, at the start or in the middle. */
export function enterInitially(step: Step, micro: Microstep): string[] {
  change(step, { change: 'configuration', ...micro.configuration })
  tellActions(step, micro)
  // in the document's order, as later entries are: timers due at the same instant act in the order of their arming
  for (const path of step.pathway.states.keys()) {
    // a journey brought in from elsewhere may have been under way before it came to where it stands
    const enteredAt = path === '' ? step.state.startedAt : step.occurredAt
    if (micro.active.includes(path)) enterState(step, path, false, enteredAt)
  }
  if (micro.done) {
    end(step, endIn(step, micro.active))
    return []
  }
  return doneStates(step.pathway, micro)
}

/** Ends the journey: nothing of it waits any longer. */
export function end(step: Step, how: JourneyEnd): void {
  cancelTimers(step, () => true)
  for (const task of step.state.tasks) closeTask(step, task.id, 'cancelled')
  for (const visit of step.state.visits) {
    leaveModules(step, visit.id, visit.state)
    change(step, { change: 'visitClosed', visit: visit.id, keep: false })
  }
  change(step, { change: 'ended', end: how })
  const { parent } = step.state
  if (parent) step.messages.push({ topic: 'module.ended', payload: { parent: parent.journey, code: how.code } })
  step.messages.push({ topic: 'journey.ended', payload: { code: how.code, kind: how.kind, outcome: how.outcome } })
}

function tellActions(step: Step, micro: Microstep): void {
  for (const { type, params } of micro.actions) {
    step.messages.push({ topic: 'action', payload: params === undefined ? { type } : { type, params } })
  }
}

/** Opens the visit of a state, or goes on with the one that history comes back to, and what belongs to it. */
export function enterState(step: Step, path: string, comesBack: boolean, enteredAt = step.occurredAt): void {
  const old = comesBack ? step.state.left.find((visit) => visit.state === path) : undefined
  if (old) {
    change(step, { change: 'visitContinued', visit: old.id })
    rearmPromises(step, old)
    openUndone(step, old)
    return
  }
  const visit: Visit = { id: step.state.counters.visit + 1, state: path, enteredAt, acted: {} }
  change(step, { change: 'visitOpened', visit })
  armPromises(step, visit)
  startModulesOf(step, path)
  for (const name of step.pathway.states.get(path)?.definition.tasks ?? []) openDocumentTask(step, name, visit.id)
}

/** What had been left undone waits again: until its old due date, or counted anew when that has passed meanwhile. */
function openUndone(step: Step, visit: Visit): void {
  const { followUps } = step.pathway.promises.get(visit.state) ?? { followUps: [] }
  const today = localDate(step.occurredAt, step.pathway.calendar.zone)
  for (const { name, dueDate, ticked } of visit.undone ?? []) {
    const comesAnew = followUps.some(([, followUp]) => followUp.restart && followUp.task === name)
    const isThere = own(step.pathway.document.taskDefinitions, name) !== undefined
    if (comesAnew || !isThere) continue
    const due = dueDate !== null && dueDate >= today ? dueDate : undefined
    const task = openDocumentTask(step, name, visit.id, due)
    if (ticked) change(step, { change: 'taskChanged', task, ticked })
  }
}

/** Closes the visit of a state, and what belongs to it. */
export function closeVisit(step: Step, path: string): void {
  const visit = step.state.visits.find((one) => one.state === path)
  if (!visit) return
  const open = step.state.tasks.filter((one) => one.visit === visit.id)
  const keep = isRemembered(step.pathway, path)
  const undone = open
    .filter((one) => one.kind === 'pathway')
    .map(({ name, dueDate, ticked }) => ({ name, dueDate, ...(ticked ? { ticked } : {}) }))
  cancelTimers(step, (timer) => timer.visit === visit.id)
  for (const task of open) closeTask(step, task.id, 'cancelled')
  leaveModules(step, visit.id, path)
  change(step, { change: 'visitClosed', visit: visit.id, keep, ...(keep && undone.length > 0 ? { undone } : {}) })
}

/** Whether some history state may come back to a state: it stands beside the state, or beside one of its ancestors. */
function isRemembered(pathway: CompiledPathway, path: string): boolean {
  for (
    let node = pathway.states.get(path);
    node;
    node = node.parent === undefined ? undefined : pathway.states.get(node.parent)
  ) {
    if (node.children.some((child) => pathway.states.get(child)?.type === 'history')) return true
  }
  return false
}

/** The states that are entered because a history state remembers them (from this very step, too), up to its region. */
function comesBack(pathway: CompiledPathway, micro: Microstep): ReadonlySet<string> {
  const paths = new Set<string>()
  for (const id of micro.taken) {
    for (const target of pathway.transitions.get(id)?.targets ?? []) {
      const region = pathway.states.get(target)?.parent
      if (pathway.states.get(target)?.type !== 'history' || region === undefined) continue
      for (const remembered of own(micro.configuration.history, target) ?? []) {
        for (let path: string | undefined = remembered; path !== undefined; path = pathway.states.get(path)?.parent) {
          paths.add(path)
          if (path === region) break
        }
      }
    }
  }
  return paths
}

/** States completed by what was just entered, as SCXML has it: the parent of a final state, then finished parallel ones. */
function doneStates(pathway: CompiledPathway, micro: Microstep): string[] {
  // a parallel state is complete no earlier than its last region, so what is entered counts from its turn on
  const active = new Set(micro.active.filter((path) => !micro.entered.includes(path)))
  const done: string[] = []
  for (const path of micro.entered) {
    active.add(path)
    const node = pathway.states.get(path)
    if (node?.type !== 'final' || node.parent === undefined) continue
    const parent = pathway.states.get(node.parent)
    if (parent?.type === 'compound') done.push(parent.path)
    let above =
      parent?.type === 'parallel'
        ? parent
        : parent?.parent === undefined
          ? undefined
          : pathway.states.get(parent.parent)
    while (above?.type === 'parallel' && !done.includes(above.path) && isComplete(pathway, active, above.path)) {
      done.push(above.path)
      above = above.parent === undefined ? undefined : pathway.states.get(above.parent)
    }
  }
  return done
}

/** Whether a state is complete, as SCXML has it: in a final state, a parallel one with all of its regions. */
export function isComplete(pathway: CompiledPathway, active: ReadonlySet<string>, path: string): boolean {
  const node = pathway.states.get(path)
  if (!node || node.type === 'history') return true
  // a region that is a final state is complete whenever it is asked for, as XState has it, entered yet or not
  if (node.type === 'final') return true
  if (node.type === 'compound') {
    return node.children.some((child) => active.has(child) && pathway.states.get(child)?.type === 'final')
  }
  return node.type === 'parallel' && node.children.every((child) => isComplete(pathway, active, child))
}

function endIn(step: Step, active: readonly string[]): JourneyEnd {
  const final = active
    .map((path) => step.pathway.states.get(path))
    .find((node) => node?.type === 'final' && node.parent === '')
  const declared = final?.definition.end
  return {
    code: declared?.code ?? final?.key ?? 'completed',
    kind: 'end',
    outcome: declared?.outcome ?? 'completed',
    at: step.occurredAt,
  }
}
