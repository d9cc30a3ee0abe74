import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type DiskFile, diskFile, failSync, type Survival, survivingBytes, syncFile } from './diskFile.ts'
import type { Random } from './random.ts'
import type { DiskEvent } from './readDiskLog.ts'

/** The files and folders that a disk holds, by path from the watched folder. */
export interface Image {
  files: Map<string, Buffer>
  folders: Set<string>
}

export const emptyImage = (): Image => ({ files: new Map(), folders: new Set() })

type Node = DiskFile | 'folder'

/** A change of names in one folder. What is renamed has the one name or the other, never both and never none. */
interface Naming {
  folder: string
  names: readonly (readonly [path: string, node: Node | undefined])[]
}

/** A disk under a file system that promises no more than POSIX does. */
export interface Disk {
  apply(event: DiskEvent): void
  /** What is there when the power comes back. */
  image(survival: Survival): Image
}

/**
 * A disk that keeps for certain only what was synced. A file's bytes are kept by a sync of the file. A name (made,
 * changed or removed) is kept by a sync of its folder and by nothing else, although the usual file systems of Linux
 * keep a new file's name with its first sync; names that were not synced survive in the order in which they were made
 * up to any point, as under a journalling file system, or some of them and not those before.
 *
 * What SQLite shares in memory (`-shm`) is not on it: SQLite makes it anew.
 */
export function createDisk(base: Image, random: Random): Disk {
  const stored = new Map<string, Node>()
  for (const folder of base.folders) stored.set(folder, 'folder')
  for (const [path, bytes] of base.files) stored.set(path, diskFile(bytes))
  const now = new Map(stored)
  const open = new Map<number, { path: string; node: Node }>()
  let namings: Naming[] = []

  const name = (...names: [path: string, node: Node | undefined][]) => {
    const [folder = ''] = names.map(([path]) => folderOf(path))
    if (names.some(([path]) => folderOf(path) !== folder)) throw new Error('a name moved from one folder to another')
    const naming = { folder, names }
    namings.push(naming)
    put(now, naming)
  }
  const existing = (path: string): Node => {
    const node = path === '' ? 'folder' : now.get(path)
    if (node === undefined) throw new Error(`"${path}" was changed before it was there`)
    return node
  }
  const fileOf = (fd: number): DiskFile => {
    const node = open.get(fd)?.node
    if (node === undefined || node === 'folder') throw new Error(`descriptor ${fd} is no file`)
    return node
  }
  const syncFolder = (folder: string) => {
    for (const naming of namings) if (naming.folder === folder) put(stored, naming)
    namings = namings.filter((naming) => naming.folder !== folder)
  }

  const apply = (event: DiskEvent): void => {
    switch (event.op) {
      case 'open': {
        const { fd, path, isFolder } = event
        if (!isFolder && !now.has(path)) name([path, diskFile()])
        open.set(fd, { path, node: existing(path) })
        return
      }
      case 'write':
        fileOf(event.fd).pending.push({ kind: 'write', at: event.at, bytes: event.bytes })
        return
      case 'truncate':
        fileOf(event.fd).pending.push({ kind: 'truncate', size: event.size })
        return
      case 'sync': {
        const opened = open.get(event.fd)
        if (opened?.node === 'folder') syncFolder(opened.path)
        else syncFile(fileOf(event.fd))
        return
      }
      case 'syncFailed':
        failSync(fileOf(event.fd), random)
        return
      case 'unlink':
      case 'rmdir':
        name([event.path, undefined])
        return
      case 'rename':
        name([event.from, undefined], [event.to, existing(event.from)])
        return
      case 'link':
        name([event.to, existing(event.from)])
        return
      case 'mkdir':
        name([event.path, 'folder'])
        return
      case 'said':
        return
    }
  }

  const image = (survival: Survival): Image => {
    const names = new Map(stored)
    for (const naming of survivingNamings(namings, survival, random)) put(names, naming)
    const found = emptyImage()
    for (const [path, node] of names) {
      if (!isReachable(names, path)) continue
      if (node === 'folder') found.folders.add(path)
      else found.files.set(path, survivingBytes(node, fileSurvival(survival, random), random))
    }
    return found
  }

  return { apply, image }
}

/** Of "some", each file has its own share: also all of one and nothing of another. */
function fileSurvival(survival: Survival, random: Random): Survival {
  return survival === 'some' ? random.pick(['nothing', 'everything', 'some', 'some']) : survival
}

function survivingNamings(namings: readonly Naming[], survival: Survival, random: Random): readonly Naming[] {
  if (survival === 'nothing') return []
  if (survival === 'everything') return namings
  const folders = new Set(namings.map(({ folder }) => folder))
  const survivors = new Set<Naming>()
  for (const folder of folders) {
    const made = namings.filter((naming) => naming.folder === folder)
    const isInOrder = random.share() < 0.5
    const kept = isInOrder ? made.slice(0, random.below(made.length + 1)) : made.filter(() => random.share() < 0.5)
    for (const naming of kept) survivors.add(naming)
  }
  return namings.filter((naming) => survivors.has(naming))
}

function put(names: Map<string, Node>, { names: changes }: Naming): void {
  for (const [path, node] of changes) {
    if (node === undefined) names.delete(path)
    else names.set(path, node)
  }
}

const folderOf = (path: string): string => (path.includes('/') ? dirname(path) : '')

function isReachable(names: ReadonlyMap<string, Node>, path: string): boolean {
  const folder = folderOf(path)
  return folder === '' || (names.get(folder) === 'folder' && isReachable(names, folder))
}

/** Puts an image into an empty folder. */
export function writeImage(folder: string, { files, folders }: Image): void {
  for (const one of folders) mkdirSync(join(folder, one), { recursive: true })
  for (const [path, bytes] of files) writeFileSync(join(folder, path), bytes, { mode: 0o600 })
}

/** What really stands in a folder. */
export function readImage(folder: string): Image {
  const image = emptyImage()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length + 1)
    if (entry.isDirectory()) image.folders.add(name)
    else if (!name.endsWith('-shm')) image.files.set(name, readFileSync(path))
  }
  return image
}
