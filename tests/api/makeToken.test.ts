import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeToken, WrongWords } from '../../api/makeToken.ts'
import { openPolku } from '../../engine/index.ts'
import { temporaryFile } from '../support/temporaryFolder.ts'

const words = ['rekisteri', '--roles', 'integration,manager', '--scopes', 'clients:read']

describe('a token made by whoever runs the server', () => {
  it('is made under the master key that the environment gives', async () => {
    const [database, masterKey] = [temporaryFile(), new Uint8Array(randomBytes(32))]
    await (await openPolku({ database, masterKey })).close()
    const token = await makeToken({ database, masterKey, oldMasterKey: undefined }, words)
    expect(existsSync(`${database}.key`)).toBe(false)
    const polku = await openPolku({ database, masterKey })
    onTestFinished(() => polku.close())
    expect(await polku.tokens.verify(token)).toMatchObject({ user: 'rekisteri', scopes: ['clients:read'] })
    expect((await polku.people.user('rekisteri')).systemRoles).toEqual(['integration', 'manager'])
  })

  it('is refused in words where a role, a scope or an option is none', async () => {
    const [database, masterKey] = [temporaryFile(), undefined]
    const made = (...given: string[]) => makeToken({ database, masterKey, oldMasterKey: undefined }, given)
    for (const given of [
      ['x', '--roles', 'pomo'],
      ['x', '--roles', 'manager', '--scopes', 'kaikki'],
      ['x', '--y'],
      [],
    ]) {
      await expect(made(...given)).rejects.toThrow(WrongWords)
    }
  })
})
