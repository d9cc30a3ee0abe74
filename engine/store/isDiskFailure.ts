const SYSTEM_CODES: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS'])

/** Codes of SQLite, with or without what it says more exactly (`SQLITE_IOERR_FSYNC`). */
const SQLITE_CODES = /^SQLITE_(FULL|IOERR|READONLY)(_|$)/

/**
 * Whether an error says that the disk is full, fails, or no longer takes writes. What was asked under it can be asked
 * again, with the same key, once the disk is well.
 */
export function isDiskFailure(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false
  const code = String(error.code)
  return SYSTEM_CODES.has(code) || SQLITE_CODES.test(code)
}
