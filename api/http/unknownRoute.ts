import type { Context } from 'hono'
import { answerProblem } from '../problems/answerProblem.ts'
import type { ApiEnv } from './ApiEnv.ts'

/** A route as an app lists it. */
interface ListedRoute {
  method: string
  path: string
}

/** Answers what no route took: 405 with the methods that the address has, or 404. */
export function unknownRoute(routes: () => readonly ListedRoute[]): (c: Context<ApiEnv>) => Response {
  let patterns: { method: string; pattern: RegExp }[] | undefined
  return (c) => {
    patterns ??= routes()
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => ({ method, pattern: patternOf(path) }))
    const methods = patterns.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method)
    const accepted = [...new Set(methods)].sort()
    if (accepted.length === 0) return answerProblem(c, 'no-such-route', 'There is nothing at this address; see /docs.')
    c.header('Allow', accepted.join(', '))
    return answerProblem(c, 'method-not-allowed', `This address takes ${accepted.join(', ')}.`, { accepted })
  }
}

function patternOf(path: string): RegExp {
  const parts = path
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
  return new RegExp(`^${parts.join('/')}$`)
}
