import type { Command } from './commands.ts'
import type { DiskEvent } from './readDiskLog.ts'
import { heard } from './spoken.ts'

/** What is known of a command at the moment when the power goes. */
export type Known =
  | { fate: 'answered'; command: Command; answer: unknown }
  | { fate: 'refused'; command: Command }
  /** nobody was told anything, or that the disk had failed: it may have happened, wholly, or not at all */
  | { fate: 'open'; command: Command }

/** What the callers of a Polku know. */
export interface Ledger {
  commands: Map<string, Known>
  /** the latest time of Polku's clock */
  at: number
  /** what the worker could not cope with */
  troubles: string[]
}

export const emptyLedger = (): Ledger => ({ commands: new Map(), at: 0, troubles: [] })

export const copyOf = ({ commands, at, troubles }: Ledger): Ledger => ({
  commands: new Map(commands),
  at,
  troubles: [...troubles],
})

/** Takes in what the process said; everything else is the disk's. */
export function hear(ledger: Ledger, event: DiskEvent): void {
  if (event.op !== 'said') return
  const line = heard(event.text)
  switch (line.says) {
    case 'asked':
      ledger.at = Math.max(ledger.at, line.at)
      ledger.commands.set(line.command.key, { fate: 'open', command: line.command })
      return
    case 'answered':
      ledger.commands.set(line.key, { fate: 'answered', command: commandOf(ledger, line.key), answer: line.answer })
      return
    case 'refused':
      ledger.commands.set(line.key, { fate: 'refused', command: commandOf(ledger, line.key) })
      return
    case 'failed':
      return
    case 'workFailed':
      ledger.troubles.push(line.error)
      return
  }
}

function commandOf({ commands }: Ledger, key: string): Command {
  const known = commands.get(key)
  if (known === undefined) throw new Error(`"${key}" was answered before it was asked`)
  return known.command
}
