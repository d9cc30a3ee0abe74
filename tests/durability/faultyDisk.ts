import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { recorder } from './recorder.ts'

/** What the disk shall do wrong from now on. */
export interface Faults {
  /** so many syncs of files succeed first */
  syncsBefore?: number
  failingSyncs?: number
  /** only the syncs that end a checkpoint fail, not those of the log */
  sparesLog?: boolean
  /** by how many bytes files may still grow */
  room?: number
  /** nothing can be written */
  isReadOnly?: boolean
}

/** A disk for the processes that are given its environment, all of them together. */
export interface FaultyDisk {
  env: Record<string, string>
  fail(faults: Faults): void
}

export interface FaultyDiskOptions {
  /** where the library and what steers it are put */
  place: string
  /** the files that it is about: an absolute real path */
  folder: string
  /** where everything that is done to them is written down; unless given, nothing is */
  log?: string
}

/** Stands between processes and the files of a folder. Sound until told otherwise. */
export function faultyDisk({ place, folder, log }: FaultyDiskOptions): FaultyDisk {
  const [library, faults] = [join(place, 'recordDisk.so'), join(place, 'faults')]
  writeFileSync(library, recorder())
  writeFileSync(faults, '')
  const fail = ({ syncsBefore = 0, failingSyncs = 0, room = -1, sparesLog = false, isReadOnly = false }: Faults) => {
    const numbers = [syncsBefore, failingSyncs, room, sparesLog ? 1 : 0, isReadOnly ? 1 : 0]
    writeFileSync(faults, new BigInt64Array(numbers.map(BigInt)), { flag: 'r+' })
  }
  fail({})
  const env = { LD_PRELOAD: library, POLKU_DISK_FOLDER: folder, POLKU_DISK_FAULTS: faults }
  return { env: log === undefined ? env : { ...env, POLKU_DISK_LOG: log }, fail }
}
