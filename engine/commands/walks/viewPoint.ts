import { explainNext, type Next } from '../../journey/explain.ts'
import { isExpired } from '../../journey/facts.ts'
import { checklistOf } from '../../journey/work.ts'
import type { FieldDefinition } from '../../pathway/declarations.ts'
import { own } from '../../pathway/own.ts'
import type { Text } from '../../pathway/values.ts'
import type { FactRow } from '../../store/clientRows.ts'
import type { ReadTx } from '../../store/store.ts'
import { type Context, clientKeyOf } from '../context.ts'
import { type Loaded, loadJourney } from '../loaded.ts'
import type { ChecklistView } from '../taskDetails.ts'
import {
  iso,
  type JourneyView,
  moduleLabel,
  type SuspensionView,
  type TaskView,
  type TimerView,
  viewJourney,
} from '../view.ts'
import { type WalkScene, walker } from './walkScene.ts'

/** How an example client stands at one point of a walk. */
export interface WalkStanding {
  at: string
  /** the innermost active states */
  states: string[]
  phases: JourneyView['phases']
  status: JourneyView['status']
  end: JourneyView['end']
  facts: WalkFact[]
  /** open tasks, of modules too */
  tasks: WalkTask[]
  /** armed timers, of modules too; the next first */
  timers: (TimerView & OfModule)[]
  next: Next
  suspensions: SuspensionView[]
  /** every module that has begun, in that order; those that have ended too */
  modules: WalkModule[]
}

interface OfModule {
  /** the module in whose journey it is; null for the client's own */
  module: string | null
}

export interface WalkTask extends Omit<TaskView, 'id' | 'journey'>, OfModule {
  id: string
  isProposal: boolean
  form: FieldDefinition[]
  checklist: ChecklistView[]
}

export interface WalkFact {
  name: string
  label?: Text
  value: string | number | boolean
  unit?: string
  recordedAt: string
  /** past its shelf life: unknown to criteria */
  isExpired: boolean
}

export interface WalkModule extends Pick<JourneyView, 'status' | 'states' | 'end' | 'pathway' | 'version'> {
  journey: string
  module: string
  label?: Text
}

/** Looks at how the client stands now. */
export async function viewPoint({ scratch, client, journey, roles }: WalkScene): Promise<WalkStanding> {
  const { context } = scratch
  return context.store.read(async (tx) => {
    const main = await loadJourney(context, tx, journey)
    const seen = viewJourney(main)
    const modules = await loadModules(context, tx, client, journey)
    const all: [Loaded, JourneyView, string | null][] = [
      [main, seen, null],
      ...modules.map((one): [Loaded, JourneyView, string] => [one, viewJourney(one), one.state.parent?.module ?? '']),
    ]
    const timers = all.flatMap(([, view, module]) => view.timers.map((timer) => ({ ...timer, module })))
    return {
      at: iso(scratch.now()),
      states: seen.states,
      phases: seen.phases,
      status: seen.status,
      end: seen.end,
      facts: await factsOf(context, tx, main),
      tasks: all.flatMap(([loaded, view, module]) => view.tasks.map((task) => viewTask(loaded, task, module))),
      timers: timers.sort((a, b) => a.dueAt.localeCompare(b.dueAt)),
      next: explainNext(main, { user: walker, roles: [...roles] }),
      suspensions: seen.suspensions,
      modules: all.flatMap(([loaded, view, module]) =>
        module === null ? [] : [viewModule(all, loaded, view, module)],
      ),
    }
  })
}

async function loadModules(context: Context, tx: ReadTx, client: string, journey: string): Promise<Loaded[]> {
  const modules: Loaded[] = []
  for (const { id } of await tx.journeys({ client })) {
    if (id !== journey) modules.push(await loadJourney(context, tx, id))
  }
  return modules.sort(
    (a, b) => a.state.startedAt - b.state.startedAt || a.row.id.localeCompare(b.row.id, 'en', { numeric: true }),
  )
}

function viewTask({ pathway, state }: Loaded, view: TaskView, module: string | null): WalkTask {
  const { journey: _, ...task } = view
  const open = state.tasks.find(({ id }) => view.id.endsWith(`.${id}`))
  const ticked = open?.ticked ?? []
  return {
    ...task,
    module,
    isProposal: view.kind === 'proposal',
    form: view.kind === 'pathway' ? (own(pathway.document.taskDefinitions, view.name)?.form ?? []) : [],
    checklist: checklistOf(pathway, view).map(({ id, label, required = false }) => ({
      ...{ id, label, required },
      isTicked: ticked.includes(id),
    })),
  }
}

function viewModule(
  all: readonly [Loaded, JourneyView, string | null][],
  { state }: Loaded,
  { id, pathway, version, status, states, end }: JourneyView,
  module: string,
): WalkModule {
  const parent = all.find(([{ row }]) => row.id === state.parent?.journey)?.[0].pathway
  const label = parent && moduleLabel(parent, module)
  return { journey: id, module, ...(label && { label }), pathway, version, status, states, end }
}

async function factsOf(context: Context, tx: ReadTx, { row, pathway, now }: Loaded): Promise<WalkFact[]> {
  const rows = await tx.currentFacts(row.client)
  if (rows.length === 0) return []
  const key = await clientKeyOf(context, tx, row.client)
  return rows.map((fact: FactRow): WalkFact => {
    const { id, name, sealed, holdsFrom, recordedAt } = fact
    const value = context.vault.open(key, sealed, `fact:${id}`) as WalkFact['value']
    const definition = own(pathway.document.facts, name)
    return {
      name,
      ...(definition && { label: definition.label }),
      value,
      ...(definition?.type === 'number' && definition.unit !== undefined && { unit: definition.unit }),
      recordedAt: iso(recordedAt),
      isExpired: definition !== undefined && isExpired(pathway, definition, { id, value, holdsFrom }, now),
    }
  })
}
