import type { Command } from './commands.ts'
import type { DiskEvent } from './readDiskLog.ts'
import { heard } from './spoken.ts'

/** What a recording has put to the test. */
export interface Exercised {
  answered: number
  /** the commands that were answered, by what they do */
  kinds: Command['does'][]
  /** how often the log was folded into the database file */
  checkpoints: number
  /** the most commands that were answered by one sync */
  largestGroup: number
  /** the files of which a sync failed */
  failedSyncs: string[]
  /** commands under which the disk failed */
  failed: number
}

export function exercised(events: readonly DiskEvent[]): Exercised {
  const paths = new Map<number, string>()
  const asked = new Map<string, Command['does']>()
  const found: Exercised = { answered: 0, kinds: [], checkpoints: 0, largestGroup: 0, failedSyncs: [], failed: 0 }
  let group = 0
  for (const event of events) {
    if (event.op === 'open') paths.set(event.fd, event.path)
    if (event.op === 'sync') {
      group = 0
      if (paths.get(event.fd)?.endsWith('.db')) found.checkpoints += 1
    }
    if (event.op === 'syncFailed') found.failedSyncs.push(paths.get(event.fd) ?? '')
    if (event.op !== 'said') continue
    const line = heard(event.text)
    if (line.says === 'asked') asked.set(line.command.key, line.command.does)
    if (line.says === 'failed') found.failed += 1
    if (line.says !== 'answered') continue
    const kind = asked.get(line.key)
    if (kind) found.kinds.push(kind)
    group += 1
    found.answered += 1
    found.largestGroup = Math.max(found.largestGroup, group)
  }
  return found
}
