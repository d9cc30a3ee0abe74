import type { Observer } from '../observe/observer.ts'
import type { Tracing } from '../observe/tracing.ts'
import { PolkuProblem } from './problem.ts'

type Command = (...values: never[]) => Promise<unknown>

export interface Watchers {
  observer: Observer | undefined
  tracing: Tracing | undefined
}

/**
 * Tells an observer how each call of some commands ends, and how long it took; makes each call a span where somebody
 * traces. Where nobody does either they stay as they are.
 * @param group the first half of an operation's name: `journeys` in `journeys.send`
 */
export function observed<T extends object>(group: string, commands: T, { observer, tracing }: Watchers): T {
  if (!observer && !tracing) return commands
  const watched = Object.entries(commands as unknown as Record<string, Command>).map(([name, command]) => {
    const operation = `${group}.${name}`
    const told = observer ? toldTo(observer, operation, command) : command
    return [name, tracing ? tracedAs(tracing, operation, told) : told]
  })
  return Object.fromEntries(watched) as T
}

function toldTo(observer: Observer, operation: string, command: Command): Command {
  return async (...values) => {
    const from = performance.now()
    try {
      const answer = await command(...values)
      observer.answered(operation, performance.now() - from)
      return answer
    } catch (error) {
      const ms = performance.now() - from
      if (error instanceof PolkuProblem) observer.refused(operation, ms, error.code)
      else observer.failed(operation, ms, error)
      throw error
    }
  }
}

function tracedAs(tracing: Tracing, operation: string, command: Command): Command {
  return (...values) => tracing.span(operation, {}, () => command(...values))
}
