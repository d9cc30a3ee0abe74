/**
 * Power losses, on a disk that throws away what was not synced. A killed process alone proves little: what it has
 * written stands in the page cache, and outlives it. So every write, sync and name is recorded, the power is cut at any
 * moment of the recording, and Polku opens what such a disk may then hold. Linux only; needs a C compiler.
 *
 * `npm run soak` goes on for some 2500 losses (about an hour), from another seed each time, or from `POLKU_SEED`.
 */
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Command } from './commands.ts'
import { createDisk, emptyImage } from './disk.ts'
import { exercised } from './exercised.ts'
import { emptyLedger } from './ledger.ts'
import { startPolku } from './polkuOnDisk.ts'
import { type Before, brokenIn, chooseCuts, keepEvidence, survivors } from './powerLoss.ts'
import { createRandom, type Random } from './random.ts'
import type { DiskEvent } from './readDiskLog.ts'

const soak = process.env.POLKU_SOAK === '1'
const seed = soak ? Number(process.env.POLKU_SEED ?? Date.now() % 2 ** 32) : 20_260_302
const LIVES = soak ? 20 : 2
const LOSSES = soak ? 6 : 3
const CUTS = soak ? 20 : 8

const range = (end: number) => Array.from({ length: end }, (_, index) => index)

const everyKind: Record<Command['does'], true> = {
  createClient: true,
  start: true,
  record: true,
  send: true,
  handOver: true,
  openTask: true,
  claimTask: true,
  completeTask: true,
  answerProposal: true,
  exit: true,
  suspend: true,
  resume: true,
  startModule: true,
  jump: true,
  reverse: true,
}

/** Lets Polku work for a while from what an earlier loss has left, and kills it. */
async function work(before: Before, name: string, random: Random): Promise<DiskEvent[]> {
  const polku = await startPolku({ base: before.image, startAt: before.ledger.at || undefined })
  const commands = 250 + random.below(350)
  await polku.random({ seed: random.below(2 ** 32), callers: 8 + random.below(25), commands, name })
  return polku.kill()
}

describe('a power loss', () => {
  it.each(range(LIVES))(
    'takes no answered command and leaves no half of another, one loss after another (life %i)',
    async (life) => {
      const random = createRandom(seed + life)
      const totals = { answered: 0, checkpoints: 0, largestGroup: 0 }
      const kinds = new Map<string, number>()
      const met = { messagesUnderWay: 0 }
      let before: Before = { image: emptyImage(), ledger: emptyLedger() }
      for (let loss = 0; loss < LOSSES; loss += 1) {
        const events = await work(before, `${life}-${loss}`, random)
        const cuts = [...chooseCuts(events, CUTS, random), random.below(40)]
        for (const survivor of survivors(before, events, cuts, random)) {
          const broken = await brokenIn(survivor, { met })
          if (broken.length > 0) broken.push(`seed ${seed}; kept in ${keepEvidence(survivor)}`)
          expect(broken).toEqual([])
          before = survivor
        }
        const found = exercised(events)
        totals.answered += found.answered
        totals.checkpoints += found.checkpoints
        totals.largestGroup = Math.max(totals.largestGroup, found.largestGroup)
        for (const kind of found.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      }
      const counts = Object.keys(everyKind).map((kind) => `${kind} ${kinds.get(kind) ?? 0}`)
      console.log(`life ${life}: ${counts.join(', ')}; ${met.messagesUnderWay} messages to or from modules interrupted`)
      // else it would prove nothing
      expect(totals.answered).toBeGreaterThan(200)
      expect(totals.checkpoints).toBeGreaterThan(2)
      expect(totals.largestGroup).toBeGreaterThan(7)
      for (const kind of Object.keys(everyKind)) expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(0)
      expect(met.messagesUnderWay).toBeGreaterThan(10)
    },
    soak ? 1_200_000 : 240_000,
  )

  it.each([
    ['polku.db', 1],
    // but for its folders it is made alike
    ['made/inside/polku.db', soak ? 1 : 5],
  ])(
    'at any moment while %s is made leaves one that opens',
    async (database, every) => {
      const random = createRandom(seed)
      const before = { image: emptyImage(), ledger: emptyLedger() }
      const polku = await startPolku({ base: before.image, database })
      await polku.publish()
      await polku.run([{ key: 'first', does: 'createClient' }])
      const events = await polku.kill()
      const folders = events.findLastIndex(({ op }) => op === 'mkdir') + 5
      const cuts = events.map((_, index) => index + 1).filter((cut) => cut < folders || cut % every === 0)
      for (const survivor of survivors(before, events, cuts, random)) {
        expect(await brokenIn(survivor, { database })).toEqual([])
      }
    },
    soak ? 600_000 : 120_000,
  )

  it('takes no answered command together with a folder that Polku has made', async () => {
    const before = { image: emptyImage(), ledger: emptyLedger() }
    const polku = await startPolku({ base: before.image, database: 'made/inside/polku.db' })
    await polku.run([{ key: 'first', does: 'createClient' }])
    const disk = createDisk(before.image, createRandom(seed))
    for (const event of await polku.kill()) disk.apply(event)
    const { files } = disk.image('nothing')
    expect([...files.keys()]).toEqual(expect.arrayContaining(['made/inside/polku.db', 'made/inside/polku.db.key']))
  })

  it('takes no answered command together with a folder whose maker was killed before it was synced', async () => {
    const first = await startPolku({ base: emptyImage(), database: 'made/inside/polku.db' })
    const events = await first.kill()
    const made = events.findLastIndex((event) => event.op === 'mkdir') + 1
    const second = await startPolku({
      base: { files: new Map(), folders: new Set(['made', 'made/inside']) },
      database: 'made/inside/polku.db',
    })
    await second.run([{ key: 'first', does: 'createClient' }])
    const disk = createDisk(emptyImage(), createRandom(seed))
    for (const event of [...events.slice(0, made), ...(await second.kill())]) disk.apply(event)
    expect([...disk.image('nothing').files.keys()]).toContain('made/inside/polku.db')
  })

  it('leaves a backup whole or not there, and there once it was answered', async () => {
    const random = createRandom(seed)
    const before = { image: emptyImage(), ledger: emptyLedger() }
    const polku = await startPolku({ base: before.image })
    const created = await polku.run(range(20).map((index) => ({ key: `client-${index}`, does: 'createClient' })))
    await polku.backup('copy.db')
    const events = await polku.kill()
    const begin = events.findIndex((event) => event.op === 'open' && event.path.startsWith('copy.db'))
    const cuts = [...range(30).map(() => begin + random.below(events.length - begin)), events.length]
    const found = [...survivors(before, events, cuts, random)].map(({ image }) => clientsIn(image.files.get('copy.db')))
    expect(new Set(found)).toEqual(new Set(['no such file', created.length]))
    expect(found.at(-1)).toBe(created.length)
  })
})

/** How many clients a database holds that is given by its bytes. */
function clientsIn(bytes: Buffer | undefined): unknown {
  if (!bytes) return 'no such file'
  const db = new Database(bytes)
  try {
    const health = db.pragma('integrity_check', { simple: true })
    return health === 'ok' ? db.prepare('SELECT count(*) FROM clients').pluck().get() : health
  } finally {
    db.close()
  }
}
