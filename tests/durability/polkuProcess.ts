/**
 * Polku in a process of its own, whose files are watched: started by `polkuOnDisk.ts`, told by messages what to do,
 * killed when the power goes.
 */
import { setImmediate } from 'node:timers/promises'
import { PolkuProblem } from '../../engine/index.ts'
import { restoreDatabase } from '../../engine/store/sqlite/restore.ts'
import { testClock } from '../support/testClock.ts'
import { type Answer, type Command, perform, publish } from './commands.ts'
import { type OpeningName, openings } from './openings.ts'
import type { Worked } from './openParts.ts'
import { createRandom } from './random.ts'
import { randomCommands } from './randomCommands.ts'
import { say } from './spoken.ts'

/** What the process is told. */
export type Order =
  | { order: 'commands'; commands: readonly Command[] }
  /** so many random commands, from so many callers at a time */
  | { order: 'random'; seed: number; callers: number; commands: number; name: string }
  | { order: 'publish' }
  | { order: 'backup'; file: string }
  /** replaces a database that this Polku has not opened */
  | { order: 'restore'; from: string; to: string }

/** What became of a command. */
export type Fate = { answered: Answer } | { refused: string } | { failed: string }

for (const name of ['LD_PRELOAD', 'POLKU_DISK_FOLDER', 'POLKU_DISK_LOG', 'POLKU_DISK_FAULTS']) delete process.env[name]
const [database = '', opening = 'polku', startAt = '0'] = process.argv.slice(2)
const clock = testClock(Number(startAt))
const polku = await openings[opening as OpeningName]({
  database,
  clock,
  onError: (error) => say({ says: 'workFailed', error: String(error) }),
})

process.on('message', async (order: Order) => {
  switch (order.order) {
    case 'publish':
      await publish(polku)
      return process.send?.('published')
    case 'commands':
      return process.send?.(await Promise.all(order.commands.map((command) => run(polku, command))))
    case 'random':
      await publish(polku)
      await runRandom(polku, order)
      return process.send?.('done')
    case 'backup':
      await polku.backup(order.file)
      return process.send?.('done')
    case 'restore':
      return process.send?.(await restore(order))
  }
})
process.send?.('ready')

/** @returns why it failed; '' when it did not */
async function restore({ from, to }: Extract<Order, { order: 'restore' }>): Promise<string> {
  try {
    await restoreDatabase({ from, to, force: true })
    return ''
  } catch (error) {
    return String(error)
  }
}

async function runRandom(on: Worked, order: Extract<Order, { order: 'random' }>) {
  const random = createRandom(order.seed)
  const known = {
    clients: (await on.clients.list({ limit: 1_000 })).map((one) => one.id),
    journeys: await on.journeys.list({ limit: 10_000 }),
  }
  const choice = randomCommands(random, known)
  let asked = 0
  const call = async () => {
    while (asked < order.commands) {
      asked += 1
      clock.advance(random.below(8 * 3_600_000))
      await run(on, choice.next(`${order.name}-${asked}`), choice.learn)
    }
  }
  const work = async () => {
    while (asked < order.commands) {
      try {
        await on.runDue()
      } catch (error) {
        say({ says: 'workFailed', error: String(error) })
      }
      await setImmediate()
    }
  }
  await Promise.all([work(), ...Array.from({ length: order.callers }, call)])
}

async function run(on: Worked, command: Command, learn?: (answer: Answer) => void): Promise<Fate> {
  const { key } = command
  say({ says: 'asked', command, at: clock.ms })
  try {
    const answer = await perform(on, command)
    say({ says: 'answered', key, answer })
    learn?.(answer)
    return { answered: answer }
  } catch (error) {
    const fate = fateOf(error)
    if ('refused' in fate) say({ says: 'refused', key, code: fate.refused })
    else say({ says: 'failed', key, code: fate.failed })
    return fate
  }
}

function fateOf(error: unknown): { refused: string } | { failed: string } {
  if (error instanceof PolkuProblem) return { refused: error.code }
  if (error instanceof Error && 'code' in error) return { failed: String(error.code) }
  throw error
}
