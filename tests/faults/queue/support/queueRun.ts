import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type TestContext } from 'vitest'
import type { z } from 'zod'
import type { readinessView } from '../../../../api/views/readiness.ts'
import { openPolku } from '../../../../engine/index.ts'
import { type Faults, faultyDisk } from '../../../durability/faultyDisk.ts'
import { bundledScript } from '../../../support/bundledScript.ts'
import { callerOn } from '../../../support/callers.ts'
import { type RedisServer, startRedis } from '../../../support/redisServer.ts'
import { temporaryFolder } from '../../../support/temporaryFolder.ts'
import { checkWhole, type Whole } from './checkWhole.ts'
import { type Accepted, type Load, type LoadOptions, startLoad } from './load.ts'
import { promising, single, support } from './pathways.ts'
import './recovery.ts'
import { type PolkuProcess, type Role, runPolku } from './runPolku.ts'
import { takePlace } from './takePlace.ts'
import { type WorkWatch, watchWork } from './watchWork.ts'

/** Processes of Polku's on one database with one Redis, and people who give commands all the time. */
export interface QueueRun {
  file: string
  redis: RedisServer
  load: Load
  watch: WorkWatch
  /** the process that serves the API at present */
  api(): PolkuProcess
  workers: PolkuProcess[]
  /** Starts one more. */
  start(role: Role): Promise<PolkuProcess>
  /** what the process that serves the API says of its readiness */
  ready(): Promise<Readiness>
  /** A process that the test has killed does not count among those that must end well. */
  without(process: PolkuProcess): void
  /** Sets the clock of a process, or of all, so far ahead of the machine's. Milliseconds. */
  setClock(offsetMs: number, process?: PolkuProcess): Promise<void>
  /** Does to the disk of the database what it is told, for all processes. @throws unless the run has a faulty one */
  failDisk(faults: Faults): void
  /** From now on it is measured when work was last late. */
  faultIsOver(): void
  /**
   * Lets people come to an end and all that is due be done, ends the processes, and holds the database against what
   * was promised.
   */
  end(): Promise<Whole>
}

type Readiness = z.infer<typeof readinessView>

export interface QueueRunOptions {
  /** the processes beside the one that serves the API */
  workers?: readonly Role[]
  appendonly?: boolean
  load?: Omit<LoadOptions, 'caller'>
  /** the database is on a disk that may fail */
  hasFaultyDisk?: boolean
  /** gives commands before the processes start; what was accepted */
  prepare?: (file: string) => Promise<Accepted[]>
  /** done to Redis before the processes start */
  first?: (redis: RedisServer) => Promise<void>
}

/** Starts them all, publishes the pathways, and lets people begin. */
export async function startQueueRun(context: TestContext, options: QueueRunOptions = {}): Promise<QueueRun> {
  const { task, onTestFinished: whenFinished } = context
  await takePlace(whenFinished)
  const { workers: roles = ['carrier', 'carrier'], appendonly = false, prepare, first } = options
  const folder = realpathSync(temporaryFolder(whenFinished))
  const files = join(folder, 'files')
  mkdirSync(files)
  const file = join(files, 'polku.db')
  const disk = options.hasFaultyDisk ? faultyDisk({ place: folder, folder: files }) : undefined
  const carried = roles.includes('carrier') ? join(folder, 'carried') : undefined
  const script = bundledScript('faultProcess')
  const redis = await startRedis({ appendonly }, whenFinished)
  await publish(file)
  const caller = await callerOn(file, 'kone')
  const before = (await prepare?.(file)) ?? []
  await first?.(redis)

  let offsetMs = 0
  const now = () => Date.now() + offsetMs
  const watch = watchWork(file, now)
  whenFinished(watch.close)
  let lateness = watch.measure()
  const running: PolkuProcess[] = []
  const start = async (role: Role) => {
    const process = await runPolku({
      script,
      role,
      whenFinished,
      env: {
        POLKU_DATABASE: file,
        POLKU_PORT: '0',
        REDIS_URL: redis.url,
        CLOCK_OFFSET_MS: String(offsetMs),
        // one token calls as fast as many people
        POLKU_REQUESTS_PER_MINUTE: '1000000',
        ...(carried && { CARRIED: carried }),
        ...disk?.env,
      },
    })
    running.push(process)
    if (role === 'api' || role === 'start') api = process
    return process
  }
  let api: PolkuProcess
  const [, ...workers] = await Promise.all(['api' as const, ...roles].map(start))
  const load = startLoad(() => api.address, { ...options.load, caller })
  for (const one of before) load.accepted.set(one.key, one)

  return {
    file,
    redis,
    load,
    watch,
    api: () => api,
    workers,
    start,
    ready: async () => {
      const answer = (await (await fetch(`${api.address}/api/v1/ready`)).json()) as Readiness & {
        readiness?: Readiness
      }
      return answer.readiness ?? answer
    },
    without: (process) => {
      running.splice(running.indexOf(process), 1)
    },
    setClock: async (ms, process) => {
      if (!process) offsetMs = ms
      for (const one of process ? [process] : running) await one.setClock(ms)
    },
    failDisk: (faults) => {
      if (!disk) throw new Error('the run has no faulty disk')
      disk.fail(faults)
    },
    faultIsOver: () => {
      lateness = watch.measure()
    },
    end: async () => {
      await load.stop()
      await watch.untilDone()
      const { recoveredMs, mostOverdueMs } = lateness()
      await Promise.all(running.map(async (one) => expect(await one.stop(), one.said()).toBe(0)))
      // no fault of what it stands on is a failure of a timer's own
      expect(watch.mostFailures()).toBe(0)
      const whole = await checkWhole({ file, clock: { now: () => new Date(now()) }, accepted: load.accepted, carried })
      const { timers, messages, repeated } = whole
      const commands = load.accepted.size
      task.meta.recovery = { commands, timers, messages, repeated, recoveredMs, mostOverdueMs }
      return whole
    },
  }
}

async function publish(file: string): Promise<void> {
  const polku = await openPolku({ database: file })
  for (const document of [support, promising, single]) await polku.pathways.publish(document, { by: { user: 'kone' } })
  await polku.close()
}
