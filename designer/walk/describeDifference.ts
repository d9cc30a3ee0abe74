import { wordsOfName } from '../../engine/pathway/words/index.ts'
import { dayInWords } from '../parts/inWords.ts'
import { describeStep } from './describeStep.ts'
import { describeRefusal } from './describeWhy.ts'
import type { Difference, Step } from './walkTypes.ts'
import { draftTimerName, endInWords, openTaskName, placesInWords, type WalkWords } from './walkWords.ts'

/** How a scenario comes out otherwise than it was kept: what was to be, and what is. */
export function describeDifference(difference: Difference, steps: readonly Step[], words: WalkWords): string {
  const { say } = words
  switch (difference.what) {
    case 'states':
      return say('differStates', {
        expected: placesOr(difference.expected, words),
        found: placesOr(difference.found, words),
      })
    case 'tasks':
      return say('differTasks', {
        expected: tasksOr(difference.expected, words),
        found: tasksOr(difference.found, words),
      })
    case 'status':
      return say(difference.expected === 'ended' ? 'differNotEnded' : 'differEnded')
    case 'end':
      return say('differEnd', { expected: endOr(difference.expected, words), found: endOr(difference.found, words) })
    case 'due':
      return say('differDue', {
        name: draftTimerName(words, difference.name),
        expected: dateOr(difference.expected, words),
        found: dateOr(difference.found, words),
      })
    case 'refused': {
      const step = difference.step === undefined ? undefined : steps[difference.step]
      if (difference.step === undefined || !step) {
        return say('differStart', {
          why: difference.found ? describeRefusal(difference.found, null, words).join(' ') : '',
        })
      }
      const which = { number: difference.step + 1, name: describeStep(step, words) }
      return difference.found
        ? say('differRefused', { ...which, why: describeRefusal(difference.found, step, words).join(' ') })
        : say('differAccepted', which)
    }
  }
}

const placesOr = (states: readonly string[], words: WalkWords): string =>
  states.length === 0 ? words.say('nowhere') : placesInWords(words, null, states)

const tasksOr = (tasks: readonly string[], words: WalkWords): string =>
  tasks.length === 0 ? words.say('nothing') : tasks.map((name) => openTaskName(words, name)).join(', ')

const endOr = (code: string | null, words: WalkWords): string =>
  code === null ? words.say('noEnd') : endInWords(words, null, code) || wordsOfName(code)

const dateOr = (date: string | null, words: WalkWords): string =>
  date === null ? words.say('notArmed') : dayInWords(date, words.language)
