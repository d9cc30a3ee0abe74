/** `npm run backup -- <to> [--database <from>]`: copies the database, in use or not, to a new file. */
import { parseArgs } from 'node:util'
import { backupDatabase } from './backup.ts'
import { databaseFile, describeCopy, runCommand } from './commandLine.ts'

const USAGE = 'npm run backup -- <new file> [--database <file>]'

await runCommand(USAGE, async (args) => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { database: { type: 'string' } } })
  const [to, ...rest] = positionals
  if (to === undefined || rest.length > 0) return undefined
  const from = databaseFile(values.database)
  const copied = await backupDatabase({ from, to })
  return [
    `Backed up ${describeCopy(copied)}. The copy passed SQLite's integrity check.`,
    `Nobody can read it without the key file ${from}.key: keep a copy of that too, and keep it apart from the backups.`,
  ]
})
