import { mkdirSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { runRedis } from '../../../../tests/support/redisProcess.ts'
import { type Caller, measurerOn } from '../../../measurer.ts'
import { type ServerProcess, startProcess } from '../../../serverProcess.ts'
import { by } from '../../../walk.ts'
import type { Contender } from '../../contender.ts'
import { journeysAtOnce, resultsOf } from '../../journeysAtOnce.ts'
import { comparedPathway } from './comparedPathways.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
const processes: ServerProcess[] = []
let stopRedis = async () => {}
let api = ''
let caller: Caller | undefined

/** Polku as it is installed: an API process and a worker process on one SQLite file, with BullMQ on Redis between them. */
export const contender: Contender = {
  name: 'Polku over HTTP, BullMQ',
  open: async (folder) => {
    const redis = await runRedis()
    stopRedis = redis.stop
    mkdirSync(folder, { recursive: true })
    const database = join(folder, 'polku.db')
    caller = await measurerOn(database)
    const served = await startProcess('api', database, redis.url)
    processes.push(served)
    processes.push(await startProcess('worker', database, redis.url))
    api = `${served.address}/api/v1`
    await post('/pathways', { document: comparedPathway })
    return 'SQLite, WAL, synchronous=FULL; Redis keeps nothing on disk'
  },
  runJourneys: async (count, atOnce) => {
    const used = () => processes.reduce((sum, one) => sum + one.processorSeconds(), 0)
    const usedBefore = used()
    const journeys = await journeysAtOnce(count, atOnce, async ({ number }) => takeJourney(number))
    const own = journeys.processorSeconds
    return { ...journeys, ...(own !== undefined && { processorSeconds: own + used() - usedBefore }) }
  },
  close: async () => {
    agent.destroy()
    await Promise.all(processes.map((one) => one.stop()))
    await stopRedis()
  },
}

async function takeJourney(number: number): Promise<void> {
  const client = (await post('/clients', {})) as { id: string }
  const begun = { pathway: comparedPathway.id, client: client.id, responsible: { user: by.user } }
  const { journey } = (await post('/journeys', begun, `start-${number}`)) as { journey: { id: string } }
  const sent = { event: 'signaali', data: { arvo: resultsOf(number).signal } }
  const answer = (await post(`/journeys/${journey.id}/events`, sent, `signaali-${number}`)) as {
    journey: { end?: { code: string } }
  }
  if (answer.journey.end?.code !== 'valmis') throw new Error(`ended as ${answer.journey.end?.code}`)
}

/** By Node's own client on connections that stay: `fetch` costs as much as the answer. @throws Error for a refusal */
function post(path: string, body: object, key?: string): Promise<unknown> {
  const text = JSON.stringify(body)
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    ...caller,
    ...(key && { 'Idempotency-Key': key }),
  }
  return new Promise((resolve, reject) => {
    const asked = request(`${api}${path}`, { method: 'POST', agent, headers }, (answer) => {
      let said = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        said += chunk
      })
      answer.on('end', () => {
        if (answer.statusCode && answer.statusCode < 300) resolve(JSON.parse(said))
        else reject(new Error(`${path} answered ${answer.statusCode}: ${said}`))
      })
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(text)
  })
}
