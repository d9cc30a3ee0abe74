import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalState } from '../../engine/journey/canonicalState.ts'
import { blankState } from '../../engine/journey/changes.ts'
import { fold, type JournalEntry } from '../../engine/journey/replay.ts'

/**
 * Golden journals: what each release journalled for the scenario clients, kept as data and folded for ever. A file that
 * has been written is never written again: whoever changes how journals are folded must still fold these.
 */
export const goldenFolder = import.meta.dirname

/** One journal entry as a release wrote it. */
export interface GoldenEntry {
  seq: number
  /** epoch milliseconds */
  recordedAt: number
  type: JournalEntry['type']
  byRule: boolean
  entry: JournalEntry
}

/** One journey: what was journalled, and the state that it led to. */
export interface GoldenJourney {
  journey: string
  pathway: string
  version: number
  entries: GoldenEntry[]
  /** the state as it was stored, in canonical JSON */
  state: string
}

/** All journeys of one scenario client, in the order in which they began. */
export interface GoldenFile {
  release: string
  scenario: string
  journeys: GoldenJourney[]
}

/** Names of the golden files, such as `0.1.0/straight-through.json`. */
export function listGolden(): string[] {
  return readdirSync(goldenFolder, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .flatMap(({ name }) => readdirSync(join(goldenFolder, name)).map((file) => `${name}/${file}`))
    .sort()
}

export const textOf = (name: string): string => readFileSync(join(goldenFolder, name), 'utf8')

export const readGolden = (name: string): GoldenFile => JSON.parse(textOf(name)) as GoldenFile

/** SHA-256 of every golden file, by name: the proof that none has been touched. */
export const readDigests = (): Record<string, string> => JSON.parse(textOf('digests.json')) as Record<string, string>

/**
 * What every golden journal folds to on its way, by file and journey: the beginnings of the digests of its states, one
 * after each entry. The last state alone would not do: what is folded wrongly may be gone by then.
 */
export const readFolds = (): Folds => JSON.parse(textOf('folds.json')) as Folds

type Folds = Record<string, Record<string, string>>

/** What the journals of a file fold to today, entry by entry. */
export function foldsOf({ journeys }: GoldenFile): Record<string, string> {
  const folded = journeys.map(({ journey, entries }) => {
    let state = blankState()
    const digests = entries.map((placed) => {
      state = fold(state, placed)
      return digestOf(canonicalState(state)).slice(0, 8)
    })
    return [journey, digests.join(' ')]
  })
  return Object.fromEntries(folded)
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The bytes of a golden file: an entry a line, so that a person can read it. */
export function goldenText({ journeys, ...head }: GoldenFile): string {
  const texts = journeys.map(({ entries, state, ...journey }) => {
    const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n')
    return `${opened(journey)},"entries":[\n${lines}\n],"state":${JSON.stringify(state)}}`
  })
  return `${opened(head)},"journeys":[\n${texts.join(',\n')}\n]}\n`
}

const opened = (fields: object): string => JSON.stringify(fields).slice(0, -1)
