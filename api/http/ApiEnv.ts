import type { Logger } from 'pino'
import type { Reader, Sight, Standing, TokenView, Viewer } from '../../engine/index.ts'
import type { ApiProblemCode } from '../problems/problemCodes.ts'

/** What a request carries through the API. */
export interface ApiEnv {
  Variables: {
    requestId: string
    log: Logger
    /** the code of the problem it was answered with, for the log */
    problem: ApiProblemCode | undefined
    /** the operation of the OpenAPI document that it is for */
    operation: string | undefined
    /** who asks; undefined only where nobody need be known */
    viewer: Viewer | undefined
    /** the token it came with; undefined for a session */
    token: TokenView | undefined
    /** how they stand to the client or the journey that it is about */
    standing: Standing | undefined
    /** what they see, once a list has asked for it */
    sight: Sight | undefined
    /** what for, as a code, for the access log */
    purpose: string
    /** what of it they may read */
    reader: Reader | undefined
    /** ids of clients whose data a list has shown, for the access log */
    shown: readonly string[] | undefined
    /** the revision that If-Match names */
    ifMatch: number | undefined
  }
}
