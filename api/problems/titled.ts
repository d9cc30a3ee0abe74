import type { ScenarioResult, WalkRefusal } from '../../engine/index.ts'
import { titleOf } from './titleOf.ts'

/** A refused step of a walk with its title in the reader's language. */
export function titledRefusal(refusal: WalkRefusal | null, language: string | undefined) {
  return refusal && { ...refusal, title: titleOf(refusal.code, language) }
}

/** How scenarios fared, with titles in the reader's language. */
export function titledResults(results: readonly ScenarioResult[], language: string | undefined) {
  return results.map((result) => ({
    ...result,
    differences: result.differences.map((one) =>
      one.what === 'refused' ? { ...one, found: titledRefusal(one.found, language) } : one,
    ),
  }))
}
