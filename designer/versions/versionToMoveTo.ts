import type { Starting } from './isPassedOver.ts'
import { versionInUse } from './versionInUse.ts'

/**
 * To which version clients of one are most likely moved: the one in use, else the newest other. Undefined where there is no
 * other.
 * @param versions of the same pathway, newest first
 */
export function versionToMoveTo(
  from: number,
  versions: readonly (Starting & { isInUse: boolean })[],
): number | undefined {
  const inUse = versionInUse(versions)
  return inUse && inUse.version !== from ? inUse.version : versions.find(({ version }) => version !== from)?.version
}
