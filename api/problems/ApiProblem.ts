import type { FieldError, ProblemDetails } from '../../engine/index.ts'
import type { Readiness } from '../views/readiness.ts'
import type { HttpProblemCode } from './problemCodes.ts'

/** One thing that is wrong with a request; in its body unless it says elsewhere. */
export interface ApiFieldError extends FieldError {
  /** a parameter of the query or of the address */
  parameter?: string
  header?: string
}

/** What a problem of the way in tells beside its sentence. */
export interface ApiProblemDetails extends ProblemDetails {
  errors?: ApiFieldError[]
  readiness?: Readiness
}

/** A request that HTTP's side refuses, before the engine or instead of it. Expected: people read it and act on it. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: HttpProblemCode | 'invalid-request' | 'not-found'
  readonly details: ApiProblemDetails
  constructor(code: ApiProblem['code'], detail: string, details: ApiProblemDetails = {}) {
    super(detail)
    this.code = code
    this.details = details
  }
}
