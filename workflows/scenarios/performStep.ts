import { type Polku, PolkuProblem, type TaskDetails } from '../../engine/index.ts'
import { unlikeExpected, unlikeRefusal } from './expectations.ts'
import { instantOf, isoDateOf } from './finnishDay.ts'
import { journeysOf } from './journeysOf.ts'
import type { Played } from './played.ts'
import type { ScenarioStep } from './scenario.ts'

/** Does one step of a scenario, and keeps whatever did not go as the scenario says. */
export async function performStep(polku: Polku, played: Played, step: ScenarioStep, at: Date): Promise<void> {
  const { by, on, refused, expect } = step
  const what = nameOf(step)
  const broken: string[] = []
  try {
    await perform(polku, played, step)
    if (refused) broken.push(`it was done, but "${refused.code}" was expected`)
  } catch (error) {
    if (!(error instanceof PolkuProblem)) throw error
    const module = moduleOf(step)
    played.refusals.push({ at, by, what, module, problem: error, lacks: await lacksOf(polku, played, step) })
    if (refused) broken.push(...unlikeRefusal(refused, error))
    else broken.push(`it was refused: ${error.message}`)
  }
  // what one journey tells another (a module begins, ends, stands still with its parent) happens at once
  await polku.runDue()
  if (expect && played.journey !== '') broken.push(...unlikeExpected(expect, await journeysOf(polku, played)))
  played.broken.push(...broken.map((one) => `${on}, ${what}: ${one}`))
}

/** The client's open task of that name, in the journey or a module, if there is one. */
export async function openTask(polku: Polku, client: string, name: string): Promise<TaskDetails | undefined> {
  return (await polku.tasks.list({ client, status: 'open' })).find((task) => task.name === name)
}

async function perform(polku: Polku, played: Played, step: ScenarioStep): Promise<void> {
  const { act, on, by: person } = step
  const { journey, client, scenario } = played
  const by = { user: person.user, roles: person.roles }
  const dated = (happenedOn: string | undefined) =>
    happenedOn === undefined ? undefined : instantOf(happenedOn, '09:00').toISOString()
  const taskId = async (name: string): Promise<string> => {
    const task = await openTask(polku, client, name)
    if (!task) throw new Error(`${scenario.id}: no task "${name}" is open on ${on}`)
    return task.id
  }
  const journeyOf = async (module: string | undefined): Promise<string> => {
    if (module === undefined) return journey
    const { ofModules } = await journeysOf(polku, played)
    const found = ofModules.filter(({ parent }) => parent?.module === module).at(-1)
    if (!found) throw new Error(`${scenario.id}: no module "${module}" has begun by ${on}`)
    return found.id
  }
  switch (act.do) {
    case 'start': {
      const { responsible } = scenario
      played.client ||= (await polku.clients.create({ ...scenario.client, by })).id
      const started = await polku.journeys.start({
        pathway: 'suunto',
        client: played.client,
        responsible: { user: responsible.user },
        by,
        at: act.at,
        reason: act.reason,
        occurredAt: dated(act.happenedOn),
      })
      played.journey = started.journey.id
      return
    }
    case 'record':
      await polku.clients.record(client, { facts: { ...act.facts }, source: act.source, by })
      return
    case 'send': {
      const { event, reason, happenedOn } = act
      const override = act.override === undefined ? undefined : { criterion: act.override }
      await polku.journeys.send(await journeyOf(act.in), { event, reason, override, occurredAt: dated(happenedOn), by })
      return
    }
    case 'complete':
      await polku.tasks.complete(await taskId(act.task), { form: { ...act.form }, by })
      return
    case 'accept':
      await polku.tasks.answer(await taskId(act.proposal), { accept: true, by })
      return
    case 'jump':
      await polku.journeys.jump(journey, { to: act.to, reason: act.reason, by })
      return
    case 'exit':
      await polku.journeys.exit(await journeyOf(act.in), { code: act.code, reason: act.reason, by })
      return
    case 'suspend': {
      const { code, reason } = act
      await polku.journeys.suspend(journey, { code, reason, reviewDate: isoDateOf(act.reviewDate), by })
      return
    }
    case 'resume':
      await polku.journeys.resume(journey, { suspension: act.suspension, reason: act.reason, by })
      return
    case 'handOver':
      await polku.journeys.handOver(journey, { to: { user: act.to.user }, reason: act.reason, by })
      return
  }
}

/** What a step is about: the event, the task, the exit. */
function nameOf({ act }: ScenarioStep): string {
  switch (act.do) {
    case 'send':
      return act.event
    case 'complete':
      return act.task
    case 'accept':
      return act.proposal
    case 'jump':
      return act.to
    case 'exit':
    case 'suspend':
      return act.code
    default:
      return act.do
  }
}

/** The module that a step is about. */
const moduleOf = ({ act }: ScenarioStep): string | undefined => ('in' in act ? act.in : undefined)

/** The facts that an event waits for, in words, as `next` tells them. */
async function lacksOf(polku: Polku, { journey }: Played, { act, by }: ScenarioStep) {
  if (act.do !== 'send' || journey === '') return []
  const { events } = await polku.journeys.next(journey, { by: { user: by.user, roles: by.roles } })
  return events.find(({ event }) => event === act.event)?.lacks ?? []
}
