import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Packages that look for files of their own beside them, that are not JavaScript, or that are made for CommonJS and read
 * only where they are asked for: of such a one the compiler hands on no names.
 */
const external = ['better-sqlite3', 'swagger-ui-dist', 'pino', 'msgpackr-extract', '@bull-board/*', '@opentelemetry/*']

/** What packages made for CommonJS expect to be there. */
const banner = `import { createRequire as requireFrom } from 'node:module'
const require = requireFrom(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname`

/** Our own files that read others beside them go on finding these at their place below the folder. */
const filesBesideSources: Plugin = {
  name: 'files beside sources',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      const place = `new URL('./${relative(root, path)}', import.meta.url).href`
      return { contents: source.replaceAll('import.meta.url', place), loader: 'ts' }
    })
  },
}

/**
 * Compiles programs for Node.js, each with all that it imports in a few files: to look for a thousand files took a process
 * longer at its start than to run them.
 * @param programs the source of each, from the project's root, by the name it is to have
 * @param folder where to; what the sources read beside them has to lie in it as it does below the root
 */
export async function bundle(programs: Readonly<Record<string, string>>, folder: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: Object.entries(programs).map(([out, source]) => ({ in: source, out })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    banner: { js: banner },
    plugins: [filesBesideSources],
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    sourcemap: 'linked',
    sourcesContent: false,
    external,
    logLevel: 'error',
  })
}
