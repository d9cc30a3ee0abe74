import { copyFileSync, renameSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openPolku } from '../../../engine/index.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { coach, manager, smallPathway } from '../../support/testPolku.ts'

/** A database with one client, closed. */
async function withClient(): Promise<string> {
  const database = temporaryFile()
  const polku = await openPolku({ database })
  await polku.clients.create({ by: coach, name: 'Aino Asiakas' })
  await polku.close()
  return database
}

describe('a database under another master key', () => {
  it('is not opened, and says what to do; with its own key it opens', async () => {
    const database = await withClient()
    const key = `${database}.key`
    renameSync(key, `${key}.own`)
    writeFileSync(key, `${Buffer.alloc(32, 7).toString('base64')}\n`)
    await expect(openPolku({ database })).rejects.toThrow(`The key file ${key} is not the key of this database: put`)
    await expect(openPolku({ database, masterKey: Buffer.alloc(32, 8) })).rejects.toThrow(
      'The master key is not the key',
    )
    copyFileSync(`${key}.own`, key)
    const polku = await openPolku({ database })
    expect(await polku.clients.list()).toMatchObject([{ name: 'Aino Asiakas' }])
    await polku.close()
  })

  it('is opened while nothing in it is sealed', async () => {
    const database = temporaryFile()
    const first = await openPolku({ database, masterKey: Buffer.alloc(32, 7) })
    await first.pathways.publish(smallPathway({ initial: 'a', states: { a: {} } }), { by: manager })
    await first.close()
    const second = await openPolku({ database, masterKey: Buffer.alloc(32, 8) })
    await second.clients.create({ by: coach, name: 'Aino Asiakas' })
    await second.close()
  })
})
