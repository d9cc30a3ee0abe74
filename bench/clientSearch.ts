import { join } from 'node:path'
import { openPolku, type Polku } from '../engine/index.ts'
import { quantile, type Row } from './measure.ts'
import { personAt } from './people.ts'
import { scaled } from './scale.ts'
import { inScratch } from './scratch.ts'

const by = { user: 'bench' }

/** To search a register of 20 000 clients by name with a slip in it, and by telephone number. */
export async function clientSearch(): Promise<Row[]> {
  const clients = scaled(20_000, 500)
  return inScratch(async (folder) => {
    const polku = await openPolku({ database: join(folder, 'polku.db') })
    try {
      const createMs = await fill(polku, clients)
      const byName = await timesOf(300, (turn) => {
        const { givenName, familyName } = personAt((turn * 71) % clients)
        return polku.clients.search({ name: `${familyName.replace(/.$/, 'x')} ${givenName}` })
      })
      const byPhone = await timesOf(300, (turn) =>
        polku.clients.search({ phone: personAt((turn * 71) % clients).phone }),
      )
      const duplicates = await timesOf(300, (turn) => {
        const { phone: _phone, ...person } = personAt((turn * 71) % clients)
        return polku.clients.duplicates(person)
      })
      return [
        {
          name: 'clientSearch',
          what: `search ${clients} clients by a name with a slip in it, 95 of 100 within`,
          unit: 'ms',
          ours: byName.p95,
          baseline: null,
          baselineIs: null,
          ratio: null,
          limit: { of: 'figure', is: 'atMost', value: 100 },
          beside: {
            medianMs: byName.median,
            longestMs: byName.longest,
            byPhoneP95Ms: byPhone.p95,
            duplicatesP95Ms: duplicates.p95,
            createMs,
          },
        },
      ]
    } finally {
      await polku.close()
    }
  })
}

/** @returns milliseconds that a client took, of those created together */
async function fill(polku: Polku, clients: number): Promise<number> {
  const from = performance.now()
  for (let index = 0; index < clients; index += 500) {
    const together = Array.from({ length: Math.min(500, clients - index) }, (_, more) => personAt(index + more))
    await Promise.all(together.map((person) => polku.clients.create({ by, ...person })))
  }
  return (performance.now() - from) / clients
}

async function timesOf(turns: number, search: (turn: number) => Promise<readonly unknown[]>) {
  const times: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    const from = performance.now()
    const found = await search(turn)
    times.push(performance.now() - from)
    if (found.length === 0) throw new Error('the register has everybody who is looked for')
  }
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95), longest: Math.max(...times) }
}
