import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Has something done when a test has finished; of several asked for, the last one first. */
export type WhenFinished = (does: () => void | Promise<void>) => void

/**
 * A folder of the running test's own, removed when it ends.
 * @param whenFinished of the test's context, where tests run side by side; `afterAll` for a folder of all tests of a file
 */
export function temporaryFolder(whenFinished: WhenFinished = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'polku-'))
  whenFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The name of a database that does not exist yet. */
export const temporaryFile = (): string => join(temporaryFolder(), 'polku.db')
