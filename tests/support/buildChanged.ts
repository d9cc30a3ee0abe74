import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { root } from './root.ts'

/** Builds what has changed since it was built: before the tests that run or look at it. */
export async function buildChanged(...parts: ('designer' | 'server')[]): Promise<void> {
  const words = ['--import', 'tsx', 'api/build/build.ts', '--changed', ...parts]
  await promisify(execFile)(process.execPath, words, { cwd: root })
}
