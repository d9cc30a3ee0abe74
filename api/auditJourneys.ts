import { existsSync } from 'node:fs'
import { type Audit, JournalGap, openPolku, type Polku, ReplayMismatch } from '../engine/index.ts'
import type { Settings } from './settings.ts'

export const auditUsage = `polku audit [<journey> …] holds journeys, or all there are, against their own journals, and changes nothing:
  whether each journal is whole and leads to the state that is kept (if not, it ends with code 1), and
  where today's code, holidays and criteria would decide otherwise than was decided then (which changes nothing of it).
The server may be running.`

/** How many journeys are looked up at a time. */
const pageSize = 500

/**
 * Audits journeys, each in turn, and tells what it finds.
 * @param journeys their ids; all when there is none
 * @param say is given one line at a time
 * @returns whether every journal is whole and leads to the state that is kept
 * @throws Error when there is no database; PolkuProblem `not-found`
 */
export async function auditJourneys(
  { database, masterKey, oldMasterKey }: Pick<Settings, 'database' | 'masterKey' | 'oldMasterKey'>,
  journeys: readonly string[],
  say: (line: string) => void,
): Promise<boolean> {
  if (!existsSync(database))
    throw new Error(`There is no database at ${database}. Set POLKU_DATABASE to the one to audit.`)
  const polku = await openPolku({ database, ...(masterKey && { masterKey }), ...(oldMasterKey && { oldMasterKey }) })
  const found = { journeys: 0, entries: 0, broken: 0, differing: 0, notRerun: 0 }
  try {
    for await (const id of journeys.length > 0 ? journeys : idsOf(polku)) {
      found.journeys += 1
      const broken = await brokenIn(polku, id)
      if (broken !== undefined) {
        found.broken += 1
        say(`${id}: ${broken}`)
        continue
      }
      const audit = await polku.journeys.audit(id)
      found.entries += audit.entries
      found.notRerun += audit.notRerun.length
      for (const line of differencesIn(audit)) {
        found.differing += 1
        say(`${id}, ${line}`)
      }
    }
  } finally {
    await polku.close()
  }
  say(summary(found))
  return found.broken === 0
}

async function* idsOf(polku: Polku): AsyncGenerator<string> {
  let after: string | undefined
  for (;;) {
    const page = await polku.journeys.list({ limit: pageSize, ...(after !== undefined && { after }) })
    for (const { id } of page) yield id
    if (page.length < pageSize) return
    after = page.at(-1)?.id
  }
}

/** What is wrong with a journal; undefined when it is whole and leads to the state that is kept. */
async function brokenIn(polku: Polku, id: string): Promise<string | undefined> {
  try {
    await polku.journeys.replay(id)
    return undefined
  } catch (error) {
    if (error instanceof ReplayMismatch || error instanceof JournalGap) return error.message
    throw error
  }
}

/** A line for each entry that would be another today. */
function differencesIn({ differences }: Audit): string[] {
  const bySeq = new Map<number, string[]>()
  for (const { seq, what } of differences) bySeq.set(seq, [...(bySeq.get(seq) ?? []), what])
  return [...bySeq].map(([seq, what]) => `entry ${seq}: today's code would decide otherwise (${what.join(', ')})`)
}

function summary({ journeys, entries, broken, differing, notRerun }: Record<string, number>): string {
  return [
    `${journeys} journeys with ${entries} entries.`,
    broken === 0 ? 'Every journal is whole and leads to the state that is kept.' : `${broken} journals are broken.`,
    `${differing} entries would be others today; ${notRerun} cannot be run again.`,
  ].join(' ')
}
