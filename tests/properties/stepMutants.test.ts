/**
 * Mutants of the pure step. Nothing is handed to it but data, so there is no part to put in its place: here alone one
 * exported function, the one through which every change of a step goes (`change` in `engine/journey/step.ts`), is
 * replaced for the test's time. The laws fold journals without it.
 */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, describe, it, vi } from 'vitest'
import type { Change, Migration } from '../../engine/journey/changes.ts'
import type { Message, Step, StepInput } from '../../engine/journey/step.ts'
import { HELSINKI, referenceStartOfDay } from '../engine/calendar/reference.ts'
import { patience, runs } from '../support/runs.ts'
import { DAY } from '../support/testClock.ts'
import { holdLaws, LIVES, lives, livesOfMigrations, livesOfReturns } from './holdLaws.ts'
import { type Found, findOut, report } from './mutants.ts'

/** Makes another change than it was asked for; undefined makes none. */
type OtherChange = (made: Change, step: Step) => Change | undefined

interface Mutant {
  change?: OtherChange
  isOffTheRecord?: (made: Change) => boolean
  isUntold?: (message: Message) => boolean
}

const mutant = vi.hoisted((): Mutant => ({}))

vi.mock('../../engine/journey/step.ts', async (original) => {
  const real = await original<typeof import('../../engine/journey/step.ts')>()
  return {
    ...real,
    beginStep: (input: StepInput) => {
      const step = real.beginStep(input)
      const { messages } = step
      messages.push = (...told) =>
        messages.splice(messages.length, 0, ...told.filter((one) => !mutant.isUntold?.(one))).length
      return step
    },
    change: (step: Step, asked: Change) => {
      const made = mutant.change ? mutant.change(asked, step) : asked
      if (made === undefined) return
      real.change(step, made)
      if (mutant.isOffTheRecord?.(made)) step.changes.pop()
    },
  }
})

const without =
  (name: Change['change'], isSo: (made: Change) => boolean = () => true): OtherChange =>
  (made) =>
    made.change === name && isSo(made) ? undefined : made

const armed = (kind: string) =>
  without('timerArmed', (made) => made.change === 'timerArmed' && made.timer.kind === kind)
const opened = (kind: string) =>
  without('taskOpened', (made) => made.change === 'taskOpened' && made.task.kind === kind)

/** Of those that are armed once in a visit: what a repeating one arms would act twice as well, and so on without end. */
const actingOnce = new Set(['f6', 'f7', 'f8'])

/** Lets a timer act a second time: the first time it is armed again for the same time. */
const actingTwice: OtherChange = (made, { state }) => {
  const timer = made.change === 'timerActed' ? state.timers.find(({ id }) => id === made.timer) : undefined
  if (timer?.arming !== 1 || !actingOnce.has(timer.name)) return made
  return { change: 'timerMoved', timer: timer.id, dueAt: timer.dueAt, dueDate: timer.dueDate }
}

const later = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString()
const STOOD_TOO_LONG = 3

/** Delays (or due dates of tasks) that run on after a standstill do so later than they ought to. */
const resumedLater =
  (kind: 'after' | 'taskDue'): OtherChange =>
  (made, { state }) => {
    if (made.change === 'taskChanged' && kind === 'taskDue') {
      const now = state.timers.find((one) => one.kind === kind && one.task === made.task)
      return state.suspensions.length === 0 && made.dueDate && !('overdue' in made) && now
        ? { ...made, dueDate: now.dueDate }
        : made
    }
    const stopped = made.change === 'timerResumed' && state.stopped.find(({ id }) => id === made.timer)
    if (!stopped || stopped.kind !== kind) return made
    return { ...made, dueAt: made.dueAt + STOOD_TOO_LONG * DAY, dueDate: later(made.dueDate, STOOD_TOO_LONG) }
  }

/** What is asked of people may wait for years. */
const patientOver: OtherChange = (made, { state }) => {
  const days = 1500
  const isAsked = ({ kind }: { kind: string }) => kind === 'proposal' || kind === 'review'
  if (made.change === 'taskOpened' && isAsked(made.task) && made.task.dueDate)
    return { ...made, task: { ...made.task, dueDate: later(made.task.dueDate, days) } }
  const task = made.change === 'timerArmed' && state.tasks.find(({ id }) => id === made.timer.task)
  if (made.change !== 'timerArmed' || !task || !isAsked(task)) return made
  const dueDate = later(made.timer.dueDate, days)
  return { ...made, timer: { ...made.timer, dueDate, dueAt: referenceStartOfDay(later(dueDate, 1), HELSINKI) } }
}

/** What should count anew from a return goes on counting from entry. */
const countingOn: OtherChange = (made, { state }) => {
  const visit = made.change === 'followUpRestarted' && state.visits.find(({ id }) => id === made.visit)
  return visit ? { ...made, at: visit.enteredAt } : made
}

