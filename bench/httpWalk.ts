import type { Caller } from './measurer.ts'
import { by } from './walk.ts'

/** Journeys that have begun over HTTP, and the next step of each. */
export interface HttpWalk {
  /** sends one journey's next event; each call another journey's, in turn */
  step(index: number): Promise<void>
}

/** Begins so many journeys of the measured pathway over HTTP, of one client. */
export async function beginWalk(address: string, count: number, caller: Caller): Promise<HttpWalk> {
  const api = `${address}/api/v1`
  const client = (await post(`${api}/clients`, {}, caller)) as { id: string }
  const facts = { facts: { daysPerWeek: 5, hoursPerDay: 6 }, source: 'mittaus' }
  await post(`${api}/clients/${client.id}/facts`, facts, caller)
  const journeys: { id: string; isAway: boolean }[] = []
  for (let index = 0; index < count; index++) {
    const begun = { pathway: 'bench', client: client.id, responsible: { user: by.user } }
    const { journey } = (await post(`${api}/journeys`, begun, caller)) as { journey: { id: string } }
    journeys.push({ id: journey.id, isAway: false })
  }
  return {
    async step(index) {
      const journey = journeys[index % journeys.length]
      if (!journey) return
      const event = journey.isAway ? 'palaa' : 'aloita'
      journey.isAway = !journey.isAway
      await post(`${api}/journeys/${journey.id}/events`, { event }, caller, `step-${index}-${process.hrtime.bigint()}`)
    },
  }
}

/** @throws Error with the answer, when it is a refusal */
export async function post(url: string, body: object, caller: Caller, key?: string): Promise<unknown> {
  const headers = { ...caller, 'Content-Type': 'application/json', ...(key && { 'Idempotency-Key': key }) }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${answer}`)
  return JSON.parse(answer)
}
