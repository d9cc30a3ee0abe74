import { answered, api, type Problem, Refused } from '../app/api.ts'
import type { DraftDocument } from '../model/document.ts'
import { versionAsRun } from '../model/versionAsRun.ts'
import type { askOf } from './walkSteps.ts'
import type { Scenario, ScenarioResult, WalkAnswer } from './walkTypes.ts'

/** What the API is asked about walks and scenarios. All throw `Refused`, or what `fetch` throws. */

export const askWalk = (ask: ReturnType<typeof askOf>, signal: AbortSignal): Promise<WalkAnswer> =>
  answered(api().POST('/api/v1/walks', { body: ask, signal }))

export async function listScenarios(pathway: string): Promise<Scenario[]> {
  const path = { pathway }
  const { items } = await answered(api().GET('/api/v1/pathways/{pathway}/scenarios', { params: { path } }))
  return items
}

/** Saves a walk as a scenario, as it comes out on the document. */
export function saveScenario(
  pathway: string,
  scenario: string,
  body: ReturnType<typeof askOf> & { name: string; revision?: number },
): Promise<Scenario> {
  const path = { pathway, scenario }
  return answered(api().PUT('/api/v1/pathways/{pathway}/scenarios/{scenario}', { params: { path }, body }))
}

export async function removeScenario({ pathway, scenario, revision }: Scenario): Promise<void> {
  const params = { path: { pathway, scenario }, header: { 'If-Match': `"${revision}"` } }
  const { error } = await api().DELETE('/api/v1/pathways/{pathway}/scenarios/{scenario}', { params })
  if (error) throw new Refused(error as Problem)
}

/** Walks every scenario of a pathway through a document of it. */
export function runScenarios(
  pathway: string,
  document: DraftDocument,
): Promise<{ isPlayable: boolean; scenarios: ScenarioResult[] }> {
  const path = { pathway }
  const body = { document: { ...document } }
  return answered(api().POST('/api/v1/pathways/{pathway}/scenarios/run', { params: { path }, body }))
}

/** The document of a published version, as it runs. */
export async function versionDocument(pathway: string, version: number): Promise<DraftDocument> {
  const path = { pathway, version }
  return versionAsRun(await answered(api().GET('/api/v1/pathways/{pathway}/versions/{version}', { params: { path } })))
}
