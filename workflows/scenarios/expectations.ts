import type { HistoryEntry, JourneyView, PolkuProblem } from '../../engine/index.ts'
import { finnishDay, finnishDayOf } from './finnishDay.ts'
import type { Expectation, ExpectedRefusal, Scenario } from './scenario.ts'

/** In what a journey is unlike what a scenario expects of it; empty when it is as expected. */
export function unlikeExpected({ states, due, tasks }: Expectation, journey: JourneyView): string[] {
  const found: string[] = []
  if (states) found.push(...unlike('it stands in', sorted(journey.states), sorted(states)))
  for (const [name, day] of Object.entries(due ?? {})) {
    const timer = journey.timers.find((one) => one.kind === 'followUp' && one.name === name)
    found.push(...unlike(`"${name}" is due on`, timer ? finnishDay(timer.dueDate) : null, day))
  }
  if (tasks) {
    const open = [...new Set(journey.tasks.map(({ name }) => name))]
    found.push(...unlike('open tasks are', sorted(open), sorted(tasks)))
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

/** In what a whole journey is unlike its scenario: when each follow-up came due, and how it all ended. */
export function unlikeScenario(
  { cameDue, ends }: Scenario,
  journey: JourneyView,
  history: readonly HistoryEntry[],
): string[] {
  const came: Record<string, string[]> = {}
  for (const { entry, recordedAt } of history) {
    if (entry.timer?.kind !== 'followUp') continue
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

function unlike(what: string, found: unknown, expected: unknown): string[] {
  const [is, should] = [JSON.stringify(found), JSON.stringify(expected)]
  return is === should ? [] : [`${what} ${is}, expected ${should}`]
}

const sorted = (names: readonly string[]): string[] => [...names].sort()
