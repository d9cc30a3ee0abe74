import type { components } from '../../api/client/schema.d.ts'
import { answered, api } from '../app/api.ts'

export type Published = components['schemas']['Published']

export type DraftCheck = components['schemas']['DraftCheck']

/**
 * What stands between a draft and its publishing, as the server sees it: findings, and how the saved scenarios come out.
 * @param startsOn the day on which it would start; today when left out
 */
export function checkDraft(draft: string, startsOn: string | undefined, signal: AbortSignal): Promise<DraftCheck> {
  const params = { path: { draft } }
  const body = startsOn === undefined ? {} : { startsOn }
  return answered(api().POST('/api/v1/drafts/{draft}/check', { params, body, signal }))
}

/** What is said of a version when it is published. */
export interface Publishing {
  revision: number
  note?: string
  approver?: string
  startsOn: string
  /** scenarios may come out otherwise than before */
  acknowledgeBroken?: boolean
}

/** Publishes a draft. @throws Refused */
export function publishDraft(draft: string, body: Publishing): Promise<Published> {
  return answered(api().POST('/api/v1/drafts/{draft}/publish', { params: { path: { draft } }, body }))
}
