import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const cleanUps = new Set<() => void>()
let isWatching = false

/**
 * Gives work a folder of its own, gone afterwards, also when the run is interrupted. It stands in the system's folder
 * for temporary files; `TMPDIR` names another, on the disk that is to be measured.
 */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'polku-bench-'))
  const forget = onLeaving(() => rmSync(folder, { recursive: true, force: true }))
  try {
    return await work(folder)
  } finally {
    forget()
  }
}

/**
 * Has something put away when the process ends, however it ends, or when the given function is called: whichever comes
 * first. The latest is put away first.
 */
export function onLeaving(cleanUp: () => void): () => void {
  watch()
  cleanUps.add(cleanUp)
  return () => {
    if (cleanUps.delete(cleanUp)) cleanUp()
  }
}

function watch(): void {
  if (isWatching) return
  isWatching = true
  process.on('exit', () => {
    for (const cleanUp of [...cleanUps].reverse()) cleanUp()
  })
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
}
