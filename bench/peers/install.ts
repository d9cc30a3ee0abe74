import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))

/**
 * Installs the peers as locked, the first time: some 500 MB, a PostgreSQL, a Restate server and a Node.js among them.
 * @throws Error when npm fails
 */
export async function installPeers(): Promise<void> {
  if (existsSync(`${folder}node_modules/.package-lock.json`)) return
  console.log('The peers are not installed yet: npm ci in bench/peers (about 500 MB, once)')
  const npm = spawn('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' })
  const [code] = await once(npm, 'exit')
  if (code !== 0) throw new Error(`npm ci in bench/peers ended with code ${code}`)
}
