import type { Finding } from '../pathway/finding.ts'
import { PolkuProblem } from './problem.ts'

/** Errors stop publishing; warnings are to be weighed. */
export const isError = ({ severity }: Finding): boolean => severity === 'error'

/** Why a document cannot be published. @returns PolkuProblem `invalid-pathway`, with all findings */
export function notPublishable(findings: readonly Finding[]): PolkuProblem {
  const why = findings.find(isError)?.message ?? 'it is not a document'
  return new PolkuProblem('invalid-pathway', `The pathway cannot be published: ${why}`, { findings })
}
