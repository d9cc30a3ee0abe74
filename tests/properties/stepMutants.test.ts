/**
 * Mutants of the pure step. Nothing is handed to it but data, so there is no part to put in its place: here alone one
 * exported function, the one through which every change of a step goes (`change` in `engine/journey/step.ts`), is
 * replaced for the test's time. The laws fold journals without it.
 */
import fc from 'fast-check'
import { afterAll, afterEach, describe, it, vi } from 'vitest'
import type { Change } from '../../engine/journey/changes.ts'
import type { Step } from '../../engine/journey/step.ts'
import { holdLaws, lives } from './holdLaws.ts'
import { type Found, findOut, report } from './mutants.ts'
import { patience } from './settings.ts'

/** Makes another change than it was asked for; undefined makes none. */
type OtherChange = (made: Change, step: Step) => Change | undefined

const mutant = vi.hoisted((): { change?: OtherChange; isOffTheRecord?: (made: Change) => boolean } => ({}))

vi.mock('../../engine/journey/step.ts', async (original) => {
  const real = await original<typeof import('../../engine/journey/step.ts')>()
  return {
    ...real,
    change: (step: Step, asked: Change) => {
      const made = mutant.change ? mutant.change(asked, step) : asked
      if (made === undefined) return
      real.change(step, made)
      if (mutant.isOffTheRecord?.(made)) step.changes.pop()
    },
  }
})

const MOST_LIVES = 150

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

const mutants: [name: string, change: OtherChange, finding: RegExp][] = [
  ['arms no follow-up', armed('followUp'), /of "/],
  ['arms no warning', armed('warning'), /the warning of/],
  ['arms no delay', armed('after'), /entryIsKept/],
  ['does not watch due dates', armed('taskDue'), /task \d+ due/],
  ['arms no review', armed('review'), /nothing watches over the journey/],
  ['forgets the review of a suspension', armed('suspensionReview'), /suspension \d+/],
  ['opens no task of the pathway', opened('pathway'), /entryIsKept|followUpsAreKept|whatHappenedIsTold/],
  ['asks nobody', opened('proposal'), /factsAreHeeded|whatHappenedIsTold/],
  ['lets a timer act twice', actingTwice, /acted twice|promise|of "/],
  ['keeps the timers of a state that is left', without('timerCancelled'), /nothingIsLeftOver|task \d+ due/],
  ['keeps the tasks of a state that is left', without('taskClosed'), /nothingIsLeftOver|expected/],
  ['does not move what is anchored to a date', without('timerMoved'), /expected/],
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
    /expected/,
  ],
  ['does not know that a module has ended', without('moduleEnded'), /./],
  ['forgets the modules it starts', without('moduleStarted'), /modulesAreBound/],
]

const offTheRecord: [name: string, change: Change['change']][] = [
  ['that a state was entered', 'visitOpened'],
  ['that a timer was armed', 'timerArmed'],
  ['that a task was opened', 'taskOpened'],
  ['that it has ended', 'ended'],
  ['who answers for it', 'responsible'],
]

const property = fc.asyncProperty(lives, async (life) => {
  await holdLaws(life)
})

describe('the laws', () => {
  const found: Found[] = []
  afterEach(() => {
    mutant.change = undefined
    mutant.isOffTheRecord = undefined
  })
  afterAll(() => report(found, mutants.length + offTheRecord.length))

  it.each(mutants)('find out a step that %s', { timeout: patience }, async (name, change, finding) => {
    mutant.change = change
    found.push(await findOut(name, property, { most: MOST_LIVES, finding }))
  })

  it.each(offTheRecord)('find out a journal that does not say %s', { timeout: patience }, async (name, change) => {
    mutant.isOffTheRecord = (made) => made.change === change
    found.push(
      await findOut(`does not journal ${name}`, property, { most: MOST_LIVES, finding: /expected|does not hold/ }),
    )
  })
})