const mutants: [name: string, change: OtherChange, finding: RegExp][] = [
  ['arms no follow-up', armed('followUp'), /occurrences of "/],
  ['arms no warning', armed('warning'), /the warning of/],
  ['arms no delay', armed('after'), /entryIsKept/],
  ['does not watch due dates', armed('taskDue'), /task \d+ due/],
  ['arms no review', armed('review'), /reviews beside 0 other timers/],
  ['forgets the review of a suspension', armed('suspensionReview'), /suspension \d+/],
  ['opens no task of the pathway', opened('pathway'), /was entered without its task/],
  ['asks nobody', opened('proposal'), /nobody was asked/],
  ['lets a timer act twice', actingTwice, /acted twice|promise|of "/],
  ['keeps the timers of a state that is left', without('timerCancelled'), /nothingIsLeftOver|task \d+ due/],
  ['keeps the tasks of a state that is left', without('taskClosed'), /the visit of a task/],
  ['does not move what is anchored to a date', without('timerMoved'), /" \d+ is due/],
  [
    'forgets timers when it is suspended',
    (made) => (made.change === 'timerStopped' ? { change: 'timerCancelled', timer: made.timer } : made),
    /standstillIsKept/,
  ],
  ['lets timers run on when it is suspended', without('timerStopped'), /runs on though/],
  ['does not let run on what stood still', without('timerResumed'), /standstillIsKept/],
  [
    'lets a back-dated state begin when it is recorded',
    (made, { now }) => (made.change === 'visitOpened' ? { ...made, visit: { ...made.visit, enteredAt: now } } : made),
    /was entered/,
  ],
  [
    'dates its beginning when it is recorded',
    (made, { now }) => (made.change === 'started' ? { ...made, at: now } : made),
    /began/,
  ],
  [
    'counts each occurrence once more',
    (made) => (made.change === 'timerActed' ? { ...made, upTo: made.upTo + 1 } : made),
    /occurrences of "/,
  ],
  [
    'moves what counts from entry too far after a standstill',
    (made) =>
      made.change === 'anchorMoved' && 'date' in made.anchor
        ? { ...made, anchor: { date: later(made.anchor.date, STOOD_TOO_LONG) } }
        : made,
    /counts from/,
  ],
  ['moves nothing that counts from entry after a standstill', without('anchorMoved'), /counts from/],
  ['moves delays too far after a standstill', resumedLater('after'), /after a standstill/],
  ['moves due dates too far after a standstill', resumedLater('taskDue'), /after a standstill/],
  ['lets people answer when they like', patientOver, /is asked of/],
  ['does not know that a module has ended', without('moduleEnded'), /endsAreHeard|its parent does not know/],
  ['forgets the modules it starts', without('moduleStarted'), /modulesAreBound/],
]

/** What they do comes too seldom for a bound, so here it comes all the time. */
const mutantsOfReturns: typeof mutants = [['lets what restarts count from where it did', countingOn, /counts from/]]

/** What a change is in a migration, and nothing in any other step. */
const migrating =
  (other: OtherChange): OtherChange =>
  (made, step) =>
    made.change === 'migrated' || step.changes.some(({ change }) => change === 'migrated') ? other(made, step) : made
const saying =
  (without: Partial<Migration>): OtherChange =>
  (made) =>
    made.change === 'migrated' ? { ...made, ...without } : made

/** Nobody comes to another version but in lives that are about it. */
const mutantsOfMigrations: typeof mutants = [
  ['leaves a journey where it stood in the other version', migrating(without('configuration')), /open visits/],
  ['leaves visits where they were', saying({ moved: [] }), /open visits/],
  [
    'keeps what the other version does not promise',
    migrating(without('timerCancelled')),
    /belongs to nothing|occurrences of|is due|of a timer/,
  ],
  ['forgets what the other version promises', migrating(armed('followUp')), /occurrences of/],
  ['goes on counting by the periods of before', saying({ recounted: [] }), /occurrences of|acted twice/],
  ['opens nothing that it comes to', migrating(without('visitOpened')), /open visits/],
]

const offTheRecord: [name: string, change: Change['change']][] = [
  ['that a state was entered', 'visitOpened'],
  ['that a timer was armed', 'timerArmed'],
  ['that a task was opened', 'taskOpened'],
  ['that it has ended', 'ended'],
  ['who answers for it', 'responsible'],
]

const propertyOf = (given: typeof lives) =>
  fc.asyncProperty(given, async (life) => {
    await holdLaws(life)
  })
const property = propertyOf(lives)

const untold: [topic: string, finding: RegExp][] = [['task.overdue', /late work that is told of/]]

describe('the laws', () => {
  const found: Found[] = []
  afterEach(() => {
    mutant.isUntold = undefined
    mutant.change = undefined
    mutant.isOffTheRecord = undefined
  })
  afterAll(() =>
    report(
      found,
      mutants.length + mutantsOfReturns.length + mutantsOfMigrations.length + offTheRecord.length + untold.length,
    ),
  )

  it.each(mutants)('find out a step that %s', { timeout: patience }, async (name, change, finding) => {
    mutant.change = change
    found.push(await findOut(name, property, { most: LIVES, finding }))
  })

  it('hold of Polku where states are come back to all the time', { timeout: patience }, async () => {
    await fc.assert(propertyOf(livesOfReturns), runs(12))
  })

  it.each(mutantsOfReturns)('find out a step that %s', { timeout: patience }, async (name, change, finding) => {
    mutant.change = change
    found.push(await findOut(name, propertyOf(livesOfReturns), { most: LIVES, finding }))
  })

  it.each(mutantsOfMigrations)('find out a migration that %s', { timeout: patience }, async (name, change, finding) => {
    mutant.change = change
    found.push(await findOut(name, propertyOf(livesOfMigrations), { most: LIVES, finding }))
  })

  it.each(untold)('find out a step that does not tell %s', { timeout: patience }, async (topic, finding) => {
    mutant.isUntold = (message) => message.topic === topic
    found.push(await findOut(`does not tell ${topic}`, property, { most: LIVES, finding }))
  })

  it.each(offTheRecord)('find out a journal that does not say %s', { timeout: patience }, async (name, change) => {
    mutant.isOffTheRecord = (made) => made.change === change
    found.push(
      await findOut(`does not journal ${name}`, property, {
        most: LIVES,
        finding: /the stored state of|does not hold|as it was tried first|repeated/,
      }),
    )
  })
})
