import { Counter, type Registry } from 'prom-client'
import type { Polku } from '../../engine/index.ts'
import { backlogPart } from './backlogPart.ts'
import { censusPart } from './censusPart.ts'
import { diskPart } from './diskPart.ts'
import { figuresIn } from './figure.ts'
import { queuePart } from './queuePart.ts'

export interface FiguresOptions {
  polku: Polku
  /** the file of the database; undefined where it is in memory */
  file: string | undefined
}

/** How long a scrape waits for a part. Milliseconds; Prometheus itself gives up after ten seconds. */
const patienceMs = 5_000

/**
 * What is looked up when the metrics are asked for, rather than counted as it happens. Figures of the database, the queue
 * and the disk are the same whichever process of theirs tells them.
 * @returns looks everything up; what cannot be had in time is left out and counted
 */
export function createFigures(registry: Registry, { polku, file }: FiguresOptions): () => Promise<void> {
  const failures = new Counter({
    name: 'polku_scrape_failures_total',
    help: 'Figures that could not be looked up in time, by part.',
    labelNames: ['part'],
    registers: [registry],
  })
  const parts = Object.entries({
    backlog: backlogPart(polku),
    census: censusPart(polku),
    queue: queuePart(polku),
    disk: diskPart(file),
  }).map(([name, part]) => {
    const { make, clear } = figuresIn(registry)
    const lookUp = part(make)
    failures.inc({ part: name }, 0)
    return async () => {
      const set = await within(patienceMs, lookUp()).catch(() => undefined)
      clear()
      if (set) set()
      else failures.inc({ part: name })
    }
  })
  let lookingUp: Promise<void> | undefined
  return () => {
    // who asks meanwhile gets the same
    lookingUp ??= Promise.all(parts.map((lookUp) => lookUp()))
      .then(() => {})
      .finally(() => {
        lookingUp = undefined
      })
    return lookingUp
  }
}

/** @throws when it takes longer */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${ms} milliseconds`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
