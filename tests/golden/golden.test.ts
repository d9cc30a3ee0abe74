import { basename, dirname, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../engine/journey/canonicalJson.ts'
import { canonicalState } from '../../engine/journey/canonicalState.ts'
import { replay } from '../../engine/journey/replay.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { digestOf, listGolden, readDigests, readGolden, textOf } from './golden.ts'
import { runtimeImports } from './runtimeImports.ts'

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

  it('have not been touched since they were written', () => {
    const digests = Object.fromEntries(listGolden().map((name) => [name, digestOf(textOf(name))]))
    expect(digests).toEqual(readDigests())
  })

  it('are there for every scenario of this release', () => {
    const release = listGolden().filter((name) => dirname(name) === packageFile.version)
    expect(release.length).toBeGreaterThanOrEqual(10)
    for (const name of release) {
      expect(readGolden(name)).toMatchObject({ release: dirname(name), scenario: basename(name, '.json') })
    }
  })

  it('have everything in them that journeys are made of', () => {
    const entries = listGolden().flatMap((name) => readGolden(name).journeys.flatMap((one) => one.entries))
    const types = new Set(entries.map(({ type }) => type))
    for (const type of [
      'start',
      'send',
      'timer',
      'completeTask',
      'facts',
      'answerProposal',
      'jump',
      'exit',
      'handOver',
      'suspend',
      'resume',
      'moduleEnded',
    ]) {
      expect(types).toContain(type)
    }
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
    expect(packages).toEqual(expect.arrayContaining(['date-holidays', 'feelin', 'temporal-polyfill', 'xstate']))
  })
})
