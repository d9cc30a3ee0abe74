import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Role } from '../api/runProcess.ts'
import { onLeaving } from './scratch.ts'

/** How long a process may take to listen, and to stop. Milliseconds. */
const patienceMs = 30_000

/** A process of Polku's. */
export interface ServerProcess {
  /** for example http://127.0.0.1:34567 */
  address: string
  /** resident memory of the process now, bytes */
  residentBytes(): number
  /** what it has cost on all processors so far, seconds */
  processorSeconds(): number
  stop(): Promise<void>
}

/**
 * Runs `polku start`, `polku api` or `polku worker`, on any free port of this machine, on a database that is there
 * already with its key.
 * @param redisUrl the Redis through which processes share the work
 * @throws Error with what the process said, when it does not come to listen
 */
export async function startProcess(role: Role, database: string, redisUrl = ''): Promise<ServerProcess> {
  const child = spawn(process.execPath, startArguments(role), {
    env: {
      ...process.env,
      POLKU_DATABASE: database,
      POLKU_PORT: '0',
      POLKU_WORKER_PORT: '0',
      REDIS_URL: redisUrl,
      // one token calls as fast as many people
      POLKU_REQUESTS_PER_MINUTE: '1000000',
      // who is measured on is invented, and has a code that is nobody's
      POLKU_DEMO: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const forget = onLeaving(() => child.kill('SIGKILL'))
  try {
    return {
      address: await listening(child),
      residentBytes: () => residentBytes(child.pid ?? 0),
      processorSeconds: () => processorSeconds(child.pid ?? 0),
      stop: async () => {
        await stop(child)
        forget()
      },
    }
  } catch (error) {
    forget()
    throw error
  }
}

/** What the package's `start` script gives to Node, for any role. */
function startArguments(role: Role): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
  const [program, ...given] = scripts.start.split(' ')
  if (program === 'node' && given.at(-1) === 'start') return [...given.slice(0, -1), role]
  throw new Error(`"${scripts.start}" is not a way to start a process that can be measured`)
}

/** Reads on until the process says where it listens; afterwards what it says is let go by. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why: string) => reject(new Error(`The process ${why}. It said: ${said}`))
    const late = setTimeout(() => fail(`did not listen within ${patienceMs} ms`), patienceMs)
    const hear = (data: Buffer) => {
      said = (said + data.toString()).slice(-4000)
      const [, address] = /(?:listens on|health: ) +(http:\/\/[^\s/]+)/.exec(said) ?? []
      if (address === undefined) return
      clearTimeout(late)
      resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', (data: Buffer) => {
      said = (said + data.toString()).slice(-4000)
    })
    child.once('error', (error) => fail(`did not start: ${error.message}`))
    child.once('exit', (code) => fail(`ended with code ${code}`))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  const late = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  child.kill('SIGTERM')
  await gone
  clearTimeout(late)
}

/** What the kernel says. Linux only. */
function residentBytes(pid: number): number {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  if (kib === undefined) throw new Error(`the memory of process ${pid} is not told`)
  return Number(kib) * 1024
}

/** In hundredths of a second, as the kernel counts them for people. Linux only. */
function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}
