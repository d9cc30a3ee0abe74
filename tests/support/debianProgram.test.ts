import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ensureProgram } from './debianProgram.ts'
import { redisServer } from './redisProgram.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** A folder of programs, each a script of the shell; they find nothing else. */
function programs(scripts: Record<string, string>): string {
  const folder = temporaryFolder()
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\ncd '${folder}'\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

/** A machine without Redis, and an apt-get that does as told when it installs. */
function machineWith(onInstall: string): { path: string; asked: () => string[] } {
  const path = programs({
    'apt-get': [
      '[ "$1" = --version ] && exit',
      'echo "$@" >> asked',
      'if [ "$1" = update ]; then echo > lists; exit; fi',
      onInstall,
    ].join('\n'),
    'not-yet-redis-server': 'echo Redis server v=7.0.15',
  })
  const log = join(path, 'asked')
  return { path, asked: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []) }
}

const works = '/bin/mv not-yet-redis-server redis-server'
const cannotFind = 'echo "Reading package lists..."; echo "E: Unable to locate package redis-server" >&2; exit 100'
const installs = /^-o .* install -y --no-install-recommends redis-server$/

/** What is said while it is made sure of. */
async function ensure(path: string, mayInstall = true): Promise<string[]> {
  const said: string[] = []
  await ensureProgram(redisServer, { path, mayInstall, say: (line) => said.push(line) })
  return said
}

it('says and installs nothing where there is a redis-server', async () => {
  const { path, asked } = machineWith('exit 1')
  writeFileSync(join(path, 'redis-server'), '#!/bin/sh\n', { mode: 0o755 })
  expect(await ensure(path)).toEqual([])
  expect(asked()).toEqual([])
})

it('installs it where that is possible, and says so in one line', async () => {
  const { path, asked } = machineWith(works)
  expect(await ensure(path)).toEqual([
    'The tests need a redis-server, and none is installed: apt-get install -y --no-install-recommends redis-server',
  ])
  expect(asked()).toEqual([expect.stringMatching(installs)])
  expect(await ensure(path)).toEqual([])
})

it('never lets the package bring a service with it', async () => {
  const { path, asked } = machineWith(works)
  await ensure(path)
  expect(asked()[0]).toContain('--path-exclude=/etc/init.d/redis-server')
  expect(asked()[0]).toContain('--path-exclude=*/systemd/system/redis-server*')
})

it('fetches the package lists where they do not know of it', async () => {
  const { path, asked } = machineWith(`[ -e lists ] || { ${cannotFind}; }\n${works}`)
  expect(await ensure(path)).toHaveLength(1)
  expect(asked()).toEqual([expect.stringMatching(installs), 'update', expect.stringMatching(installs)])
})

it('tells in one line why it could not be installed', async () => {
  const { path } = machineWith(cannotFind)
  await expect(ensure(path)).rejects.toThrow(
    /^The tests need a redis-server, and it could not be installed: E: Unable to locate package redis-server$/,
  )
})

const whatToDo =
  /^The tests need a redis-server, and none is installed: "apt-get install --no-install-recommends redis-server" \(.*\) or "brew install redis" \(macOS\), then run them again\.$/

it('says in one line what to do where it may not install', async () => {
  const { path, asked } = machineWith(works)
  await expect(ensure(path, false)).rejects.toThrow(whatToDo)
  expect(asked()).toEqual([])
})

it('says so too where one is found that may not be run', async () => {
  const { path } = machineWith(works)
  writeFileSync(join(path, 'redis-server'), 'not to be executed', { mode: 0o600 })
  await expect(ensure(path, false)).rejects.toThrow(whatToDo)
})

it('says so too where there is no apt-get', async () => {
  await expect(ensure(temporaryFolder())).rejects.toThrow(whatToDo)
})
