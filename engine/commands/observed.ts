import type { Observer } from '../observe/observer.ts'
import { PolkuProblem } from './problem.ts'

type Commands = Record<string, (...values: never[]) => Promise<unknown>>

/**
 * Tells an observer how each call of some commands ends, and how long it took. Without one they stay as they are.
 * @param group the first half of an operation's name: `journeys` in `journeys.send`
 */
export function observed<T extends object>(group: string, commands: T, observer: Observer | undefined): T {
  if (!observer) return commands
  const told = Object.entries(commands as unknown as Commands).map(([name, command]) => {
    const operation = `${group}.${name}`
    const call = async (...values: never[]): Promise<unknown> => {
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
    return [name, call]
  })
  return Object.fromEntries(told) as T
}
