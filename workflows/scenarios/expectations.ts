import type { HistoryEntry, JourneyView, PolkuProblem, TimerView } from '../../engine/index.ts'
import { finnishDay, finnishDayOf } from './finnishDay.ts'
import type { JourneysOfClient } from './journeysOf.ts'
import type { Expectation, ExpectedRefusal, Scenario } from './scenario.ts'

/** In what a client's journeys are unlike what a scenario expects of them; empty when they are as expected. */
export function unlikeExpected(
  { states, due, tasks, modules }: Expectation,
  { journey, ofModules }: JourneysOfClient,
): string[] {
  const found: string[] = []
  const all = [journey, ...ofModules]
  if (states) found.push(...unlike('it stands in', sorted(journey.states), sorted(states)))
  for (const [name, day] of Object.entries(due ?? {})) {
    const timer = all.flatMap(({ timers }) => timers).find((one) => isPromise(one.kind) && one.name === name)
    const stands = timer?.isStopped ? 'seisoo' : undefined
    found.push(...unlike(`"${name}" is due on`, stands ?? (timer ? finnishDay(timer.dueDate) : null), day))
  }
  if (tasks) {
    const open = [...new Set(all.flatMap((one) => one.tasks.map(({ name }) => name)))]
    found.push(...unlike('open tasks are', sorted(open), sorted(tasks)))
  }
  if (modules) {
    const running = ofModules.filter(({ status }) => status === 'active')
    found.push(...unlike('modules that run are', running.map(moduleOf), modules))
  }
  return found
}

/** In what a refusal is unlike the expected one. */
export function unlikeRefusal(
  { code, criteria, lacks }: ExpectedRefusal,
  { code: found, details }: PolkuProblem,
): string[] {
  const failing = (details.criteria ?? []).filter(({ value }) => value !== true)
  const names = failing.map((one) => ('name' in one ? one.name : one.criterion))
  return [
    ...unlike('it was refused as', found, code),
    ...(criteria ? unlike('criteria that do not hold are', sorted(names), sorted(criteria)) : []),
    ...(lacks ? unlike('missing facts are', sorted(details.lacks ?? []), sorted(lacks)) : []),
  ]
}

/** In what a whole journey (a client's, or a module's) is unlike what was expected: what came due when, and how it ended. */
export function unlikeScenario(
  { cameDue, ends }: Pick<Scenario, 'cameDue' | 'ends'>,
  journey: JourneyView,
  history: readonly HistoryEntry[],
): string[] {
  const came: Record<string, string[]> = {}
  for (const { entry, recordedAt } of history) {
    if (!entry.timer || !isPromise(entry.timer.kind)) continue
    const { name } = entry.timer
    came[name] = [...(came[name] ?? []), finnishDayOf(recordedAt)]
  }
  const end = journey.end && { code: journey.end.code, on: finnishDayOf(journey.end.at) }
  const names = [...new Set([...Object.keys(cameDue), ...Object.keys(came)])]
  return [
    ...names.flatMap((name) => unlike(`"${name}" came due on`, came[name] ?? [], cameDue[name] ?? [])),
    ...unlike('it ended with', end, ends),
  ]
}

/** In what the modules that have run are unlike those of the scenario. */
export function unlikeModules({ modules }: Scenario, ran: readonly JourneyView[]): string[] {
  const begun = (one: { module: string; began: string }) => `${one.module} ${one.began}`
  const found = ran.map((one) => ({ module: moduleOf(one), began: finnishDayOf(one.startedAt) }))
  return unlike('modules that ran are', found.map(begun), modules.map(begun))
}

/** The name under which a pathway runs a journey as its module. */
const moduleOf = ({ parent }: JourneyView): string => parent?.module ?? ''

const isPromise = (kind: TimerView['kind']): boolean => kind === 'followUp' || kind === 'after'

function unlike(what: string, found: unknown, expected: unknown): string[] {
  const [is, should] = [JSON.stringify(found), JSON.stringify(expected)]
  return is === should ? [] : [`${what} ${is}, expected ${should}`]
}

const sorted = (names: readonly string[]): string[] => [...names].sort()
