import { eventName, exitName } from '../../engine/pathway/words/index.ts'
import { dateInWords } from '../parts/inWords.ts'
import type { FactValue, Point, Step, Task } from './walkTypes.ts'
import {
  factInWords,
  factValueInWords,
  stateInWords,
  taskInWords,
  timerInWords,
  transitionInWords,
  type WalkWords,
} from './walkWords.ts'

/** A step in a few words: what a point of the timeline is called. */
export function describeStep(step: Step, words: WalkWords): string {
  const { say, documentOf, language } = words
  const module = 'in' in step ? (step.in ?? null) : null
  switch (step.do) {
    case 'record':
      return factsInWords(step.facts, words)
    case 'send': {
      const name = eventName(documentOf(module), step.event, language)
      return step.override ? say('stepOverride', { name }) : name
    }
    case 'complete':
      return say('stepComplete', { name: taskInWords(words, { module, name: step.task, kind: 'pathway' }) })
    case 'answer':
      return say(step.accept ? 'stepAccept' : 'stepReject', {
        name: transitionInWords(words, { module, name: step.task ?? '' }),
      })
    case 'jump':
      return say('stepJump', { name: stateInWords(words, null, step.to) })
    case 'exit':
      return say('stepExit', { name: exitName(documentOf(module), step.code, language) })
    case 'suspend':
      return say('stepSuspend')
    case 'resume':
      return say('stepResume')
    case 'passTime':
      return step.to === 'nextDue' ? say('stepNextDue') : say('stepPassTime', { date: dateInWords(step.to, language) })
  }
}

/** What a point of the timeline is called: what came due while time passed, else the step that led there. */
export function describePoint({ step, did }: Pick<Point, 'step' | 'did'>, words: WalkWords): string {
  if (!step) return words.say('start')
  const due = did.flatMap(({ timer, module }) => (timer ? [timerInWords(words, { ...timer, module })] : []))
  return step.do === 'passTime' && due.length > 0 ? [...new Set(due)].join(', ') : describeStep(step, words)
}

/** Values of facts in a row: Päiviä viikossa: 5 pv/vko, Tunteja päivässä: 6 h/pv. */
function factsInWords(facts: Readonly<Record<string, FactValue>>, words: WalkWords): string {
  return Object.entries(facts)
    .map(
      ([name, value]) => `${factInWords(words, { module: null, name })}: ${factValueInWords(words, null, name, value)}`,
    )
    .join(', ')
}

/** How a step names an open task: by its name, and in which module it is. */
export function taskOf({ name, module }: Pick<Task, 'name' | 'module'>): { task: string; in?: string } {
  return { task: name, ...(module !== null && { in: module }) }
}
