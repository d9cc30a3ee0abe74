import type { Finding } from '../../pathway/finding.ts'
import type { Parameters } from '../../pathway/parameters.ts'
import type { ScenarioRow } from '../../store/pathwayRows.ts'
import type { ReadTx } from '../../store/store.ts'
import { type Context, documentOf } from '../context.ts'
import { parse } from '../parse.ts'
import { PolkuProblem, wrongField } from '../problem.ts'
import { notPublishable } from '../publishable.ts'
import { requireRevision } from '../staleRevision.ts'
import { todayOf } from '../today.ts'
import { read, write } from '../transact.ts'
import { versionOrFirst } from '../versions.ts'
import { iso } from '../view.ts'
import { outcomeOf, type ScenarioResult } from './compareWalk.ts'
import type { PlayWalk } from './createWalkPlayer.ts'
import { type Playable, prepareWalk, usedModules } from './prepareWalk.ts'
import { contentOf, runScenarios, type ScenarioContent } from './runScenarios.ts'
import {
  type Expected,
  type RunScenariosInput,
  runScenariosSchema,
  type SaveScenarioInput,
  saveScenarioSchema,
} from './scenarioSchemas.ts'
import type { WalkPlan } from './walkSchemas.ts'

/** How many scenarios a pathway may have (ours): all are walked at each publishing. */
const mostScenarios = 100

/** A walk that was kept, with how it must come out. */
export interface ScenarioView extends Omit<ScenarioContent, 'at'> {
  scenario: string
  pathway: string
  name: string
  at: string | null
  revision: number
  savedAt: string
  savedBy: string
}

/** How the scenarios of a pathway fared on a document. */
export interface ScenarioRun {
  /** false when the document has errors: nobody can walk through it */
  isPlayable: boolean
  findings: Finding[]
  scenarios: ScenarioResult[]
}

/** Commands and questions about scenarios: walks that show what a change of a pathway breaks. */
export interface Scenarios {
  /**
   * Keeps a scenario; a new one without `revision`.
   * @throws PolkuProblem `stale-revision`; where the expected is to be found out, what hinders the walk
   */
  saveScenario(pathway: string, id: string, input: SaveScenarioInput): Promise<ScenarioView>
  scenario(pathway: string, id: string): Promise<ScenarioView>
  /** Scenarios of a pathway, by id; none for one that nobody knows yet. */
  scenarios(pathway: string): Promise<ScenarioView[]>
  deleteScenario(pathway: string, id: string, options?: { revision?: number }): Promise<void>
  /**
   * Walks every scenario of a pathway through a document of it. Nothing is kept.
   * @param signal that nobody wants it any more
   * @throws PolkuProblem `invalid-request` for another pathway's document; `too-many-walks`; what the signal says
   */
  runScenarios(pathway: string, input: RunScenariosInput, signal?: AbortSignal): Promise<ScenarioRun>
}

export function scenarioCommands(context: Context, play: PlayWalk): Scenarios {
  return {
    saveScenario: (pathway, id, input) => saveScenario(context, play, { pathway, id }, input),

    scenario: (pathway, id) => read(context, async (tx) => view(await scenarioRow(tx, pathway, id))),

    scenarios: (pathway) => read(context, async (tx) => (await tx.scenarios(pathway)).map(view)),

    deleteScenario: async (pathway, id, { revision } = {}) => {
      await write(context, async (tx) => {
        const row = await scenarioRow(tx, pathway, id)
        if (revision !== undefined) requireRevision('scenario', row, revision)
        await tx.deleteScenario(pathway, id)
      })
    },

    runScenarios: async (pathway, input, signal) => {
      const { document, parameters } = parse(runScenariosSchema, input)
      const { findings, playable } = await prepareWalk(context, document, { parameters: parameters as Parameters })
      if (!playable) return { isPlayable: false, findings, scenarios: [] }
      requireSame(pathway, playable)
      return { isPlayable: true, findings, scenarios: await runScenarios(context, play, pathway, playable, signal) }
    },
  }
}

