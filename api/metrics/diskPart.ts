import { stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Part } from './figure.ts'

/** How large the database is, and how much room its disk has; nothing where it is in memory. */
export const diskPart =
  (file: string | undefined): Part =>
  (make) => {
    const size = make('polku_database_bytes', 'Size of the database, by file: the database and its log.', ['file'])
    const free = make('polku_database_disk_free_bytes', 'Free on the disk of the database.')
    return async () => {
      if (file === undefined) return () => {}
      const [database, log, disk] = await Promise.all([sizeOf(file), sizeOf(`${file}-wal`), statfs(dirname(file))])
      return () => {
        size.set(database, { file: 'database' })
        size.set(log, { file: 'log' })
        free.set(disk.bavail * disk.bsize)
      }
    }
  }

/** The log is there only while the database is open. */
const sizeOf = async (file: string): Promise<number> => {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0
    throw error
  }
}
