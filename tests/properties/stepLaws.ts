import { expect } from 'vitest'
import type { Timer } from '../../engine/journey/state.ts'
import type { Watch, WatchedStep } from './watch.ts'

/** Promise 7: nothing is taken whose criteria were not all true, except the one that was overridden. */
export function unknownIsNeverTrue(_watched: Watch, { placed: { entry }, pathway }: WatchedStep): void {
  let overridden = 0
  for (const id of entry.taken) {
    const transition = pathway.transitions.get(id)
    if (!transition) {
      expect(id).toMatch(/^jump:/)
      continue
    }
    for (const { name } of transition.criteria) {
      const record = entry.criteria.find((one) => one.transition === id && one.criterion === name)
      expect(record, `${id} was taken without asking "${name}"`).toBeDefined()
      if (record?.overridden) {
        overridden += 1
        expect(entry.override?.criterion).toBe(name)
        expect(pathway.criteria.get(name)?.definition.overridable).toBeTruthy()
      } else {
        expect(record?.value, `${id} was taken against "${name}"`).toBe(true)
      }
    }
  }
  expect(overridden).toBe(entry.override ? 1 : 0)
}

/** Promise 4: a timer acts when it is due, before everything that is due later, and before any command after its time. */
export function timersActInTime({ acted }: Watch, { placed, before, after, pathway }: WatchedStep): void {
  const { journey, type, recordedAt, entry } = placed
  const due = before.timers.filter((timer) => timer.dueAt <= recordedAt).sort(inOrder)
  if (type === 'migrate') forgetRecounted(acted, placed)
  if (type !== 'timer') {
    expect(due, `${type} came before timers that were due`).toEqual([])
    return
  }
  const { timer } = entry
  const [first] = due
  expect({ id: timer?.id, arming: timer?.arming }, 'the timer that acts').toEqual({
    id: first?.id,
    arming: first?.arming,
  })
  expect(timer?.late).toBe(recordedAt - (timer?.dueAt ?? 0) > 60_000)
  const arming = `${journey} timer ${timer?.id} arming ${timer?.arming}`
  expect(acted.has(arming), `${arming} acted twice`).toBe(false)
  acted.add(arming)
  expect(
    after.timers.some((one) => one.id === timer?.id && one.arming === timer.arming),
    `${arming} is still armed`,
  ).toBe(false)
  if (first?.kind !== 'followUp' && first?.kind !== 'warning') return
  const visit = before.visits.find((one) => one.id === first.visit)
  const followUp = pathway.states.get(visit?.state ?? '')?.definition.followUps?.[first.name]
  // what counts from a return, or from a date that moves, may come due again
  if (followUp?.restart || (first.kind === 'warning' && followUp?.anchor)) return
  const [, last = first.occurrence] = timer?.skipped ?? []
  for (let occurrence = first.occurrence; occurrence <= last; occurrence++) {
    const once = `${journey} visit ${first.visit} ${first.kind} ${first.name} ${occurrence}`
    expect(acted.has(once), `${once} acted twice`).toBe(false)
    acted.add(once)
  }
}

/** In another version occurrences may have other numbers, and warnings come again. */
function forgetRecounted(acted: Set<string>, { journey, entry }: WatchedStep['placed']): void {
  const anew = entry.changes.flatMap((one) => (one.change === 'migrated' ? one.recounted : []))
  const numbered = anew.map(({ visit, followUp }) => `${journey} visit ${visit} followUp ${followUp} `)
  const isAgain = (one: string) =>
    numbered.some((start) => one.startsWith(start)) ||
    (one.startsWith(`${journey} visit `) && one.includes(' warning '))
  for (const one of [...acted]) if (isAgain(one)) acted.delete(one)
}

const inOrder = (a: Timer, b: Timer) => a.dueAt - b.dueAt || a.arming - b.arming || a.id - b.id

/** Journey time is the clock's, but that it never runs backwards; nothing is dated after it was recorded. */
export function timeRunsOn({ world, journeys }: Watch, { placed, before, after }: WatchedStep): void {
  const { recordedAt, occurredAt } = placed
  const parent = before.at === 0 && after.parent ? journeys.get(after.parent.journey) : undefined
  const latest = Math.max(world.clock.ms, before.at, parent?.state.at ?? 0)
  expect(recordedAt, 'it was recorded before its time').toBeLessThanOrEqual(latest)
  expect(recordedAt).toBeGreaterThanOrEqual(Math.max(world.clock.ms, before.at))
  expect(occurredAt).toBeLessThanOrEqual(recordedAt)
}

/** What stands open belongs to what is there: visits to active states, timers and tasks to open visits. */
export function nothingIsLeftOver(_watched: Watch, { after, pathway }: WatchedStep): void {
  const active = after.status === 'active' ? [...pathway.machine.active(after)].sort() : []
  expect(after.visits.map((visit) => visit.state).sort(), 'open visits').toEqual(active)
  const visits = new Set(after.visits.map((visit) => visit.id))
  const tasks = new Set(after.tasks.map((task) => task.id))
  for (const { visit, task } of after.timers) {
    if (visit !== null) expect(visits, 'the visit of a timer').toContain(visit)
    if (task !== null) expect(tasks, 'the task of a timer').toContain(task)
  }
  for (const { visit } of after.tasks) if (visit !== null) expect(visits, 'the visit of a task').toContain(visit)
  expect(unique(after.timers)).toBe(after.timers.length)
  expect(unique(after.tasks)).toBe(after.tasks.length)
}

const unique = (list: readonly { id: number }[]) => new Set(list.map((one) => one.id)).size

/** Promise 8: a live journey has a responsible person and a timer that is more than a warning. */
export function nobodyIsForgotten(_watched: Watch, { after }: Pick<WatchedStep, 'after'>): void {
  if (after.status !== 'active') return
  expect(after.responsible.user).not.toBe('')
  expect(after.timers.some(isCover), 'nothing watches over the journey').toBe(true)
}

const isCover = ({ kind }: Timer) => kind !== 'warning'
