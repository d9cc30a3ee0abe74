import type { ExplainedCriterion } from '../../journey/explain.ts'
import { type FieldError, PolkuProblem, type ProblemCode } from '../problem.ts'

/** Why a step of a walk was not made, as a problem says it. */
export interface WalkRefusal {
  code: ProblemCode
  detail: string
  errors?: FieldError[]
  criteria?: ExplainedCriterion[]
  lacks?: string[]
  accepted?: string[]
}

/** What an action gives, or why it was refused; what nobody expects is thrown on. */
export async function refusalOr<T>(act: () => Promise<T>): Promise<{ done: T } | { refused: WalkRefusal }> {
  try {
    return { done: await act() }
  } catch (error) {
    if (!(error instanceof PolkuProblem)) throw error
    const { errors, lacks, accepted } = error.details
    const criteria = [...(error.details.criteria ?? [])].filter((one) => 'label' in one)
    const refused: WalkRefusal = {
      code: error.code,
      detail: error.message,
      ...(errors && { errors }),
      ...(criteria.length > 0 && { criteria }),
      ...(lacks && { lacks }),
      ...(accepted && { accepted }),
    }
    return { refused }
  }
}
