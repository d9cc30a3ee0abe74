import { mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../../api/build/bundle.ts'
import { root } from './root.ts'

/** Scripts that tests start as processes, by the name that each is started by. */
const scripts = {
  killedProcess: 'tests/faults/killedProcess.ts',
  faultProcess: 'tests/faults/queue/support/faultProcess.ts',
  racingProcess: 'tests/faults/queue/support/racingProcess.ts',
  polkuProcess: 'tests/durability/polkuProcess.ts',
} as const

export type ScriptName = keyof typeof scripts

/**
 * Compiles the scripts as the server is built.
 * @returns the folder in which they are, with what they need beside them
 */
export async function bundleScripts(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'polku-scripts-'))
  for (const beside of ['node_modules', 'engine', 'api']) symlinkSync(join(root, beside), join(folder, beside))
  await bundle(scripts, folder)
  return folder
}
