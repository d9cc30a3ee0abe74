import type { JourneyState } from '../../journey/state.ts'
import { stateOf } from '../context.ts'
import { PolkuProblem } from '../problem.ts'
import type { Actor } from '../schemas.ts'
import { passTime } from './passTime.ts'
import { type WalkScene, walker } from './walkScene.ts'
import type { WalkStep } from './walkSchemas.ts'

/** A journey of the walk: the client's own, or a module's. */
interface Walked {
  id: string
  state: JourneyState
}

/** Does one step of a walk. @throws PolkuProblem when it is refused; then nothing has changed, but that time may stand halfway */
export async function playStep(scene: WalkScene, step: WalkStep): Promise<void> {
  const { journeys, tasks, clients, client, journey, roles } = scene
  const by: Actor = { user: walker, roles: [...(step.by ?? roles)] }
  switch (step.do) {
    case 'record':
      await clients.record(client, { facts: step.facts, source: step.source ?? 'walk', by })
      return
    case 'send': {
      const { event, data, override, reason } = step
      await journeys.send(await journeyIn(scene, step.in), { event, data, override, reason, by })
      return
    }
    case 'complete':
      await completeTask(scene, step, by)
      return
    case 'answer': {
      await tasks.answer(await openTask(scene, step.task, step.in), { accept: step.accept, reason: step.reason, by })
      return
    }
    case 'jump':
      await journeys.jump(journey, { to: step.to, reason: step.reason, by })
      return
    case 'exit':
      await journeys.exit(await journeyIn(scene, step.in), { code: step.code, reason: step.reason, by })
      return
    case 'suspend': {
      const { code, reason, reviewDate } = step
      await journeys.suspend(journey, { code, reason, reviewDate, by })
      return
    }
    case 'resume': {
      const suspension = step.suspension ?? (await oldestSuspension(scene))
      await journeys.resume(journey, { suspension, reason: step.reason, by })
      return
    }
    case 'passTime':
      await passTime(scene, step.to)
      return
  }
}

/** Ticks what is named and completes the task, or does neither. */
async function completeTask(
  scene: WalkScene,
  { task: name, form, checklist = [], in: module }: Extract<WalkStep, { do: 'complete' }>,
  by: Actor,
): Promise<void> {
  const { tasks } = scene
  const id = await openTask(scene, name, module)
  if (checklist.length === 0) {
    await tasks.complete(id, { form, by })
    return
  }
  const before = (await tasks.get(id)).checklist
  await tasks.tick(id, { items: Object.fromEntries(checklist.map((item) => [item, true])), by })
  try {
    await tasks.complete(id, { form, by })
  } catch (error) {
    const items = before.filter((item) => checklist.includes(item.id)).map((item) => [item.id, item.isTicked])
    await tasks.tick(id, { items: Object.fromEntries(items), by })
    // that it was ticked and is no more is nothing that has happened
    await scene.readJournal()
    throw error
  }
}

/** The id of the open task of that name: of the client's own journey first, then of its modules. @throws PolkuProblem `no-such-task` */
async function openTask(scene: WalkScene, name: string, module: string | undefined): Promise<string> {
  const all = await walked(scene)
  const named = module === undefined ? undefined : await journeyIn(scene, module)
  const among = named === undefined ? all : all.filter(({ id }) => id === named)
  for (const { id, state } of among) {
    const task = state.tasks.find((one) => one.name === name)
    if (task) return `${id}.${task.id}`
  }
  const accepted = [...new Set(among.flatMap(({ state }) => state.tasks.map((one) => one.name)))].sort()
  throw new PolkuProblem('no-such-task', `No open task is called "${name}".`, { accepted })
}

/** The journey of a running module, the last that began; without a name the client's own. @throws PolkuProblem `no-such-module` */
async function journeyIn(scene: WalkScene, module: string | undefined): Promise<string> {
  if (module === undefined) return scene.journey
  const live = (await walked(scene)).filter(({ state }) => state.parent !== null && state.status === 'active')
  const found = live.filter(({ state }) => state.parent?.module === module).at(-1)
  if (found) return found.id
  const accepted = live.flatMap(({ state }) => state.parent?.module ?? [])
  throw new PolkuProblem('no-such-module', `No module "${module}" is running.`, { accepted })
}

async function oldestSuspension(scene: WalkScene): Promise<number> {
  const own = (await walked(scene)).find(({ id }) => id === scene.journey)
  const [oldest] = own?.state.suspensions ?? []
  if (oldest) return oldest.id
  throw new PolkuProblem('no-such-suspension', 'The journey is not suspended.', { accepted: [] })
}

/** The client's journey, and those of its modules in the order in which they began. */
async function walked({ scratch: { context }, client, journey }: WalkScene): Promise<Walked[]> {
  const rows = await context.store.read((tx) => tx.journeys({ client }))
  return rows
    .map((row) => ({ id: row.id, state: stateOf(context, row) }))
    .sort((a, b) => Number(b.id === journey) - Number(a.id === journey) || a.state.startedAt - b.state.startedAt)
}
