import { isPassedOver, type Starting } from './isPassedOver.ts'

/**
 * Which version new clients begin on today; of those that all begin later, the first that will be.
 * @param versions newest first
 */
export function versionInUse<Version extends Starting & { isInUse: boolean }>(
  versions: readonly Version[],
): Version | undefined {
  return versions.find(({ isInUse }) => isInUse) ?? versions.findLast((one) => !isPassedOver(one, versions))
}
