import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadOrCreateKey } from '../../../engine/store/keyFile.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const keyPath = () => join(temporaryFolder(), 'data', 'polku.db.key')

describe('the key file', () => {
  it('is made once, for its owner only, and read from then on', () => {
    const path = keyPath()
    const key = loadOrCreateKey(path)
    expect(key).toHaveLength(32)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).toBe(`${Buffer.from(key).toString('base64')}\n`)
    expect(loadOrCreateKey(path)).toEqual(key)
    expect(readdirSync(dirname(path))).toEqual(['polku.db.key'])
  })

  it('is another one each time', () => {
    expect(loadOrCreateKey(keyPath())).not.toEqual(loadOrCreateKey(keyPath()))
  })

  it('is not made where a database waits for the old one', () => {
    const path = keyPath()
    expect(() => loadOrCreateKey(path, { mayCreate: false })).toThrow(`The key file ${path} is missing`)
    expect(existsSync(path)).toBe(false)
  })

  it.each([
    ['empty', ''],
    ['too short', Buffer.alloc(31).toString('base64')],
    ['too long', Buffer.alloc(33).toString('base64')],
    ['not base64', `${'ä'.repeat(43)}=`],
    ['two keys', `${Buffer.alloc(32).toString('base64')}\n${Buffer.alloc(32).toString('base64')}`],
  ])('is refused and left alone when it is %s', (_, text) => {
    const path = join(temporaryFolder(), 'polku.db.key')
    writeFileSync(path, text)
    expect(() => loadOrCreateKey(path)).toThrow(`${path} is not a key file`)
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it('is refused when it cannot be read', () => {
    const path = join(temporaryFolder(), 'polku.db.key')
    mkdirSync(path)
    expect(() => loadOrCreateKey(path)).toThrow(`The key file ${path} cannot be read`)
  })
})
