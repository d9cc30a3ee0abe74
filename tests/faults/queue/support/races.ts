import { definePathway, type PathwayInput } from '../../../../engine/index.ts'

/** What one of two processes does to a journey at the instant at which the other does something else. */
export type Move = { send: string } | 'suspend' | 'actTimer' | 'deliverStart'

/** How a race may end. Whatever else it ends in is lost, or done twice. */
export interface End {
  /** which of them came first */
  order: string
  /** what the journal says after the start */
  journal: readonly string[]
  state: string
  /** what the first of them was told, and the second */
  told: readonly [string, string]
}

export interface Race {
  name: string
  pathway: PathwayInput
  /** what the race is about, when it is not the journey itself: its module, by its suffix */
  of?: string
  moves: readonly [Move, Move]
  /** the second one's clock lies a moment before the due time, at which the first one's stands */
  isBeforeDue?: boolean
  ends: readonly End[]
}

const text = (fi: string) => ({ fi })
const done = 'accepted'

/** How long after the start the timer of a pathway is due. Milliseconds. */
export const dueMs = 3_600_000

const parts = { title: text('Kilpa'), exits: { stop: { label: text('Keskeytys'), outcome: 'interrupted' } } } as const
const timed = { [String(dueMs)]: { target: 'timedOut', automatic: true } }

/** A signal that comes before the journey waits for it is remembered: it must never be lost. */
const waiting = definePathway({
  ...parts,
  id: 'waiting',
  initial: 'before',
  states: {
    before: { on: { begin: 'waits', signal: 'signalled' } },
    waits: { on: { signal: 'through' } },
    signalled: { on: { begin: 'through' } },
    through: {},
  },
})

const timing = definePathway({
  ...parts,
  id: 'timing',
  initial: 'waits',
  states: {
    waits: { after: timed, on: { signal: 'answered' } },
    timedOut: { on: { signal: 'late' } },
    answered: {},
    late: {},
  },
})

const module = definePathway({ ...parts, id: 'module', initial: 'help', states: { help: {} } })
const parent = definePathway({
  ...parts,
  id: 'parent',
  initial: 'waits',
  states: { waits: { modules: { help: { pathway: 'module' } } } },
})

/** Published in this order. */
export const pathways: readonly PathwayInput[] = [waiting, timing, module, parent]

/** What a timer, a signal, a suspension and a message can be to each other. */
export const races: readonly Race[] = [
  {
    name: 'a signal, and the journey begins to wait for it',
    pathway: waiting,
    moves: [{ send: 'begin' }, { send: 'signal' }],
    ends: [
      { order: 'the wait first', journal: ['begin', 'signal'], state: 'through', told: [done, done] },
      { order: 'the signal first', journal: ['signal', 'begin'], state: 'through', told: [done, done] },
    ],
  },
  {
    name: 'a signal, and the timer that it cancels fires',
    pathway: timing,
    moves: ['actTimer', { send: 'signal' }],
    isBeforeDue: true,
    ends: [
      { order: 'the timer first', journal: ['timer', 'signal'], state: 'late', told: ['1 acted', done] },
      { order: 'the signal first', journal: ['signal'], state: 'answered', told: ['0 acted', done] },
    ],
  },
  {
    name: 'a signal, and a suspension lands',
    pathway: timing,
    moves: ['suspend', { send: 'signal' }],
    ends: [
      { order: 'the suspension first', journal: ['suspend'], state: 'waits', told: [done, 'refused: suspended'] },
      { order: 'the signal first', journal: ['signal', 'suspend'], state: 'answered', told: [done, done] },
    ],
  },
  {
    name: 'a timer fires, and a suspension lands',
    pathway: timing,
    moves: ['actTimer', 'suspend'],
    isBeforeDue: true,
    ends: [
      { order: 'the timer first', journal: ['timer', 'suspend'], state: 'timedOut', told: ['1 acted', done] },
      { order: 'the suspension first', journal: ['suspend'], state: 'waits', told: ['0 acted', done] },
    ],
  },
  {
    name: 'a timer fires in two workers',
    pathway: timing,
    moves: ['actTimer', 'actTimer'],
    ends: [
      { order: 'the one first', journal: ['timer'], state: 'timedOut', told: ['1 acted', '0 acted'] },
      { order: 'the other first', journal: ['timer'], state: 'timedOut', told: ['0 acted', '1 acted'] },
    ],
  },
  {
    name: 'a module’s start comes to two workers',
    pathway: parent,
    of: '-1',
    moves: ['deliverStart', 'deliverStart'],
    ends: [
      { order: 'the one first', journal: ['start'], state: 'help', told: ['1 delivered', '0 delivered'] },
      { order: 'the other first', journal: ['start'], state: 'help', told: ['0 delivered', '1 delivered'] },
    ],
  },
]
