import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A program that the tests need, and what they do when it is not there. */
export interface WantedProgram {
  /** as it is called */
  program: string
  /** Debian's package of it */
  package: string
  /** what else to do, for people on other machines */
  elsewhere: string
  /** of apt-get, before `install` */
  options?: readonly string[]
}

/** A program that tests need is not there; the message is one line that says what to do. */
export class NoProgram extends Error {
  override readonly name = 'NoProgram'
}

export interface InstallOptions {
  /** where programs are looked for */
  path?: string
  /** whether packages may be installed: when root, on Debian and what comes of it */
  mayInstall?: boolean
  /** told before something is installed */
  say?: (line: string) => void
}

/**
 * Sees to it that a program can be run, by installing it where that is possible. An installation already under way is
 * waited for.
 * @throws NoProgram when it is missing and cannot be installed
 */
export async function ensureProgram(
  { program, package: name, elsewhere, options = [] }: WantedProgram,
  {
    path = process.env.PATH ?? '',
    mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version'),
    say = console.log,
  }: InstallOptions = {},
): Promise<void> {
  const env = { ...process.env, PATH: path, DEBIAN_FRONTEND: 'noninteractive' }
  if (await isThere(program, env)) return
  const none = `The tests need a ${program}, and none is installed: `
  if (!mayInstall || !(await isThere('apt-get', env))) {
    throw new NoProgram(
      `${none}"apt-get install --no-install-recommends ${name}" (Debian, Ubuntu; run as root, the tests do it) or ${elsewhere}, then run them again.`,
    )
  }
  const install = ['install', '-y', '--no-install-recommends', name]
  say(`${none}apt-get ${install.join(' ')}`)
  const all = [...options.flatMap((option) => ['-o', option]), '-o', 'DPkg::Lock::Timeout=120', ...install]
  try {
    await run('apt-get', all, { env }).catch(async () => {
      // package lists that are missing or old
      await run('apt-get', ['update'], { env })
      await run('apt-get', all, { env })
    })
  } catch (error) {
    throw new NoProgram(`The tests need a ${program}, and it could not be installed: ${lastLine(error)}`)
  }
}

/** Where a program is that can be run; undefined when it is nowhere on the path. */
export function findProgram(program: string, path = process.env.PATH ?? ''): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file))
}

async function isThere(program: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    await run(program, ['--version'], { env })
    return true
  } catch (error) {
    // EACCES: not found either, and a folder of the path is not ours to look into
    if (['ENOENT', 'EACCES'].includes(String((error as NodeJS.ErrnoException).code))) return false
    throw error
  }
}

/** What a program said last, which is where apt-get says why. */
function lastLine(error: unknown): string {
  const { stderr = '', message } = error as Error & { stderr?: string }
  return stderr.trim().split('\n').at(-1) || message
}

/** Ends the process with one line where a program is not to be had: Vitest would print where in our code it was written. */
export function endWithoutProgram(error: unknown): never {
  if (!(error instanceof NoProgram)) throw error
  console.error(error.message)
  process.exit(1)
}
