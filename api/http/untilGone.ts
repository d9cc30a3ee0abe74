import type { Context } from 'hono'
import type { ApiEnv } from './ApiEnv.ts'

/** Whoever asked has gone before the answer was there. */
export class RequesterGone extends Error {
  override readonly name = 'RequesterGone'
}

/**
 * A signal that whoever asked has gone, for work that nobody else wants.
 * Its reason is a `RequesterGone`: the server's own signal has a text for one, which cannot be thrown.
 */
export function untilGone({ req: { raw } }: Context<ApiEnv>): AbortSignal {
  const gone = new AbortController()
  const leave = (): void => gone.abort(new RequesterGone('whoever asked has gone'))
  if (raw.signal.aborted) leave()
  else raw.signal.addEventListener('abort', leave, { once: true })
  return gone.signal
}
