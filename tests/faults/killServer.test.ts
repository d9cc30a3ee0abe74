import { type ChildProcess, spawn } from 'node:child_process'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { definePathway } from '../../engine/index.ts'
import { type Caller, callerOn } from '../support/callers.ts'
import { temporaryFile } from '../support/temporaryFolder.ts'

/** Kills in all; two servers share them, each on a database of its own. */
const killsPerServer = 5
const callers = 6

const text = (fi: string) => ({ fi })

/** Something by time at once and for ever: a delay that moves the journey, and a follow-up every other second. */
const ticking = definePathway({
  id: 'ticking',
  title: text('Tikittävä'),
  caseRoles: { coach: { label: text('Valmentaja') } },
  taskDefinitions: { look: { label: text('Katso'), role: 'coach' } },
  exits: { stop: { label: text('Keskeytys'), outcome: 'interrupted' } },
  initial: 'waiting',
  states: {
    waiting: { after: { '40': { target: 'running', automatic: true } } },
    running: { followUps: { tick: { every: 'PT2S', task: 'look' } }, on: { again: 'waiting' } },
  },
})

interface Asked {
  key: string
  path: string
  body: object
}

/** A server process on one database, which can be killed and started again. */
class Server {
  private process: ChildProcess | undefined
  private address = ''
  readonly file = temporaryFile()

  private caller: Caller | undefined

  async start(): Promise<void> {
    this.caller ??= await callerOn(this.file, 'kone')
    const child = spawn(process.execPath, ['api/bin.js', 'start'], {
      env: { ...process.env, POLKU_DATABASE: this.file, POLKU_PORT: '0' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    this.process = child
    let said = ''
    for await (const chunk of child.stdout) {
      said += String(chunk)
      const [, address] = /listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? []
      if (!address) continue
      this.address = address
      return
    }
    throw new Error(`the server did not start: ${said}`)
  }

  /** Kills the process by its own id, with no chance to finish anything. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill(signal)
    await ended
  }

  async ask(
    method: string,
    path: string,
    body?: object,
    key?: string,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const headers: Record<string, string> = { ...this.caller, 'Content-Type': 'application/json' }
    if (key !== undefined) headers['Idempotency-Key'] = key
    const answer = await fetch(`${this.address}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
}

/** A repeatable dice. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

/** Sends commands from several callers until the server dies; what was answered and what was left open. */
async function sendUntilKilled(
  server: Server,
  journeys: readonly string[],
  round: number,
  roll: (sides: number) => number,
) {
  const answered: { asked: Asked; entry: number }[] = []
  const open: Asked[] = []
  let isOver = false
  const caller = async (number: number) => {
    for (let n = 0; !isOver; n++) {
      const key = `${round}-${number}-${n}`
      const journey = journeys[roll(journeys.length)] ?? ''
      const asked: Asked =
        roll(4) === 0
          ? { key, path: `/journeys/${journey}/hand-over`, body: { to: { user: key } } }
          : { key, path: '/tasks', body: { journey, title: key, role: 'coach' } }
      open.push(asked)
      try {
        const { status, body } = await server.ask('POST', asked.path, asked.body, key)
        expect([200, 201]).toContain(status)
        answered.push({ asked, entry: Number(body.entry) })
        open.splice(open.indexOf(asked), 1)
      } catch (error) {
        if (error instanceof TypeError || error instanceof SyntaxError) return
        throw error
      }
    }
  }
  const callersDone = Promise.all(Array.from({ length: callers }, (_, number) => caller(number)))
  await new Promise((resolve) => setTimeout(resolve, roll(120)))
  await server.kill()
  isOver = true
  await callersDone
  return { answered, open }
}

async function killRepeatedly(seed: number): Promise<void> {
  const server = new Server()
  onTestFinished(() => server.kill())
  const roll = dice(seed)
  const journeys: string[] = []
  const commands = new Map<string, { asked: Asked; entry: number }>()

  await server.start()
  const published = await server.ask('POST', '/pathways', { document: ticking })
  expect(published.status).toBe(201)
  for (let n = 0; n < 4; n++) {
    const client = await server.ask('POST', '/clients', {})
    const start = { pathway: 'ticking', client: client.body.id, responsible: { user: 'kone' } }
    const { body } = await server.ask('POST', '/journeys', start, `start-${n}`)
    journeys.push((body.journey as { id: string }).id)
  }

  for (let round = 0; round < killsPerServer; round++) {
    const { answered, open } = await sendUntilKilled(server, journeys, round, roll)
    for (const one of answered) commands.set(one.asked.key, one)
    await server.start()
    // whoever got no answer asks again with the same key: there is one effect, whether the first try had it or not
    for (const asked of open) {
      const { status, body } = await server.ask('POST', asked.path, asked.body, asked.key)
      expect([200, 201]).toContain(status)
      commands.set(asked.key, { asked, entry: Number(body.entry) })
    }
    const [some] = answered.slice(-1)
    if (some) {
      const again = await server.ask('POST', some.asked.path, some.asked.body, some.asked.key)
      expect(again.body.entry).toBe(some.entry)
    }
    for (const journey of journeys)
      expect((await server.ask('GET', `/journeys/${journey}/replay`)).body.matches).toBe(true)
  }
  await server.kill('SIGTERM')
  checkDatabase(server.file, commands.size)
}

/** Everything that was answered stands in the journal once, no timer acted twice, and the file is whole. */
function checkDatabase(file: string, commands: number): void {
  const db = new Database(file, { readonly: true })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  const count = (sql: string) => Number(db.prepare(sql).pluck().get())
  expect(count(`SELECT count(*) FROM journal WHERE type IN ('openTask', 'handOver')`)).toBe(commands)
  expect(count(`SELECT count(*) FROM tasks WHERE kind = 'adHoc'`)).toBe(
    count(`SELECT count(*) FROM journal WHERE type = 'openTask'`),
  )
  expect(
    count(`SELECT count(*) FROM journeys j WHERE revision <> (SELECT max(seq) FROM journal WHERE journey = j.id)`),
  ).toBe(0)
  const timers = db
    .prepare(`SELECT journey, json_extract(entry, '$.timer.id') AS id, json_extract(entry, '$.timer.arming') AS arming,
                json_extract(entry, '$.timer.dueAt') AS dueAt, recorded_at AS actedAt FROM journal WHERE type = 'timer'`)
    .all() as { journey: string; id: number; arming: number; dueAt: number; actedAt: number }[]
  expect(timers.length).toBeGreaterThan(0)
  expect(new Set(timers.map(({ journey, id, arming }) => `${journey} ${id} ${arming}`)).size).toBe(timers.length)
  expect(timers.filter(({ dueAt, actedAt }) => actedAt < dueAt)).toEqual([])
  db.close()
}

describe(`a server killed ${2 * killsPerServer} times at random points`, { timeout: 600_000 }, () => {
  it('keeps what it answered, does nothing twice, and goes on', async () => {
    await Promise.all([killRepeatedly(20_260_302), killRepeatedly(7)])
  })
})
