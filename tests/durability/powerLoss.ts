import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkSurvivor, type Met } from './checkSurvivor.ts'
import { createDisk, type Image, writeImage } from './disk.ts'
import type { Survival } from './diskFile.ts'
import { copyOf, hear, type Ledger } from './ledger.ts'
import type { Random } from './random.ts'
import type { DiskEvent } from './readDiskLog.ts'

/** What a power loss has left, and what the callers knew at that moment. */
export interface Survivor {
  /** after so many events of the recording the power went */
  cut: number
  survival: Survival
  image: Image
  ledger: Ledger
}

/** What a disk held, and its callers knew, before a recording begins. */
export interface Before {
  image: Image
  ledger: Ledger
}

/** Cuts the power at the given moments of one recording: what is left each time. */
export function* survivors(
  before: Before,
  events: readonly DiskEvent[],
  cuts: readonly number[],
  random: Random,
): Generator<Survivor> {
  const disk = createDisk(before.image, random)
  const ledger = copyOf(before.ledger)
  let done = 0
  for (const cut of cuts.toSorted((a, b) => a - b)) {
    for (const event of events.slice(done, cut)) {
      disk.apply(event)
      hear(ledger, event)
    }
    done = cut
    const survival = random.pick<Survival>(['nothing', 'some', 'some', 'everything'])
    yield { cut, survival, image: disk.image(survival), ledger: copyOf(ledger) }
  }
}

/** What is broken in a survivor, each with the moment of the cut. */
export async function brokenIn(
  { cut, survival, image, ledger }: Survivor,
  more?: { database?: string; met?: Met },
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'polku-survivor-'))
  try {
    writeImage(folder, image)
    const broken = await checkSurvivor(folder, ledger, more)
    return broken.map((text) => `power lost after event ${cut}, ${survival} of what was not synced survived: ${text}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Keeps what somebody will want to look at. @returns where */
export function keepEvidence({ image, ledger }: Survivor): string {
  const folder = mkdtempSync(join(tmpdir(), 'polku-broken-'))
  writeImage(folder, image)
  writeFileSync(join(folder, 'ledger.json'), JSON.stringify([...ledger.commands.values()], null, 1))
  return folder
}

/** Moments that tell most: right after somebody was answered, right after a sync, and anywhere. */
export function chooseCuts(events: readonly DiskEvent[], count: number, random: Random): number[] {
  const after = (matches: (event: DiskEvent) => boolean) =>
    events.flatMap((event, index) => (matches(event) ? [index + 1] : []))
  const answers = after((event) => event.op === 'said' && event.text.startsWith('{"says":"answered"'))
  const syncs = after((event) => event.op === 'sync')
  return Array.from({ length: count }, () => {
    const dice = random.share()
    if (dice < 0.4 && answers.length > 0) return random.pick(answers)
    if (dice < 0.7 && syncs.length > 0) return random.pick(syncs)
    return random.below(events.length) + 1
  })
}
