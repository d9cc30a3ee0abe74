import { own } from '../pathway/own.ts'
import type { FactRow } from '../store/clientRows.ts'
import type { ReadTx, TaskRow } from '../store/store.ts'
import type { CoveredJourney, Standing, Viewer } from './access.ts'
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
  const { covered } = standing
  const declared = covered && (await declaredFacts(context, tx, covered))
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
    tasks: covered && (await seenTasks(context, tx, viewer, covered)),
    reads,
    isColleague: (user) => colleagues.has(user) || user === viewer.user,
  }
}

async function declaredFacts(context: Context, tx: ReadTx, covered: readonly CoveredJourney[]): Promise<Set<string>> {
  const names = new Set<string>()
  for (const { journey, caseRoles, items } of covered) {
    const { document } = await pathwayOf(context, tx, journey.pathway, journey.version)
    for (const [name, { readers, class: of }] of Object.entries(document.facts ?? {})) {
      const isTheirs = of !== 'confidential' && readers?.some((role) => caseRoles.includes(role))
      if (isTheirs && (items?.includes(name) ?? true)) names.add(name)
    }
  }
  return names
}

async function seenTasks(
  context: Context,
  tx: ReadTx,
  { user }: Viewer,
  covered: readonly CoveredJourney[],
): Promise<Set<string>> {
  const seen = new Set<string>()
  for (const { journey, caseRoles } of covered) {
    const { document } = await pathwayOf(context, tx, journey.pathway, journey.version)
    const isSeen = ({ name, kind, role, assignee }: TaskRow) => {
      if (assignee === user || (role !== null && caseRoles.includes(role))) return true
      const definition = kind === 'pathway' ? own(document.taskDefinitions, name) : undefined
      const named = [...(definition?.parties ?? []), ...(definition?.readers ?? [])]
      return named.some((one) => caseRoles.includes(one))
    }
    for (const row of await tx.tasks({ journey: journey.id })) if (isSeen(row)) seen.add(`${journey.id}.${row.id}`)
  }
  return seen
}
