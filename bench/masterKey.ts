import { writeFileSync } from 'node:fs'

/** Under which everything that is measured on is sealed. */
export const masterKey = new Uint8Array(32).fill(7)

/** Lays it beside a database, for processes that are to open it. */
export function layKeyBeside(database: string): void {
  writeFileSync(`${database}.key`, `${Buffer.from(masterKey).toString('base64')}\n`, { mode: 0o600 })
}
