import { answered, api, type Problem, Refused } from '../app/api.ts'
import { language } from '../app/language.ts'
import { asDraftDocument, type DraftDocument } from '../model/document.ts'
import type { askOf } from './walkSteps.ts'
import type { Scenario, ScenarioResult, WalkAnswer } from './walkTypes.ts'

/** What the API is asked about walks and scenarios. All throw `Refused`, or what `fetch` throws. */

export const askWalk = (ask: ReturnType<typeof askOf>, signal: AbortSignal): Promise<WalkAnswer> =>
  answered(api().POST('/api/v1/walks', { body: ask, signal }))

export const listScenarios = async (pathway: string): Promise<Scenario[]> =>
  (await send<{ items: Scenario[] }>('GET', `/api/v1/pathways/${pathway}/scenarios`)).items

/** Saves a walk as a scenario, as it comes out on the document. */
export const saveScenario = (
  pathway: string,
  scenario: string,
  body: ReturnType<typeof askOf> & { name: string; revision?: number },
): Promise<Scenario> => send('PUT', `/api/v1/pathways/${pathway}/scenarios/${scenario}`, body)

export const removeScenario = ({ pathway, scenario, revision }: Scenario): Promise<void> =>
  send('DELETE', `/api/v1/pathways/${pathway}/scenarios/${scenario}`, undefined, { 'If-Match': `"${revision}"` })

export const runScenarios = (
  pathway: string,
  document: DraftDocument,
): Promise<{ isPlayable: boolean; scenarios: ScenarioResult[] }> =>
  send('POST', `/api/v1/pathways/${pathway}/scenarios/run`, { document })

/** The document of a published version. */
export async function versionDocument(pathway: string, version: number): Promise<DraftDocument> {
  const path = { pathway, version }
  const { document } = await answered(api().GET('/api/v1/pathways/{pathway}/versions/{version}', { params: { path } }))
  return asDraftDocument(document)
}

async function send<T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<T> {
  const answer = await fetch(path, {
    method,
    headers: {
      'Accept-Language': language(),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  })
  if (!answer.ok) throw new Refused((await answer.json()) as Problem)
  return (answer.status === 204 ? undefined : await answer.json()) as T
}
