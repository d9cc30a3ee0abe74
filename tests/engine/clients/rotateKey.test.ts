import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isKeyChanged, openPolku, type Polku, rotateMasterKey } from '../../../engine/index.ts'
import { createVault } from '../../../engine/store/vault.ts'
import { readTables } from '../../support/tables.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { coach, manager, refusalOf, smallPathway } from '../../support/testPolku.ts'

const [oldKey, newKey] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)]
const code = '131052-9085'
const clients = 250

async function open(database: string, masterKey: Uint8Array, oldMasterKey?: Uint8Array): Promise<Polku> {
  const polku = await openPolku({ database, demo: true, masterKey, ...(oldMasterKey && { oldMasterKey }) })
  onTestFinished(() => polku.close())
  return polku
}

/** A register under the old key: enough clients for some batches, one of them with all that is hashed. */
async function register(masterKey: Uint8Array | null = oldKey) {
  const database = temporaryFile()
  const polku = await openPolku({ database, demo: true, ...(masterKey && { masterKey }) })
  await polku.pathways.publish(smallPathway({ initial: 'a', states: { a: { on: { go: 'a' } } } }), { by: manager })
  const aino = { by: coach, key: 'k', name: 'Aino Asiakas', identityCode: code, phone: '040 123 4567' }
  const { id } = await polku.clients.create(aino)
  await Promise.all(
    Array.from({ length: clients - 1 }, (_, index) => polku.clients.create({ by: coach, name: `Nimi ${index}` })),
  )
  await polku.close()
  return { database, id, aino }
}

/** Finds the client by everything, and says what is found. */
const findAll = async (polku: Polku) => [
  (await polku.clients.find({ identityCode: code }))?.name,
  (await polku.clients.search({ name: 'asiakas' })).map(({ client }) => client.name),
  (await polku.clients.search({ phone: '0401234567' })).map(({ client }) => client.name),
]
const found = ['Aino Asiakas', ['Aino Asiakas'], ['Aino Asiakas']]

/** Whose keys still open under a master key, how many there are, and every hash and mark. */
function keyed(database: string, masterKey: Uint8Array) {
  const reader = readTables(database)
  const vault = createVault({ masterKey, random: randomBytes })
  const rows = reader.rows<{ id: string; wrapped: Uint8Array }>('SELECT id, wrapped_key AS wrapped FROM clients')
  const opened = rows.filter(({ id, wrapped }) => {
    try {
      return vault.unwrap(wrapped, id).length === 32
    } catch {
      return false
    }
  })
  const hashes = reader.rows<{ hash: unknown }>(
    `SELECT identity_hash AS hash FROM clients WHERE identity_hash IS NOT NULL UNION ALL SELECT mark FROM client_marks`,
  )
  reader.close()
  return { opened: opened.length, all: rows.length, hashes: new Set(hashes.map(({ hash }) => hash)) }
}

describe('changing the master key', () => {
  it('wraps every key and makes every hash anew, and then opens with the new key only', async () => {
    const { database, id, aino } = await register()
    const before = keyed(database, oldKey)
    expect(await rotateMasterKey({ database, masterKey: newKey, oldMasterKey: oldKey })).toBe(clients)
    const after = keyed(database, newKey)
    expect([before.opened, keyed(database, oldKey).opened, after.opened]).toEqual([clients, 0, clients])
    expect([...after.hashes].filter((hash) => before.hashes.has(hash))).toEqual([])
    expect(after.hashes.size).toBe(before.hashes.size)
    await expect(openPolku({ database, masterKey: oldKey })).rejects.toThrow('its master key has been changed')
    const polku = await open(database, newKey)
    expect(await findAll(polku)).toEqual(found)
    // a request from before is still answered and done once, though nobody can tell any more what it was
    expect(await polku.clients.create(aino)).toMatchObject({ id })
    expect(await refusalOf(polku.clients.create({ ...aino, key: 'other' }))).toBe('identity-taken')
    expect(await rotateMasterKey({ database, masterKey: newKey, oldMasterKey: oldKey })).toBe(0)
  })

  it('that is cut off goes on where it was; until then both keys are needed, and everybody is found', async () => {
    const { database, id, aino } = await register()
    const cut = () => {
      throw new Error('cut off')
    }
    const change = { database, masterKey: newKey, oldMasterKey: oldKey }
    await expect(rotateMasterKey({ ...change, onBatch: cut })).rejects.toThrow('cut off')
    expect(keyed(database, newKey).opened).toBe(100)
    await expect(openPolku({ database, masterKey: newKey })).rejects.toThrow('both keys are needed')
    const polku = await open(database, newKey, oldKey)
    expect(await polku.clients.list({ limit: 500 })).toHaveLength(clients)
    expect(await findAll(polku)).toEqual(found)
    const last = (await polku.clients.list({ limit: 500 })).at(-1)?.id ?? ''
    await polku.clients.update(last, { by: coach, revision: 1, name: 'Veera Viimeinen', identityCode: '010190-950A' })
    expect((await polku.clients.search({ name: 'viimeinen' })).map(({ client }) => client.id)).toEqual([last])
    expect(await polku.clients.create(aino)).toMatchObject({ id })
    expect(await refusalOf(polku.clients.create({ by: coach, identityCode: '010190-950A' }))).toBe('identity-taken')
    expect(await rotateMasterKey(change)).toBe(clients - 100)
    expect(await findAll(polku)).toEqual(found)
    expect((await polku.clients.find({ identityCode: '010190-950A' }))?.id).toBe(last)
  })

  it('lets a running process go on that has both keys, and one that has not refuses everything', async () => {
    const { database, id } = await register()
    const both = await open(database, newKey, oldKey)
    const old = await open(database, oldKey)
    expect(await findAll(both)).toEqual(found)
    const created: string[] = []
    const changing = rotateMasterKey({ database, masterKey: newKey, oldMasterKey: oldKey })
    for (let turn = 0; turn < 20; turn++) {
      created.push((await both.clients.create({ by: coach, name: `Uusi ${turn}` })).id)
      expect((await both.clients.get(id)).name).toBe('Aino Asiakas')
    }
    await changing
    expect(await findAll(both)).toEqual(found)
    expect(keyed(database, newKey)).toMatchObject({ opened: clients + created.length, all: clients + created.length })
    for (const refused of [
      old.clients.get(id),
      old.clients.create({ by: coach }),
      old.journeys.list({}),
      old.runDue(),
    ]) {
      expect(await refused.then(() => false, isKeyChanged)).toBe(true)
    }
  })

  it('is a command, with the old key from its file', async () => {
    const { database } = await register(null)
    const env = { PATH: process.env.PATH, POLKU_DATABASE: database, POLKU_MASTER_KEY: newKey.toString('base64') }
    const command = join(import.meta.dirname, '../../../api/bin.js')
    const { stdout } = await promisify(execFile)('node', [command, 'rotate-key'], { env })
    expect(stdout).toContain(`${clients} clients`)
    const fileKey = Buffer.from(readFileSync(`${database}.key`, 'utf8'), 'base64')
    expect([keyed(database, newKey).opened, keyed(database, fileKey).opened]).toEqual([clients, 0])
  })
})
