import { draftTransitions, eventName, exitName } from '../../engine/pathway/words/index.ts'
import { dateInWords } from '../parts/inWords.ts'
import type { FactValue, Point, Step, Task } from './walkTypes.ts'
import {
  dueTaskInWords,
  factInWords,
  factValueInWords,
  stateInWords,
  taskInWords,
  timerInWords,
  transitionInWords,
  type WalkWords,
} from './walkWords.ts'

/**
 * A step in a few words.
 * @param point what is known of it: where the client is when it is refused, and what it did when it is not
 */
export function describeStep(step: Step, words: WalkWords, point?: SeenOfStep): string {
  const { say, documentOf, language } = words
  const module = 'in' in step ? (step.in ?? null) : null
  switch (step.do) {
    case 'record':
      return factsInWords(step.facts, words)
    case 'send': {
      const name = eventInWords(step.event, module, words, point)
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
export function describePoint(point: Pick<Point, 'step'> & SeenOfStep, words: WalkWords): string {
  const { step, did } = point
  if (!step) return words.say('start')
  const due = did.flatMap(({ timer, module }) => (timer ? [dueInWords(timer, module, words)] : []))
  return step.do === 'passTime' && due.length > 0 ? [...new Set(due)].join(', ') : describeStep(step, words, point)
}

type SeenOfStep = Pick<Point, 'did' | 'refused' | 'states' | 'modules'>

/** An event by the transition that it took, or would take where the client is; else by all that it may take. */
function eventInWords(event: string, module: string | null, words: WalkWords, point: SeenOfStep | undefined): string {
  const { documentOf, language } = words
  const [taken] = point?.did.find((one) => one.module === module && one.type === 'send')?.taken ?? []
  if (taken) return transitionInWords(words, { module, name: taken.id, label: taken.label })
  const here = module === null ? point?.states : point?.modules.find((one) => one.module === module)?.states
  const driven = draftTransitions(documentOf(module)).filter((one) => one.kind === 'on' && one.event === event)
  const source = (here ?? []).flatMap(withParents).find((state) => driven.some((one) => one.source === state))
  const sources = source === undefined ? driven.map((one) => one.source) : [source]
  const names = new Set(sources.map((one) => eventName(documentOf(module), event, language, one)))
  return names.size === 0 ? eventName(documentOf(module), event, language) : [...names].join(' / ')
}

/** A state and those that it lies in, the innermost first; the last is the pathway itself. */
function withParents(state: string): string[] {
  const keys = state.split('.')
  return [...keys.map((_, at) => keys.slice(0, keys.length - at).join('.')), '']
}

/** What came due. A task is late on the day after its due date, which is the day of the point. */
function dueInWords(
  timer: NonNullable<Point['did'][number]['timer']>,
  module: string | null,
  words: WalkWords,
): string {
  return timer.kind === 'taskDue'
    ? words.say('lateOf', { name: dueTaskInWords(words, { ...timer, module }) })
    : timerInWords(words, { ...timer, module })
}

/** Values of facts in a row: Päiviä viikossa: 5, Matka: 12 km. */
function factsInWords(facts: Readonly<Record<string, FactValue>>, words: WalkWords): string {
  return Object.entries(facts)
    .map(([name, value]) => {
      const fact = { module: null, name }
      return `${factInWords(words, fact)}: ${factValueInWords(words, fact, value)}`
    })
    .join(', ')
}

/** How a step names an open task: by its name, and in which module it is. */
export function taskOf({ name, module }: Pick<Task, 'name' | 'module'>): { task: string; in?: string } {
  return { task: name, ...(module !== null && { in: module }) }
}
