import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePathway } from '../../engine/pathway/compilePathway.ts'
import type { PathwayInput } from '../../engine/pathway/document.ts'
import { verifyDocument } from '../../engine/pathway/verify/index.ts'
import { temporaryFolder } from '../support/testPolku.ts'
import type { ComparedJourney } from './comparedJourney.ts'
import { newCoverage, noteRun, sharesOf, tableOf } from './coverage.ts'
import { machineDocument } from './machineDocument.ts'
import { events, type Facts, facts, machinePlan } from './machinePlan.ts'
import { type Move, sideBySide } from './sideBySide.ts'
import { steppedJourney } from './steppedJourney.ts'
import { storedJourney } from './storedJourney.ts'

/**
 * Where a journey is not held against XState, and why. The generator stays away from all of it but the last three, which
 * are seen as they happen: the comparison of that journey ends there, and how often that was is told with the coverage.
 */
const exclusions: readonly [what: string, why: string][] = [
  [
    'a fact that is unknown',
    'XState knows no third truth value: an unknown `always` waits, an unknown event is refused (decisions.md, 3)',
  ],
  [
    '`always`, `after` and `onDone` without `automatic: true`',
    'they become proposals to a person (decisions.md, 4 and 5)',
  ],
  [
    '`always` without a target, or back to where it came from',
    'it holds again at once: verification refuses it as an endless loop, XState stops when nothing changes any more',
  ],
  [
    '`*` that hears the engine’s own events',
    'reserved events never match `*` in Polku; in XState `*` hears delays and completions too, so its guard asks here',
  ],
  [
    'one delay under two spellings in a state (`500` and `PT0.5S`)',
    'they are two timers in Polku, and one merged delay in the exported machine',
  ],
  ['a delay on the calendar', 'XState counts milliseconds only'],
  [
    'a timer that acts late',
    'a late step happens at its actual time in Polku; the clocks here stop at every due instant',
  ],
  [
    'context, event data, invoked and spawned actors, actions of `initial`',
    'documents have none of them; facts stand in the context of the actor instead, put there by an event of the test’s own',
  ],
  ['suspension, jumps, exits, tasks, follow-ups', 'XState has none of them: other tests hold them'],
  [
    'the order of regions that conflict over an outer `always` without a target',
    'Polku asks `always` as events are asked, innermost first; without a target there is no conflict that XState would settle',
  ],
  ['transitions that go round without end', 'both must give up; after how many rounds is each engine’s own affair'],
  [
    'XState enters a state that it has not left: a history state leads to the source of its own transition',
    'its older delays can then not be cancelled any more; in Polku the old visit closes as the new one opens',
  ],
  [
    'XState stands where no statechart can, a state without its parent or with a sibling: a history state is taken from inside what remembers, which the same step leaves',
    'Polku leads the history of a parallel state into each region, and keeps its visits to what the value says is active',
  ],
]

/** The seed is fixed, so that everybody sees the same machines; `POLKU_SEED=random` and `POLKU_SOAK=1` look further. */
const { POLKU_SEED = '20260302', POLKU_SOAK } = process.env
const soak = POLKU_SOAK === '1' ? 10 : 1
const runs = (numRuns: number) => ({
  numRuns: process.env.RUNS ? Number(process.env.RUNS) : numRuns * soak,
  ...(POLKU_SEED === 'random' ? {} : { seed: Number(POLKU_SEED) }),
})

const machine = machinePlan
  .map(machineDocument)
  .filter((document) => verifyDocument(document).findings.every(({ severity }) => severity !== 'error'))

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      event: fc.constantFrom<string>(...events, ...events, 'other'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('record' as const), facts }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(0, 100, 250, 600) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('next' as const) }) },
)
const moves = fc.array(move, { minLength: 20, maxLength: 30, size: 'max' })

/** Holds generated machines against XState, and sees that everything worth it has come up. */
async function holdAgainstXState(
  title: string,
  numRuns: number,
  open: (document: PathwayInput, known: Facts) => Promise<ComparedJourney>,
  reloadEvery: number,
): Promise<void> {
  const coverage = newCoverage()
  await fc.assert(
    fc.asyncProperty(machine, facts, moves, async (document, known, given) => {
      const journey = await open(document, known)
      try {
        const both = sideBySide(journey, known, reloadEvery)
        for (const one of given) await both.move(one)
        noteRun(coverage, both, compilePathway(journey.document))
      } finally {
        await journey.close()
      }
    }),
    runs(numRuns),
  )
  console.log(tableOf(coverage, title))
  for (const [what, share] of sharesOf(coverage)) expect(share, what).toBeGreaterThanOrEqual(5)
  // what is set aside is the exception
  expect(coverage.setAside.broken + coverage.setAside.endless).toBeLessThan(coverage.steps / 50)
}

describe('a journey stands where an XState actor of the same document stands, and has told the same actions', () => {
  it(`but for ${exclusions.length} things that are excluded, each for a reason`, () => {
    for (const [what, why] of exclusions) expect(why, what).not.toBe('')
  })

  it('with its database closed and opened between steps', { timeout: 600_000 * soak }, () => {
    const folder = temporaryFolder()
    return holdAgainstXState('stored', 300, (document, known) => storedJourney(folder, document, known), 3)
  })

  it('and by its pure steps, for many more machines', { timeout: 600_000 * soak }, () =>
    holdAgainstXState('stepped', 400, async (document, known) => steppedJourney(document, known), 5),
  )
})
