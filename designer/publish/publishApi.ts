import type { components } from '../../api/client/schema.d.ts'
import { answered, api, type Problem, Refused } from '../app/api.ts'

export type Published = components['schemas']['Published']

/** How a scenario comes out on a draft. */
export interface ScenarioResult {
  scenario: string
  name: string
  passed: boolean
}

/** What stands between a draft and its publishing, as the server sees it. */
export interface DraftCheck {
  findings: components['schemas']['Finding'][]
  scenarios: ScenarioResult[]
}

/** Looks at a draft as publishing would. */
export async function checkDraft(draft: string): Promise<DraftCheck> {
  const { findings } = await answered(api().GET('/api/v1/drafts/{draft}', { params: { path: { draft } } }))
  return { findings, scenarios: [] }
}

/** What is said of a version when it is published. */
export interface Publishing {
  revision: number
  note?: string
  approver?: string
  /** today when left out */
  startsOn?: string
}

/** Publishes a draft. @throws Refused */
export async function publishDraft(draft: string, body: Publishing): Promise<Published> {
  const { data, error } = await api().POST('/api/v1/drafts/{draft}/publish', { params: { path: { draft } }, body })
  if (data) return data
  throw new Refused(error as Problem)
}
