import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { root } from '../../support/root.ts'

/** Writes a block where it can be run from: its imports are told from the root of the repository. */
export function writeBlock(folder: string, name: string, code: string): string {
  const file = join(folder, name)
  writeFileSync(file, code.replaceAll(/(from ')\.\//g, `$1${root}/`))
  return file
}

/** Runs a block as a program. @throws Error with what it said when it fails */
export async function run(file: string): Promise<string> {
  const tsx = import.meta.resolve('tsx')
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', tsx, file], { cwd: root })
  return stdout
}

/** What the compiler has to say of blocks as if they stood in files at the root of the repository. */
export function compilerErrors(blocks: readonly string[]): string[] {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root)
  const texts = new Map(blocks.map((code, index) => [join(root, `guide-${index + 1}.ts`), code]))
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (file) => texts.has(file) || fileExists(file)
  host.readFile = (file) => texts.get(file) ?? readFile(file)
  host.getSourceFile = (file, ...more) => {
    const text = texts.get(file)
    return text === undefined ? getSourceFile(file, ...more) : ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
  }
  const program = ts.createProgram([...texts.keys()], options, host)
  return [...texts.keys()].flatMap((file) => {
    const source = program.getSourceFile(file)
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    return found.map(({ messageText, start = 0 }) => {
      const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1
      return `${file}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    })
  })
}
