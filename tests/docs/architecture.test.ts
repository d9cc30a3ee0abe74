import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { isInside } from '../../engine/commands/deliverInside.ts'
import { notificationTemplateSchema } from '../../engine/commands/schemas.ts'
import { problemCodes } from '../../engine/index.ts'
import { outcomeSchema } from '../../engine/pathway/declarations.ts'
import * as schema from '../../engine/store/sqlite/schema/index.ts'
import { root } from '../support/root.ts'
import { declaredField, declaredTags, declaredUnion, sentTopics } from './support/declared.ts'
import { listed, quoted, sectionOf, textOf } from './support/markdown.ts'

const page = textOf('ARCHITECTURE.md')
const state = 'engine/journey/state.ts'
const store = 'engine/store/store.ts'

const namesIn = (heading: string): string[] => [...listed(sectionOf(page, heading)).keys()].sort()
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort()

/** Files of code in a folder, without those of folders inside it. */
const filesIn = (folder: string): string[] => readdirSync(join(root, folder)).filter((name) => /\.(ts|js)$/.test(name))

describe('what ARCHITECTURE.md lists is what the code has', () => {
  it.each([
    ['### Journey status', declaredField(state, 'JourneyState', 'status')],
    ['### Journey outcome', outcomeSchema.options],
    ['### Grant kind', declaredUnion('engine/store/peopleRows.ts', 'GrantKind')],
    ['### Task status', declaredUnion(store, 'TaskStatus')],
    ['### Task kind', declaredUnion(state, 'TaskKind')],
    ['### Notification templates', notificationTemplateSchema.options],
    ['### Notification state', declaredUnion('engine/store/notificationRows.ts', 'NotificationState')],
    ['### Timer kind', declaredUnion(state, 'TimerKind')],
    ['### Journal entries', declaredUnion('engine/journey/replay.ts', 'EntryType')],
    ['### Changes', declaredTags('engine/journey/changes.ts', 'Change', 'change')],
  ])('%s', (heading, declared) => {
    expect(declared.length).toBeGreaterThan(1)
    expect(namesIn(heading)).toEqual(sorted(declared))
  })

  it('### Journey status: the row’s are the state’s', () => {
    expect(sorted(declaredUnion(store, 'JourneyStatus'))).toEqual(namesIn('### Journey status'))
    expect(sorted(declaredField(store, 'TaskRow', 'kind'))).toEqual(namesIn('### Task kind'))
  })

  it('### Outbox topics: those of every step, told apart as the worker does', () => {
    const sent = sentTopics(filesIn('engine/journey').map((name) => `engine/journey/${name}`))
    const section = sectionOf(page, '### Outbox topics')
    expect([...listed(section).keys()].sort()).toEqual(sorted(sent))
    const [outside = '', inside = ''] = section.split(/^Between journeys/m)
    expect([...listed(outside).keys()].filter(isInside)).toEqual([])
    expect([...listed(inside).keys()].filter((topic) => !isInside(topic))).toEqual([])
  })

  it('## Refusals: every code, and which of them a step gives', () => {
    expect(namesIn('## Refusals')).toEqual(sorted(problemCodes))
    const [ofSteps = '', ofCommands = ''] = sectionOf(page, '## Refusals').split(/^Refused by a command/m)
    const kinds = declaredTags('engine/journey/refusal.ts', 'Refusal', 'refused')
    expect([...listed(ofSteps).keys()].sort()).toEqual(sorted(kinds))
    expect([...listed(ofCommands).keys()].filter((code) => kinds.includes(code))).toEqual([])
  })

  it('### Tables: every table with every column', () => {
    const tables = Object.values(schema).flatMap((one) => (is(one, SQLiteTable) ? [one] : []))
    expect(namesIn('### Tables')).toEqual(sorted(tables.map((table) => getTableName(table))))
    const items = listed(sectionOf(page, '### Tables'))
    for (const table of tables) {
      const [, columns = ''] = items.get(getTableName(table))?.split('Columns:') ?? []
      const declared = Object.values(getTableColumns(table)).map(({ name }) => name)
      expect(quoted(columns), getTableName(table)).toEqual(expect.arrayContaining(declared))
      expect(quoted(columns).length, getTableName(table)).toBe(declared.length)
    }
  })
})

