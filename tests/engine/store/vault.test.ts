import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createVault, VaultError } from '../../../engine/store/vault.ts'

const masterKey = Buffer.alloc(32, 7)
const vault = createVault({ masterKey, random: randomBytes })
const { key, wrapped } = vault.newClientKey('client-1')

describe('the vault', () => {
  it.each([null, true, 0, -1.5, '', 'Ääkköset 🌱', [], [1, [2]], {}, { name: 'Aino', language: 'fi', notes: [null] }])(
    'opens what it has sealed: %j',
    (value) => {
      expect(vault.open(key, vault.seal(key, value, 'fact:1'), 'fact:1')).toEqual(value)
    },
  )

  it('shows nothing of what is inside, and never seals the same twice alike', () => {
    const [one, two] = [vault.seal(key, 'Aino', 'fact:1'), vault.seal(key, 'Aino', 'fact:1')]
    expect(Buffer.from(one).toString('latin1')).not.toContain('Aino')
    expect(one).not.toEqual(two)
  })

  it('gives a client their key back, from a vault of the same master key', () => {
    const later = createVault({ masterKey: Buffer.from(masterKey), random: randomBytes })
    expect(later.unwrap(wrapped, 'client-1')).toEqual(key)
    expect(vault.newClientKey('client-1').key).not.toEqual(key)
  })

  it('gives no key to another client, nor to another master key', () => {
    const stranger = createVault({ masterKey: Buffer.alloc(32, 8), random: randomBytes })
    expect(() => vault.unwrap(wrapped, 'client-2')).toThrow(VaultError)
    expect(() => stranger.unwrap(wrapped, 'client-1')).toThrow('The key of client client-1 does not open')
  })

  it('does not open in another place or under another key', () => {
    const sealed = vault.seal(key, 'secret', 'fact:1')
    expect(() => vault.open(key, sealed, 'fact:2')).toThrow(VaultError)
    expect(() => vault.open(vault.newClientKey('client-1').key, sealed, 'fact:1')).toThrow(
      'What is sealed for fact:1 does not open',
    )
  })

  it('notices every changed byte and every cut', () => {
    const sealed = vault.seal(key, { amount: 100 }, 'fact:1')
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Uint8Array.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => vault.open(key, changed, 'fact:1')).toThrow(VaultError)
      expect(() => vault.open(key, sealed.subarray(0, index), 'fact:1')).toThrow(VaultError)
    }
  })

  it('names a format it does not know', () => {
    const sealed = Uint8Array.from(vault.seal(key, 1, 'fact:1'))
    sealed[0] = 9
    expect(() => vault.open(key, sealed, 'fact:1')).toThrow('is in format 9')
  })

  it('refuses what is not JSON, and a master key of another length', () => {
    expect(() => vault.seal(key, undefined, 'fact:1')).toThrow(VaultError)
    expect(() => createVault({ masterKey: Buffer.alloc(16), random: randomBytes })).toThrow('32 bytes, not 16')
  })

  it('hashes an identity code alike under one master key only', () => {
    const other = createVault({ masterKey: Buffer.alloc(32, 8), random: randomBytes })
    const hash = vault.hashIdentity('131052-9085')
    expect(hash).toBe(createVault({ masterKey, random: randomBytes }).hashIdentity('131052-9085'))
    expect(hash).not.toBe(vault.hashIdentity('131052-9086'))
    expect(hash).not.toBe(other.hashIdentity('131052-9085'))
    expect(hash).not.toContain('131052')
  })
})
