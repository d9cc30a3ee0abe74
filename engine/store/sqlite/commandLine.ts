import type { Copied } from './backup.ts'

/** The database a command works on: what it was told, else `POLKU_DATABASE`, else `data/polku.db`. */
export function databaseFile(told: string | undefined): string {
  return told ?? process.env.POLKU_DATABASE ?? 'data/polku.db'
}

/** Says what was copied, in a line. */
export function describeCopy({ from, to, bytes, clients, journeys, journalEntries }: Copied): string {
  const megabytes = (bytes / 1_000_000).toFixed(1)
  return `${from} to ${to}: ${clients} clients, ${journeys} journeys, ${journalEntries} journal entries, ${megabytes} MB`
}

/**
 * Runs a command of the shell and prints its lines, or its error, with how it is used when it was misused; sets the exit
 * code.
 */
export async function runCommand(usage: string, run: (args: string[]) => Promise<string[] | undefined>): Promise<void> {
  try {
    const lines = await run(process.argv.slice(2))
    if (lines === undefined) throw new Misused('Name one file')
    for (const line of lines) console.log(line)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    if (isMisuse(error)) console.error(`Usage: ${usage}`)
    process.exitCode = 1
  }
}

class Misused extends Error {}

function isMisuse(error: unknown): boolean {
  if (error instanceof Misused) return true
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
