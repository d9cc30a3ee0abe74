import { symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { root } from './root.ts'
import { temporaryFolder, type WhenFinished } from './temporaryFolder.ts'

/** What is used of esbuild, which comes with tsx. */
interface Compiler {
  buildSync(options: {
    entryPoints: string[]
    outdir: string
    outExtension: { '.js': '.mjs' }
    bundle: true
    splitting: true
    platform: 'node'
    format: 'esm'
    packages: 'external'
  }): unknown
}

/**
 * A script with all of Polku that it imports, compiled: a process starts from it in a third of the time. It lies in a
 * folder of the running test's own; what it needs beside it is linked there.
 * @param script its path in the repository
 * @param whenFinished of the test's context, where tests run side by side
 * @returns the file to run
 */
export function bundleScript(script: string, whenFinished?: WhenFinished): string {
  const folder = temporaryFolder(whenFinished)
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const beside of ['migrations', 'queryThread.js']) {
    symlinkSync(join(root, 'engine/store/sqlite', beside), join(folder, beside))
  }
  const { buildSync } = createRequire(createRequire(import.meta.url).resolve('tsx/package.json'))('esbuild') as Compiler
  buildSync({
    entryPoints: [join(root, script)],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  return join(folder, `${basename(script, '.ts')}.mjs`)
}
