import { canonicalJson } from '../journey/canonicalJson.ts'
import type { PathwayDocument } from '../pathway/document.ts'
import type { Finding } from '../pathway/finding.ts'
import { type Parameters, withChosen } from '../pathway/parameters.ts'
import { verifyDocument } from '../pathway/verify/index.ts'
import type { VersionRow } from '../store/pathwayRows.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { amongPublished, type Dates } from './amongPublished.ts'
import { type Context, forgetPathway } from './context.ts'
import { type PublishInput, publishSchema } from './designSchemas.ts'
import { emptyLayout } from './layout.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { isError, notPublishable } from './publishable.ts'
import { write } from './transact.ts'
import { datesOf } from './verifyAmong.ts'
import { startOf } from './versions.ts'
import type { ScenarioResult } from './walks/compareWalk.ts'
import type { PlayWalk } from './walks/createWalkPlayer.ts'
import { type Playable, playableOf } from './walks/prepareWalk.ts'
import { runScenarios } from './walks/runScenarios.ts'

export interface Published {
  pathway: string
  version: number
  /** false when the latest version says the same already */
  isNew: boolean
  /** the local date from which journeys begin on it */
  startsOn: string
  findings: Finding[]
  /** how the scenarios of the pathway fared on it */
  scenarios: ScenarioResult[]
}

/**
 * Makes a document the next version of its pathway, once its scenarios have been walked through it.
 * @param layout where the designer draws what, as JSON
 * @throws PolkuProblem `invalid-pathway` with the findings; `scenarios-broken` with the scenarios, unless that is
 *   acknowledged; `too-many-walks` when these cannot be walked now; `invalid-request` for a start that has gone by
 */
export async function publish(
  context: Context,
  play: PlayWalk,
  input: unknown,
  options: Omit<PublishInput, 'document'>,
  layout = JSON.stringify(emptyLayout),
): Promise<Published> {
  const asked = parse(publishSchema, { document: input, ...options })
  const { by, note, approver } = asked
  const parameters = (asked.parameters ?? {}) as Parameters
  const dates = datesToCome(context, asked.startsOn)
  const verified = verifyDocument(input, { parameters })
  const { document } = verified
  if (!document || verified.findings.some(isError)) {
    throw notPublishable((await context.store.read((tx) => amongPublished(tx, verified, dates))).findings)
  }
  const pathway = document.id
  /** Whether a version says what is to be published, and no later than it is wanted: as planned, where no day is named. */
  const isKnown = (latest: VersionRow, bound: PathwayDocument): boolean =>
    asRun(latest) === JSON.stringify(withChosen(bound, parameters)) &&
    (asked.startsOn === undefined || latest.startsOn <= asked.startsOn)
  const scenarios = await walkScenarios(context, play, pathway, async (tx) => {
    const { bound = document, findings } = await amongPublished(tx, verified, dates)
    if (findings.some(isError)) return undefined
    const latest = await tx.latestVersion(pathway)
    return latest && isKnown(latest, bound) ? undefined : playableOf(tx, bound, parameters)
  })
  const broken = scenarios.filter(({ passed }) => !passed)
  if (broken.length > 0 && !asked.acknowledgeBroken) throw scenariosBroken(broken)
  const work = async (tx: WriteTx): Promise<Published> => {
    const { bound = document, findings } = await amongPublished(tx, verified, dates)
    const latest = await tx.latestVersion(pathway)
    if (latest && isKnown(latest, bound)) {
      return { pathway, version: latest.version, isNew: false, startsOn: startOf(latest), findings, scenarios }
    }
    if (findings.some(isError)) throw notPublishable(findings)
    const version = (latest?.version ?? 0) + 1
    const publishedAt = context.clock.now().getTime()
    forgetPathway(context.memory, pathway)
    await tx.insertVersion({
      ...{ pathway, version, document: JSON.stringify(bound), parameters: canonicalJson(parameters), layout },
      // a clock that is set back makes nothing of today’s wait for tomorrow
      ...{ publishedAt, publishedBy: by.user, startsOn: dates.startsOn > dates.today ? dates.startsOn : '' },
      ...{ note: note || null, approver: approver || null },
    })
    return { pathway, version, isNew: true, startsOn: dates.startsOn, findings, scenarios }
  }
  try {
    return await write(context, work)
  } catch (error) {
    // a start that shared the lost transaction may have compiled what was never published
    context.memory.pathways.clear()
    throw error
  }
}

/** What journeys run by: a value that was chosen and the same value as a default are one. */
function asRun({ document, parameters }: VersionRow): string {
  return JSON.stringify(withChosen(JSON.parse(document) as PathwayDocument, JSON.parse(parameters) as Parameters))
}

/** How the scenarios of a pathway fare on what is to be published; none when nothing is. */
async function walkScenarios(
  context: Context,
  play: PlayWalk,
  pathway: string,
  find: (tx: ReadTx) => Promise<Playable | undefined>,
): Promise<ScenarioResult[]> {
  const playable = await context.store.read(async (tx) =>
    (await tx.scenarios(pathway)).length > 0 ? find(tx) : undefined,
  )
  return playable ? runScenarios(context, play, pathway, playable) : []
}

function scenariosBroken(broken: ScenarioResult[]): PolkuProblem {
  const names = broken.map(({ name }) => `"${name}"`).join(', ')
  return new PolkuProblem(
    'scenarios-broken',
    `Example clients fare otherwise than they must: ${names}. Mend the document or the scenarios, or acknowledge it.`,
    { scenarios: broken },
  )
}

/** When it is published and when it starts. @throws PolkuProblem `invalid-request` for a start that has gone by */
export function datesToCome(context: Context, startsOn: string | undefined): Dates {
  const dates = datesOf(context, startsOn)
  if (dates.startsOn >= dates.today) return dates
  const message = `must not be before today, ${dates.today}`
  throw new PolkuProblem('invalid-request', `"startsOn" ${message}; ${startsOn} has gone by.`, {
    errors: [{ path: ['startsOn'], message }],
  })
}
