import { DelayedError, type Job, Queue as JobQueue, Worker } from 'bullmq'
import { Redis, type RedisOptions } from 'ioredis'
import { noObserver, type Observer } from '../../observe/observer.ts'
import type { Handlers, Queue } from '../queue.ts'
import { settleAll } from '../settleAll.ts'
import { type BulkJob, type JobData, leavesNothing, messageJobs, sweepId, timerJobs } from './jobs.ts'
import { requireRedis, UnfitRedis } from './requireRedis.ts'
import { horizonMs, sweep } from './sweep.ts'
import { createWatch } from './watch.ts'

export interface BullQueueOptions {
  /** `redis://` or `rediss://`, with user, password and database where there are */
  url: string
  /** keeps databases that share one Redis apart */
  prefix: string
  /** how many jobs one process does at a time (default 50) */
  concurrency?: number
  /** how many turns of timers and messages all processes begin a second (default: as many as there are) */
  ratePerSecond?: number
  /** how often the horizon is moved, and how soon what Redis lost is found again. Milliseconds (default 5000) */
  sweepMs?: number
  /** epoch milliseconds */
  now: () => number
  /** told of what a job or a connection could not cope with */
  onError: (error: unknown) => void
  /** told in words when Redis goes and comes */
  say: (words: string) => void
  observer?: Pick<Observer, 'rescued'>
}

/** How the queue is, for readiness and metrics. */
export interface QueueState {
  /** away: the database is looked at every second instead. unfit: likewise, because of what `words` says */
  redis: 'ready' | 'away' | 'unfit'
  words: string
  /** jobs in Redis by state; undefined when it does not answer */
  jobs: Record<string, number> | undefined
  /** how long Redis took to answer, milliseconds */
  latencyMs: number | undefined
  /** when the horizon was last moved, by whichever process; epoch milliseconds, undefined when nobody knows */
  sweptAt: number | undefined
}

export interface BullQueue extends Queue {
  state(): Promise<QueueState>
  /** BullMQ's own view of the jobs, to look at; undefined until Redis has answered. */
  jobs(): JobQueue<JobData> | undefined
  /** Stops, and lets go of Redis. */
  close(): Promise<void>
}

const queueName = 'work'
const defaultConcurrency = 50
/** How many turns of one instant share a job. */
const mostTurnsOfAJob = 20
const defaultSweepMs = 5_000
/** How long what a commit has left is gathered before Redis is told. Milliseconds. */
const gatherMs = 5
/** What is told lies further ahead than what sweeps bring: clocks of two processes may be apart. Milliseconds. */
const toldAheadMs = 2 * horizonMs
/** What is not told to Redis because there is too much of it, the sweep finds. */
const mostGathered = 20_000
/** How often it is asked how Redis is. Milliseconds. */
const lookEveryMs = 1_000
/** How long Redis may take to answer before it counts as away. Milliseconds. */
const answerMs = 2_000
/** How long the end waits for Redis to hear what was done. Milliseconds. */
const leaveMs = 5_000

/**
 * The driver for several processes: BullMQ carries the turns of timers and messages, as identities only. What is due
 * within the horizon stands in Redis, told by the commit that left it or by the sweep. Redis is never needed: while it is
 * away or does not bring what is due, the worker looks at the database every second.
 *
 * @throws UnfitRedis when Redis evicts keys or is too old. One that does not answer yet is waited for while work goes on.
 */
