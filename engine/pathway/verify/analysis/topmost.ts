import type { VerifyContext } from '../verifyContext.ts'

/**
 * The fewest states that say the same of many leaves: those all of whose reachable leaves are among the given ones,
 * without those inside another such state.
 */
export function topmost(leaves: ReadonlySet<string>, { graph, states }: VerifyContext): string[] {
  const isWhole = (path: string): boolean => {
    const within = graph.leaves(path)
    return within.length > 0 && within.every((leaf) => leaves.has(leaf))
  }
  const found: string[] = []
  const visit = (path: string): void => {
    if (isWhole(path)) found.push(path)
    else states.get(path)?.children.forEach(visit)
  }
  visit('')
  return found
}
