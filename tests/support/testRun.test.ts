import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { askRedis } from './askRedis.ts'
import { root } from './root.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const vitest = join(root, 'node_modules/vitest/vitest.mjs')

interface Printed {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs files of tests as `npm test` does, in an environment that holds nothing of this run. */
function runTests(files: string[], path = process.env.PATH): Promise<Printed> {
  return new Promise((resolve) => {
    const env = { PATH: path, NO_COLOR: '1' }
    const child = execFile(process.execPath, [vitest, 'run', ...files], { cwd: root, env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    )
  })
}

it('ends with what it ran on, and leaves no Redis behind', async () => {
  const { code, stdout } = await runTests(['tests/engine/queue/embeddedQueue.test.ts'])
  expect(code).toBe(0)
  const last = stdout.trim().split('\n').at(-1)?.trim() ?? ''
  expect(last).toMatch(
    /^queues: embedded · stores without a test: SQLite 3\.\d+\.\d+ \(better-sqlite3\) · queues without a test: BullMQ \d+\.\d+\.\d+ on Redis \d+\.\d+\.\d+ at 127\.0\.0\.1:\d+ \(started for these tests\)$/,
  )
  const [, place] = / at (127\.0\.0\.1:\d+) /.exec(last) ?? []
  await expect(askRedis(`redis://${place}`, (redis) => redis.ping())).rejects.toThrow('ECONNREFUSED')
})

it('says in one line what to do where there is no Redis, and runs nothing', async () => {
  const { code, stdout, stderr } = await runTests(['tests/engine/queue/embeddedQueue.test.ts'], temporaryFolder())
  expect(code).toBe(1)
  expect(stderr.trim()).toMatch(/^The tests need a redis-server, and none is installed: [^\n]+ then run them again\.$/)
  expect(stdout).not.toContain('passed')
})
