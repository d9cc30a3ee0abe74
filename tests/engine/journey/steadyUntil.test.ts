import { describe, expect, it } from 'vitest'
import { steadyUntil } from '../../../engine/journey/steadyUntil.ts'
import { dateHoldsUntil } from '../../../engine/pathway/calendar/index.ts'
import { compilePathway } from '../../../engine/pathway/compilePathway.ts'
import { documentSchema } from '../../../engine/pathway/document.ts'
import { criterion, facts, smallPathway, startJourney } from '../../support/testPolku.ts'

const zone = 'Europe/Helsinki'
const at = (instant: string) => Date.parse(instant)
const read = (ms: number) => new Date(ms).toISOString()

describe('until when a local date holds', () => {
  it('is when the next day begins', () => {
    expect(read(dateHoldsUntil(at('2026-03-02T10:00:00+02:00'), zone))).toBe('2026-03-02T22:00:00.000Z')
    expect(read(dateHoldsUntil(at('2026-03-02T22:00:00Z'), zone))).toBe('2026-03-03T22:00:00.000Z')
  })

  it('is the next quarter of an hour on a day on which clocks are changed', () => {
    expect(read(dateHoldsUntil(at('2026-10-25T10:07:00+02:00'), zone))).toBe('2026-10-25T08:15:00.000Z')
    // at midnight the clock goes back to the evening before
    const havana = 'America/Havana'
    expect(read(dateHoldsUntil(at('2026-11-01T04:30:00Z'), havana))).toBe('2026-11-01T04:45:00.000Z')
  })
})

describe('until when what can be done next stays as it is', () => {
  const now = at('2026-03-02T10:00:00+02:00')
  const parts = { initial: 'a', states: { a: { on: { go: { target: 'a', criteria: ['it'] } } } } }
  const shelved = { hours: { ...facts.hours, shelfLife: 'PT6H' } }

  async function until(document: ReturnType<typeof smallPathway>, holdsFrom = now) {
    const { polku, journey } = await startJourney(document)
    const pathway = compilePathway(documentSchema.parse(document), {})
    const state = await polku.journeys.replay(journey)
    const known = new Map([['hours', { id: 'f', value: 8, holdsFrom }]])
    return read(steadyUntil({ pathway, state, facts: known, now }))
  }

  it('is when the next day begins, by which days are counted', async () => {
    const criteria = { it: criterion('daysInState >= 2') }
    expect(await until(smallPathway({ ...parts, criteria }))).toBe('2026-03-02T22:00:00.000Z')
  })

  it('is when a value outlives its shelf life', async () => {
    const criteria = { it: criterion('hours >= 6') }
    const document = smallPathway({ ...parts, facts: shelved, criteria })
    expect(await until(document)).toBe('2026-03-02T14:00:00.000Z')
    // what has outlived it already changes no more
    expect(await until(document, now - 86_400_000)).toBe('2026-03-02T22:00:00.000Z')
  })

  it('is now where a criterion asks what time it is', async () => {
    const criteria = { it: criterion('now() > date and time("2026-03-02T10:00:01Z")') }
    expect(await until(smallPathway({ ...parts, criteria }))).toBe(read(now))
  })

  it('is when a timer is due', async () => {
    const criteria = { it: criterion('hours >= 6') }
    const states = { a: { ...parts.states.a, after: { PT3H: { target: 'a', automatic: true } } } }
    expect(await until(smallPathway({ ...parts, facts, criteria, states }))).toBe('2026-03-02T11:00:00.000Z')
  })
})
