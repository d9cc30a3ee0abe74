import { join } from 'node:path'
import { openPolku, type Polku } from '../engine/index.ts'
import { journeyAt } from './copyRows.ts'
import { masterKey } from './masterKey.ts'
import { inTurn, type Row, rate } from './measure.ts'
import { scaled } from './scale.ts'
import { inScratch } from './scratch.ts'
import { storeJourneys } from './storedJourneys.ts'
import { createWalk, type Walk } from './walk.ts'

const begun = Date.parse('2026-03-02T08:00:00Z')
/** While steps are measured it is the day after, and nothing is due. */
const measuredAt = Date.parse('2026-03-03T08:00:00Z')
/** What every stored journey has behind it. */
const events = ['aloita', 'palaa']

/** Row 5: the rate of steps with very many journeys stored, against few, on the same machine in the same minutes. */
export function manyJourneys(): Promise<Row[]> {
  return inScratch(async (folder) => {
    const count = scaled(1_000_000, 10_000)
    const many = await store(join(folder, 'many.db'), count)
    const few = await store(join(folder, 'few.db'), Math.min(10_000, count / 4))
    try {
      return [
        await compare(many, few, 'sequential', { callers: 1, steps: scaled(1000, 200), value: 0.9 }),
        await compare(many, few, 'batched (32 callers)', { callers: 32, steps: scaled(8000, 2000), value: 0.75 }),
      ]
    } finally {
      await many.polku.close()
      await few.polku.close()
    }
  })
}

interface Stored {
  polku: Polku
  walk: Walk
  count: number
  bytes: number
  seconds: number
}

/** Stores so many journeys, opens the database, and warms it up by steps on some of them. */
async function store(file: string, count: number): Promise<Stored> {
  const from = performance.now()
  const bytes = await storeJourneys(file, { count, at: begun, events })
  const seconds = (performance.now() - from) / 1000
  let now = measuredAt
  const polku = await openPolku({ database: file, masterKey, clock: { now: () => new Date(now++) } })
  const walk = createWalk({ count, journeyAt })
  await walk(32, 2000)(polku)
  return { polku, walk, count, bytes, seconds }
}

async function compare(
  many: Stored,
  few: Stored,
  how: string,
  { callers, steps, value }: { callers: number; steps: number; value: number },
): Promise<Row> {
  const rateOf =
    ({ polku, walk }: Stored) =>
    () => {
      const take = walk(callers, steps)
      return rate(steps, () => take(polku))
    }
  return {
    name: 'manyJourneys',
    what: `durable steps with ${many.count.toLocaleString('en')} journeys stored, ${how}`,
    unit: 'steps/s',
    ...(await inTurn(5, rateOf(many), rateOf(few))),
    baselineIs: `the same with ${few.count.toLocaleString('en')}`,
    limit: { of: 'ratio', is: 'atLeast', value },
    beside: {
      fileMiB: many.bytes / 2 ** 20,
      fewFileMiB: few.bytes / 2 ** 20,
      bytesPerJourney: many.bytes / many.count,
      secondsToStore: many.seconds,
    },
  }
}
