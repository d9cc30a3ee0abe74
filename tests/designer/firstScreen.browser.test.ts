import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

const built = join(import.meta.dirname, '../../designer/dist')
/** What goes before each file on its way, with the policy of the pages. */
const headerBytes = 1000

const read = (file: string): Promise<string> => readFile(join(built, file), 'utf8')
const bytesOf = async (file: string): Promise<number> => gzipSync(await read(file)).length + headerBytes
const importedBy = (script: string): string[] =>
  [...script.matchAll(/(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g)].map(([, name]) => `assets/${name}`)

it('the first screen is light and in few files: page, scripts and styles, with the texts of whoever reads it', async () => {
  const named = [...new Set((await read('index.html')).match(/assets\/[\w-]+\.(?:js|css)/g))]
  // the page names everything without which its scripts do not begin
  const scripts = await Promise.all(named.filter((file) => file.endsWith('.js')).map(read))
  const imported = scripts.flatMap(importedBy)
  expect(imported.length).toBeGreaterThan(0)
  expect(imported.filter((file) => !named.includes(file))).toEqual([])

  // each costs the browser and the server some milliseconds, however small it is
  expect(named.length).toBeLessThan(6)

  const languages = (await readdir(join(built, 'assets'))).filter((file) => /^(sv|en)-[\w-]+\.js$/.test(file))
  expect(languages).toHaveLength(2)
  const texts = await Promise.all(languages.map((file) => bytesOf(`assets/${file}`)))
  const files = await Promise.all(['index.html', ...named].map(bytesOf))
  expect(files.reduce((sum, bytes) => sum + bytes, Math.max(...texts)) / 1000).toBeLessThan(350)
})
