import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './freePort.ts'

export interface RedisOptions {
  /** whether what it has acknowledged is on disk and there again after a restart; otherwise it keeps nothing on disk */
  appendonly?: boolean
}

/** A Redis that was started here. */
export interface RedisProcess {
  readonly url: string
  readonly port: number
  /** the process that runs, or ran last */
  readonly pid: number
  /** Ends it without a chance to say goodbye. */
  kill(): Promise<void>
  /** Starts it again on the same port, after killing it if it still runs: empty, unless it is `appendonly`. */
  restart(): Promise<void>
  /** Makes it answer nobody, while its connections stay open. */
  freeze(): void
  thaw(): void
  /** Ends it for good and removes its folder. */
  stop(): Promise<void>
}

/**
 * Runs a Redis of the caller's own on a free port of the loopback interface, in a temporary folder. It evicts nothing.
 * It ends with this process, however this one ends.
 * @throws Error with what Redis said when it does not start
 */
export async function runRedis({ appendonly = false }: RedisOptions = {}): Promise<RedisProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'polku-redis-'))
  const guard = standGuard(folder)
  try {
    const start = (port: number) => begin(settings(port, folder, appendonly), guard)
    const { port, first } = await onFreePort(async (free) => ({ port: free, first: await start(free) }))
    let life = first
    return {
      url: `redis://127.0.0.1:${port}`,
      port,
      get pid() {
        return life.pid
      },
      kill: () => life.end(),
      restart: async () => {
        await life.end()
        life = await start(port)
      },
      freeze: () => life.signal('SIGSTOP'),
      thaw: () => life.signal('SIGCONT'),
      stop: async () => {
        await life.end()
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

/** Somebody else may take a port that was free a moment ago: then it is another one. */
async function onFreePort<T>(listen: (port: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await listen(await freePort())
    } catch (error) {
      if (attempt === 5 || !String(error).includes('Address already in use')) throw error
    }
  }
}

/** One process, from its start to its end. */
interface Life {
  pid: number
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
  end(): Promise<void>
}

/** @throws Error with what it said, when it ends before it takes connections */
async function begin(settings: string[], guard: Guard): Promise<Life> {
  const child = spawn('redis-server', settings, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
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
    pid,
    signal: (signal) => {
      child.kill(signal)
    },
    end: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function settings(port: number, folder: string, appendonly: boolean): string[] {
  return Object.entries({
    bind: '127.0.0.1',
    port: String(port),
    dir: folder,
    save: '',
    appendonly: appendonly ? 'yes' : 'no',
    appendfsync: 'always',
    'maxmemory-policy': 'noeviction',
  }).flatMap(([name, value]) => [`--${name}`, value])
}