async function saveScenario(
  context: Context,
  play: PlayWalk,
  { pathway, id }: { pathway: string; id: string },
  input: SaveScenarioInput,
): Promise<ScenarioView> {
  const { name, by, revision, document, parameters, expected: given, ...plan } = parse(saveScenarioSchema, input)
  const found = async () =>
    document === undefined
      ? versionInUse(context, pathway)
      : playableOfPathway(context, pathway, document, parameters as Parameters)
  const expected = given ?? (await expectedOf(play, await found(), plan))
  const row: ScenarioRow = {
    ...{ pathway, id, name, content: JSON.stringify({ ...plan, expected }), revision: (revision ?? 0) + 1 },
    ...{ savedAt: context.clock.now().getTime(), savedBy: by.user },
  }
  await write(context, async (tx) => {
    const before = await tx.scenario(pathway, id)
    if (before) requireRevision('scenario', before, revision)
    if (revision !== undefined) return tx.updateScenario(row)
    if ((await tx.scenarios(pathway)).length >= mostScenarios) throw tooMany(pathway)
    return tx.insertScenario(row)
  })
  return view(row)
}

/** How a walk comes out now. @throws PolkuProblem why it cannot even begin */
async function expectedOf(play: PlayWalk, playable: Playable, plan: WalkPlan): Promise<Expected> {
  const played = await play(playable, plan)
  const outcome = outcomeOf(played)
  if (outcome) return outcome
  const { code = 'invalid-request', detail = 'The journey cannot begin.', ...details } = played.refused ?? {}
  throw new PolkuProblem(code, detail, details)
}

/** @throws PolkuProblem `invalid-pathway` with the findings, `invalid-request` for another pathway's document */
async function playableOfPathway(
  context: Context,
  pathway: string,
  document: unknown,
  parameters: Parameters | undefined,
): Promise<Playable> {
  const { findings, playable } = await prepareWalk(context, document, { parameters })
  if (!playable) throw notPublishable(findings)
  requireSame(pathway, playable)
  return playable
}

/** @throws PolkuProblem `invalid-request` for another pathway's document */
function requireSame(pathway: string, { version: { pathway: of } }: Playable): void {
  if (of === pathway) return
  const message = `is the pathway "${of}", and the scenarios are of "${pathway}"`
  throw new PolkuProblem('invalid-request', `The document ${message}.`, {
    errors: [{ path: ['document', 'id'], message }],
  })
}

/** @throws PolkuProblem `invalid-request` when nothing has been published */
async function versionInUse(context: Context, pathway: string): Promise<Playable> {
  return read(context, async (tx) => {
    const version = await versionOrFirst(tx, pathway, todayOf(context))
    if (version) return { version, modules: await usedModules(tx, documentOf(version)) }
    const message = 'is to be given, or a document to find it out by: nothing of the pathway has been published'
    throw wrongField(['expected'], message)
  })
}

function tooMany(pathway: string): PolkuProblem {
  return new PolkuProblem(
    'invalid-request',
    `The pathway "${pathway}" has ${mostScenarios} scenarios, the most it may.`,
  )
}

/** @throws PolkuProblem `not-found` */
async function scenarioRow(tx: ReadTx, pathway: string, id: string): Promise<ScenarioRow> {
  const row = await tx.scenario(pathway, id)
  if (!row) throw new PolkuProblem('not-found', `The pathway "${pathway}" has no scenario "${id}".`)
  return row
}

function view(row: ScenarioRow): ScenarioView {
  const { id, pathway, name, revision, savedAt, savedBy } = row
  const { client, startsAt, at = null, steps, expected } = contentOf(row)
  return {
    ...{ scenario: id, pathway, name, client, startsAt, at, steps, expected },
    ...{ revision, savedAt: iso(savedAt), savedBy },
  }
}
