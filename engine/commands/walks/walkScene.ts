import type { VersionRow } from '../../store/pathwayRows.ts'
import { type Clients, clientCommands } from '../clients.ts'
import { documentOf, pathwayOf } from '../context.ts'
import { type Journeys, journeyCommands } from '../journeys.ts'
import { type Tasks, taskCommands } from '../tasks.ts'
import { createJournalReader } from './journalReader.ts'
import { openScratch, type Scratch } from './openScratch.ts'
import type { Playable } from './prepareWalk.ts'
import type { Did } from './tellEntry.ts'
import type { WalkPlan } from './walkSchemas.ts'

/** Who does everything on a walk, in one case role or another. */
export const walker = 'walker'

/** An example client on a journey of their own, in a Polku of its own. */
export interface WalkScene {
  scratch: Scratch
  client: string
  journey: string
  /** case roles of the pathway and its modules */
  roles: readonly string[]
  journeys: Journeys
  tasks: Tasks
  clients: Clients
  /** how many timers have acted */
  acted: number
  /** that nobody wants the walk any more */
  signal: AbortSignal | undefined
  /** What has been journalled since this was last asked. */
  readJournal(): Promise<Did[]>
}

/** Sets the scene for a walk. @throws PolkuProblem when the journey cannot begin so; then everything is closed again */
export async function openScene(
  { version, modules }: Playable,
  { startsAt, at, client: person }: Pick<WalkPlan, 'startsAt' | 'at' | 'client'>,
  signal: AbortSignal | undefined,
): Promise<WalkScene> {
  const scratch = await openScratch(Date.parse(startsAt))
  try {
    const { context } = scratch
    await context.store.write(async (tx) => {
      for (const row of [...modules, version]) await tx.insertVersion(row)
    })
    const parts = {
      journeys: journeyCommands(context),
      tasks: taskCommands(context),
      clients: clientCommands(context),
    }
    const roles = caseRolesOf([...modules, version])
    const by = { user: walker, roles }
    const { id: client } = await parts.clients.create({ ...person, by })
    const { journey } = await parts.journeys.start({
      ...{ pathway: version.pathway, version: version.version, client, responsible: { user: walker }, by },
      ...(at !== undefined && { at, reason: 'a walk from here on' }),
    })
    const of = (pathway: string, number: number) => context.store.read((tx) => pathwayOf(context, tx, pathway, number))
    const readJournal = createJournalReader(context, { client, journey: journey.id, pathwayOf: of })
    return { scratch, client, journey: journey.id, roles, ...parts, acted: 0, signal, readJournal }
  } catch (error) {
    await scratch.close()
    throw error
  }
}

/** Everything that a counsellor could be. */
function caseRolesOf(versions: readonly VersionRow[]): string[] {
  // as many as an actor may have
  return [...new Set(versions.flatMap((row) => Object.keys(documentOf(row).caseRoles ?? {})))].slice(0, 50)
}
