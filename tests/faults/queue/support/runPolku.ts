import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { WhenFinished } from '../../../support/temporaryFolder.ts'
import type { Order, Place } from './faultProcess.ts'

export type Role = 'start' | 'api' | 'worker' | 'carrier'

export interface RunOptions {
  /** `faultProcess.ts`, compiled */
  script: string
  role: Role
  env: Record<string, string>
  whenFinished: WhenFinished
}

/** A process of Polku's that a test may do anything to. */
export interface PolkuProcess {
  readonly pid: number
  /** where its API, or its health, is served; '' for a carrier */
  readonly address: string
  /** what it has written: words, and the log */
  said(): string
  /** Sets its clock so far ahead of the machine's. Milliseconds. */
  setClock(offsetMs: number): Promise<void>
  /** Lets it meet a signal where it next comes to a place. @returns resolves once it is there */
  meet(place: Place, signal: 'SIGKILL' | 'SIGSTOP'): Promise<{ reached: Promise<void> }>
  /** Ends it without a chance to say goodbye. */
  kill(): Promise<void>
  /** Stops it where it is; resolves when it stands still. */
  freeze(): Promise<void>
  thaw(): void
  /** Asks it to end in its own time. @returns how it did: 0, or what went wrong */
  stop(): Promise<number | string | null>
}

/** Starts one. It is gone when the test ends. @throws Error with what it said when it does not come up */
export async function runPolku({ script, role, env, whenFinished }: RunOptions): Promise<PolkuProcess> {
  const child = fork(script, [role], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let said = ''
  const heard: (() => void)[] = []
  const hear = (chunk: unknown) => {
    said += String(chunk)
    for (const listen of heard) listen()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) => code ?? signal ?? null)
  whenFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const untilSaid = (words: RegExp): Promise<void> =>
    Promise.race([
      new Promise<void>((resolve) => {
        const listen = () => words.test(said) && resolve()
        heard.push(listen)
        listen()
      }),
      ended.then((how) => {
        if (!words.test(said)) throw new Error(`the ${role} has ended (${how}): ${said}`)
      }),
    ])
  const tell = async (order: Order): Promise<void> => {
    const answer = once(child, 'message')
    child.send(order)
    await answer
  }
  await untilSaid(/Stop it with Ctrl\+C|at work\n/)
  const pid = child.pid ?? 0
  return {
    pid,
    address: /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '',
    said: () => said,
    setClock: (clockOffsetMs) => tell({ clockOffsetMs }),
    meet: async (at, signal) => {
      const before = said.length
      await tell({ at, signal })
      const isGone = signal === 'SIGKILL' ? ended : untilFrozen(child, () => said.slice(before).includes('reached'))
      return { reached: isGone.then(() => {}) }
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    freeze: async () => {
      child.kill('SIGSTOP')
      await untilFrozen(child)
    },
    thaw: () => {
      child.kill('SIGCONT')
    },
    stop: async () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** Resolves once the system says that a process stands still. */
async function untilFrozen({ pid }: ChildProcess, also = () => true): Promise<void> {
  const isFrozen = () => /\) T /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  while (!(also() && isFrozen())) await new Promise((resolve) => setTimeout(resolve, 5))
}
