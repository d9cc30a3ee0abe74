/**
 * A restore that is cut off. Whenever the power goes, or the disk fails under it, there is the old database with all that
 * it held or the whole restored one, and restoring again works.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openPolku } from '../../engine/index.ts'
import { restoreDatabase } from '../../engine/store/sqlite/restore.ts'
import { testClock } from '../support/testClock.ts'
import { emptyImage, type Image, writeImage } from './disk.ts'
import type { Faults } from './faultyDisk.ts'
import { emptyLedger } from './ledger.ts'
import { startPolku } from './polkuOnDisk.ts'
import { survivors } from './powerLoss.ts'
import { createRandom } from './random.ts'
import type { DiskEvent } from './readDiskLog.ts'

/** `npm run soak` cuts so much oftener. */
const CUTS = process.env.POLKU_SOAK === '1' ? 400 : 40
const BACKED_UP = 12
const HELD = 20
/** Milliseconds. */
const patience = 3_000 * CUTS

/** A database whose process was killed, so that what came after its backup stands in the log only. */
async function crashed(): Promise<Image> {
  const polku = await startPolku({ base: emptyImage() })
  const create = (from: number, to: number) =>
    polku.run(
      Array.from({ length: to - from }, (_, index) => ({ key: `client-${from + index}`, does: 'createClient' })),
    )
  await create(0, BACKED_UP)
  await polku.backup('copy.db')
  await create(BACKED_UP, HELD)
  await polku.kill()
  return polku.files()
}

/** The same, but for the files that a change gives or takes (undefined). */
function changed(image: Image, changes: Record<string, Buffer | undefined>): Image {
  const files = new Map(image.files)
  for (const [name, bytes] of Object.entries(changes)) {
    if (bytes === undefined) files.delete(name)
    else files.set(name, bytes)
  }
  return { ...image, files }
}

/** A process that restores: its own database is another one. */
const startRestorer = (base: Image) => startPolku({ base, database: 'other.db' })
const names = { from: 'copy.db', to: 'polku.db' }

/** What a user finds: how many clients, or why Polku does not open; and then, when the backup is restored again. */
interface Found {
  first: unknown
  again: unknown
}

async function foundIn(image: Image): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'polku-restored-'))
  const file = join(folder, names.to)
  try {
    writeImage(folder, image)
    const first = image.files.has(names.to) ? await clientsIn(file) : 'no database'
    await restoreDatabase({ from: join(folder, names.from), to: file, force: true })
    return { first, again: await clientsIn(file) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function clientsIn(database: string): Promise<unknown> {
  const db = new Database(database)
  try {
    const health = db.pragma('integrity_check', { simple: true })
    if (health !== 'ok') return health
  } catch {
    // Polku says it better
  } finally {
    db.close()
  }
  try {
    const polku = await openPolku({ database, clock: testClock() })
    try {
      return (await polku.clients.list({ limit: 100 })).length
    } finally {
      await polku.close()
    }
  } catch (error) {
    return String(error).replace(database, names.to)
  }
}

/** Cuts the power along a restore, most often at its end, where names change. @returns what each cut leaves */
async function foundAfterCuts(base: Image, events: readonly DiskEvent[], cuts: number): Promise<Found[]> {
  const random = createRandom(events.length)
  const begin = events.findIndex((event) => event.op === 'open' && event.path.startsWith(names.to))
  const changes = events.flatMap((event, index) => (index > begin && isNaming(event) ? [index + 1] : []))
  const chosen = Array.from({ length: cuts }, () =>
    random.share() < 0.7 ? random.pick(changes.slice(-4)) : begin + random.below(events.length - begin + 1),
  )
  const found: Found[] = []
  for (const { image } of survivors({ image: base, ledger: emptyLedger() }, events, chosen, random)) {
    found.push(await foundIn(image))
  }
  return found
}

const isNaming = ({ op }: DiskEvent) => op === 'unlink' || op === 'rename'
const valuesOf = (found: readonly Found[], key: keyof Found) => new Set(found.map((one) => one[key]))

describe('a restore that is cut off', () => {
  it.each<[string, (image: Image) => Image, unknown]>([
    ['the old database, with its log', (image) => image, HELD],
    ['no database', (image) => changed(image, { 'polku.db': undefined, 'polku.db-wal': undefined }), 'no database'],
    ['no database, but the log of one', (image) => changed(image, { 'polku.db': undefined }), 'no database'],
    [
      'the damaged one',
      (image) => changed(image, { 'polku.db': Buffer.from('no more. '.repeat(900)), 'polku.db-wal': undefined }),
      'Error: polku.db is not an SQLite database: name another file, or restore it from a backup',
    ],
  ])(
    'leaves %s, or the whole restored one',
    async (_, change, old) => {
      const base = change(await crashed())
      const restorer = await startRestorer(base)
      expect(await restorer.restore(names)).toBe('')
      const found = await foundAfterCuts(base, await restorer.kill(), CUTS)
      expect(valuesOf(found, 'first')).toEqual(new Set([old, BACKED_UP]))
      expect(valuesOf(found, 'again')).toEqual(new Set([BACKED_UP]))
    },
    patience,
  )

  it(
    'is there once it was answered',
    async () => {
      const base = await crashed()
      const restorer = await startRestorer(base)
      await restorer.restore(names)
      const events = await restorer.kill()
      const cuts = Array<number>(10).fill(events.length)
      for (const { image } of survivors({ image: base, ledger: emptyLedger() }, events, cuts, createRandom(1))) {
        expect((await foundIn(image)).first).toBe(BACKED_UP)
      }
    },
    patience,
  )
})

describe('a restore under which the disk fails', () => {
  it.each<[string, Faults[]]>([
    ['to sync', [0, 3, 4, 5, 6].map((syncsBefore) => ({ syncsBefore, failingSyncs: 1 }))],
    ['for want of room', [0, 100_000, 180_000, 220_000].map((room) => ({ room }))],
  ])(
    '%s leaves the old database, and says so; after a power loss also',
    async (_, faults) => {
      const base = await crashed()
      for (const fault of faults) {
        const restorer = await startRestorer(base)
        restorer.fail(fault)
        const said = await restorer.restore(names)
        const events = await restorer.kill()
        const left = await foundIn(restorer.files())
        const found = await foundAfterCuts(base, events, CUTS / 5)
        expect(said).toMatch(/^Error: Restoring .* was not finished \(.*\)\. .* and restore again$/)
        expect(valuesOf([...found, left], 'first')).toEqual(new Set([HELD]))
        expect(valuesOf([...found, left], 'again')).toEqual(new Set([BACKED_UP]))
      }
    },
    patience,
  )
})
