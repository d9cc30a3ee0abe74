import { type ChildProcess, spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { scenarios } from '../../workflows/scenarios/scenarios.ts'
import { root } from '../support/root.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const folder = temporaryFolder(afterAll)

interface Run {
  process: ChildProcess
  /** what it has printed so far */
  printed(): string
  ended: Promise<number | null>
}

/** Runs the demo; its temporary files go to the test's own folder. */
function demo(args: readonly string[] = []): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'workflows/scenarios/demo.ts', ...args], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder, POLKU_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  const ended = new Promise<number | null>((done) => child.on('exit', done))
  return { process: child, printed: () => printed, ended }
}

describe('npm run demo', () => {
  it('tells each client’s years in Finnish, keeps every promise and leaves nothing behind', async () => {
    const run = demo()
    expect(await run.ended, run.printed()).toBe(0)
    const text = run.printed()
    for (const { client, story } of scenarios) expect(text).toContain(`${client.name.toUpperCase()}\n${story}\n`)
    expect(text).toMatch(/ma 4\.5\.2026 +◷ Tuli aika: Asiakassalkun arviointi\n/)
    expect(text).toContain('Avautuu: Kuntoutuksesta koulutukseen pääsee, kun asiakas pystyy 5 päivään viikossa')
    expect(text).toMatch(/su 8\.2\.2026 +◷ Mahis › Tuli aika: Mahis-jakso päättyy\n/)
    expect(text).toMatch(/12 polkua ja 17 osapolkua\n/)
    expect(text).toContain('Perustelu: Oppilaitos järjestää kevennetyn viikon')
    expect(text.match(/^pitää /gm)).toHaveLength(5)
    expect(text).not.toContain('RIKKI')
    expect((await readdir(folder)).filter((name) => name.startsWith('polku-demo'))).toEqual([])
  })

  it('keeps a database that was asked for, and does not play into one that exists', async () => {
    const database = join(folder, 'kept.db')
    expect(await demo(['--database', database]).ended).toBe(0)
    expect(await readdir(folder)).toContain('kept.db')
    const again = demo(['--database', database])
    expect(await again.ended).toBe(1)
    expect(again.printed()).toContain('on jo olemassa')
  })

  it('serves what was played, with a clock that a call moves', async () => {
    const run = demo(['--serve'])
    const address = await until(() => /auki osoitteessa (http:\S+)/.exec(run.printed())?.[1], run)
    const clock = `${address}/api/v1/demo/clock`
    expect(await (await fetch(clock)).json()).toEqual({ now: '2027-05-31T20:00:00.000Z' })
    const moved = await fetch(clock, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ to: '2027-06-07T09:00:00+03:00' }),
    })
    expect(await moved.json()).toEqual({ now: '2027-06-07T06:00:00.000Z' })
    // network meetings of 2 and 7 June have come due meanwhile
    const given = await fetch(`${address}/api/v1/demo/token?user=saara.salmela`)
    const { token } = (await given.json()) as { token: string }
    const headers = { Authorization: `Bearer ${token}` }
    const tasks = await fetch(`${address}/api/v1/tasks?status=open`, { headers })
    expect(JSON.stringify(await tasks.json()).match(/"networkMeeting"/g)).toHaveLength(2)
    run.process.kill('SIGTERM')
    expect(await run.ended, run.printed()).toBe(0)
  })
})

async function until(look: () => string | undefined, run: Run): Promise<string> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    const found = look()
    if (found !== undefined) return found
    if (run.process.exitCode !== null) break
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(run.printed())
}
