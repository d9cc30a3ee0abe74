import { describe, expect, it } from 'vitest'
import type { PathwayInput, WalkPoint, walkSchemas } from '../../../engine/index.ts'
import { criterion, facts, manager, openTestPolku, smallPathway } from '../../support/testPolku.ts'

type Step = walkSchemas.WalkInput['steps'][number]
const startsAt = '2026-03-02T08:00:00Z'

/** A client with many hours is passed to and fro for ever, which no analysis of the document can foresee. */
const restless = {
  first: { always: { target: 'second', criteria: ['there'], automatic: true } },
  second: { always: { target: 'first', criteria: ['back'], automatic: true } },
} satisfies PathwayInput['states']
const ofRestless = {
  facts,
  criteria: { there: criterion('hours * hours >= 36'), back: criterion('hours + hours >= 12') },
}
const tooMany: Step = { do: 'record', facts: { hours: 7 } }

/** What a point says of the client, without the step that led there. */
const standingOf = ({ step: _step, index: _index, refused: _refused, did: _did, ...standing }: WalkPoint) => standing

async function walkThrough(document: PathwayInput, steps: Step[], published: PathwayInput[] = []) {
  const { polku } = await openTestPolku()
  for (const one of published) await polku.pathways.publish(one, { by: manager })
  const { points } = await polku.pathways.walk({ document, startsAt, steps })
  return {
    refused: points.map(({ refused }) => refused?.code ?? null),
    points,
    /** whether everything stands at a point as it stood at another */
    isAt: (place: number, other: number) => {
      const [one, before] = [points[place], points[other]]
      expect(one && standingOf(one)).toEqual(before && standingOf(before))
      expect(one?.did).toEqual([])
    },
  }
}

describe('a step that comes half the way', () => {
  const later = smallPathway({
    ...ofRestless,
    initial: 'rest',
    states: {
      ...restless,
      rest: {
        after: { P2D: { target: 'first', automatic: true } },
        followUps: { look: { every: 'P1D', actions: 'looked' } },
        on: { go: 'gone' },
      },
      gone: {},
    },
  })
  const pass: Step = { do: 'passTime', to: '2026-03-06T08:00:00Z' }

  it('is undone where what comes due on the way cannot act, and the walk goes on from before it', async () => {
    const day: Step = { do: 'passTime', to: '2026-03-03T12:00:00Z' }
    const { refused, points, isAt } = await walkThrough(later, [tooMany, day, pass, { do: 'send', event: 'go' }])
    expect(refused).toEqual([null, null, null, 'endless-loop', null])
    expect(points[2]?.did).toMatchObject([{ timer: { name: 'look' } }])
    isAt(3, 2)
    expect(points[4]).toMatchObject({ states: ['gone'], at: points[2]?.at, did: [{ seq: expect.any(Number) }] })
  })

  it('is undone where what comes of it cannot be done: the module goes on as the client’s journey does', async () => {
    const end = { code: 'done', label: { fi: 'Valmis' }, outcome: 'completed' } as const
    const child = {
      ...smallPathway({ initial: 'x', states: { x: { on: { finish: 'y' } }, y: { type: 'final', end } } }),
      id: 'child',
    }
    const parent = smallPathway({
      ...ofRestless,
      initial: 'rest',
      states: {
        ...restless,
        rest: {
          modules: { help: { pathway: 'child', outputs: { done: 'helped' } } },
          on: { helped: { target: 'first', automatic: true } },
        },
      },
    })
    const finish: Step = { do: 'send', event: 'finish', in: 'help' }
    const fewer: Step = { do: 'record', facts: { hours: 1 } }
    const { refused, points, isAt } = await walkThrough(parent, [tooMany, finish, fewer, finish], [child])
    expect(refused).toEqual([null, null, 'endless-loop', null, null])
    isAt(2, 1)
    expect(points[1]?.modules).toMatchObject([{ status: 'active', states: ['x'] }])
    expect(points[4]).toMatchObject({ states: ['first'], modules: [{ status: 'ended' }] })
  })

  it('is the last that is played, when it is the third', async () => {
    const { refused, isAt } = await walkThrough(later, [tooMany, pass, pass, pass, { do: 'send', event: 'go' }])
    expect(refused).toEqual([null, null, 'endless-loop', 'endless-loop', 'endless-loop', 'walk-too-long'])
    isAt(5, 1)
  })
})
