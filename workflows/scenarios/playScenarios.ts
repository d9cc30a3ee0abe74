import type { Polku } from '../../engine/index.ts'
import { finnishDayOf, instantOf } from './finnishDay.ts'
import { openTask, performStep } from './performStep.ts'
import type { Played } from './played.ts'
import type { Scenario, ScenarioStep } from './scenario.ts'
import type { VirtualClock } from './virtualClock.ts'

interface Scene {
  at: Date
  played: Played
  step: ScenarioStep
  /** a task done by habit: left undone when something else has closed it meanwhile */
  isHabit: boolean
}

/**
 * Plays scenarios side by side on one clock, each step on its day.
 * @param until the day to go on to, such as 'ma 31.5.2027'
 */
export async function playScenarios(
  polku: Polku,
  clock: VirtualClock,
  scenarios: readonly Scenario[],
  until: string,
): Promise<Played[]> {
  const played = scenarios.map((scenario): Played => ({ scenario, client: '', journey: '', refusals: [], broken: [] }))
  const end = instantOf(until, '23:00')
  const scenes = played.flatMap(scenesOf)
  const planned = new Set<string>()
  for (;;) {
    for (const one of played) scenes.push(...(await planHabits(polku, clock, one, planned)))
    scenes.sort((a, b) => a.at.getTime() - b.at.getTime())
    const next = scenes[0]
    const at = Math.min(next?.at.getTime() ?? Number.POSITIVE_INFINITY, await nextDueAt(polku, clock))
    if (at > end.getTime()) break
    await clock.advanceTo(new Date(at), polku)
    if (next?.at.getTime() !== at) continue
    scenes.shift()
    await playScene(polku, next)
  }
  await clock.advanceTo(end, polku)
  return played
}

/** The first step of a day is at nine, and each next one ten minutes later. */
function scenesOf(played: Played): Scene[] {
  const stepsOn = new Map<string, number>()
  return played.scenario.steps.map((step) => {
    const before = stepsOn.get(step.on) ?? 0
    stepsOn.set(step.on, before + 1)
    return { at: new Date(instantOf(step.on, '09:00').getTime() + before * 600_000), played, step, isHabit: false }
  })
}

async function playScene(polku: Polku, { at, played, step, isHabit }: Scene): Promise<void> {
  const { act } = step
  if (isHabit && act.do === 'complete' && !(await openTask(polku, played.client, act.task))) return
  await performStep(polku, played, step, at)
}

async function nextDueAt(polku: Polku, clock: VirtualClock): Promise<number> {
  const untilNext = await polku.msUntilNext()
  return untilNext === undefined ? Number.POSITIVE_INFINITY : clock.now().getTime() + untilNext
}

/** Scenes for open tasks that somebody does by habit: at one o'clock on the day they were opened, or at once after that. */
async function planHabits(polku: Polku, clock: VirtualClock, played: Played, planned: Set<string>): Promise<Scene[]> {
  const { client, scenario } = played
  if (client === '') return []
  const scenes: Scene[] = []
  for (const { id, name } of await polku.tasks.list({ client, status: 'open' })) {
    const habit = scenario.habits[name]
    if (!habit || planned.has(id)) continue
    planned.add(id)
    const now = clock.now()
    const on = finnishDayOf(now)
    const at = new Date(Math.max(instantOf(on, '13:00').getTime(), now.getTime()))
    const step: ScenarioStep = { on, by: habit.by, act: { do: 'complete', task: name, form: habit.form } }
    scenes.push({ at, played, step, isHabit: true })
  }
  return scenes
}
