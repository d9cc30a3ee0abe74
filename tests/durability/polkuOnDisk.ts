import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { bundledScript } from '../support/bundledScript.ts'
import type { Command } from './commands.ts'
import { type Image, readImage, writeImage } from './disk.ts'
import { type Faults, faultyDisk } from './faultyDisk.ts'
import type { OpeningName } from './openings.ts'
import type { Fate, Order } from './polkuProcess.ts'
import { type DiskEvent, readDiskLog } from './readDiskLog.ts'

/** A Polku process over a disk of which every change is written down. */
export interface PolkuOnDisk {
  publish(): Promise<void>
  /** asks for all of them at once */
  run(commands: readonly Command[]): Promise<Fate[]>
  /** Resolves when the last random command has been answered; never, when the process is killed before. */
  random(order: Omit<Extract<Order, { order: 'random' }>, 'order'>): Promise<void>
  backup(name: string): Promise<void>
  /** Puts a backup in the place of a database other than its own. @returns why it failed; '' when it did not */
  restore(names: { from: string; to: string }): Promise<string>
  fail(faults: Faults): void
  /** Kills the process where it stands, and tells what it did and said up to there. */
  kill(): Promise<DiskEvent[]>
  /** what the files really hold now, page cache included */
  files(): Image
}

export interface OnDiskOptions {
  base: Image
  opening?: OpeningName
  /** epoch milliseconds of the process's clock */
  startAt?: number
  /** the database's path below the watched folder */
  database?: string
}

/** Starts Polku on what an earlier power loss has left, or on nothing. Nothing of it outlives the test. */
export async function startPolku(options: OnDiskOptions): Promise<PolkuOnDisk> {
  const { base, opening = 'polku', startAt = Date.parse('2026-03-02T10:00:00+02:00'), database = 'polku.db' } = options
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'polku-disk-')))
  const [folder, log] = [join(place, 'files'), join(place, 'log')]
  mkdirSync(folder)
  writeImage(folder, base)
  const { env, fail } = faultyDisk({ place, folder, log })
  const child = fork(bundledScript('polkuProcess'), [join(folder, database), opening, String(startAt)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
    rmSync(place, { recursive: true, force: true })
  })
  const spoken: string[] = []
  child.stderr?.on('data', (text) => spoken.push(String(text)))
  let killed = false
  const died = new Promise<never>((_, reject) => {
    child.once('exit', (code) => {
      if (!killed) reject(new Error(`the Polku process has stopped (${code}): ${spoken.join('')}`))
    })
  })
  died.catch(() => undefined)
  const reply = <T>() => Promise.race([new Promise<T>((resolve) => child.once('message', resolve)), died])
  await reply()

  const ask = <T>(order: Order): Promise<T> => {
    const replied = reply<T>()
    child.send(order)
    return replied
  }

  return {
    publish: () => ask({ order: 'publish' }),
    run: (commands) => ask({ order: 'commands', commands }),
    random: (order) => ask({ order: 'random', ...order }),
    backup: (name) => ask({ order: 'backup', file: join(folder, name) }),
    restore: ({ from, to }) => ask({ order: 'restore', from: join(folder, from), to: join(folder, to) }),
    fail,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) await died
      killed = true
      await kill(child)
      return readDiskLog(log)
    },
    files: () => readImage(folder),
  }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
