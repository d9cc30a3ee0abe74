import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { hideIdentityCodes, isDatabaseBusy, isDiskFailure, isKeyChanged, PolkuProblem } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { RequesterGone } from '../http/untilGone.ts'
import { ApiProblem, type ApiProblemDetails } from './ApiProblem.ts'
import type { ApiProblemCode } from './problemCodes.ts'
import { problemDocument, problemMediaType } from './problemDocument.ts'
import { problemTable } from './problemTable.ts'
import { languages } from './problemTitles.ts'

/**
 * Answers with a problem document. An identity code that was sent where none belongs (in the address, as a field) is
 * not sent back: answers are kept in more places than we know.
 */
export function answerProblem(
  c: Context<ApiEnv>,
  code: ApiProblemCode,
  detail: string,
  details: ApiProblemDetails = {},
): Response {
  c.set('problem', code)
  const language = languages.find((one) => one === c.get('language')) ?? 'en'
  const [instance, requestId] = [c.req.path, c.get('requestId')]
  const document = problemDocument({ code, detail, details, instance, requestId, language })
  c.header('Content-Language', language)
  c.header('Vary', 'Accept-Language', { append: true })
  const { status, retryAfterSeconds } = problemTable[code]
  if (retryAfterSeconds !== undefined) c.header('Retry-After', String(retryAfterSeconds))
  return c.body(hideIdentityCodes(JSON.stringify(document)), status, {
    'Content-Type': problemMediaType,
  })
}

/** Everything that is thrown becomes a problem document; what nobody expected is logged and says nothing outside. */
export const onError: ErrorHandler<ApiEnv> = (error, c) => {
  if (error instanceof ApiProblem || error instanceof PolkuProblem) {
    const isByHeader = error.code === 'stale-revision' && c.get('ifMatch') !== undefined
    return answerProblem(c, isByHeader ? 'precondition-failed' : error.code, error.message, error.details)
  }
  // nobody reads this, and it is no failure of ours: 499 is what proxies call it
  if (error instanceof RequesterGone) return new Response(null, { status: 499 })
  if (error instanceof HTTPException && error.status === 415) {
    return answerProblem(c, 'unsupported-media-type', 'Send the body with Content-Type: application/json.')
  }
  if (error instanceof HTTPException && error.status < 500) {
    return answerProblem(c, 'invalid-request', 'The request could not be read.')
  }
  c.get('log').error({ requestId: c.get('requestId'), error: loggedError(error) }, 'unexpected error')
  if (isDiskFailure(error)) {
    const detail = 'The disk of the database is full or fails. Send it again, with the same key, once it is well.'
    return answerProblem(c, 'disk-failed', detail)
  }
  if (isDatabaseBusy(error)) {
    const detail = 'Another process holds the database. Nothing was changed. Send it again, with the same key.'
    return answerProblem(c, 'database-busy', detail)
  }
  if (isKeyChanged(error)) {
    const detail = 'The master key has been changed. Nothing was done. Whoever runs Polku starts it with the new key.'
    return answerProblem(c, 'key-changed', detail)
  }
  return answerProblem(c, 'internal', 'Something went wrong on our side; it has been logged.')
}

/**
 * What the log keeps of an unexpected error. JSON's own errors quote what they could not read, which may be a client's
 * data: of them only the place is kept.
 */
export function loggedError(error: unknown): { name: string; message: string; stack: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, message: '', stack: [] }
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const message = error instanceof SyntaxError ? '' : error.message.slice(0, 300)
  return { name: error.name, message, stack: stack.map((line) => line.trim()) }
}
