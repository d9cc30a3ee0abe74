/**
 * Whether an error says that another process has held the database for as long as we wait for it. What was asked under
 * it can be asked again, with the same key.
 */
export function isDatabaseBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_BUSY(_|$)/.test(String(error.code))
}
