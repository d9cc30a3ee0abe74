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

/** Whether something is a refusal of the API's, and not a page that something on the way has put in its place. */
export function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'title' in answer && 'status' in answer
}

/**
 * The refusal in an answer; undefined for one that says only that Polku was not reached. What is too large for something on
 * the way is so for good, as it is where Polku says it.
 */
export function refusalOf(answer: unknown, { status }: Response): Refused | undefined {
  if (isProblem(answer)) return new Refused(answer)
  return status === 413 ? new Refused(tooLarge) : undefined
}

const tooLarge: Problem = {
  type: '/problems/body-too-large',
  code: 'body-too-large',
  status: 413,
  title: 'The body is too large',
  detail: 'Something between here and Polku does not let it through.',
  instance: '',
  requestId: '',
}
