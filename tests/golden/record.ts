import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openPolku, type Polku } from '../../engine/index.ts'
import { canonicalState } from '../../engine/journey/canonicalState.ts'
import { replay } from '../../engine/journey/replay.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { bundledPathways } from '../../workflows/index.ts'
import { instantOf } from '../../workflows/scenarios/finnishDay.ts'
import { playScenarios } from '../../workflows/scenarios/playScenarios.ts'
import { firstDay, lastDay, scenarios } from '../../workflows/scenarios/scenarios.ts'
import { createVirtualClock } from '../../workflows/scenarios/virtualClock.ts'
import { everythingHappens } from '../support/everythingHappens.ts'
import { testClock } from '../support/testClock.ts'
import type { TestPolku } from '../support/testPolku.ts'
import { everyChange } from './everyChange.ts'
import {
  digestOf,
  foldsOf,
  type GoldenFile,
  type GoldenJourney,
  goldenFolder,
  goldenText,
  readDigests,
  readFolds,
} from './golden.ts'
import { otherVersion } from './otherVersion.ts'
import { overlappingSuspensions } from './overlappingSuspensions.ts'

/**
 * Writes the golden journals of the release that `package.json` names. Run by hand, once, when a release is made:
 * `npx tsx tests/golden/record.ts`. What has been recorded is left alone: `npx tsx tests/golden/record.ts --added`
 * records what there is besides. As long as the release is not out, `--unreleased` records all of it anew.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { unreleased: { type: 'boolean' }, added: { type: 'boolean' } } })
  const { version: release } = packageFile
  const folder = join(goldenFolder, release)
  const digests = values.added ? readDigests() : keptOf(readDigests(), release, values.unreleased)
  const folds = values.added ? readFolds() : keptOf(readFolds(), release, values.unreleased)
  if (!values.added) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  let written = 0
  for (const file of await recordAll(release)) {
    const name = `${release}/${file.scenario}.json`
    if (name in digests) continue
    const text = goldenText(file)
    writeFileSync(join(goldenFolder, name), text)
    digests[name] = digestOf(text)
    folds[name] = foldsOf(file)
    written += 1
  }
  writeFileSync(join(goldenFolder, 'digests.json'), `${JSON.stringify(digests, null, 2)}\n`)
  writeFileSync(join(goldenFolder, 'folds.json'), `${JSON.stringify(folds, null, 2)}\n`)
  console.log(`${written} golden files written in ${folder}`)
}

/**
 * What is kept by file (digests, folds) of all other releases.
 * @throws Error when this one has been recorded and may be out
 */
export function keptOf<T>(
  digests: Readonly<Record<string, T>>,
  release: string,
  isUnreleased = false,
): Record<string, T> {
  const others = Object.entries(digests).filter(([name]) => !name.startsWith(`${release}/`))
  if (others.length < Object.keys(digests).length && !isUnreleased) {
    throw new Error(
      `${release} has been recorded, and golden journals stay as they are (--added: what is new; --unreleased: not out yet)`,
    )
  }
  return Object.fromEntries(others)
}

/** What the scenario clients never meet, each life in a Polku of its own. */
const lives: Record<string, (on: TestPolku) => Promise<unknown>> = {
  'every-command': everythingHappens,
  'every-change': everyChange,
  'overlapping-suspensions': overlappingSuspensions,
  'other-version': otherVersion,
}

/** The names of all that is recorded. */
export const recorded = [...scenarios.map(({ id }) => id), ...Object.keys(lives)]

/** Plays every scenario client and every further life in memory, and tells what was journalled: the same bytes each time. */
export async function recordAll(release: string): Promise<GoldenFile[]> {
  const files = await recordScenarios(release)
  for (const [name, live] of Object.entries(lives)) {
    const clock = testClock()
    const polku = await openPolku({ database: ':memory:', clock, demo: true })
    try {
      await live({ polku, clock })
      files.push({ release, scenario: name, journeys: await journeysOf(polku, name) })
    } finally {
      await polku.close()
    }
  }
  return files
}

async function recordScenarios(release: string): Promise<GoldenFile[]> {
  const clock = createVirtualClock(instantOf(firstDay, '08:00'))
  const polku = await openPolku({ database: ':memory:', clock, demo: true })
  try {
    for (const pathway of bundledPathways) await polku.pathways.publish(pathway, { by: { user: 'polku' } })
    const files: GoldenFile[] = []
    for (const played of await playScenarios(polku, clock, scenarios, lastDay)) {
      const { client, broken, scenario } = played
      if (broken.length > 0) throw new Error(`${scenario.id} went otherwise than it should: ${broken.join('; ')}`)
      files.push({ release, scenario: scenario.id, journeys: await journeysOf(polku, scenario.id, client) })
    }
    return files
  } finally {
    await polku.close()
  }
}

/** The journeys of a client, or of everybody. */
async function journeysOf(polku: Polku, name: string, client?: string): Promise<GoldenJourney[]> {
  const journeys: GoldenJourney[] = []
  for (const { id, pathway, version } of await polku.journeys.list({ client })) {
    const entries = (await polku.journeys.history(id)).map(({ seq, recordedAt, type, byRule, entry }) => ({
      seq,
      recordedAt: Date.parse(recordedAt),
      type,
      byRule,
      entry,
    }))
    journeys.push({ journey: id, pathway, version, entries, state: canonicalState(await polku.journeys.replay(id)) })
  }
  const named = withStableNames(journeys)
  for (const { journey, entries, state } of named) {
    if (canonicalState(replay(entries)) !== state) throw new Error(`${name}: ${journey} does not fold any more`)
  }
  return named
}

/** Ids are made by clock and chance: journeys are named in their order, and facts in the order in which they come up. */
function withStableNames(journeys: readonly GoldenJourney[]): GoldenJourney[] {
  const names = new Map<string, string>()
  // a module's id is its parent's and a number: it is named with it
  for (const { journey } of journeys) if (anId.test(journey)) names.set(journey, `journey-${names.size + 1}`)
  let facts = 0
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `fact-${++facts}`
    names.set(id, name)
    return name
  }
  return JSON.parse(JSON.stringify(journeys).replace(anyId, nameOf)) as GoldenJourney[]
}

const anId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

if (process.argv[1] === import.meta.filename) await main()
