import type { Finding } from '../editing/draftStore.ts'
import { keyed } from '../parts/keyed.ts'

/** Findings with a key each: several may say the same of one place. */
export const keyedFindings = (findings: readonly Finding[]): { key: string; one: Finding }[] =>
  keyed(findings, ({ code, path, message }) => `${code} ${path.join('/')} ${message}`)
