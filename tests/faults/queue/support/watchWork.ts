import Database from 'better-sqlite3'

/** Later than this, work has been held up. Milliseconds. */
const lateMs = 1_000
const lookEveryMs = 20
/** How long work may take that is due. Milliseconds. */
const patienceMs = 90_000

/** How late work was, since somebody has looked. Milliseconds. */
export interface Lateness {
  /** from the first look until nothing was late by more than a second any more */
  recoveredMs: number
  /** how long the most overdue of it had waited */
  mostOverdueMs: number
}

/** What there is to do, as it stands in the database: seen from outside the processes that do it. */
export interface WorkWatch {
  /** how long the most overdue of it has waited, milliseconds */
  overdueMs(): number
  /** how many messages wait */
  undelivered(): number
  /** how often a timer has been kept as failed, the most of all that were seen */
  mostFailures(): number
  /** Resolves when nothing is armed any more but reviews in months, and every message has been delivered. */
  untilDone(): Promise<void>
  /** Begins to look how late work is; what it returns tells what was seen so far. */
  measure(): () => Lateness
  /** Looks no more and lets go of the database, until asked again. */
  close(): void
}

/** @param now what time it is for the processes, epoch milliseconds */
export function watchWork(file: string, now: () => number): WorkWatch {
  let opened: ReturnType<typeof openQuestions> | undefined
  let looking: NodeJS.Timeout | undefined
  let mostFailures = 0
  const questions = () => {
    opened ??= openQuestions(file)
    return opened
  }
  const overdueMs = () => {
    const { dueAt, writtenAt } = questions()
    const oldest = Math.min(dueAt.get() ?? Number.POSITIVE_INFINITY, writtenAt.get() ?? Number.POSITIVE_INFINITY)
    return Math.max(0, now() - oldest)
  }
  return {
    overdueMs,
    undelivered: () => questions().undelivered.get() ?? 0,
    mostFailures: () => mostFailures,
    untilDone: async () => {
      const endsAt = performance.now() + patienceMs
      const { left, examples } = questions()
      while ((left.get() ?? 0) > 0) {
        if (performance.now() > endsAt) throw new Error(`work is left: ${JSON.stringify(examples.all())}`)
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
      }
    },
    measure: () => {
      const beganAt = performance.now()
      const lateness: Lateness = { recoveredMs: 0, mostOverdueMs: 0 }
      clearInterval(looking)
      looking = setInterval(() => {
        mostFailures = Math.max(mostFailures, questions().failures.get() ?? 0)
        const overdue = overdueMs()
        lateness.mostOverdueMs = Math.max(lateness.mostOverdueMs, overdue)
        if (overdue > lateMs) lateness.recoveredMs = performance.now() - beganAt
      }, lookEveryMs)
      return () => ({ ...lateness })
    },
    close: () => {
      clearInterval(looking)
      opened?.db.close()
      opened = undefined
    },
  }
}

function openQuestions(file: string) {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  const number = (sql: string) => db.prepare<[], number | null>(sql).pluck()
  return {
    db,
    dueAt: number('SELECT min(due_at) FROM timers WHERE dead = 0'),
    writtenAt: number('SELECT min(created_at) FROM outbox WHERE delivered_at IS NULL AND dead = 0'),
    undelivered: number('SELECT count(*) FROM outbox WHERE delivered_at IS NULL'),
    failures: number('SELECT max(attempts) FROM timers'),
    left: number(
      `SELECT (SELECT count(*) FROM timers WHERE kind <> 'review') +
              (SELECT count(*) FROM outbox WHERE delivered_at IS NULL)`,
    ),
    examples: db.prepare(
      `SELECT journey, id, name, due_at AS at, attempts, not_before FROM timers WHERE kind <> 'review'
       UNION ALL
       SELECT journey, id, topic, created_at, attempts, not_before FROM outbox WHERE delivered_at IS NULL LIMIT 5`,
    ),
  }
}
