import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** There is no Redis to run tests with; the message is one line that says what to do. */
export class NoRedis extends Error {
  override readonly name = 'NoRedis'
}

export interface RedisProgramOptions {
  /** where programs are looked for */
  path?: string
  /** whether packages may be installed: when root, on Debian and what comes of it */
  mayInstall?: boolean
  /** told before something is installed */
  say?: (line: string) => void
}

/**
 * Sees to it that `redis-server` can be run, by installing it where that is possible.
 * @throws NoRedis when it is missing and cannot be installed
 */
export async function ensureRedisProgram({
  path = process.env.PATH ?? '',
  mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version'),
  say = console.log,
}: RedisProgramOptions = {}): Promise<void> {
  const env = { ...process.env, PATH: path, DEBIAN_FRONTEND: 'noninteractive' }
  if (await isThere('redis-server', env)) return
  if (!mayInstall || !(await isThere('apt-get', env))) {
    throw new NoRedis(
      'The tests need a redis-server, and none is installed: "apt-get install --no-install-recommends redis-server" ' +
        '(Debian, Ubuntu; run as root, the tests do it) or "brew install redis" (macOS), then run them again.',
    )
  }
  say(`The tests need a redis-server, and none is installed: apt-get ${install.join(' ')}`)
  try {
    await run('apt-get', [...withoutService, ...install], { env }).catch(async () => {
      // package lists that are missing or old
      await run('apt-get', ['update'], { env })
      await run('apt-get', [...withoutService, ...install], { env })
    })
  } catch (error) {
    throw new NoRedis(`The tests need a redis-server, and it could not be installed: ${lastLine(error)}`)
  }
}

const install = ['install', '-y', '--no-install-recommends', 'redis-server']

/**
 * What would start the package's own service, now or when the machine starts, is not unpacked; the rest of the machine
 * is left as it is. An installation already under way is waited for.
 */
const withoutService = [
  'DPkg::Options::=--path-exclude=/etc/init.d/redis-server',
  'DPkg::Options::=--path-exclude=*/systemd/system/redis-server*',
  'DPkg::Lock::Timeout=120',
].flatMap((option) => ['-o', option])

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
