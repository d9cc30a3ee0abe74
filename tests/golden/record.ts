import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openPolku, type Polku } from '../../engine/index.ts'
import { canonicalState } from '../../engine/journey/canonicalState.ts'
import { replay } from '../../engine/journey/replay.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { bundledPathways } from '../../workflows/index.ts'
import { instantOf } from '../../workflows/scenarios/finnishDay.ts'
import type { Played } from '../../workflows/scenarios/played.ts'
import { playScenarios } from '../../workflows/scenarios/playScenarios.ts'
import { firstDay, lastDay, scenarios } from '../../workflows/scenarios/scenarios.ts'
import { createVirtualClock } from '../../workflows/scenarios/virtualClock.ts'
import { digestOf, type GoldenFile, type GoldenJourney, goldenFolder, goldenText, readDigests } from './golden.ts'

/**
 * Writes the golden journals of the release that `package.json` names. Run by hand, once, when a release is made:
 * `npx tsx tests/golden/record.ts`. What has been recorded is left alone; as long as the release is not out,
 * `npx tsx tests/golden/record.ts --unreleased` records it anew.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { unreleased: { type: 'boolean' } } })
  const { version: release } = packageFile
  const kept = keptDigests(readDigests(), release, values.unreleased)
  const texts = (await recordScenarios(release)).map((file) => [`${release}/${file.scenario}.json`, goldenText(file)])
  const folder = join(goldenFolder, release)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [name = '', text = ''] of texts) writeFileSync(join(goldenFolder, name), text)
  for (const [name = '', text = ''] of texts) kept[name] = digestOf(text)
  writeFileSync(join(goldenFolder, 'digests.json'), `${JSON.stringify(kept, null, 2)}\n`)
  console.log(`${texts.length} golden files in ${folder}`)
}

/**
 * The digests of all other releases.
 * @throws Error when this one has been recorded and may be out
 */
export function keptDigests(
  digests: Readonly<Record<string, string>>,
  release: string,
  isUnreleased = false,
): Record<string, string> {
  const others = Object.entries(digests).filter(([name]) => !name.startsWith(`${release}/`))
  if (others.length < Object.keys(digests).length && !isUnreleased) {
    throw new Error(`${release} has been recorded, and golden journals stay as they are (--unreleased: not out yet)`)
  }
  return Object.fromEntries(others)
}

/** Plays every scenario client in memory, and tells what was journalled: the same bytes each time. */
export async function recordScenarios(release: string): Promise<GoldenFile[]> {
  const clock = createVirtualClock(instantOf(firstDay, '08:00'))
  const polku = await openPolku({ database: ':memory:', clock, demo: true })
  try {
    for (const pathway of bundledPathways) await polku.pathways.publish(pathway, { by: { user: 'polku' } })
    const files: GoldenFile[] = []
    for (const played of await playScenarios(polku, clock, scenarios, lastDay)) {
      files.push({ release, scenario: played.scenario.id, journeys: await journeysOf(polku, played) })
    }
    return files
  } finally {
    await polku.close()
  }
}

async function journeysOf(polku: Polku, { client, broken, scenario }: Played): Promise<GoldenJourney[]> {
  if (broken.length > 0) throw new Error(`${scenario.id} went otherwise than it should: ${broken.join('; ')}`)
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
    if (canonicalState(replay(entries)) !== state) throw new Error(`${scenario.id}: ${journey} does not fold any more`)
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
