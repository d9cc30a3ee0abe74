import { readFileSync } from 'node:fs'

/** One thing that a process did to the watched folder, or said. Paths are relative to the folder; '' is itself. */
export type DiskEvent =
  | { op: 'open'; fd: number; path: string; isFolder: boolean }
  | { op: 'write'; fd: number; at: number; bytes: Buffer }
  | { op: 'truncate'; fd: number; size: number }
  | { op: 'sync'; fd: number }
  /** the process was told that its data may not have reached the disk */
  | { op: 'syncFailed'; fd: number }
  | { op: 'unlink'; path: string }
  | { op: 'rename'; from: string; to: string }
  | { op: 'link'; from: string; to: string }
  | { op: 'mkdir'; path: string }
  | { op: 'rmdir'; path: string }
  | { op: 'said'; text: string }

const HEADER_BYTES = 24

/**
 * Reads what `recordDisk.c` wrote, in order. A record that a kill cut short never happened.
 * @throws when the process did something to its files that nobody here understands
 */
export function readDiskLog(file: string): DiskEvent[] {
  const log = readFileSync(file)
  const events: DiskEvent[] = []
  for (let at = 0; at + HEADER_BYTES <= log.length; ) {
    const payload = at + HEADER_BYTES
    const end = payload + log.readUInt32LE(at + 4)
    if (end > log.length) break
    const fd = Number(log.readBigInt64LE(at + 8))
    const place = Number(log.readBigInt64LE(at + 16))
    events.push(eventOf(log.readUInt32LE(at), fd, place, log.subarray(payload, end)))
    at = end
  }
  return events
}

function eventOf(op: number, fd: number, at: number, payload: Buffer): DiskEvent {
  const text = () => payload.toString()
  const names = () => {
    const [from = '', to = ''] = text().split('\0')
    return { from, to }
  }
  switch (op) {
    case 1:
      return { op: 'open', fd, path: text(), isFolder: at === 1 }
    case 2:
      return { op: 'write', fd, at, bytes: payload }
    case 3:
      return { op: 'truncate', fd, size: at }
    case 4:
      return { op: 'sync', fd }
    case 5:
      return { op: 'syncFailed', fd }
    case 6:
      return { op: 'unlink', path: text() }
    case 7:
      return { op: 'rename', ...names() }
    case 8:
      return { op: 'link', ...names() }
    case 9:
      return { op: 'mkdir', path: text() }
    case 10:
      return { op: 'rmdir', path: text() }
    case 11:
      return { op: 'said', text: text() }
    default:
      throw new Error(`The watched process did what the model of its disk does not know: ${text()} (${op})`)
  }
}
