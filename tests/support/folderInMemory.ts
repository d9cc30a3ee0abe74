import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const inMemory = '/dev/shm'
const enough = 2 * 1024 ** 3

/**
 * Where tests that are not about the disk keep what is temporary: in memory where there is room, so that no database
 * waits for a disk. Whoever has named a place (`TMPDIR`) keeps it.
 */
export function folderInMemory(): string {
  return process.env.TMPDIR === undefined && hasRoom() ? inMemory : tmpdir()
}

function hasRoom(): boolean {
  try {
    accessSync(inMemory, constants.W_OK)
    const { bavail, bsize } = statfsSync(inMemory)
    return bavail * bsize >= enough
  } catch {
    // not on every system
    return false
  }
}