export async function createBullQueue(options: BullQueueOptions): Promise<BullQueue> {
  const {
    prefix,
    now,
    onError,
    say,
    observer = noObserver,
    concurrency = defaultConcurrency,
    sweepMs = defaultSweepMs,
  } = options
  // a limit counts jobs
  const mostTurns = options.ratePerSecond === undefined ? mostTurnsOfAJob : 1
  const keys = { position: `${prefix}:horizon`, swept: `${prefix}:swept` }
  const connection = connectionOf(options.url)
  // nothing is kept for a Redis that is away: the database knows it all
  const redis = connect({ ...connection, enableOfflineQueue: false, commandTimeout: answerMs })
  // BullMQ asks once what Redis it has, and never again: so it is made when Redis has answered
  let jobs: JobQueue<JobData> | undefined
  let fitness: QueueState['redis'] | undefined
  let words = 'Redis has not answered yet'
  /** why there is no connection, where there is none */
  let trouble: unknown
  /** Redis is there again: what it was not told meanwhile must be found */
  let isBack = false
  let looking: Promise<UnfitRedis | undefined> | undefined
  let nextLook: NodeJS.Timeout | undefined
  let isClosed = false
  let handlers: Handlers | undefined
  let work: { worker: Worker<JobData>; redis: Redis } | undefined
  const atWork = new Set<Promise<void>>()
  let gathered: BulkJob[] = []
  let telling: NodeJS.Timeout | undefined
  let ending: Promise<void> = Promise.resolve()

  function connect(given: RedisOptions): Redis {
    const made = new Redis({ ...given, retryStrategy: (times) => Math.min(times * 50, 1_000) })
    // whether Redis answers is asked every second, and told in words
    made.on('error', (error) => {
      trouble = error
    })
    return made
  }

  // a Redis that is away for less than a look was away too: what was not told to it meanwhile is missing there
  redis.on('close', () => {
    if (fitness === 'ready' && !isClosed) findAway('its connection broke')
  })

  function findAway(why: string): void {
    found('away', `Redis does not answer (${why})`)
  }

  /** What keeps Redis from being worked with is said once. */
  function found(next: 'away' | 'unfit', what: string): void {
    words = what
    // found unfit at the start it is nothing to work with: that is thrown
    const isKnown = fitness === next || (next === 'unfit' && fitness === undefined)
    if (!isKnown) say(`${words}. Polku looks at the database every second instead`)
    fitness = next
  }

  /** Asks Redis whether it is there and fit, also when it was a moment ago. @returns why it is not fit */
  function look(): Promise<UnfitRedis | undefined> {
    looking ??= ask().finally(() => {
      looking = undefined
    })
    return looking
  }

  async function ask(): Promise<UnfitRedis | undefined> {
    try {
      // also while it answers: somebody may set it to evict keys
      await requireRedis(redis)
      jobs ??= await openJobs()
      if (fitness !== 'ready') say('Redis answers: it brings what is due')
      isBack ||= fitness === 'away' || fitness === 'unfit'
      fitness = 'ready'
      words = ''
      return undefined
    } catch (error) {
      if (isClosed) return undefined
      if (error instanceof UnfitRedis) found('unfit', error.message)
      else findAway(messageOf(redis.status === 'ready' ? error : trouble))
      return error instanceof UnfitRedis ? error : undefined
    }
  }

  /** Every process wants to know: those that only write tell Redis what they have left, and say how it is. */
  function keepLooking(): void {
    nextLook = setTimeout(async () => {
      await look()
      if (!isClosed) keepLooking()
    }, lookEveryMs)
  }

  async function openJobs(): Promise<JobQueue<JobData>> {
    const made = new JobQueue<JobData>(queueName, { prefix, connection: redis })
    made.on('error', () => {})
    await made.waitUntilReady()
    return made
  }

  const isReady = () => fitness === 'ready'

  const sweepNow = async (queue: JobQueue<JobData>, doing: Handlers) => {
    await sweep({ queue, redis, positionKey: keys.position, handlers: doing, mostTurns, now })
    await redis.set(keys.swept, String(now()))
  }

  /**
   * Sees to it that somebody sweeps: after Redis was emptied nobody is told to. When it has been away it lacks what was
   * armed meanwhile, also before the position of the horizon: then the sweep begins anew.
   */
  const requireSweeping = async (doing: Handlers) => {
    if (!jobs) return
    const scheduler = await jobs.getJobScheduler(sweepId)
    const sweptAt = Number(await redis.get(keys.swept))
    // a clock that was set back leaves both in the future: nobody would sweep until then
    const isSwept = scheduler && Math.abs(now() - sweptAt) < 3 * sweepMs
    if (isSwept && !isBack) return
    if (isBack) await redis.del(keys.position)
    if (!isSwept) {
      const template = { name: 'sweep', data: { sweep: true as const }, opts: leavesNothing }
      await jobs.upsertJobScheduler(sweepId, { every: sweepMs }, template)
    }
    await sweepNow(jobs, doing)
    isBack = false
  }

  const watch = createWatch({ look: async () => void (await look()), isReady, requireSweeping, onError, observer })

  const tell = async () => {
    telling = undefined
    const told = gathered
    gathered = []
    if (!jobs || !isReady()) return
    try {
      await jobs.addBulk(told)
    } catch {
      // the next look tells that Redis is away; the sweep finds the work
    }
  }

  async function act(job: Job<JobData>, token: string | undefined, doing: Handlers): Promise<void> {
    const { data } = job
    if ('sweep' in data) return jobs && sweepNow(jobs, doing)
    const [first] = 'timers' in data ? data.timers : data.messages
    const early = first ? first.at - now() : 0
    if (early > 0) {
      // this machine's clock is behind the one that sent it
      await job.moveToDelayed(Date.now() + early, token)
      throw new DelayedError()
    }
    if ('timers' in data) await settleAll(data.timers.map((turn) => doing.actTimer(turn)))
    else await settleAll(data.messages.map((turn) => doing.deliverMessage(turn)))
  }

  function begin(doing: Handlers): void {
    const { ratePerSecond } = options
    const own = connect({ ...connection, maxRetriesPerRequest: null })
    const actNow = (job: Job<JobData>, token: string | undefined) => {
      const acting = act(job, token, doing).finally(() => atWork.delete(acting))
      atWork.add(acting)
      return acting
    }
    const made = new Worker<JobData>(queueName, actNow, {
      prefix,
      connection: own,
      concurrency,
      ...(ratePerSecond === undefined ? {} : { limiter: { max: ratePerSecond, duration: 1_000 } }),
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    })
    made.on('failed', (_, error) => onError(error))
    made.on('error', () => {})
    work = { worker: made, redis: own }
    watch.start(doing)
  }

  async function end(): Promise<void> {
    const ended = work
    work = undefined
    // both at once: neither hands out more while the other finishes
    await Promise.all([watch.stop(), ended && leave(ended.worker, !isReady())])
    await Promise.allSettled(atWork)
    ended?.redis.disconnect()
  }

  const queue: BullQueue = {
    start(given) {
      if (handlers === given) return
      handlers = given
      ending = ending.then(end).then(() => {
        if (handlers === given) begin(given)
      })
    },
    wake(turns) {
      if (!turns) return
      const until = now() + toldAheadMs
      const options = { now: now(), mostTurns, isBackground: turns.background }
      const isSoon = ({ at }: { at: number }) => at <= until
      gathered.push(...timerJobs(turns.timers.filter(isSoon), options))
      gathered.push(...messageJobs(turns.messages.filter(isSoon), options))
      if (gathered.length > mostGathered) gathered = []
      if (gathered.length > 0) telling ??= setTimeout(tell, gatherMs)
    },
    async stop() {
      handlers = undefined
      ending = ending.then(end)
      await ending
    },
    jobs: () => jobs,
    async state() {
      const asked = performance.now()
      const counts = isReady() ? await jobs?.getJobCounts().catch(() => undefined) : undefined
      const latencyMs = counts && performance.now() - asked
      const swept = counts && (await redis.get(keys.swept).catch(() => null))
      return { redis: fitness ?? 'away', words, jobs: counts, latencyMs, sweptAt: swept ? Number(swept) : undefined }
    },
    async close() {
      await queue.stop()
      isClosed = true
      clearTimeout(nextLook)
      clearTimeout(telling)
      await tell()
      await jobs?.close().catch(() => {})
      redis.disconnect()
    },
  }

  try {
    await ready(redis)
    const unfit = await look()
    if (unfit) throw unfit
    keepLooking()
    return queue
  } catch (error) {
    await queue.close()
    throw error
  }
}

/** Waits for Redis to be there, though not for long. */
async function ready(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return
  await new Promise<void>((resolve) => {
    const giveUp = setTimeout(resolve, answerMs)
    const goOn = () => {
      clearTimeout(giveUp)
      resolve()
    }
    redis.once('ready', goOn)
    redis.once('error', goOn)
  })
}

/**
 * Lets a worker take leave of Redis, though not for long. From one that is away it does not: it would wait for its
 * connections to come back, and asked to hurry meanwhile it waits on.
 */
async function leave(worker: Worker<JobData>, isAway: boolean): Promise<void> {
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<void>((resolve) => {
    late = setTimeout(resolve, leaveMs)
  })
  await Promise.race([worker.close(isAway).catch(() => {}), tooLate])
  clearTimeout(late)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function connectionOf(url: string): RedisOptions {
  const { protocol, hostname, port, username, password, pathname } = new URL(url)
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? 6379 : Number(port),
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(pathname.length > 1 && { db: Number(pathname.slice(1)) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  }
}
