import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/root.ts'
import { quoted, textOf } from './support/markdown.ts'

const page = textOf('docs/threat-model.md')

/** Each boundary with the rows of its table. */
const boundaries = page
  .split(/^## /m)
  .slice(1)
  .map((section) => ({ title: section.split('\n')[0] ?? '', rows: rowsOf(section) }))
  .filter(({ rows }) => rows[0]?.[0] === 'threat')

describe('docs/threat-model.md', () => {
  it('tells of every boundary that somebody would have to cross', () => {
    expect(boundaries.map(({ title }) => title)).toEqual([
      'Browser and API',
      'System and API',
      'Organisation and organisation',
      'API and database',
      'Process and Redis',
      'Process and mail',
      'OIDC provider',
      'Backups',
      'Logs, metrics and traces',
      'Docs and queue pages',
      'Pathway documents',
    ])
  })

  it.each(boundaries)('$title: every threat has its guard, and a test that is there', ({ rows }) => {
    const [, ...threats] = rows
    expect(threats.length).toBeGreaterThan(0)
    for (const [threat, guard = '', test = ''] of threats) {
      expect(guard.length, threat).toBeGreaterThan(5)
      const files = quoted(test)
      expect(files.length, threat).toBeGreaterThan(0)
      for (const file of files) {
        expect(file, threat).toMatch(/^tests\/.*\.test\.ts$/)
        expect(existsSync(join(root, file)), `${threat}: ${file}`).toBe(true)
      }
    }
  })

  it('is where SECURITY.md leads, which says how to report', () => {
    const text = textOf('SECURITY.md')
    expect(text).toContain('`docs/threat-model.md`')
    expect(text).toContain('Report a vulnerability')
  })
})

/** Rows of a section's table, without the line under its head. */
function rowsOf(section: string): string[][] {
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\|[-| ]+\|$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}
