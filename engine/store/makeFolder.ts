import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** A folder that may be entered but not read, and a file system that has nothing to sync in a folder. */
const CANNOT_SYNC: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EINVAL'])

/**
 * Makes a folder for a file that is to outlive a power loss, with the folders above it. POSIX keeps a folder's name
 * when the folder above is synced, and not before. Those above are synced also when they are there already: whoever
 * made them may have been killed before.
 *
 * The names inside it are kept by `syncFolder`, once they are there.
 */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (let inner = resolve(folder); dirname(inner) !== inner; inner = dirname(inner)) {
    try {
      syncFolder(dirname(inner))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && CANNOT_SYNC.has(error.code))) throw error
    }
  }
}

/** Makes the names in a folder outlive a power loss. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
