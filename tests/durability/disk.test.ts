/** The disk that the other tests believe in: what it keeps, what it may lose, and that nothing escapes the recorder. */
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createDisk, emptyImage, type Image } from './disk.ts'
import type { Survival } from './diskFile.ts'
import { startPolku } from './polkuOnDisk.ts'
import { createRandom } from './random.ts'
import type { DiskEvent } from './readDiskLog.ts'
import { compileRecorder } from './recorder.ts'

const folder: DiskEvent[] = [{ op: 'open', fd: 1, path: '', isFolder: true }]
const open = (fd: number, path: string): DiskEvent => ({ op: 'open', fd, path, isFolder: false })
const write = (fd: number, at: number, text: string): DiskEvent => ({ op: 'write', fd, at, bytes: Buffer.from(text) })
const sync = (fd: number): DiskEvent => ({ op: 'sync', fd })

/** What survives, by path. */
function left(events: readonly DiskEvent[], survival: Survival = 'nothing', seed = 1): Record<string, string> {
  const disk = createDisk(emptyImage(), createRandom(seed))
  for (const event of [...folder, ...events]) disk.apply(event)
  return texts(disk.image(survival))
}
const texts = ({ files }: Image) => Object.fromEntries([...files].map(([path, bytes]) => [path, bytes.toString()]))

/** Everything that may survive, from many power losses. */
function everSurvives(events: readonly DiskEvent[]): Set<string> {
  return new Set(Array.from({ length: 300 }, (_, seed) => JSON.stringify(left(events, 'some', seed))))
}

describe('a disk that throws away what was not synced', () => {
  it('keeps bytes whose file, and names whose folder, was synced', () => {
    expect(left([open(3, 'a'), write(3, 0, 'kept'), sync(3), sync(1), write(3, 4, ' lost')])).toEqual({ a: 'kept' })
  })

  it('loses a synced file whose name was not synced', () => {
    expect(left([open(3, 'a'), write(3, 0, 'kept'), sync(3)])).toEqual({})
  })

  it('brings back what was removed, and the old name of what was renamed', () => {
    const made = [open(3, 'a'), write(3, 0, 'one'), sync(3), open(4, 'b'), sync(1)]
    expect(left([...made, { op: 'unlink', path: 'a' }])).toEqual({ a: 'one', b: '' })
    const renamed: DiskEvent[] = [...made, { op: 'rename', from: 'a', to: 'b' }]
    expect(left(renamed)).toEqual({ a: 'one', b: '' })
    expect(left([...renamed, sync(1)])).toEqual({ b: 'one' })
    expect(everSurvives(renamed)).toEqual(new Set(['{"a":"one","b":""}', '{"b":"one"}']))
  })

  it('may keep a later change of names without an earlier one', () => {
    const made: DiskEvent[] = [open(3, 'a'), open(4, 'b'), sync(1)]
    const removed = everSurvives([...made, { op: 'unlink', path: 'a' }, { op: 'unlink', path: 'b' }])
    expect(removed).toEqual(new Set(['{"a":"","b":""}', '{"a":""}', '{"b":""}', '{}']))
  })

  it('loses what stands in a folder whose own name was not synced', () => {
    const inside: DiskEvent[] = [
      { op: 'mkdir', path: 'd' },
      open(3, 'd/a'),
      { op: 'open', fd: 5, path: 'd', isFolder: true },
    ]
    expect(left([...inside, sync(5)])).toEqual({})
    expect(left([...inside, sync(5), sync(1)])).toEqual({ 'd/a': '' })
  })

  it('tears a write between sectors, never inside one, and writes sectors in any order', () => {
    const page = (letter: string) => letter.repeat(1024)
    const torn = everSurvives([open(3, 'a'), write(3, 0, page('-')), sync(3), sync(1), write(3, 0, page('+'))])
    const half = (letter: string) => letter.repeat(512)
    const whole = [half('-') + half('-'), half('+') + half('-'), half('-') + half('+'), half('+') + half('+')]
    expect(torn).toEqual(new Set(whole.map((a) => JSON.stringify({ a }))))
  })

  it('keeps, loses or half keeps what a sync failed on, whatever is synced later', () => {
    const failed: DiskEvent[] = [open(3, 'a'), sync(3), sync(1), write(3, 0, 'x'), { op: 'syncFailed', fd: 3 }, sync(3)]
    const found = new Set(Array.from({ length: 50 }, (_, seed) => JSON.stringify(left(failed, 'everything', seed))))
    expect(found).toEqual(new Set(['{"a":""}', '{"a":"\\u0000"}', '{"a":"x"}']))
  })
})

describe('the recorder', () => {
  it('says what is missing where there is no C compiler', () => {
    vi.stubEnv('PATH', '/nowhere')
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(compileRecorder).toThrow('need a C compiler called "cc"')
  })

  it('misses nothing that Polku does to its files', async () => {
    const polku = await startPolku({ base: emptyImage() })
    await polku.random({ seed: 1, callers: 16, commands: 600, name: 'all' })
    const really = polku.files()
    const disk = createDisk(emptyImage(), createRandom(1))
    for (const event of await polku.kill()) disk.apply(event)
    const { files } = disk.image('everything')
    expect([...files.keys()].sort()).toEqual([...really.files.keys()].sort())
    for (const [path, bytes] of really.files) expect(files.get(path)?.equals(bytes), path).toBe(true)
  })
})
