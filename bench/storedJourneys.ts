import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { marksOf } from '../engine/commands/clientMarks.ts'
import type { Person } from '../engine/commands/clientSchemas.ts'
import { ownOrganisation } from '../engine/commands/people.ts'
import { openPolku } from '../engine/index.ts'
import { createVault } from '../engine/store/vault.ts'
import { benchPathway } from './benchPathway.ts'
import { clientAt, copyRows, factAt, openToFill, type Template } from './copyRows.ts'
import { masterKey } from './masterKey.ts'
import { by } from './walk.ts'

const facts = { daysPerWeek: 5, hoursPerDay: 6 }
const factNames = Object.keys(facts) as (keyof typeof facts)[]

/** Who clients are when nobody says who. */
const anybody: Person = { name: 'Aino Asiakas' }

/**
 * Makes a database of many live journeys, each of a client of its own with facts of their own. The engine makes the
 * first, sends it the given events, and its rows are copied in SQL; clients are sealed one by one by the engine's own
 * vault, since nothing sealed opens anywhere else. What the engine finds is what it would have written.
 * @param at when they all began, epoch milliseconds
 * @param personAt who the clients are: as they are kept, with the identity code in its one form, and
 *   found by it; default: all alike, and nobody is looked for
 * @returns the size of the file in bytes
 */
export async function storeJourneys(
  file: string,
  {
    count,
    at,
    events,
    personAt,
  }: { count: number; at: number; events: readonly string[]; personAt?: (index: number) => Person },
): Promise<number> {
  const template = await makeTemplate(file, at, events)
  const db = openToFill(file)
  try {
    addClients(db, template, { count, personAt })
    copyRows(db, template, count)
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
  waitForDisk(file)
  return statSync(file).size
}

async function makeTemplate(file: string, at: number, events: readonly string[]): Promise<Template> {
  let now = at
  const polku = await openPolku({ database: file, masterKey, clock: { now: () => new Date(now) } })
  try {
    await polku.pathways.publish(benchPathway, { by })
    const client = await polku.clients.create({ by, ...anybody })
    await polku.clients.record(client.id, { by, facts, source: 'mittaus' })
    const { journey } = await polku.journeys.start({
      by,
      client: client.id,
      pathway: benchPathway.id,
      responsible: { user: by.user },
    })
    for (const event of events) {
      now += 1000
      await polku.journeys.send(journey.id, { by, event })
    }
    await polku.runDue()
    const recorded = new Map((await polku.clients.facts(client.id)).map(({ name, id }) => [name, id]))
    return { journey: journey.id, client: client.id, facts: factNames.map((name) => recorded.get(name) ?? '') }
  } finally {
    await polku.close()
  }
}

function addClients(
  db: Database.Database,
  { client: like }: Template,
  { count, personAt }: { count: number; personAt?: ((index: number) => Person) | undefined },
): void {
  const vault = createVault({ masterKey, random: (length) => randomBytes(length) })
  const insertClient = db.prepare<[string, string | null, Uint8Array, Uint8Array, string]>(
    `INSERT INTO clients (id, created_at, created_by, identity_hash, sealed, wrapped_key)
     SELECT ?, created_at, created_by, ?, ?, ? FROM clients WHERE id = ?`,
  )
  const insertMarks = db.prepare<[string, string]>(
    'INSERT INTO client_marks (client, mark) SELECT ?, value FROM json_each(?)',
  )
  const insertFact = db.prepare<[string, string, Uint8Array, string, string]>(
    `INSERT INTO facts (id, client, name, class, sealed, source, recorded_by, recorded_at, holds_from, current)
     SELECT ?, ?, name, class, ?, source, recorded_by, recorded_at, holds_from, current
     FROM facts WHERE client = ? AND name = ?`,
  )
  db.transaction(() => {
    for (let index = 0; index < count; index++) {
      const client = clientAt(index)
      const { key, wrapped } = vault.newClientKey(client)
      const person = personAt?.(index) ?? anybody
      const code = person.identityCode === undefined ? null : vault.hashIdentity(person.identityCode)
      insertClient.run(client, code, vault.seal(key, person, `client:${client}`), wrapped, like)
      if (personAt) insertMarks.run(client, JSON.stringify(marksOf(vault, ownOrganisation, person)))
      for (const [place, name] of factNames.entries()) {
        const fact = factAt(index, place)
        insertFact.run(fact, client, vault.seal(key, facts[name], `fact:${fact}`), like, name)
      }
    }
  })()
}

/** What was written without syncing is synced now, so that it does not slow down the commits that are measured. */
function waitForDisk(file: string): void {
  const opened = openSync(file, 'r+')
  fsyncSync(opened)
  closeSync(opened)
}
