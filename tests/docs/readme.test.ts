import { execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'

const root = new URL('../..', import.meta.url)

/** The lines of the README that a reader pastes, with the port that this test's server has. */
function walk(port: string): string {
  const [, block] = /```sh walk\n([\s\S]*?)```/.exec(readFileSync(new URL('README.md', root), 'utf8')) ?? []
  if (!block) throw new Error('the README has no walk to paste')
  return block.replaceAll(':3000', `:${port}`)
}

/** The demo, served on a port that is free. */
async function servedDemo(): Promise<string> {
  const demo = spawn(process.execPath, ['--import', 'tsx', 'workflows/scenarios/demo.ts', '--serve'], {
    cwd: root,
    env: { ...process.env, POLKU_PORT: '0' },
  })
  const ended = new Promise<void>((resolve) => demo.once('exit', () => resolve()))
  onTestFinished(async () => {
    demo.kill('SIGTERM')
    await ended
  })
  let said = ''
  for await (const chunk of demo.stdout) {
    said += String(chunk)
    const [, port] = /http:\/\/127\.0\.0\.1:(\d+)\/docs/.exec(said) ?? []
    if (port) return port
  }
  throw new Error(`the demo ended early: ${said.slice(-500)}`)
}

it('takes a reader of the README through Suunto, as it stands', async () => {
  const port = await servedDemo()
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', walk(port)])
  expect(stdout).toContain(`[ 'kuntoutus' ]`)
  expect(stdout).toContain('"aloitaKoulutus" is not possible: "sitoutuminen" not met.')
  expect(stdout).toContain('daysPerWeek >= 5 and hoursPerDay >= 6')
  expect(stdout).toContain('Koulutus\n')
  expect(stdout).toMatch(/salkku \d{4}-\d{2}-\d{2}/)
  expect(stdout).toContain('Asiakassalkun arviointi, due')
  expect(stdout).toContain('timer salkku')
})
