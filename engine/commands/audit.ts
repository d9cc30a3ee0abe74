import type { FactValue } from '../journey/facts.ts'
import type { JournalEntry } from '../journey/replay.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { defaultRegister } from '../pathway/recordClasses.ts'
import type { JournalRow, JourneyRow, ReadTx } from '../store/store.ts'
import type { PastFact } from './auditFacts.ts'
import { type Audit, auditJournal, type Past } from './auditJournal.ts'
import type { PastEntry } from './auditRerun.ts'
import { type Context, clientKeyOf, pathwayOf, stateOf } from './context.ts'
import { PolkuProblem } from './problem.ts'

/**
 * Runs a journey's past again with today's code and says what it would do otherwise.
 * @throws PolkuProblem `not-found`
 */
export async function auditJourney(context: Context, tx: ReadTx, id: string): Promise<Audit> {
  const row = await tx.journey(id)
  if (!row) throw new PolkuProblem('not-found', `There is no journey "${id}".`)
  const journal = await tx.journal(id)
  if (!(await tx.client(row.client))?.wrappedKey) {
    const why = 'the client has been erased: facts and reasons can no longer be read'
    return { entries: journal.length, differences: [], notRerun: journal.map(({ seq }) => ({ seq, why })) }
  }
  const { document } = await pathwayOf(context, tx, row.pathway, row.version, stateOf(context, row).inputs)
  const register = document.recordClass ?? defaultRegister
  if ((await tx.erasures(row.client)).some(({ recordClass }) => recordClass === register)) {
    const why = `the records of ${register} about the client have been erased: reasons can no longer be read`
    return { entries: journal.length, differences: [], notRerun: journal.map(({ seq }) => ({ seq, why })) }
  }
  return auditJournal(await pastOf(context, tx, row))
}

/** Everything that the steps of a journey were told, gathered from where it is kept. */
async function pastOf(context: Context, tx: ReadTx, row: JourneyRow): Promise<Past> {
  const { id } = row
  const key = await clientKeyOf(context, tx, row.client)
  const journal = (await tx.journal(id)).map((one): PastEntry => {
    const { seq, recordedAt, occurredAt, by, byRule, sealed } = one
    const words = sealed ? (context.vault.open(key, sealed, `journal:${id}:${seq}`) as { reason?: string }) : {}
    return { seq, recordedAt, occurredAt, by, byRule, reason: words.reason, entry: entryIn(one) }
  })
  const facts = (await tx.factHistory(row.client)).map(
    ({ id: fact, name, sealed, recordedAt, holdsFrom }): PastFact => {
      const value = context.vault.open(key, sealed, `fact:${fact}`) as FactValue['value']
      return { id: fact, name, value, recordedAt, holdsFrom }
    },
  )
  const { inputs } = stateOf(context, row)
  const versionOf = (version: number) => pathwayOf(context, tx, row.pathway, version, inputs)
  let began = row.version
  const later = new Map<number, CompiledPathway>()
  for (const one of journal.flatMap(({ entry }) => entry.changes)) {
    if (one.change === 'started') began = one.version
    if (one.change === 'migrated') later.set(one.version, await versionOf(one.version))
  }
  return { journey: id, pathway: await versionOf(began), later, journal, facts }
}

const entryIn = ({ entry }: JournalRow): JournalEntry => JSON.parse(entry) as JournalEntry
