import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Journeys } from './contender.ts'
import type { Listed } from './contenders.ts'
import type { Answered, Asked } from './messages.ts'
import { nodeFor } from './nodeFor.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** How long processes that a contender has left behind may take to end before they are killed. Milliseconds. */
const patienceMs = 5_000

/** A contender that is ready for journeys. */
export interface Started {
  name: string
  syncing: string
  runJourneys(count: number, atOnce: number): Promise<Journeys>
  /** Closes it and waits until its process, all that it has started, and its folder are gone. */
  stop(): Promise<void>
}

/** Polku runs as it is installed: built. The packages of the others lie beside the sources. */
const programOf = ({ side, file }: Listed): string[] =>
  side === 'ours'
    ? ['dist/bench/bench/peers/contenderProcess.js', file.replace(/ts$/, 'js')]
    : ['--import', 'tsx', 'bench/peers/contenderProcess.ts', file]

/**
 * Starts a contender in a process of its own, on an empty folder of its own.
 * @throws Error with what it said, when it does not come to be ready
 */
export async function startContender({ file, ...listed }: Listed): Promise<Started> {
  const node = nodeFor(listed)
  const folder = mkdtempSync(join(tmpdir(), 'polku-peers-'))
  const child = spawn(node, [...programOf({ file, ...listed }), folder], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true, // it leads a process group
  })
  const exited = once(child, 'exit')
  let said = ''
  const hear = (data: Buffer) => {
    said = (said + data.toString()).slice(-4000)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const ask = (asked: Asked) => answerOf(child, asked, () => said)
  const stop = async () => {
    if (child.connected) child.disconnect()
    await exited
    await endGroup(child.pid)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
  try {
    const opened = await ask({ ask: 'open' })
    if (opened.answer !== 'opened') throw new Error(`${listed.id} answered "${opened.answer}"`)
    return {
      ...opened,
      runJourneys: async (count, atOnce) => {
        const ran = await ask({ ask: 'runJourneys', count, atOnce })
        if (ran.answer !== 'ran') throw new Error(`${listed.id} answered "${ran.answer}"`)
        return ran.journeys
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function answerOf(child: ChildProcess, asked: Asked, said: () => string): Promise<Answered> {
  const answered = await new Promise<Answered>((resolve, reject) => {
    const ended = () => reject(new Error(`The process ended. It said: ${said()}`))
    if (!child.connected) return ended()
    child.once('exit', ended)
    child.once('message', (message: Answered) => {
      child.off('exit', ended)
      resolve(message)
    })
    child.send(asked)
  })
  if (answered.answer === 'failed') throw new Error(`${answered.why}\n${said()}`)
  return answered
}

/** Ends what is left of a process group: nothing, unless its leader came to a sudden end. */
async function endGroup(leader: number | undefined): Promise<void> {
  if (leader === undefined) return
  const killedAt = performance.now() + patienceMs
  while (signalled(leader, performance.now() < killedAt ? 'SIGINT' : 'SIGKILL')) await sleep(100)
}

/** @returns whether there was anybody to signal */
function signalled(leader: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-leader, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}
