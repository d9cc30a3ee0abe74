import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { openSignIn } from '../../../api/auth/openSignIn.ts'
import { createApp } from '../../../api/createApp.ts'
import { listen } from '../../../api/listen.ts'
import { openPolku } from '../../../engine/index.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import { instantOf } from '../../../workflows/scenarios/finnishDay.ts'
import { lastDay } from '../../../workflows/scenarios/scenarios.ts'
import { createVirtualClock } from '../../../workflows/scenarios/virtualClock.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { codeBlocks, textOf } from './markdown.ts'

/** A block of the shell in a guide, with the lines that it shows as its output. */
export interface Said {
  code: string
  /** what it printed, without the spaces around */
  printed: string
  /** lines that must be in it, in this order; the ends of long ones may be left out */
  shown: string[]
}

/** Polku as `npm run demo -- --serve` leaves it: bundled pathways, a clock that stands on the last day; without its clients. */
async function servePolku(): Promise<string> {
  const clock = createVirtualClock(instantOf(lastDay, '23:00'))
  const polku = await openPolku({ database: ':memory:', clock, demo: true })
  for (const pathway of bundledPathways) await polku.pathways.publish(pathway, { by: { user: 'polku' } })
  const demoClock = { now: clock.now, advanceTo: (at: Date) => clock.advanceTo(at, polku) }
  const log = pino({ level: 'silent' })
  const server = await listen((baseUrl) => {
    return createApp({ polku, log, signIn: openSignIn(polku, { baseUrl }), baseUrl, demoClock })
  }, 0)
  polku.work()
  onTestFinished(async () => {
    await server.close()
    await polku.close()
  })
  return server.address
}

/** Pastes all blocks of a guide's shell into one shell, from the first line on, against a Polku of its own. */
export async function walk(guide: string): Promise<Said[]> {
  const address = await servePolku()
  const folder = temporaryFolder()
  const blocks = codeBlocks(textOf(guide))
  const shell = blocks.flatMap((block, index) => (block.info === 'sh' ? [{ code: block.code, index }] : []))
  const between = '@@ next block @@'
  const script = shell.map(({ code }) => code).join(`\necho '${between}'\n`)
  // the guide's own Polku has its database in a file; this one gives tokens as demonstrations do
  const pasted = script
    .replaceAll('http://127.0.0.1:3000', address)
    .replace(/node api\/bin\.js token (\S+)[^)]*/g, (_, user) => {
      return `curl -s "${address}/api/v1/demo/token?user=${user}" | node -p 'JSON.parse(require("fs").readFileSync(0)).token'`
    })
  const stdout = await paste(pasted, folder)
  const printed = stdout.split(`${between}\n`)
  return shell.map(({ code, index }, turn) => {
    const next = blocks[index + 1]
    const shown = next?.info === 'text' ? next.code.split('\n').filter((line) => line !== '') : []
    return { code, printed: printed[turn]?.trim() ?? '', shown }
  })
}

/** @throws Error with the last that was printed when a line of it fails */
async function paste(script: string, folder: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder })
    return stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${stdout.slice(-1000)}\n${stderr.slice(0, 1000)}`)
  }
}

/** The first line that a block shows and did not print, where it should have; undefined when all is as shown. */
export function firstUntold({ printed, shown }: Said): string | undefined {
  let from = 0
  for (const line of shown) {
    const found = printed.indexOf(line, from)
    if (found < 0) return line
    from = found + line.length
  }
  return undefined
}
