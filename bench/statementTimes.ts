import Database from 'better-sqlite3'

/** What SQLite does for a step, by kind of statement. */
export type StatementKind = 'select' | 'write' | 'commit'

type Method = (this: { source: string }, ...values: unknown[]) => unknown

/**
 * Times every statement that anybody runs meanwhile, whoever prepared it. A CPU profile cannot: a thread that waits for
 * the disk is not sampled.
 * @returns milliseconds by kind
 */
export async function timeStatements(work: () => Promise<void>): Promise<Record<StatementKind, number>> {
  const times: Record<StatementKind, number> = { select: 0, write: 0, commit: 0 }
  const statements = statementPrototype()
  const methods = (['run', 'get', 'all'] as const).map((name) => [name, statements[name]] as const)
  for (const [name, method] of methods) {
    statements[name] = function timed(...values) {
      const from = performance.now()
      try {
        return method.apply(this, values)
      } finally {
        times[kindOf(this.source)] += performance.now() - from
      }
    }
  }
  try {
    await work()
  } finally {
    for (const [name, method] of methods) statements[name] = method
  }
  return times
}

/** The one prototype of all prepared statements, which better-sqlite3 does not export. */
function statementPrototype(): Record<'run' | 'get' | 'all', Method> {
  const db = new Database(':memory:')
  const prototype: unknown = Object.getPrototypeOf(db.prepare('SELECT 1'))
  db.close()
  return prototype as Record<'run' | 'get' | 'all', Method>
}

const kinds = new Map<string, StatementKind>()

function kindOf(source: string): StatementKind {
  const known = kinds.get(source)
  if (known) return known
  const [word = ''] = /\w+/.exec(source) ?? []
  const isTransaction = ['BEGIN', 'COMMIT', 'ROLLBACK', 'SAVEPOINT', 'RELEASE'].includes(word.toUpperCase())
  const kind = isTransaction ? 'commit' : word.toUpperCase() === 'SELECT' ? 'select' : 'write'
  kinds.set(source, kind)
  return kind
}
