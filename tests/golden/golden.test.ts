import { readdirSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TimerRecord } from '../../engine/journey/actTimer.ts'
import { canonicalJson } from '../../engine/journey/canonicalJson.ts'
import { canonicalState } from '../../engine/journey/canonicalState.ts'
import type { Change } from '../../engine/journey/changes.ts'
import { type JournalEntry, replay } from '../../engine/journey/replay.ts'
import type { TaskKind, TimerKind } from '../../engine/journey/state.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { sentTopics } from '../docs/support/declared.ts'
import { everyEntryType } from '../support/everyEntryType.ts'
import { digestOf, foldsOf, listGolden, readDigests, readFolds, readGolden, textOf } from './golden.ts'
import { recorded } from './record.ts'
import { runtimeImports } from './runtimeImports.ts'

const all = (names: Iterable<string>): string[] => [...new Set(names)].sort()

// whoever adds to what a journal holds must name it here, and record a journey that has it
const everyField: Record<keyof JournalEntry, true> = {
  v: true,
  type: true,
  event: true,
  taken: true,
  criteria: true,
  override: true,
  timer: true,
  task: true,
  accept: true,
  imported: true,
  facts: true,
  reverses: true,
  migration: true,
  actedSince: true,
  changes: true,
  messages: true,
}
const everyTimerField: Record<keyof TimerRecord, true> = {
  id: true,
  arming: true,
  kind: true,
  name: true,
  occurrence: true,
  dueAt: true,
  late: true,
  skipped: true,
}
const everyTimerKind: Record<TimerKind, true> = {
  followUp: true,
  warning: true,
  after: true,
  taskDue: true,
  review: true,
  suspensionReview: true,
}
const everyTaskKind: Record<TaskKind, true> = { pathway: true, adHoc: true, proposal: true, review: true }
const everyChange: Record<Change['change'], true> = {
  started: true,
  configuration: true,
  migrated: true,
  visitOpened: true,
  visitContinued: true,
  visitClosed: true,
  timerArmed: true,
  timerMoved: true,
  timerCancelled: true,
  timerActed: true,
  timerStopped: true,
  timerResumed: true,
  occurrencesSkipped: true,
  followUpRestarted: true,
  anchorMoved: true,
  suspended: true,
  resumed: true,
  moduleStarted: true,
  moduleLeft: true,
  moduleEnded: true,
  taskOpened: true,
  taskChanged: true,
  taskClosed: true,
  responsible: true,
  dismissed: true,
  ended: true,
  restored: true,
}

const engine = resolve(import.meta.dirname, '../../engine')
const importsOf = (file: string) => {
  const { files, packages } = runtimeImports(resolve(engine, file))
  return { files: files.map((one) => relative(engine, one)).sort(), packages }
}

describe('journals of every release', () => {
  it.each(listGolden())('%s folds to the state that was stored, byte for byte', (name) => {
    for (const { entries, state, pathway, version } of readGolden(name).journeys) {
      const folded = replay(entries)
      expect(canonicalState(folded)).toBe(state)
      expect(canonicalJson(folded)).toBe(state)
      expect(folded).toMatchObject({ pathway, version })
    }
  })

  it.each(listGolden())('%s folds to the same states on its way, entry by entry', (name) => {
    expect(foldsOf(readGolden(name))).toEqual(readFolds()[name])
  })

  it('have not been touched since they were written', () => {
    const digests = Object.fromEntries(listGolden().map((name) => [name, digestOf(textOf(name))]))
    expect(digests).toEqual(readDigests())
  })

  it('are there for every scenario and every further life of this release, and of no other', () => {
    const release = listGolden().filter((name) => dirname(name) === packageFile.version)
    expect(release.map((name) => basename(name, '.json'))).toEqual(recorded.toSorted())
    for (const name of release) {
      expect(readGolden(name)).toMatchObject({ release: dirname(name), scenario: basename(name, '.json') })
    }
  })

  it('have everything in them that journeys are made of', () => {
    const entries = listGolden().flatMap((name) => readGolden(name).journeys.flatMap((one) => one.entries))
    const changes = entries.flatMap(({ entry }) => entry.changes)
    const topics = entries.flatMap(({ entry }) => entry.messages.map(({ topic }) => topic))
    expect(all(entries.map(({ type }) => type))).toEqual(all(Object.keys(everyEntryType)))
    expect(all(entries.flatMap(({ entry }) => Object.keys(entry)))).toEqual(all(Object.keys(everyField)))
    expect(all(entries.flatMap(({ entry }) => Object.keys(entry.timer ?? {})))).toEqual(
      all(Object.keys(everyTimerField)),
    )
    expect(all(changes.map(({ change }) => change))).toEqual(all(Object.keys(everyChange)))
    expect(all(changes.flatMap((one) => (one.change === 'timerArmed' ? [one.timer.kind] : [])))).toEqual(
      all(Object.keys(everyTimerKind)),
    )
    expect(all(changes.flatMap((one) => (one.change === 'taskOpened' ? [one.task.kind] : [])))).toEqual(
      all(Object.keys(everyTaskKind)),
    )
    const files = readdirSync(resolve(engine, 'journey')).map((name) => `engine/journey/${name}`)
    expect(all(topics)).toEqual(all(sentTopics(files)))
    // nothing of a client’s own: ids are names of ours, and values of facts are not in a journal
    expect(listGolden().flatMap((name) => textOf(name).match(/[0-9a-f]{8}-[0-9a-f]{4}-/g) ?? [])).toEqual([])
  })
})

describe('folding', () => {
  it('loads nothing but itself: no FEEL, calendar or XState can change what it gives', () => {
    expect(importsOf('journey/replay.ts')).toEqual({ files: ['journey/changes.ts', 'journey/replay.ts'], packages: [] })
    for (const file of ['journey/canonicalState.ts', 'journey/canonicalJson.ts']) {
      expect(importsOf(file)).toEqual({ files: [file], packages: [] })
    }
  })

  it('unlike the engine as a whole, in which the same look finds them all', () => {
    const { packages } = importsOf('index.ts')
    expect(packages).toEqual(expect.arrayContaining(['date-easter', 'feelin', 'temporal-polyfill', 'xstate']))
  })
})
