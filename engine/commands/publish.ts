import { canonicalJson } from '../journey/canonicalJson.ts'
import type { Finding } from '../pathway/finding.ts'
import type { Parameters } from '../pathway/parameters.ts'
import { verifyDocument } from '../pathway/verify/index.ts'
import type { VersionRow, WriteTx } from '../store/store.ts'
import { amongPublished } from './amongPublished.ts'
import { type Context, forgetPathway } from './context.ts'
import { type PublishInput, publishSchema } from './designSchemas.ts'
import { emptyLayout } from './layout.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { isError, notPublishable } from './publishable.ts'
import { write } from './transact.ts'
import { datesOf } from './verifyAmong.ts'

export interface Published {
  pathway: string
  version: number
  /** false when this very document is the latest version already */
  isNew: boolean
  /** the local date from which journeys begin on it */
  startsOn: string
  findings: Finding[]
}

/**
 * Makes a document the next version of its pathway.
 * @param layout where the designer draws what, as JSON
 * @throws PolkuProblem `invalid-pathway` with the findings; `invalid-request` for a start that has gone by
 */
export async function publish(
  context: Context,
  input: unknown,
  options: Omit<PublishInput, 'document'>,
  layout = JSON.stringify(emptyLayout),
): Promise<Published> {
  const asked = parse(publishSchema, { document: input, ...options })
  const { by, note, approver } = asked
  const parameters = (asked.parameters ?? {}) as Parameters
  const dates = datesOf(context, asked.startsOn)
  if (dates.startsOn < dates.today) throw startsInThePast(dates.startsOn, dates.today)
  const verified = verifyDocument(input, { parameters })
  const { document } = verified
  if (!document || verified.findings.some(isError)) {
    throw notPublishable((await context.store.read((tx) => amongPublished(tx, verified, dates))).findings)
  }
  const pathway = document.id
  const work = async (tx: WriteTx): Promise<Published> => {
    const { bound, findings } = await amongPublished(tx, verified, dates)
    const row = { document: JSON.stringify(bound), parameters: canonicalJson(parameters) }
    const latest = await tx.latestVersion(pathway)
    if (latest && isSame(latest, row, asked.startsOn)) {
      return { pathway, version: latest.version, isNew: false, startsOn: latest.startsOn, findings }
    }
    if (findings.some(isError)) throw notPublishable(findings)
    const version = (latest?.version ?? 0) + 1
    const publishedAt = context.clock.now().getTime()
    forgetPathway(context.memory, pathway)
    await tx.insertVersion({
      ...{ pathway, version, ...row, layout },
      ...{ publishedAt, publishedBy: by.user, startsOn: dates.startsOn },
      ...{ note: note || null, approver: approver || null },
    })
    return { pathway, version, isNew: true, startsOn: dates.startsOn, findings }
  }
  try {
    return await write(context, work)
  } catch (error) {
    // a start that shared the lost transaction may have compiled what was never published
    context.memory.pathways.clear()
    throw error
  }
}

/** Whether a version is what is to be published, and no later than it is wanted. */
function isSame(
  latest: VersionRow,
  { document, parameters }: Pick<VersionRow, 'document' | 'parameters'>,
  startsOn: string | undefined,
): boolean {
  const isInTime = startsOn === undefined || latest.startsOn <= startsOn
  return latest.document === document && latest.parameters === parameters && isInTime
}

function startsInThePast(startsOn: string, today: string): PolkuProblem {
  const message = `must not be before today, ${today}`
  return new PolkuProblem('invalid-request', `"startsOn" ${message}; ${startsOn} has gone by.`, {
    errors: [{ path: ['startsOn'], message }],
  })
}
