import type { FactDefinition } from '../../engine/pathway/declarations.ts'
import type { PathwayInput } from '../../engine/pathway/document.ts'
import type { StateDefinition } from '../../engine/pathway/states.ts'
import type { Text } from '../../engine/pathway/values.ts'
import {
  draftStates,
  draftTransitions,
  exitName,
  factName,
  followUpName,
  type Language,
  labelSaysUnit,
  roleName,
  stateName,
  taskName,
  transitionName,
  valueInWords,
  wordsOfName,
} from '../../engine/pathway/words/index.ts'
import { textIn } from '../parts/inWords.ts'
import type { walk } from '../texts/fi/walk.ts'
import type { FactValue, TaskKind, TimerKind } from './walkTypes.ts'

type Written = keyof typeof walk
/** A text of walks; those with a count are named without its form. */
export type WalkText = Written extends infer Key
  ? Key extends `${infer Base}_one`
    ? Base
    : Key extends `${string}_other`
      ? never
      : Key
  : never

/** In which words a walk is told. */
export interface WalkWords {
  language: Language
  say(text: WalkText, values?: Readonly<Record<string, string | number>>): string
  /** the document of the pathway (null), or of one of its modules; empty while it is being fetched */
  documentOf(module: string | null): Readonly<Record<string, unknown>>
}

/** What something in the document of the journey, or of a module, is called. */
interface Named {
  module: string | null
  name: string
  label?: Text | undefined
}

/** A state with what it lies in: Koulutus › Opinnot › Tutkinnon osa. */
export function placeInWords(words: WalkWords, module: string | null, state: string): string {
  const keys = state.split('.')
  return keys.map((_, at) => stateInWords(words, module, keys.slice(0, at + 1).join('.'))).join(' › ')
}

export function stateInWords({ documentOf, language }: WalkWords, module: string | null, state: string): string {
  return stateName(documentOf(module), state, language)
}

/** The innermost of several states, each with what it lies in. */
export function placesInWords(words: WalkWords, module: string | null, states: readonly string[]): string {
  const innermost = states.filter((one) => !states.some((other) => other.startsWith(`${one}.`)))
  return innermost.map((state) => placeInWords(words, module, state)).join('; ')
}

/** A state that a transition leads to; a history state leads back to where its parent was left. */
export function targetInWords(words: WalkWords, state: string): string {
  const found = draftStates(words.documentOf(null)).find(({ path }) => path === state)
  return found?.type === 'history' && found.parent !== undefined
    ? words.say('whereLeft', { name: stateInWords(words, null, found.parent) })
    : stateInWords(words, null, state)
}

export function taskInWords(words: WalkWords, task: Named & { kind: TaskKind }): string {
  const { say, language, documentOf } = words
  if (task.kind === 'review') return say('review')
  if (task.label) return textIn(task.label, language)
  return task.kind === 'proposal'
    ? transitionInWords(words, task)
    : taskName(documentOf(task.module), task.name, language)
}

/** What a transition is called; its `name` is its id. */
export function transitionInWords(words: WalkWords, { module, name, label }: Named): string {
  const { documentOf, language, say } = words
  if (label) return textIn(label, language)
  const document = documentOf(module)
  const found = draftTransitions(document).find(({ id }) => id === name)
  const written = found && transitionName(document, found, language)
  return written ?? say(found?.kind === 'done' ? 'whenDone' : 'byItself')
}

export function timerInWords(
  words: WalkWords,
  { module, name, label, kind, state }: Named & { kind: TimerKind; state: string | null },
): string {
  const { say, documentOf, language } = words
  const called = (otherwise: () => string): string => (label ? textIn(label, language) : otherwise())
  const followUp = (): string => followUpName(documentOf(module), state ?? '', name, language)
  switch (kind) {
    case 'followUp':
      return called(followUp)
    case 'warning':
      return say('warningOf', { name: called(followUp) })
    case 'after':
      return called(() => transitionInWords(words, { module, name: `${state ?? ''}/after:${name}/0` }))
    case 'taskDue':
      return say('dueOf', { name: dueTaskInWords(words, { module, name, label }) })
    case 'review':
      return say('review')
    case 'suspensionReview':
      return say('suspensionReview')
  }
}

/** The task whose due date a timer keeps; one that a proposal opened has the name of its transition. */
export function dueTaskInWords(words: WalkWords, task: Named): string {
  return taskInWords(words, { ...task, kind: task.name.includes('/') ? 'proposal' : 'pathway' })
}

/**
 * A value of a fact as it is written beside the fact's label: by its option's label, or with its unit where the label does
 * not say that already.
 *
 * @param unit its unit, where that is known without the document
 */
export function factValueInWords(words: WalkWords, fact: Named, value: FactValue, unit?: string): string {
  const definition = factDefinition(words, fact.module, fact.name)
  const itsUnit = unit ?? (definition?.type === 'number' ? definition.unit : undefined)
  const isSaid = labelSaysUnit(factInWords(words, fact), itsUnit, words.language)
  return valueInWords(value, { ...definition, unit: isSaid ? undefined : itsUnit }, words.language)
}

export function factInWords({ documentOf, language }: WalkWords, { module, name, label }: Named): string {
  return label ? textIn(label, language) : factName(documentOf(module), name, language)
}

/** What a document says of a fact; undefined when it does not know it. */
export function factDefinition(
  { documentOf }: WalkWords,
  module: string | null,
  name: string,
): FactDefinition | undefined {
  const { facts } = documentOf(module) as Pick<PathwayInput, 'facts'>
  return facts && Object.hasOwn(facts, name) ? (facts[name] as FactDefinition) : undefined
}

export function rolesInWords({ documentOf, language }: WalkWords, module: string | null, roles: readonly string[]) {
  return roles.map((role) => roleName(documentOf(module), role, language)).join(', ')
}

/** What a module is called; the document names it on the state that has it. */
export function moduleInWords({ language }: WalkWords, { name, label }: Omit<Named, 'module'>): string {
  return label ? textIn(label, language) : wordsOfName(name)
}

/** How a journey, or a module's, has ended: what its document calls the code. */
export function endInWords({ documentOf, language }: WalkWords, module: string | null, code: string): string {
  const document = documentOf(module)
  for (const { definition } of draftStates(document)) {
    const { end } = definition as Pick<StateDefinition, 'end'>
    if (end?.code === code) return textIn(end.label, language)
  }
  return exitName(document, code, language)
}

/** What a task is called that is known by its name alone: the document's own, or a proposal's transition. */
export function openTaskName(words: WalkWords, name: string): string {
  const isTransition = name.includes('/')
  return taskInWords(words, { module: null, name, kind: isTransition ? 'proposal' : 'pathway' })
}

/** What a follow-up or a delay is called that is known by its name alone: of the first state that has one so called. */
export function draftTimerName(words: WalkWords, name: string): string {
  const states = draftStates(words.documentOf(null))
  const state = states.find(({ definition }) => hasOwnIn(definition.followUps, name))
  if (state) return followUpName(words.documentOf(null), state.path, name, words.language)
  const delayed = states.find(({ definition }) => hasOwnIn(definition.after, name))
  return delayed ? timerInWords(words, { module: null, name, kind: 'after', state: delayed.path }) : wordsOfName(name)
}

const hasOwnIn = (part: unknown, name: string): boolean =>
  typeof part === 'object' && part !== null && Object.hasOwn(part, name)
