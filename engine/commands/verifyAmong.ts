import type { Finding } from '../pathway/finding.ts'
import type { Parameters } from '../pathway/parameters.ts'
import { verifyDocument } from '../pathway/verify/index.ts'
import { amongPublished, type Dates } from './amongPublished.ts'
import type { Context } from './context.ts'
import { todayOf } from './today.ts'

/** Verifies a document by itself, before the database is read, since it takes longer than a read should; then beside what is published. */
export async function findingsOf(context: Context, document: unknown, parameters?: Parameters): Promise<Finding[]> {
  const verified = verifyDocument(document, { parameters })
  return (await context.store.read((tx) => amongPublished(tx, verified, datesOf(context)))).findings
}

/** When a version is published, and from when journeys begin on it: today, unless told otherwise. */
export function datesOf(context: Context, startsOn?: string): Dates {
  const today = todayOf(context)
  return { today, startsOn: startsOn ?? today }
}
