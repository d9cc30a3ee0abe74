import { setTimeout as pause } from 'node:timers/promises'
import type { Caller } from '../../../support/callers.ts'
import { promising } from './pathways.ts'

/** Each caller gives the next command a moment after the last was answered. Milliseconds. */
const pauseMs = 40
/** `npm run soak` lets so many times as many commands be given before and after each fault. */
const LONGER = process.env.POLKU_SOAK === '1' ? 4 : 1
/** How long an answer may take, and how soon an unanswered command is given again. Milliseconds. */
const answerMs = 20_000
const againMs = 100

/** A command as it is sent. */
interface Asked {
  key: string
  path: string
  body: object
}

/** One that was accepted. */
export interface Accepted extends Asked {
  answer: { entry?: number; facts?: Record<string, string>; journey?: { id: string } }
  /** how often it was sent before there was an answer */
  tries: number
}

/** People at work: they give commands over HTTP, each under a key, until told to stop. Who gets no answer asks again. */
export interface Load {
  /** what was accepted, by key */
  accepted: Map<string, Accepted>
  /** how often there was no answer, or one from 500 on */
  unanswered(): number
  /** answers from 500 on, by the code they had */
  failures: Map<string, number>
  /** Resolves when so many more have been accepted. */
  more(commands: number): Promise<void>
  /** Resolves when every command that was given has its answer. */
  stop(): Promise<void>
  /** Gives a command, until it is answered. @throws Error when it is refused */
  give(asked: Asked): Promise<Accepted>
}

export interface LoadOptions {
  /** who calls */
  caller: Caller
  /** so many people at once, each with a client of their own */
  callers?: number
  /** so many journeys they begin at most */
  journeys?: number
}

/**
 * Begins at once.
 * @param address where the API is at present
 */
export function startLoad(address: () => string, options: LoadOptions): Load {
  const { callers = 4, journeys: mostJourneys = 80 } = options
  const accepted: Load['accepted'] = new Map()
  const failures: Load['failures'] = new Map()
  const waiting: { count: number; resolve(): void }[] = []
  let isOver = false
  let unanswered = 0
  let journeysBegun = 0

  async function tryOnce({ key, path, body }: Asked): Promise<Accepted['answer'] | undefined> {
    try {
      const response = await fetch(`${address()}/api/v1${path}`, {
        method: 'POST',
        headers: { ...options.caller, 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(answerMs),
      })
      const answer = (await response.json()) as Accepted['answer'] & { code?: string }
      if (response.ok) return answer
      const { code = String(response.status) } = answer
      if (response.status < 500) throw new Refused(`${path} was refused: ${JSON.stringify(answer)}`)
      failures.set(code, (failures.get(code) ?? 0) + 1)
    } catch (error) {
      if (error instanceof Refused) throw error
      // no connection, a broken one, half an answer: nobody knows whether it was done
    }
    unanswered += 1
    return undefined
  }

  async function give(asked: Asked): Promise<Accepted> {
    for (let tries = 1; ; tries += 1) {
      const answer = await tryOnce(asked)
      if (answer) {
        const one = { ...asked, answer, tries }
        accepted.set(asked.key, one)
        for (const listener of waiting) if (accepted.size >= listener.count) listener.resolve()
        return one
      }
      await pause(againMs)
    }
  }

  async function call(caller: number): Promise<void> {
    const created = await give({ key: `client-${caller}`, path: '/clients', body: { name: `Asiakas ${caller}` } })
    const client = (created.answer as unknown as { id: string }).id
    const own: string[] = []
    for (let count = 0; !isOver; count += 1) {
      const key = `${caller}-${count}`
      const journey = own[(count * 7) % Math.max(1, own.length)]
      if (journey === undefined || (count % 4 === 0 && journeysBegun < mostJourneys)) {
        journeysBegun += 1
        const body = { pathway: promising.id, client, responsible: { user: 'kone' } }
        const { answer } = await give({ key, path: '/journeys', body })
        own.push(answer.journey?.id ?? '')
      } else await give({ key, ...commandOn(journey, client, count) })
      await pause(pauseMs)
    }
  }

  const all = Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)))
  all.catch(() => {})
  return {
    accepted,
    failures,
    unanswered: () => unanswered,
    give,
    more: (commands) => {
      const count = accepted.size + LONGER * commands
      return Promise.race([new Promise<void>((resolve) => waiting.push({ count, resolve })), all.then(() => {})])
    },
    stop: async () => {
      isOver = true
      await all
    },
  }
}

class Refused extends Error {}

function commandOn(journey: string, client: string, count: number): Omit<Asked, 'key'> {
  switch (count % 10) {
    case 3:
      return { path: `/journeys/${journey}/hand-over`, body: { to: { user: `user-${count}` } } }
    case 6:
      return { path: '/tasks', body: { journey, title: `Tehtävä ${count}`, role: 'coach' } }
    case 9:
      return { path: `/clients/${client}/facts`, body: { facts: { hours: count % 24 }, source: 'kone' } }
    default:
      return { path: `/journeys/${journey}/events`, body: { event: 'note', data: { count } } }
  }
}
