import type { ScenarioRow } from '../../store/pathwayRows.ts'
import type { Context } from '../context.ts'
import { differencesOf, type ScenarioResult } from './compareWalk.ts'
import type { PlayWalk } from './createWalkPlayer.ts'
import type { Playable } from './prepareWalk.ts'
import type { Expected } from './scenarioSchemas.ts'
import type { WalkPlan } from './walkSchemas.ts'

/** What a row of a scenario keeps as JSON. */
export interface ScenarioContent extends WalkPlan {
  expected: Expected
}

export const contentOf = ({ content }: ScenarioRow): ScenarioContent => JSON.parse(content) as ScenarioContent

/** Walks every scenario of a pathway through a document, in the order of their ids. @throws as `PlayWalk` does */
export async function runScenarios(
  context: Context,
  play: PlayWalk,
  pathway: string,
  playable: Playable,
  signal?: AbortSignal,
): Promise<ScenarioResult[]> {
  const rows = await context.store.read((tx) => tx.scenarios(pathway))
  const results: ScenarioResult[] = []
  for (const row of rows) {
    const { expected, ...plan } = contentOf(row)
    const differences = differencesOf(expected, await play(playable, plan, signal))
    results.push({ scenario: row.id, name: row.name, passed: differences.length === 0, differences })
  }
  return results
}
