import {
  actionNames,
  criterionName,
  draftStates,
  draftTransitions,
  exitName,
  suspensionName,
  wordsOfName,
} from '../../engine/pathway/words/index.ts'
import { dayInWords, textIn } from '../parts/inWords.ts'
import { describeStep } from './describeStep.ts'
import type { Did, FactValue, Point } from './walkTypes.ts'
import {
  dueTaskInWords,
  endInWords,
  factInWords,
  factValueInWords,
  moduleInWords,
  placesInWords,
  rolesInWords,
  stateInWords,
  taskInWords,
  timerInWords,
  transitionInWords,
  type WalkWords,
} from './walkWords.ts'

/** One thing that happened, in plain sentences. */
export interface Told {
  /** the module that it happened in; null for the pathway itself */
  module: string | null
  /** who did it: a person, time, or a rule of the pathway */
  by: 'person' | 'time' | 'rule'
  what: string
  /** what followed from it, a sentence each */
  followed: string[]
}

/** What happened in a step, in order. A module that only heard of what the journey did is not told of. */
export function describeDid({ did, facts, step }: Pick<Point, 'did' | 'facts' | 'step'>, words: WalkWords): Told[] {
  const values = new Map(facts.map(({ name, value }): [string, FactValue] => [name, value]))
  // what the step wrote may have been written over since
  const written = step?.do === 'record' ? step.facts : step?.do === 'complete' ? step.form : undefined
  for (const [name, value] of Object.entries(written ?? {})) values.set(name, value)
  // the journal seals reasons; the step that gave one has it
  const first = did.find(({ byRule }) => !byRule)
  return did.flatMap((one) => {
    const reason = one === first && step && 'reason' in step ? step.reason : undefined
    const facts = recorded(one, values, words)
    const rest = whatFollowed(one, reason, words)
    if (rest.length === 0 && isHeard(one, did)) return []
    const followed = [...facts, ...rest]
    const by = one.timer ? 'time' : one.byRule ? 'rule' : 'person'
    return [{ module: one.module, by, what: headline(one, step, words), followed }]
  })
}

/** Whether a journey only heard of facts that another entry tells of: the client's facts reach all their journeys. */
function isHeard(one: Did, did: readonly Did[]): boolean {
  if (one.type !== 'facts') return false
  const tells = (other: Did): boolean => other !== one && (one.facts ?? []).every((name) => other.facts?.includes(name))
  return did.some((other) => tells(other) && (other.type !== 'facts' || one.module !== null))
}

/** Everything that happened as one text, for those who hear it. */
export function tellAll(told: readonly Told[]): string {
  return told.map(({ what, followed }) => [what, ...followed].join(' ')).join(' ')
}

function headline(did: Did, step: Point['step'], words: WalkWords): string {
  const { say, documentOf, language } = words
  const { module, task, taken, timer } = did
  const taskName = task ? taskInWords(words, { ...task, module }) : ''
  if (timer) return whatTimeDid(timer, did, words)
  switch (did.type) {
    case 'start':
      return say(module === null ? 'didStart' : 'didStartModule')
    case 'send': {
      const [first] = taken
      const name = first ? transitionInWords(words, { module, name: first.id, label: first.label }) : undefined
      return say('didSend', { name: name ?? (step ? describeStep(step, words) : wordsOfName(did.event ?? '')) })
    }
    case 'facts':
      return say(module === null ? 'didRecord' : 'didHear')
    case 'completeTask':
      return say(task?.kind === 'review' ? 'didReview' : 'didComplete', { name: taskName })
    case 'tickTask':
      return say('didTick', { name: taskName })
    case 'answerProposal':
      return say(did.accept === false ? 'didReject' : 'didAccept', { name: taskName })
    case 'jump':
      return say('didJump', { places: placesInWords(words, module, did.entered) })
    case 'exit':
      return say('didExit', { name: exitName(documentOf(module), did.ended?.code ?? did.event ?? '', language) })
    case 'suspend':
      return did.suspended?.code
        ? say('didSuspendFor', { name: suspensionName(documentOf(module), did.suspended.code, language) })
        : say('didSuspend')
    case 'resume':
      return say('didResume')
    case 'moduleEnded': {
      const [first] = did.modulesEnded
      return first ? moduleEnd(first, words) : say('didMove')
    }
    default:
      return say('didMove')
  }
}

function whatTimeDid(timer: NonNullable<Did['timer']>, { module }: Did, words: WalkWords): string {
  const { say } = words
  const name =
    timer.kind === 'taskDue' ? dueTaskInWords(words, { ...timer, module }) : timerInWords(words, { ...timer, module })
  switch (timer.kind) {
    case 'followUp':
      return timer.occurrence > 1
        ? say('didFollowUpAgain', { name, occurrence: timer.occurrence })
        : say('didFollowUp', { name })
    case 'warning':
      return say('didWarn', { name })
    case 'after':
      return say('didAfter', { name })
    case 'taskDue':
      return say('didTaskDue', { name })
    case 'review':
      return say('didReviewDue')
    case 'suspensionReview':
      return say('didSuspensionReview')
  }
}

