import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
/** What the built designer is made of. */
const sources = ['designer', 'engine/pathway', 'api/client', 'package-lock.json']

/** Builds the designer when something of it has changed since it was built last, or it never was. */
async function ensureBuilt(): Promise<void> {
  const builtAt = changedAt(join(root, 'designer/dist/index.html'))
  const newest = Math.max(...sources.map((one) => newestIn(join(root, one))))
  if (builtAt > newest) return
  console.log('Building the designer …')
  await build({ configFile: join(root, 'designer/vite.config.ts'), logLevel: 'warn' })
}

function newestIn(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  const inside = readdirSync(path).filter((name) => name !== 'dist')
  return Math.max(found.mtimeMs, ...inside.map((name) => newestIn(join(path, name))))
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

await ensureBuilt()
