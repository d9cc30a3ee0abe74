import fc from 'fast-check'
import type { PathwayInput } from '../../engine/pathway/document.ts'
import { verifyDocument } from '../../engine/pathway/verify/index.ts'
import { machineDocument } from './machineDocument.ts'
import { events, type Facts, facts, machinePlan, outerEvents } from './machinePlan.ts'
import type { Move } from './sideBySide.ts'

/** A machine that verification lets pass, what is known at first, and what happens. */
export interface GeneratedRun {
  document: PathwayInput
  known: Facts
  moves: Move[]
}

const document = machinePlan
  .map(machineDocument)
  .filter((one) => verifyDocument(one).findings.every(({ severity }) => severity !== 'error'))

const send = (event: string): Move => ({ kind: 'send', event })

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...events, ...events, ...outerEvents, 'other').map(send),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('record' as const), facts }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(0, 100, 250, 600) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('next' as const) }) },
)

/** Away and back again: what was remembered is what was left. */
const trip = outerEvents.map(send)

const moves = fc
  .array(fc.oneof({ weight: 8, arbitrary: move.map((one) => [one]) }, { weight: 1, arbitrary: fc.constant(trip) }), {
    minLength: 18,
    maxLength: 28,
    size: 'max',
  })
  .map((some) => some.flat())

export const generatedRun: fc.Arbitrary<GeneratedRun> = fc.record({
  document,
  known: facts,
  moves,
})
