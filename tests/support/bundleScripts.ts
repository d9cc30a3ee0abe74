import { mkdtempSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What is used of esbuild, which comes with tsx. */
interface Compiler {
  build(options: {
    entryPoints: { in: string; out: string }[]
    outdir: string
    outExtension: { '.js': '.mjs' }
    banner: { js: string }
    bundle: true
    splitting: true
    platform: 'node'
    format: 'esm'
    external: string[]
    logLevel: 'error'
  }): Promise<unknown>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Scripts that tests start as processes, by the name that each is started by. */
const scripts = {
  killedProcess: 'tests/faults/killedProcess.ts',
  faultProcess: 'tests/faults/queue/support/faultProcess.ts',
  racingProcess: 'tests/faults/queue/support/racingProcess.ts',
  polkuProcess: 'tests/durability/polkuProcess.ts',
} as const

export type ScriptName = keyof typeof scripts

/** Packages that look for files of their own beside them. */
const external = ['better-sqlite3', '@bull-board/ui', 'swagger-ui-dist', 'pino']

/** What packages made for CommonJS expect to be there. */
const banner = `import { createRequire as requireFrom } from 'node:module'
const require = requireFrom(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname`

/**
 * Compiles the scripts, each with all that it imports: a process starts from one in a quarter of the time.
 * @returns the folder in which they are, with what they need beside them
 */
export async function bundleScripts(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'polku-scripts-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const beside of ['migrations', 'queryThread.js'])
    symlinkSync(join(root, 'engine/store/sqlite', beside), join(folder, beside))
  const { build } = createRequire(createRequire(import.meta.url).resolve('tsx/package.json'))('esbuild') as Compiler
  await build({
    entryPoints: Object.entries(scripts).map(([out, file]) => ({ in: join(root, file), out })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    banner: { js: banner },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    external,
    logLevel: 'error',
  })
  return folder
}
