import { type ProblemCode, problemCodes } from '../../engine/index.ts'

/** Problems that only the way in over HTTP has. */
const httpProblemCodes = [
  'not-signed-in',
  'role-refused',
  'scope-refused',
  'link-invalid',
  'password-weak',
  'too-many-attempts',
  'too-many-requests',
  'malformed-json',
  'unsafe-json',
  'malformed-csv',
  'no-such-route',
  'method-not-allowed',
  'precondition-failed',
  'body-too-large',
  'unsupported-media-type',
  'host-refused',
  'cross-site',
  'clock-backwards',
  'clock-too-far',
  'replay-failed',
  'not-ready',
  'disk-failed',
  'database-busy',
  'key-changed',
  'internal',
] as const
export type HttpProblemCode = (typeof httpProblemCodes)[number]

/** Every code that a problem document may carry. Stable: programs may rely on them. */
export type ApiProblemCode = ProblemCode | HttpProblemCode
export const apiProblemCodes: readonly ApiProblemCode[] = [...problemCodes, ...httpProblemCodes]
