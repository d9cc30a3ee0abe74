import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import ts from 'typescript'

/** What a module needs when it runs: types are gone by then. */
export interface RuntimeImports {
  /** absolute paths, the module's own first */
  files: string[]
  /** packages and Node's own modules */
  packages: string[]
}

/** Everything that running a module loads, however far away. Read from the JavaScript that it becomes. */
export function runtimeImports(file: string): RuntimeImports {
  const files = [file]
  const packages = new Set<string>()
  for (const one of files) {
    for (const name of importsOf(one)) {
      if (!name.startsWith('.')) packages.add(name)
      else if (!files.includes(resolve(dirname(one), name))) files.push(resolve(dirname(one), name))
    }
  }
  return { files, packages: [...packages].sort() }
}

const known = new Map<string, string[]>()

function importsOf(file: string): string[] {
  const imports = known.get(file) ?? readImports(file)
  known.set(file, imports)
  return imports
}

function readImports(file: string): string[] {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  })
  return ts.preProcessFile(outputText, true, true).importedFiles.map(({ fileName }) => fileName)
}
