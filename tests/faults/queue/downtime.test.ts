// @module-tag queue/bullmq
import { describe, expect, it } from 'vitest'
import { definePathway, openPolku, type PathwayInput } from '../../../engine/index.ts'
import { storedJournal } from '../../support/journal.ts'
import { readTables } from '../../support/tables.ts'
import { DAY, HOUR } from '../../support/testClock.ts'
import type { Accepted } from './support/load.ts'
import { startQueueRun } from './support/queueRun.ts'

const text = (fi: string) => ({ fi })
const user = { user: 'kone' }

/** What comes due while nothing runs. */
interface Outage {
  journeys: number
  /** of the follow-ups that repeat, until when, and how often that is */
  every: string
  until: string
  times: number
  lastsMs: number
}

/** A local day may have an hour less or more: each outage lasts somewhat longer than it says. */
const outages: [name: string, outage: Outage][] = [
  ['24 hours', { journeys: 400, every: 'PT2H', until: 'PT24H', times: 12, lastsMs: DAY + HOUR / 2 }],
  ['400 days', { journeys: 13, every: 'P1D', until: 'P400D', times: 400, lastsMs: 400 * DAY + 2 * HOUR }],
]
/** Acts that each of them leaves to be done, at least: of the four follow-ups two act for each occurrence. */
const acts = 10_000

const forgotten = ({ every, until }: Outage): PathwayInput =>
  definePathway({
    id: 'forgotten',
    title: text('Unohdettu'),
    exits: { stop: { label: text('Keskeytys'), outcome: 'interrupted' } },
    initial: 'work',
    states: {
      work: {
        followUps: {
          single: { after: until, actions: 'tell' },
          each: { every, until, catchUp: 'each', event: 'passed' },
          again: { every, until, catchUp: 'each', event: 'passed' },
          once: { every, until, catchUp: 'once', event: 'passed' },
        },
        on: { passed: { automatic: true } },
      },
    },
  })

/** Journeys that began before the outage. */
async function begin(file: string, outage: Outage): Promise<Accepted[]> {
  const began = new Date(Date.now() - outage.lastsMs)
  const polku = await openPolku({ database: file, clock: { now: () => began } })
  await polku.pathways.publish(forgotten(outage), { by: user })
  const client = await polku.clients.create({ by: user, key: 'forgotten' })
  const asked = { path: '', body: {}, tries: 1 }
  const started = await Promise.all(
    Array.from({ length: outage.journeys }, async (_, index): Promise<Accepted> => {
      const key = `forgotten-${index}`
      const start = { by: user, key, pathway: 'forgotten', client: client.id, responsible: user }
      return { ...asked, key, answer: await polku.journeys.start(start) }
    }),
  )
  await polku.close()
  return [{ ...asked, key: 'forgotten', answer: {} }, ...started]
}

describe('nothing ran for a long time', () => {
  it.for(outages)(`nothing ran for %s, and ${acts} timers had come due`, async ([, outage], context) => {
    const run = await startQueueRun(context, {
      workers: ['worker', 'worker'],
      prepare: (file) => begin(file, outage),
    })
    await run.load.more(50)
    await run.end()
    const reader = readTables(run.file)
    const ids = reader.rows<{ id: string }>(`SELECT id FROM journeys WHERE pathway = 'forgotten'`)
    expect(ids).toHaveLength(outage.journeys)
    let acted = 0
    for (const { id } of ids) {
      const timers = storedJournal(reader, id).flatMap(({ entry }) => (entry.timer ? [entry.timer] : []))
      acted += timers.length
      const occurrences = (name: string) => timers.filter((one) => one.name === name).map((one) => one.occurrence)
      const all = Array.from({ length: outage.times }, (_, index) => index + 1)
      expect(occurrences('single')).toEqual([1])
      expect(occurrences('each')).toEqual(all)
      expect(occurrences('again')).toEqual(all)
      expect(occurrences('once')).toEqual([1])
      expect(timers.find(({ name }) => name === 'once')?.skipped).toEqual([2, outage.times])
      expect(timers.filter(({ late }) => !late)).toEqual([])
    }
    reader.close()
    expect(acted).toBeGreaterThanOrEqual(acts)
  })
})