describe('what ARCHITECTURE.md says of the lives of rows', () => {
  it('The life of a timer: every change that one goes through', () => {
    const changes = declaredTags('engine/journey/changes.ts', 'Change', 'change').filter((one) =>
      one.startsWith('timer'),
    )
    expect(quoted(sectionOf(page, '### The life of a timer'))).toEqual(expect.arrayContaining(changes))
    expect(changes.length).toBeGreaterThan(4)
  })

  // a column that is empty at first and set later is what a row's status is told by
  it.each([
    ['### The life of a timer', schema.timers],
    ['### The life of a message', schema.outbox],
    ['### Delivery attempts', schema.deliveryAttempts],
    ['### Grant kind', schema.grants],
    ['### Tokens', schema.tokens],
    ['### Legal holds', schema.legalHolds],
    ['### Contacts', schema.contacts],
    ['### Master keys', schema.masterKeys],
  ])('%s: every column that tells how far a row has come', (heading, table) => {
    const telling = Object.values(getTableColumns(table)).filter(
      ({ name, notNull }) => name === 'dead' || (!notNull && /(_at|_before|until|previous)$/.test(name)),
    )
    expect(quoted(sectionOf(page, heading))).toEqual(expect.arrayContaining(telling.map(({ name }) => name)))
    expect(telling.length).toBeGreaterThan(0)
  })

  it('every flow is numbered from the first step on', () => {
    const flows = sectionOf(page, '## Flows').split(/^### /m).slice(1)
    for (const flow of flows) {
      const [title = ''] = flow.split('\n')
      const numbers = [...flow.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
      // one that is told in two ways begins twice
      const begins = numbers.filter((number, index) => number !== (numbers[index - 1] ?? 0) + 1)
      expect(
        begins.filter((number) => number !== 1),
        title,
      ).toEqual([])
      expect(numbers.length, title).toBeGreaterThan(1)
    }
    expect(flows.length).toBeGreaterThan(20)
  })
})

describe('what ARCHITECTURE.md says of promises', () => {
  const promises = sectionOf(page, '## The promises')
    .split(/^(?=\d+\. )/m)
    .slice(1)

  it('numbers all eleven', () => {
    expect(promises.map((text) => Number.parseInt(text, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  it.each(promises.map((text) => [text.split('**')[1], text]))('%s Has tests, and they exist', (_, text) => {
    const tests = quoted(text).filter((one) => one.endsWith('.test.ts'))
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.filter((one) => !existsSync(join(root, one)))).toEqual([])
  })

  it('name every file of laws', () => {
    const laws = filesIn('tests/properties').filter((name) => name.endsWith('.test.ts'))
    expect(quoted(promises.join())).toEqual(expect.arrayContaining(laws.map((name) => `tests/properties/${name}`)))
  })
})

describe('the way that ARCHITECTURE.md shows', () => {
  /** Folders that have a table of their files: its rows are named from there. */
  const tables = [...page.matchAll(/^### `([^`]+)`$/gm)].map(([, folder = '']) => folder)

  it('leads to files and folders that exist', () => {
    const isPath = (one: string) => /^\.?[a-zA-Z]+(\/[\w.-]+)+$/.test(one) || /^[\w.-]+\.(md|cjs)$/.test(one)
    const named = sorted(quoted(page).filter(isPath))
    expect(named.length).toBeGreaterThan(80)
    expect(named.filter((one) => !existsSync(join(root, one)))).toEqual([])
  })

  it.each(tables)('tells of every file in %s, and of no other', (folder) => {
    expect(namesIn(`### \`${folder}\``).filter((name) => !name.includes('/'))).toEqual(filesIn(folder).sort())
  })

  it('tells of every folder with code in it', () => {
    const named = new Set(quoted(page))
    const missing = ['engine', 'api', 'designer', 'workflows', 'tests', 'bench', '.ci']
      .flatMap(withFolders)
      .filter((folder) => filesIn(folder).length > 0 && !named.has(folder) && !isPartOfSupport(folder))
    expect(missing).toEqual([])
  })
})

/** What only serves the tests beside it needs no line of its own. */
const isPartOfSupport = (folder: string): boolean => /^tests\/.*\/support$/.test(folder)

function withFolders(folder: string): string[] {
  const inside = readdirSync(join(root, folder)).filter(
    (name) => !['node_modules', 'dist'].includes(name) && statSync(join(root, folder, name)).isDirectory(),
  )
  return [folder, ...inside.flatMap((name) => withFolders(`${folder}/${name}`))]
}
