import type { Logger } from 'pino'
import type { ApiProblemCode } from '../problems/problemTable.ts'

/** What a request carries through the API. */
export interface ApiEnv {
  Variables: {
    requestId: string
    log: Logger
    /** the code of the problem it was answered with, for the log */
    problem: ApiProblemCode | undefined
  }
}
