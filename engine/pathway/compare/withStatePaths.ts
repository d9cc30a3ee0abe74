import type { DraftState } from '../words/draftStates.ts'
import type { Part } from './partsOf.ts'

/**
 * A state's parts with the states that its own fields name as paths in the later document, which begin with `#` as
 * targets do. What names no state stays as it is written, so that it is never taken for one that does.
 *
 * @param laterOf the path of a state in the later document; undefined where there is no such state
 */
export function withStatePaths(
  parts: readonly Part[],
  state: DraftState,
  laterOf: (path: string) => string | undefined,
): Part[] {
  const within = (parent: string | undefined, key: unknown): unknown => {
    const later = laterOf(parent === undefined || parent === '' ? String(key) : `${parent}.${String(key)}`)
    return later === undefined ? key : `#${later}`
  }
  return parts.map((part) => {
    if (part.type !== 'state' && part.type !== 'pathway') return part
    const { initial, regions, target } = part.fields
    const named = {
      ...(typeof initial === 'string' ? { initial: within(state.path, initial) } : {}),
      ...(typeof target === 'string' ? { target: within(state.parent, target) } : {}),
      ...(Array.isArray(regions) ? { regions: regions.map((key) => within(state.path, key)) } : {}),
    }
    return { ...part, fields: { ...part.fields, ...named } }
  })
}
