import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { own } from '../pathway/names.ts'
import type { FactRow, JourneyRow, ReadTx, TaskRow } from '../store/store.ts'
import type { Standing, Viewer } from './access.ts'
import { type Context, pathwayOf } from './context.ts'

/** What somebody reads of a client whom they see. */
export interface Reader {
  /** works at the owner organisation: reads what is not confidential to somebody else */
  isOwner: boolean
  organisation: string
  /** whether what is confidential to the own organisation is open to them: not to auditors, nor through broken glass */
  confidential: boolean
  /** facts that hold now and that they may not read */
  hidden: ReadonlySet<string>
  /** facts that their case roles may record and read: what the pathway declares for them; undefined: all */
  declared: ReadonlySet<string> | undefined
  /** ids of the open and closed tasks that they see; undefined: all */
  tasks: ReadonlySet<string> | undefined
  /** whether they read a recorded value */
  reads(fact: Pick<FactRow, 'name' | 'class'> & { recordedBy: string }): boolean
  /** whether what this person wrote stays within the reader's own organisation */
  isColleague(user: string): boolean
}

/**
 * What is confidential is read in the organisation of whoever recorded it, and nowhere else; auditors and broken glass open it to
 * nobody. From outside the owner organisation, facts are read whose `readers` name one's case role, and tasks that are
 * one's own, one's case role's, or say so. What declares nothing is the owner organisation's alone (decision 47).
 */
export async function readerOf(context: Context, tx: ReadTx, viewer: Viewer, standing: Standing): Promise<Reader> {
  const isOwner = standing.through === 'owner'
  const mayOpen = isOwner && !standing.isAudit
  const authors = await tx.factAuthors(standing.client)
  const colleagues = new Set(
    authors.filter((one) => one.organisation === viewer.organisation).map(({ recordedBy }) => recordedBy),
  )
  const pathways = standing.through === 'grant' ? await pathwaysOf(context, tx, standing) : []
  const declared = standing.through === 'grant' ? declaredFacts(pathways, standing) : undefined
  const reads: Reader['reads'] = ({ name, class: of, recordedBy }) => {
    if (of === 'confidential') return (mayOpen || standing.through === 'grant') && colleagues.has(recordedBy)
    return declared === undefined || declared.has(name) || colleagues.has(recordedBy)
  }
  return {
    isOwner,
    organisation: viewer.organisation,
    confidential: mayOpen || standing.through === 'grant',
    hidden: new Set(authors.filter((one) => one.isCurrent && !reads(one)).map(({ name }) => name)),
    declared,
    tasks: standing.through === 'grant' ? await seenTasks(context, tx, viewer, standing) : undefined,
    reads,
    isColleague: (user) => colleagues.has(user) || user === viewer.user,
  }
}

async function journeysOf(tx: ReadTx, { client, journey }: Standing): Promise<JourneyRow[]> {
  if (journey === null) return tx.journeys({ client })
  const row = await tx.journey(journey)
  return row ? [row] : []
}

async function pathwaysOf(context: Context, tx: ReadTx, standing: Standing): Promise<CompiledPathway[]> {
  const found: CompiledPathway[] = []
  for (const { pathway, version } of await journeysOf(tx, standing)) {
    found.push(await pathwayOf(context, tx, pathway, version))
  }
  return found
}

function declaredFacts(pathways: readonly CompiledPathway[], { caseRoles, items }: Standing): Set<string> {
  const names = pathways.flatMap(({ document: { facts = {} } }) =>
    Object.entries(facts).flatMap(([name, { readers, class: of }]) => {
      const isTheirs = of !== 'confidential' && readers?.some((role) => caseRoles.includes(role))
      return isTheirs && (items?.includes(name) ?? true) ? [name] : []
    }),
  )
  return new Set(names)
}

async function seenTasks(context: Context, tx: ReadTx, { user }: Viewer, standing: Standing): Promise<Set<string>> {
  const seen = new Set<string>()
  for (const { id, pathway, version } of await journeysOf(tx, standing)) {
    const { document } = await pathwayOf(context, tx, pathway, version)
    const isSeen = ({ name, kind, role, assignee }: TaskRow) => {
      if (assignee === user || (role !== null && standing.caseRoles.includes(role))) return true
      const definition = kind === 'pathway' ? own(document.taskDefinitions, name) : undefined
      const named = [...(definition?.parties ?? []), ...(definition?.readers ?? [])]
      return named.some((one) => standing.caseRoles.includes(one))
    }
    for (const row of await tx.tasks({ journey: id })) if (isSeen(row)) seen.add(`${id}.${row.id}`)
  }
  return seen
}
