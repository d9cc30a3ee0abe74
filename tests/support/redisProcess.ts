import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './freePort.ts'

/** A Redis that was started here. */
export interface RedisProcess {
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Ends it and removes its folder. */
  stop(): Promise<void>
}

/**
 * Runs a Redis of the caller's own on a free port of the loopback interface, in a temporary folder. It keeps nothing on
 * disk and evicts nothing. It ends with this process, however this one ends.
 * @throws Error with what Redis said when it does not start
 */
export async function runRedis(): Promise<RedisProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'polku-redis-'))
  const guard = standGuard(folder)
  try {
    const { port, pid, end } = await beginOnFreePort(folder, guard)
    return {
      url: `redis://127.0.0.1:${port}`,
      port,
      pid,
      stop: async () => {
        await end()
        await guard.leave()
      },
    }
  } catch (error) {
    await guard.leave()
    throw error
  }
}

interface Guard {
  /** which process to kill; undefined when that one has ended */
  watch(pid: number | undefined): void
  /** Lets it do what it is there for. */
  leave(): Promise<void>
}

/**
 * A process that outlives this one: when this one is gone, or says so, it kills the Redis that still runs and removes
 * the folder.
 */
function standGuard(folder: string): Guard {
  const duty = 'while read -r line; do pid=$line; done; [ -n "$pid" ] && kill -9 "$pid"; rm -rf "$1"'
  // detached: Ctrl-C at the terminal would end it before its work is done
  const shell = spawn('sh', ['-c', duty, 'sh', folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  const gone = once(shell, 'exit')
  return {
    watch: (pid) => shell.stdin.write(`${pid ?? ''}\n`),
    leave: async () => {
      shell.stdin.end()
      await gone
    },
  }
}

/** A Redis from its start to its end. */
interface Life {
  port: number
  pid: number
  end(): Promise<void>
}

async function beginOnFreePort(folder: string, guard: Guard): Promise<Life> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await begin(await freePort(), folder, guard)
    } catch (error) {
      // somebody else may have taken the port meanwhile
      if (attempt === 5 || !String(error).includes('Address already in use')) throw error
    }
  }
}

/** @throws Error with what it said, when it ends before it takes connections */
async function begin(port: number, folder: string, guard: Guard): Promise<Life> {
  const child = spawn('redis-server', settings(port, folder), { detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const { pid } = child
  guard.watch(pid)
  const ended = once(child, 'close').then(() => guard.watch(undefined))
  let said = ''
  const ready = new Promise<void>((resolve) => {
    const hear = (text: Buffer) => {
      said = `${said}${text}`.slice(-1_000)
      if (said.includes('Ready to accept connections')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
  })
  const endedEarly = ended.then(() => {
    throw new Error(`redis-server did not start: ${said}`)
  })
  await Promise.race([ready, endedEarly])
  if (pid === undefined) throw new Error('redis-server did not start')
  return {
    port,
    pid,
    end: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function settings(port: number, folder: string): string[] {
  return Object.entries({
    bind: '127.0.0.1',
    port: String(port),
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  }).flatMap(([name, value]) => [`--${name}`, value])
}
