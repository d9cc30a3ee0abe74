import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

let compiled: Buffer | undefined

/**
 * The library that writes down what a process does to its files, compiled anew for each test run: its bytes, for a file
 * in the test's own folder.
 * @throws with what is missing: a durability test that was left out would look like one that passed
 */
export function recorder(): Buffer {
  if (process.platform !== 'linux') {
    throw new Error('The durability tests stand in the way of system calls by LD_PRELOAD: they need Linux')
  }
  compiled ??= compileRecorder()
  return compiled
}

/** @throws when there is no C compiler */
export function compileRecorder(): Buffer {
  const source = fileURLToPath(new URL('./recordDisk.c', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'polku-recorder-'))
  const library = join(folder, 'recordDisk.so')
  try {
    execFileSync('cc', ['-O1', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', '-pthread', '-o', library, source])
    return readFileSync(library)
  } catch (error) {
    throw new Error(
      'The durability tests need a C compiler called "cc" (Debian and Ubuntu: apt-get install gcc libc6-dev)',
      { cause: error },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
