import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../support/root.ts'

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** A block of code in a page. */
export interface CodeBlock {
  /** what stands after the fence, such as `sh walk` */
  info: string
  code: string
}

/** Every fenced block of a page, in order. */
export function codeBlocks(text: string): CodeBlock[] {
  return [...text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, info = '', code = '']) => ({
    info: info.trim(),
    code,
  }))
}

/**
 * What stands under a heading, up to the next heading of its level or above; blocks of code are left out.
 * @throws Error when the page has no such heading, or several
 */
export function sectionOf(text: string, heading: string): string {
  const [level = ''] = heading.split(' ')
  const lines = proseOf(text).split('\n')
  const found = lines.flatMap((line, index) => (line === heading ? [index] : []))
  const [start, another] = found
  if (start === undefined || another !== undefined) throw new Error(`${found.length} headings are "${heading}"`)
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => /^#+ /.test(line) && (line.split(' ')[0]?.length ?? 0) <= level.length)
  return rest.slice(0, end < 0 ? undefined : end).join('\n')
}

/** The names that a section lists: of each line `- \`name\`` or `| \`name\``, with what follows it up to the next. */
export function listed(section: string): Map<string, string> {
  const parts = section.split(/^(?:- |\| )(?=`)/m).slice(1)
  const items = new Map<string, string>()
  for (const part of parts) {
    const [, name = ''] = /^`([^`]+)`/.exec(part) ?? []
    if (items.has(name)) throw new Error(`"${name}" is listed twice`)
    items.set(name, part)
  }
  return items
}

/** Everything between backticks, outside of blocks of code. */
export const quoted = (text: string): string[] =>
  [...proseOf(text).matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside)

const proseOf = (text: string): string => text.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '')
