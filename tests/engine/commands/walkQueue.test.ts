import { describe, expect, it } from 'vitest'
import { patience } from '../../support/runs.ts'
import { openTestPolku, smallPathway } from '../../support/testPolku.ts'

const startsAt = '2026-03-02T08:00:00Z'
const daily = smallPathway({
  initial: 'a',
  states: { a: { followUps: { look: { every: 'P1D', actions: ['look'] } }, on: { go: 'b' } }, b: { type: 'final' } },
})
const short = { document: daily, startsAt, steps: [] }
/** A thousand days: long enough for others to come meanwhile. */
const long = { ...short, steps: [{ do: 'passTime' as const, to: '2028-12-01T08:00:00Z' }] }

describe('walks that are asked for at once', { timeout: patience }, () => {
  it('wait for their turn, twenty at most: others are asked to come again', async () => {
    const { polku } = await openTestPolku()
    const first = polku.pathways.walk(long)
    const others = await Promise.allSettled(Array.from({ length: 30 }, () => polku.pathways.walk(short)))
    const refused = others.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(refused).toEqual(Array.from({ length: 10 }, () => 'too-many-walks'))
    expect((await first).points).toHaveLength(2)
    expect((await polku.pathways.walk(short)).points).toHaveLength(1)
  })

  it('make room when nobody wants them any more', async () => {
    const { polku } = await openTestPolku()
    const first = polku.pathways.walk(long)
    const gone = new AbortController()
    const others = Array.from({ length: 20 }, () =>
      polku.pathways.walk(short, AbortSignal.any([gone.signal])).catch((error) => error.name),
    )
    const late = polku.pathways.walk(short).catch((error) => error.code)
    expect(await late).toBe('too-many-walks')
    gone.abort()
    const kept = polku.pathways.walk(short)
    expect(await Promise.all(others)).toEqual(Array.from({ length: 20 }, () => 'AbortError'))
    expect((await kept).points).toHaveLength(1)
    expect((await first).points).toHaveLength(2)
  })

  it('are played no further then, even in the middle of a step', async () => {
    const { polku } = await openTestPolku()
    const gone = new AbortController()
    let looks = 0
    gone.signal.throwIfAborted = () => {
      looks += 1
      if (looks === 50) gone.abort()
      AbortSignal.prototype.throwIfAborted.call(gone.signal)
    }
    await expect(polku.pathways.walk(long, gone.signal)).rejects.toThrow('aborted')
    expect(looks).toBe(50)
    await polku.pathways.saveDraft('luonnos', { document: { ...daily }, by: { user: 'aino', roles: [] } })
    expect(await polku.pathways.checkDraft('luonnos', {}, gone.signal)).toMatchObject({ isPublishable: true })
  })
})