function whatFollowed(did: Did, reason: string | undefined, words: WalkWords): string[] {
  const { say, language, documentOf } = words
  const { module, override, task } = did
  const lines: string[] = []
  if (override) lines.push(say('overrode', { name: criterionName(documentOf(module), override.criterion, language) }))
  if (reason) lines.push(say('because', { reason }))
  lines.push(...moved(did, words))
  for (const one of did.closed) {
    if (one.id === task?.id) continue
    const name = taskInWords(words, { ...one, module })
    lines.push(say(one.outcome === 'completed' ? 'taskCompleted' : 'taskCancelled', { name }))
  }
  // the first is the headline, when that it ended is what the entry is about
  for (const one of did.modulesEnded.slice(did.type === 'moduleEnded' ? 1 : 0)) lines.push(moduleEnd(one, words))
  lines.push(...opened(did, words))
  for (const one of did.modulesStarted) {
    lines.push(say('moduleStarted', { name: moduleInWords(words, { name: one.module, label: one.label }) }))
  }
  lines.push(...timed('armed', did.armed, module, words), ...timed('moved', did.moved, module, words))
  for (const { type } of did.actions ?? []) lines.push(toldOutside(wordsOfName(type), did, words))
  if (did.suspended) lines.push(say('suspendedUntil', { date: dayInWords(did.suspended.reviewDate, language) }))
  if (did.ended && did.type !== 'exit') {
    const { code, label } = did.ended
    lines.push(
      say(module === null ? 'ended' : 'endedModule', {
        name: label ? textIn(label, language) : endInWords(words, module, code),
      }),
    )
  }
  return lines
}

/** What other systems are told of: the message has a name for these only, so that what sends it is said. */
function toldOutside(name: string, { module, taken, entered, left, timer }: Did, words: WalkWords): string {
  const { say, documentOf } = words
  const document = documentOf(module)
  const tells = (actions: unknown): boolean => actionNames(actions).includes(name)
  const tellsAt = (state: string, when: 'entry' | 'exit'): boolean =>
    draftStates(document).some(({ path, definition }) => path === state && tells(definition[when]))
  const ways = draftTransitions(document).filter(({ definition }) => tells(definition.actions))
  const way = taken.find(({ id }) => ways.some((one) => one.id === id))
  if (way) return say('actionOf', { name, what: transitionInWords(words, { module, name: way.id, label: way.label }) })
  const began = entered.filter((state) => tellsAt(state, 'entry'))
  if (began.length > 0) return say('actionBegan', { name, places: placesInWords(words, module, began) })
  const ended = left.filter((state) => tellsAt(state, 'exit'))
  if (ended.length > 0) return say('actionEnded', { name, places: placesInWords(words, module, ended) })
  if (timer?.kind === 'followUp') return say('actionOf', { name, what: timerInWords(words, { ...timer, module }) })
  return say('action', { name })
}

function timed(text: 'armed' | 'moved', timers: Did['armed'], module: string | null, words: WalkWords): string[] {
  const listed = timers
    // when a task is due is told with the task
    .filter(({ kind }) => text === 'moved' || kind !== 'taskDue')
    .map((one) => `${timerInWords(words, { ...one, module })} ${dayInWords(one.dueDate, words.language)}`)
  return listed.length === 0 ? [] : [words.say(text, { timers: listed.join('; ') })]
}

/** Which transitions were taken, what let them, and where they led. */
function moved({ type, module, taken, entered, left }: Did, words: WalkWords): string[] {
  const { say, language, documentOf } = words
  const began = entered.length > 0 ? [say('began', { places: placesInWords(words, module, entered) })] : []
  if (type === 'start') return began
  if (type === 'jump' || type === 'exit') {
    const outermost = left.filter((state) => !left.some((other) => state.startsWith(`${other}.`)))
    const names = outermost.map((state) => stateInWords(words, module, state)).join(', ')
    return names === '' ? [] : [say('finished', { places: names })]
  }
  const lines = taken.flatMap((one, index) => {
    const from = stateInWords(words, module, one.from)
    const to = one.to.map((state) => stateInWords(words, module, state)).join(', ')
    const name = transitionInWords(words, { module, name: one.id, label: one.label })
    // the first is what the headline of an event says already
    const isSaid = type === 'send' && index === 0
    const way = to === '' ? say('stayed') : isSaid ? say('wayOf', { from, to }) : say('wayOfNamed', { name, from, to })
    const held = one.criteria.flatMap(({ name: criterion, label, value }) =>
      value === true ? [label ? textIn(label, language) : criterionName(documentOf(module), criterion, language)] : [],
    )
    return held.length === 0 ? [way] : [way, say('held', { criteria: held.join(', ') })]
  })
  return [...lines, ...began]
}

function opened(did: Did, words: WalkWords): string[] {
  const { say, language } = words
  return did.opened.map((one) => {
    const name = taskInWords(words, { ...one, module: did.module })
    const due = one.dueDate === null ? '' : say('by', { date: dayInWords(one.dueDate, language) })
    if (one.kind === 'proposal') return say('proposalOpened', { name, due })
    if (one.kind === 'review') return say('reviewOpened', { due })
    const who = one.role === null ? '' : ` (${rolesInWords(words, did.module, [one.role])})`
    return say('taskOpened', { name, due, who })
  })
}

function recorded({ facts = [], module }: Did, values: ReadonlyMap<string, FactValue>, words: WalkWords): string[] {
  return facts.map((name) => {
    const value = values.get(name)
    const fact = { module, name }
    const label = factInWords(words, fact)
    return value === undefined ? label : `${label}: ${factValueInWords(words, fact, value)}`
  })
}

function moduleEnd({ module, label, code }: Did['modulesEnded'][number], words: WalkWords): string {
  const name = moduleInWords(words, { name: module, label })
  return code === undefined
    ? words.say('moduleEnded', { name })
    : words.say('moduleEndedSo', { name, end: endInWords(words, module, code) })
}
