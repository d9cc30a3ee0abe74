import type { PathwayDocument } from '../pathway/document.ts'
import type { Finding } from '../pathway/finding.ts'
import type { Verification } from '../pathway/verify/verifyDocument.ts'
import type { ReadTx } from '../store/store.ts'
import { bindModules } from './bindModules.ts'
import { documentOf } from './context.ts'

/** Codes of what only the published pathways can tell; each has a page under docs/rules. */
export const amongPublishedCodes: readonly string[] = ['unknown-module', 'module-input', 'fact-type-conflict']

/** What there is to say of a document as one among the published pathways. */
export interface AmongPublished {
  /** the document with every module bound to a version; none when the input has not the form of a document */
  bound?: PathwayDocument
  /** all that was found, errors before warnings */
  findings: Finding[]
}

/** Local dates of a publishing. */
export interface Dates {
  today: string
  /** from when journeys are to begin on it: its modules are bound to what is in use by then */
  startsOn: string
}

/** Looks at a document that was verified by itself beside the pathways that are published. */
export async function amongPublished(
  tx: ReadTx,
  { document, parameters = {}, findings }: Verification,
  { today, startsOn }: Dates,
): Promise<AmongPublished> {
  if (!document) return { findings }
  const { bound, findings: ofModules } = await bindModules(tx, { document, parameters }, startsOn)
  const found = [...ofModules, ...(await factTypeConflicts(tx, document, today))]
  const isError = ({ severity }: Finding) => severity === 'error'
  return {
    bound,
    findings: [...findings.filter(isError), ...found, ...findings.filter((one) => !isError(one))],
  }
}

/** Facts are the client's, shared by all pathways: one name cannot hold a number here and a date there. */
async function factTypeConflicts(tx: ReadTx, document: PathwayDocument, today: string): Promise<Finding[]> {
  const findings: Finding[] = []
  const told = new Set<string>()
  for (const row of await tx.versionsFrom(today)) {
    if (row.pathway === document.id) continue
    const others = documentOf(row).facts ?? {}
    for (const [name, { type }] of Object.entries(document.facts ?? {})) {
      const other = Object.hasOwn(others, name) ? others[name] : undefined
      const conflict = `${row.pathway} ${name} ${other?.type}`
      if (!other || other.type === type || told.has(conflict)) continue
      told.add(conflict)
      findings.push({
        code: 'fact-type-conflict',
        severity: 'error',
        path: ['facts', name],
        message: `the fact "${name}" is a ${type} here and a ${other.type} in the pathway "${row.pathway}"`,
        hint: 'facts belong to the client and are shared by all pathways: use the same type, or another name',
      })
    }
  }
  return findings
}
