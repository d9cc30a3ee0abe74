import { randomBytes, randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder, syncFolder } from './makeFolder.ts'

const KEY_BYTES = 32

/** 32 bytes in base64: 43 characters and one of padding. */
const ENCODED_KEY = /^[A-Za-z0-9+/]{43}=$/

export interface KeyFileOptions {
  /** make a key when there is no file (default); false where a database exists already, which a new key cannot open */
  mayCreate?: boolean
}

/**
 * The master key in a file of its own: 32 random bytes in base64, readable by its owner only. Whoever comes first
 * makes it; a file that is there is never written.
 *
 * @throws when the file is missing and may not be made, or holds anything but such a key
 */
export function loadOrCreateKey(path: string, { mayCreate = true }: KeyFileOptions = {}): Uint8Array {
  const found = readKey(path)
  if (found !== undefined) return found
  if (!mayCreate)
    throw new Error(`The key file ${path} is missing, and what the database holds opens with no other key`)
  createKey(path)
  const made = readKey(path)
  if (made === undefined) throw new Error(`The key file ${path} has vanished while it was made`)
  return made
}

function readKey(path: string): Uint8Array | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw new Error(`The key file ${path} cannot be read`, { cause: error })
  }
  if (!ENCODED_KEY.test(text)) {
    throw new Error(`${path} is not a key file: it should hold ${KEY_BYTES} bytes in base64 and nothing else`)
  }
  return Buffer.from(text, 'base64')
}

/** Writes the key beside its name first: a file cut short by a crash would lock everybody out. */
function createKey(path: string): void {
  makeFolder(dirname(path))
  const unfinished = `${path}.${randomUUID()}.unfinished`
  try {
    const descriptor = openSync(unfinished, 'wx', 0o600)
    try {
      writeSync(descriptor, `${randomBytes(KEY_BYTES).toString('base64')}\n`)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    linkSync(unfinished, path)
    syncFolder(dirname(path))
  } catch (error) {
    // Somebody else was first: theirs is the key.
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
