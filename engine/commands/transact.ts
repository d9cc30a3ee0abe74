import { EndlessLoop } from '../journey/settle.ts'
import { type ReadTx, StoreConflict, type WriteOptions, type WriteTx } from '../store/store.ts'
import type { Context } from './context.ts'
import { PolkuProblem } from './problem.ts'
import { DryRun } from './undone.ts'

/** Runs work in a transaction, and says in a command's words what stood in its way. @throws PolkuProblem */
export async function write<T>(
  context: Context,
  work: (tx: WriteTx) => Promise<T>,
  options?: WriteOptions,
): Promise<T> {
  try {
    return await context.store.write(work, options)
  } catch (error) {
    throw problemFrom(error)
  }
}

/** Reads one consistent state, for questions and dry runs that make steps of their own. @throws PolkuProblem */
export async function read<T>(context: Context, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  try {
    return await context.store.read(work)
  } catch (error) {
    throw problemFrom(error)
  }
}

/** The code of what undid a work on purpose: a refusal, or a dry run; undefined for an error that nobody expects. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof DryRun) return 'dry-run'
  const problem = problemFrom(error)
  return problem instanceof PolkuProblem ? problem.code : undefined
}

function problemFrom(error: unknown): unknown {
  if (error instanceof EndlessLoop) {
    return new PolkuProblem('endless-loop', `The pathway does not come to rest: ${error.message}. Nothing was changed.`)
  }
  if (!(error instanceof StoreConflict)) return error
  if (error.what === 'identity')
    return new PolkuProblem('identity-taken', 'There is a client with this identity code already.')
  if (error.what === 'user') return new PolkuProblem('user-taken', `${error.message}.`)
  return new PolkuProblem('stale-revision', `${error.message}. Look again and decide anew.`)
}
