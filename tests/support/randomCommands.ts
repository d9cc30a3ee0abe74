import fc from 'fast-check'
import type { Actor } from '../../engine/commands/schemas.ts'
import { DAY, HOUR, MINUTE } from './testClock.ts'

/** What may be asked for at random; `pick` chooses among what the journey offers when it is asked. */
export interface RandomCommand {
  kind: Kind
  pick: number
  other: number
  by: Actor
  hasReason: boolean
  /** when it was true: now, or before, or (refused) far back or ahead */
  when: 'now' | 'minutesAgo' | 'daysAgo' | 'longAgo' | 'ahead'
  facts: Record<string, string | number | boolean>
  /** how far the clock goes on, for `advance` */
  ms: number
  /** tried first, and then done */
  isTriedFirst: boolean
  /** which revision of the journey it says it was decided on: the present one, one that it is not at, or none */
  revision: 'none' | 'right' | 'wrong'
}

const weights = {
  send: 10,
  detour: 8,
  override: 12,
  record: 7,
  /** the date that follow-ups may be anchored to */
  changeDate: 6,
  jump: 2,
  exit: 0.5,
  handOver: 2,
  open: 1,
  claim: 1,
  delegate: 1,
  postpone: 1,
  cancel: 1,
  complete: 3,
  answer: 4,
  reverse: 3.5,
  suspend: 7,
  resume: 3,
  startModule: 1,
  /** a module comes to its end */
  endModule: 2,
  start: 3,
  advance: 8,
  /** to when something is next due, or a moment before */
  toNext: 4,
  setBack: 1,
  runDue: 9,
  /** another version of the pathway, or of its module, is published */
  publish: 6,
  /** a journey comes to another version: in lives that are about it only */
  migrate: 0,
  /** the process goes, and another one opens the database */
  restart: 1,
  /** the worker fails in the middle of its transactions */
  failingRunDue: 1,
} as const
export type Kind = keyof typeof weights

export const everybody: Actor = { user: 'user-1', roles: ['coach', 'manager', 'ohjaaja', 'asiakas'] }
/** What people write: none of it may stand anywhere but sealed. */
export const words = {
  client: 'Aino Asiakas',
  reason: 'Asiakkaan toiveesta',
  title: 'Soita asiakkaalle',
  mistake: 'Erehdys korjataan',
} as const
const actors: Actor[] = [
  everybody,
  everybody,
  everybody,
  { user: 'user-2', roles: ['coach', 'ohjaaja'] },
  { user: 'user-3', roles: ['manager'] },
  { user: 'user-4', roles: [] },
]

/** Values for the facts of generated pathways, a few at a time, so that others stay unknown. */
const facts = fc.record(
  {
    level: fc.integer({ min: 0, max: 10 }),
    agreed: fc.boolean(),
    kind: fc.constantFrom('a', 'b'),
    startDate: fc.constantFrom('2025-12-31', '2026-02-28', '2026-03-20', '2026-05-01', '2026-12-23', '2027-06-24'),
    ...Object.fromEntries(
      [0, 1, 2, 3, 4].map((index) => [
        `tieto${index}`,
        fc.oneof(fc.integer({ min: 0, max: 10 }), fc.boolean(), fc.constantFrom('a', 'c')),
      ]),
    ),
  },
  { requiredKeys: [] },
)

export const randomCommand: fc.Arbitrary<RandomCommand> = fc.record<RandomCommand>({
  kind: fc.oneof(
    ...Object.entries(weights).map(([kind, weight]) => ({ weight: 2 * weight, arbitrary: fc.constant(kind as Kind) })),
  ),
  pick: fc.nat(1000),
  other: fc.nat(1000),
  by: fc.constantFrom(...actors),
  hasReason: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  when: fc.oneof(
    { weight: 12, arbitrary: fc.constant('now' as const) },
    { weight: 6, arbitrary: fc.constantFrom('minutesAgo' as const, 'daysAgo' as const) },
    { weight: 2, arbitrary: fc.constantFrom('longAgo' as const, 'longAgo' as const, 'ahead' as const) },
  ),
  facts,
  ms: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(5 * MINUTE, 5 * HOUR, 2 * DAY, 9 * DAY, 40 * DAY) },
    { weight: 2, arbitrary: fc.constantFrom(200 * DAY, 3 * 365 * DAY) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 90 * DAY }) },
  ),
  isTriedFirst: fc.boolean(),
  revision: fc.oneof(
    { weight: 7, arbitrary: fc.constant('none' as const) },
    { weight: 2, arbitrary: fc.constant('right' as const) },
    { weight: 1, arbitrary: fc.constant('wrong' as const) },
  ),
})
