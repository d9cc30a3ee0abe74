/**
 * `npm run build`: what is run and what is served, made of the sources. The server becomes a few files of JavaScript in
 * `dist/server`: read as TypeScript it took 45 MB and seconds more to start. With `--changed`, only what has changed since
 * it was built last; with `server`, `designer` or `bench`, that part alone, and benches only then.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const at = (path: string): string => join(root, path)

interface Part {
  /** what it is made of: files and folders */
  sources: string[]
  /** the file that stands when it has been built */
  made: string
  build(): Promise<void>
}

/** What is read as it is. `bin.js` leads to what is built, and stays outside it. */
const isAsset = (path: string): boolean => !path.endsWith('.ts') && path !== at('api/bin.js')
/** What the server is made of. */
const program = ['engine', 'api', 'workflows', 'designer/dist', 'package-lock.json']

/** In the order of building: the server is given the designer to serve. */
const parts: Record<string, Part> = {
  designer: {
    sources: ['designer', 'engine/pathway', 'api/client', 'package-lock.json'],
    made: 'designer/dist/index.html',
    build: async () => {
      // a test run has set another: then React would be built as for its developers, larger and much slower
      process.env.NODE_ENV = 'production'
      const { build } = await import('vite')
      await build({ configFile: at('designer/vite.config.ts'), logLevel: 'warn' })
    },
  },
  server: {
    sources: program,
    made: 'dist/server/polku.mjs',
    build: async () => {
      beginAnew('dist/server')
      const { bundle } = await import('./bundle.ts')
      // last: what it makes says that all of it is there
      await bundle({ polku: 'api/polku.ts' }, at('dist/server'))
    },
  },
  bench: {
    sources: [...program, 'bench', 'tests/support', 'tsconfig.build.json'],
    made: 'dist/bench/bench/run.js',
    // file by file, so that a profile can tell them apart
    build: async () => {
      beginAnew('dist/bench')
      const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
      execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
    },
  },
}

/** An empty folder, but for what is read as it is. */
function beginAnew(folder: string): void {
  rmSync(at(folder), { recursive: true, force: true })
  for (const from of ['engine', 'api', 'workflows'])
    cpSync(at(from), at(`${folder}/${from}`), { recursive: true, filter: isAsset })
  cpSync(at('designer/dist'), at(`${folder}/designer/dist`), { recursive: true })
}

async function build(words: readonly string[]): Promise<void> {
  const named = words.filter((word) => word in parts)
  for (const [name, part] of Object.entries(parts)) {
    if (named.length > 0 ? !named.includes(name) : name === 'bench') continue
    if (words.includes('--changed') && isBuilt(part)) continue
    console.log(`Building the ${name} …`)
    await part.build()
  }
}

function isBuilt({ sources, made }: Part): boolean {
  const builtAt = statSync(at(made), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return builtAt > Math.max(...sources.map((one) => newestIn(at(one))))
}

function newestIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0
  const inside = readdirSync(path).filter((name) => !path.endsWith('designer') || name !== 'dist')
  return Math.max(found.mtimeMs, ...inside.map((name) => newestIn(join(path, name))))
}

await build(process.argv.slice(2))
