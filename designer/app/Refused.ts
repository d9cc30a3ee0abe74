import type { components } from '../../api/client/schema.d.ts'

export type Problem = components['schemas']['Problem']

/** A refusal of the API's, thrown where a page asks for what it needs. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** What was sent is larger than Polku takes, or than something on the way lets through: sending it again is of no use. */
export class TooLarge extends Error {}

/** Whether something is a refusal of the API's, and not a page that something on the way has put in its place. */
export function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'title' in answer && 'status' in answer
}

/** What refused a request, of what answered it; undefined for an answer that says only that Polku was not reached. */
export function refusalOf(answer: unknown, { status }: Response): Refused | TooLarge | undefined {
  if (status === 413) return new TooLarge()
  return isProblem(answer) ? new Refused(answer) : undefined
}
