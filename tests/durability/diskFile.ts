import type { Random } from './random.ts'

/** The unit that a disk writes or does not write: nothing larger is written as one. */
const SECTOR_BYTES = 512

/** What changes a file, and may or may not have reached the disk until the file is synced. */
export type FileChange = { kind: 'write'; at: number; bytes: Buffer } | { kind: 'truncate'; size: number }

/** A file: what is on the disk for certain, and what has happened to it since. */
export interface DiskFile {
  readonly stored: Content
  readonly pending: FileChange[]
}

/** Bytes with room to grow; beyond `size` there are zeros. */
interface Content {
  bytes: Buffer
  size: number
}

/** How much of what was not synced survives. */
export type Survival = 'nothing' | 'everything' | 'some'

export function diskFile(bytes: Buffer = Buffer.alloc(0)): DiskFile {
  return { stored: { bytes: Buffer.from(bytes), size: bytes.length }, pending: [] }
}

/** After a sync nothing is uncertain any more. */
export function syncFile(file: DiskFile): void {
  for (const change of file.pending) apply(file.stored, change)
  file.pending.length = 0
}

/**
 * A sync that failed. Linux then takes the pages for clean, so no later sync writes them again: what reached the disk
 * stays, the rest is lost unless it is written anew (Rebello et al., "Can Applications Recover from fsync Failures?",
 * USENIX ATC 2020).
 */
export function failSync(file: DiskFile, random: Random): void {
  const bytes = survivingBytes(file, random.pick(['nothing', 'everything', 'some']), random)
  file.stored.bytes = bytes
  file.stored.size = bytes.length
  file.pending.length = 0
}

/** What stands in the file after the power has gone. */
export function survivingBytes(file: DiskFile, survival: Survival, random: Random): Buffer {
  const { stored, pending } = file
  if (survival === 'some') return someBytes(file, random)
  const content = { bytes: Buffer.from(stored.bytes), size: stored.size }
  if (survival === 'everything') for (const change of pending) apply(content, change)
  return content.bytes.subarray(0, content.size)
}

/**
 * Each sector holds what it held at some moment since the last sync, whichever, and whatever the others hold: a disk
 * writes in any order, and may have written a page several times on the way. The length is that of some moment, too.
 */
function someBytes({ stored, pending }: DiskFile, random: Random): Buffer {
  const sizes = [stored.size]
  for (const change of pending) sizes.push(sizeAfter(sizes.at(-1) ?? 0, change))
  const length = Math.ceil(Math.max(...sizes) / SECTOR_BYTES) * SECTOR_BYTES
  const bytes = Buffer.alloc(length)
  stored.bytes.copy(bytes, 0, 0, stored.size)
  const changesOf = sectorChanges(pending, length)
  const choose = sectorChoice(random)
  for (const [sector, changes] of changesOf) {
    const start = sector * SECTOR_BYTES
    for (const change of changes.slice(0, choose(changes.length))) {
      if (change.kind === 'truncate') {
        bytes.fill(0, Math.max(change.size, start), start + SECTOR_BYTES)
      } else {
        const from = Math.max(start, change.at)
        const to = Math.min(start + SECTOR_BYTES, change.at + change.bytes.length)
        change.bytes.copy(bytes, from, from - change.at, to - change.at)
      }
    }
  }
  return bytes.subarray(0, random.share() < 0.5 ? sizes.at(-1) : random.pick(sizes))
}

/** Nearly all, hardly any, or an even mix: the odd ones out are what break things. */
function sectorChoice(random: Random): (changes: number) => number {
  const last = random.pick([0.02, 0.5, 0.98])
  return (changes) => (random.share() < last ? changes : random.below(changes + 1) * random.below(2))
}

function sectorChanges(pending: readonly FileChange[], length: number): Map<number, FileChange[]> {
  const changes = new Map<number, FileChange[]>()
  for (const change of pending) {
    const from = change.kind === 'write' ? change.at : change.size
    const to = change.kind === 'write' ? change.at + change.bytes.length : length
    for (let sector = Math.floor(from / SECTOR_BYTES); sector * SECTOR_BYTES < to; sector += 1) {
      const known = changes.get(sector)
      if (known) known.push(change)
      else changes.set(sector, [change])
    }
  }
  return changes
}

function sizeAfter(size: number, change: FileChange): number {
  return change.kind === 'truncate' ? change.size : Math.max(size, change.at + change.bytes.length)
}

function apply(content: Content, change: FileChange): void {
  const size = sizeAfter(content.size, change)
  if (size > content.bytes.length) {
    const grown = Buffer.alloc(Math.max(size, content.bytes.length * 2))
    content.bytes.copy(grown, 0, 0, content.size)
    content.bytes = grown
  }
  if (change.kind === 'write') change.bytes.copy(content.bytes, change.at)
  else content.bytes.fill(0, Math.min(size, content.size))
  content.size = size
}
