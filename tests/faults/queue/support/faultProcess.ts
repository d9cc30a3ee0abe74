/**
 * The command `polku`, as it is, in a process to which a test can do two things more than to any other: set its clock,
 * and bring it to its end (or to a standstill) at an exact point of a commit. Its role `carrier` is a worker that
 * carries messages outside: each becomes a line of the file that `CARRIED` names.
 *
 * The clock is that of the whole process, BullMQ's included. What waits by a timeout waits as long as ever: a system's
 * clock that is set moves no timeout either.
 */
import { appendFileSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Delivery } from '../../../../engine/index.ts'

/** Where it can be met: about to take the write lock, to commit, with the commit done; about to carry, having carried. */
export type Place = 'beforeBegin' | 'beforeCommit' | 'afterCommit' | 'beforeCarrying' | 'afterCarrying'

/** What the process is told; it says when it has heard. */
export type Order = { clockOffsetMs: number } | { at: Place; signal: 'SIGKILL' | 'SIGSTOP' }

/** A message as it was carried outside. */
export type Carried = Pick<Delivery, 'id' | 'journey' | 'topic' | 'attempt'> & { pid: number }

let clockOffsetMs = Number(process.env.CLOCK_OFFSET_MS ?? 0)
let armed: Extract<Order, { at: Place }> | undefined

const RealDate = Date
const now = () => RealDate.now() + clockOffsetMs
globalThis.Date = new Proxy(RealDate, {
  construct: (date, given, newTarget) => Reflect.construct(date, given.length === 0 ? [now()] : given, newTarget),
  get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
})

process.on('message', (order: Order) => {
  if ('clockOffsetMs' in order) clockOffsetMs = order.clockOffsetMs
  else armed = order
  process.send?.('heard')
})
// it ends by itself when Polku has, though the test may still have something to say
process.channel?.unref()

/** Meets its end here, when it was told to. */
function reach(place: Place): void {
  if (armed?.at !== place) return
  const { signal } = armed
  armed = undefined
  writeSync(1, `reached ${place}\n`)
  process.kill(process.pid, signal)
}

const prepare = Database.prototype.prepare
const watched = function (this: Database.Database, sql: string) {
  const statement: Pick<Database.Statement<unknown[]>, 'run'> = prepare.call(this, sql)
  if (this.readonly || (sql !== 'BEGIN IMMEDIATE' && sql !== 'COMMIT')) return statement
  const run = statement.run.bind(statement)
  statement.run = (...values: unknown[]) => {
    reach(sql === 'COMMIT' ? 'beforeCommit' : 'beforeBegin')
    const result = run(...values)
    if (sql === 'COMMIT') reach('afterCommit')
    return result
  }
  return statement
}
Database.prototype.prepare = watched as typeof prepare

if (process.argv[2] === 'carrier') await carry()
else await import('../../../../api/polku.ts')

async function carry(): Promise<void> {
  const { openPolku } = await import('../../../../engine/index.ts')
  const { readSettings } = await import('../../../../api/settings.ts')
  const { stopOnSignal } = await import('../../../../api/stopOnSignal.ts')
  const { database, redis } = readSettings(process.env)
  const carried = String(process.env.CARRIED)
  const polku = await openPolku({
    database,
    ...(redis && { queue: redis }),
    say: (words) => process.stderr.write(`${words}\n`),
    deliver: async ({ id, journey, topic, attempt }) => {
      reach('beforeCarrying')
      const line: Carried = { id, journey, topic, attempt, pid: process.pid }
      appendFileSync(carried, `${JSON.stringify(line)}\n`)
      reach('afterCarrying')
    },
  })
  polku.work()
  stopOnSignal(() => polku.close())
  writeSync(1, 'A carrier is at work\n')
}
