// @module-tag queue/bullmq
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { expect, inject, it, onTestFinished } from 'vitest'
import { type Caller, callerOn } from '../support/callers.ts'
import { root } from '../support/root.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { codeBlocks, textOf } from './support/markdown.ts'

/** The steps of the guide, in their order: what is pasted, and whether it stays in its terminal. */
const steps = codeBlocks(textOf('docs/operations.md').replace(/^ {3}/gm, ''))
  .filter(({ info }) => info.startsWith('sh step'))
  .map(({ info, code }) => ({ code, stays: info.includes('background') }))

/** What is read of answers here. */
interface Answer {
  id: string
  journey: { id: string }
  items: { type: string }[]
}

/** A promise that comes due soon after it was made. */
const promise = {
  id: 'lupaus',
  title: { fi: 'Lupaus' },
  caseRoles: { adviser: { label: { fi: 'Ohjaaja' } } },
  exits: { stop: { label: { fi: 'Keskeytys' }, outcome: 'interrupted' } },
  initial: 'odottaa',
  states: { odottaa: { followUps: { muistutus: { after: { milliseconds: 3_000 }, actions: 'muistuta' } } } },
}

it('takes an administrator from one process to several, with nothing lost, and back', async () => {
  const here = cloneOf()
  const port = 20_000 + Math.floor(Math.random() * 10_000)
  const terminal = openTerminal(here, port)
  const api = `http://127.0.0.1:${port}/api/v1`
  let mari: Promise<Caller> | undefined
  // the database is there once the guide's first step has begun
  const asMari = async () => {
    mari ??= callerOn(join(here, 'data', 'polku.db'), 'mari', { caseRoles: ['adviser'] })
    return { ...(await mari), 'Content-Type': 'application/json' }
  }
  const ask = async (path: string, body?: object): Promise<Answer> => {
    const sent = body && { method: 'POST', body: JSON.stringify(body) }
    const answer = await fetch(`${api}${path}`, { headers: await asMari(), ...sent })
    expect(answer.ok, `${path}: ${answer.status}`).toBe(true)
    return (await answer.json()) as Answer
  }
  const begin = async () => {
    const { id } = await ask('/clients', { name: 'Aino Asiakas' })
    const { journey } = await ask('/journeys', { pathway: 'lupaus', client: id, responsible: { user: 'mari' } })
    return journey.id
  }
  const actedTimes = async (journey: string) => {
    const { items } = await ask(`/journeys/${journey}/history`)
    return items.filter(({ type }) => type === 'timer').length
  }
  const untilActed = async (journey: string) => {
    while ((await actedTimes(journey)) === 0) await wait(100)
  }

  const alone = terminal.stay('npm start')
  await alone.says('Polku listens')
  await ask('/pathways', { document: promise })
  const journeys = [await begin()]
  const [backup, ...others] = steps
  await terminal.run(backup?.code ?? '')
  await alone.stop()
  // its promise comes due while nothing runs
  await wait(3_000)

  const running = []
  for (const { code, stays } of others) {
    if (stays) {
      const process = terminal.stay(code)
      await process.says(/Polku listens|is at work/)
      running.push(process)
      continue
    }
    const ready = JSON.parse(await terminal.run(code))
    expect([ready.status, ready.queue.redis]).toEqual(['ready', 'ready'])
  }
  expect(running).toHaveLength(3)
  await untilActed(journeys[0] ?? '')
  journeys.push(await begin())
  await untilActed(journeys[1] ?? '')
  await Promise.all(running.map((process) => process.stop()))

  const again = terminal.stay('npm start')
  await again.says('Polku listens')
  journeys.push(await begin())
  await untilActed(journeys[2] ?? '')
  for (const journey of journeys) expect(await actedTimes(journey)).toBe(1)
  await again.stop()
})

/** A folder where the commands of the guide mean what they do in a clone, with data of its own. */
function cloneOf(): string {
  const folder = temporaryFolder()
  for (const part of [
    'package.json',
    'package-lock.json',
    'node_modules',
    'api',
    'designer',
    'engine',
    'workflows',
    'tsconfig.json',
    '.npmrc',
  ]) {
    symlinkSync(join(root, part), join(folder, part))
  }
  mkdirSync(join(folder, 'backup'))
  return folder
}

interface Staying {
  says(words: string | RegExp): Promise<void>
  /** as Ctrl+C does: the whole group of the terminal */
  stop(): Promise<void>
}

function openTerminal(cwd: string, port: number): { run(code: string): Promise<string>; stay(code: string): Staying } {
  const own = (code: string) =>
    code.replaceAll('redis://127.0.0.1:6379', inject('redisUrl')).replaceAll(':3000', `:${port}`)
  const env = {
    ...process.env,
    POLKU_PORT: String(port),
    POLKU_QUEUE_PREFIX: `${inject('redisPrefix')}-operations`,
    REDIS_URL: '',
  }
  return {
    run: async (code) =>
      (await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', own(code)], { cwd, env })).stdout,
    stay: (code) => {
      const child = spawn('bash', ['-euc', own(code)], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (data) => {
          said += String(data)
        })
      }
      onTestFinished(() => endGroup(child, 'SIGKILL'))
      return {
        says: async (words) => {
          while (!(typeof words === 'string' ? said.includes(words) : words.test(said))) {
            if (child.exitCode !== null) throw new Error(`"${code}" ended: ${said}`)
            await wait(50)
          }
        },
        stop: () => endGroup(child, 'SIGINT'),
      }
    },
  }
}

async function endGroup(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  process.kill(-child.pid, signal)
  await ended
}
