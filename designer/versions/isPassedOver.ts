import type { components } from '../../api/client/schema.d.ts'
import { localDateOf } from '../parts/localDateOf.ts'

/** What tells on which version new clients begin. */
export type Starting = Pick<components['schemas']['PathwayVersionSummary'], 'version' | 'startsOn' | 'publishedAt'>

/**
 * Whether nobody ever begins on a version: one with a greater number was published before its day came, and starts no
 * later. Of the versions that have started, new clients begin on the one with the greatest number.
 * @param versions of the same pathway, in any order
 */
export function isPassedOver(one: Starting, versions: readonly Starting[]): boolean {
  return versions.some(
    ({ version, startsOn, publishedAt }) =>
      version > one.version && startsOn <= one.startsOn && localDateOf(publishedAt) < one.startsOn,
  )
}
