/** `npm run restore -- <from> [--database <to>] [--force]`: puts a backup in the place of the database. */
import { parseArgs } from 'node:util'
import { databaseFile, describeCopy, runCommand } from './commandLine.ts'
import { restoreDatabase } from './restore.ts'

const USAGE = 'npm run restore -- <backup> [--database <file>] [--force]'

await runCommand(USAGE, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { database: { type: 'string' }, force: { type: 'boolean', default: false } },
  })
  const [from, ...rest] = positionals
  if (from === undefined || rest.length > 0) return undefined
  const to = databaseFile(values.database)
  const copied = await restoreDatabase({ from, to, force: values.force })
  return [
    `Restored ${describeCopy(copied)}.`,
    `It opens with the key that was in use when the backup was made: put that in ${to}.key.`,
  ]
})
