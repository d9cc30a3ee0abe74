import type { Finding } from '../editing/draftStore.ts'
import { keyed } from '../parts/keyed.ts'

/** Findings with a key each: several may say the same of one place. */
export const keyedFindings = (findings: readonly Finding[]): { key: string; one: Finding }[] =>
  keyed(findings, sayingOf)

/** What a finding says of which place, as one string: equal for what is found again. */
export const sayingOf = ({ code, path, message }: Finding): string => `${code} ${path.join('/')} ${message}`
