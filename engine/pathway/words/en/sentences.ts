import { labels } from '../listedWith.ts'
import type { Destination, FollowUpParts, SentencePhrases, StateWords, TransitionParts } from '../Phrases.ts'
import { and, or, quote } from './lists.ts'

const nouns = { phase: 'the phase', state: 'the state', end: 'the end state' }

/** A state with its noun; the pathway itself is wherever the journey is. */
const named = ({ noun, name }: StateWords, ofPathway: string): string =>
  noun === 'pathway' ? ofPathway : `${nouns[noun]} ${name}`
const itself = (state: StateWords): string => named(state, 'the journey')
const anywhere = (state: StateWords): string => named(state, 'any phase')
const the = (roles: readonly string[]): string[] => roles.map((role) => `the ${role}`)

/** Sentences about parts of a pathway, in English. */
export const sentences: SentencePhrases = {
  noTarget: '(no target yet)',
  noName: '(no name yet)',
  state: itself,
  transition: (parts) => `${moveOf(parts)}${conditionsOf(parts)}`,
  sentBy(senders, isAutomatic) {
    const when = or(
      senders.map(({ kind, name }) =>
        kind === 'module' ? `the module ${name} ends` : `the follow-up ${name} comes due`,
      ),
    )
    return isAutomatic
      ? `It is also made automatically when ${when}.`
      : `It is also proposed to the responsible person when ${when}.`
  },
  acceptedBy: (roles) => `The proposal may be accepted by ${or(the(roles))}.`,
  effects: {
    service: 'It affects the client’s service.',
    rights: 'It affects the client’s rights.',
  },
  reasonRequired: 'A written reason is required.',
  overridable(criterion, roles) {
    const what = criterion === undefined ? 'The criterion' : `The criterion ${criterion}`
    return `${what} may be overridden${roles.length > 0 ? ` by ${or(the(roles))}` : ''} with a written reason.`
  },
  tells: (messages) => `The message ${and(messages)} is sent to other systems.`,
  keepsWhenSuspended: 'A suspension does not move it.',
  followUp,
  shifts: {
    nextWorkingDay: 'If the day is not a working day, it moves to the next one.',
    previousWorkingDay: 'If the day is not a working day, it moves to the one before.',
  },
  warns: (before) => `A notice of it is given ${before}.`,
  catchesUpEach: 'Times that are missed in an outage are made up for one by one.',
  restarts: 'When the state is come back to, the time is counted anew.',
  task: {
    role: (role) => `It is done by the ${role}.`,
    noRole: 'Nobody has been chosen to do it yet.',
    due: (plain, setting) => `It is due ${plain} after it is opened${setting}.`,
    parties: (roles) => `Taking part: ${and(the(roles))}.`,
    required: (fields) => `Required: ${labels(fields)}.`,
    optional: (fields) => `Optional: ${labels(fields)}.`,
    checklist: (items, required) =>
      `Its checklist has ${items === 1 ? 'one item' : `${items} items`}${required === 0 ? '' : `, ${required} of them required`}.`,
    escalates: (role) => `If it is late, the ${role} may do it too.`,
    takes: (duration) => `It takes ${duration}.`,
  },
  classes: {
    health: 'health information',
    profiling: 'profiling information',
    confidential: 'confidential information',
  },
  module({ name, state, start }) {
    switch (start.kind) {
      case 'entry':
        return `The module ${name} begins when ${state.noun === 'end' ? `the journey ends in the end state ${state.name}` : `${itself(state)} begins`}.`
      case 'adHoc':
        return `The module ${name} begins when somebody who works on the journey asks for it, at any time in ${anywhere(state)}.`
      case 'event':
        return `The module ${name} begins with the transition ${start.event}.`
    }
  },
  moduleOutput(end, event, isAutomatic) {
    const when = end === undefined ? 'When the module ends in any other way' : `When the module ends as ${end}`
    return isAutomatic
      ? `${when}, the transition ${event} is made.`
      : `${when}, the transition ${event} is proposed to the responsible person.`
  },
  moduleInputs: (inputs) => `The module is given ${and(inputs)}.`,
  whenLeft(state, isLeftRunning) {
    const what = state.noun === 'end' ? 'the journey' : itself(state)
    return isLeftRunning
      ? `The module is left running when ${what} has ended.`
      : `A module still under way ends together with ${what}.`
  },
  exit(outcome, roles) {
    const counts = outcome === undefined ? '' : `; the journey is recorded as ${sentences.outcomes[outcome]}`
    const who = roles.length > 0 ? or(the(roles)) : 'anyone who works on it'
    return `the journey may be ended in any phase by decision of ${who}${counts}`
  },
  exitEffects: {
    service: 'Ending it affects the client’s service.',
    rights: 'Ending it affects the client’s rights.',
  },
  outcomes: {
    completed: 'completed',
    interrupted: 'interrupted',
    transferred: 'transferred',
    removed: 'removed from the service',
  },
  suspension: (roles) =>
    `the journey may be suspended by ${roles.length > 0 ? or(the(roles)) : 'anyone who works on it'}`,
  phase: {
    goal: (goal) => `Goal: ${goal}`,
    noGoal: 'The goal has not been written yet.',
    responsible: (role) => `The ${role} answers for the phase.`,
    services: (all) => `Services: ${labels(all)}.`,
    metrics: (all) => `Metrics: ${labels(all)}.`,
    responsibilities: (each) => `Division of labour: ${each.join(' ')}`,
  },
  fact: {
    number: (range) => (range === '' ? 'a number' : `a number, ${range}`),
    choice: (options) => `one of ${or(options)}`,
    date: 'a date',
    boolean: 'yes or no',
    text: 'text',
    noType: '(no type yet)',
    atLeast: (value) => `at least ${value}`,
    atMost: (value) => `at most ${value}`,
    holdsFor: (duration) => `A recorded value counts for ${duration}.`,
  },
  parameter: {
    ours: 'The source gives no value: look at it before publishing.',
    source: 'The value is from the source.',
  },
}

function conditionsOf({ from, how, roles, elapsed, isDone, criteria }: TransitionParts): string {
  const conditions = [
    ...(how === 'person'
      ? [` by decision of ${roles.length > 0 ? or(the(roles)) : 'anyone who works on the journey'}`]
      : []),
    ...(elapsed === undefined ? [] : [` ${elapsed} after ${itself(from)} began`]),
    ...(isDone ? [` when ${itself(from)} is completed`] : []),
  ]
  if (criteria.length > 0) {
    const met = criteria.length === 1 ? `the criterion ${criteria[0]} is met` : `the criteria ${and(criteria)} are met`
    conditions.push(conditions.length === 0 ? ` when ${met}` : `, if ${met}`)
  }
  return conditions.length === 0 ? ' at once' : conditions.join('')
}

function moveOf({ from, to, isRestart, how, starts, tells }: TransitionParts): string {
  if (isRestart) return `${itself(from)} begins anew`
  const where = to.length > 0 ? and(to.map(destination)) : undefined
  if (where === undefined && starts.length > 0) return `in ${anywhere(from)} the module ${and(starts)} begins`
  if (where === undefined && tells.length > 0)
    return `in ${anywhere(from)} the message ${and(tells)} is sent to other systems`
  const way = `from ${anywhere(from)} ${where ?? sentences.noTarget}`
  if (how === 'proposal') return `a move ${way} is proposed to the responsible person`
  return `the journey moves ${how === 'automatic' ? 'automatically ' : ''}${way}`
}

function destination(to: Destination): string {
  switch (to.kind) {
    case 'state':
      return `to ${named(to.state, 'the beginning')}${to.isHistory ? ', where it was left off,' : ''}`
    case 'missing':
      return sentences.noTarget
    case 'unknown':
      return `to the state ${quote(to.written)} (there is none)`
  }
}

function followUp({ time, isRepeating, from, until, task, event, tells }: FollowUpParts): string {
  const start = 'fact' in from ? `the date ${from.fact}` : `the beginning of ${itself(from)}`
  const what = [
    ...(task ? [`the task ${task.name} is opened${task.role === undefined ? '' : ` (for the ${task.role})`}`] : []),
    ...(event ? [eventMade(event)] : []),
    ...(tells.length > 0 ? [`the message ${and(tells)} is sent to other systems`] : []),
  ]
  const said = what.length > 0 ? and(what) : '(no task or transition yet)'
  return `${time}, counted from ${start}, ${said}${untilSaid(until, isRepeating)}`
}

const eventMade = ({ name, isAutomatic }: { name: string; isAutomatic: boolean }): string =>
  isAutomatic ? `the transition ${name} is made` : `the transition ${name} is proposed to the responsible person`

function untilSaid(until: FollowUpParts['until'], isRepeating: boolean): string {
  if (until === undefined) return ''
  return isRepeating ? `, for ${until.plain}` : `; it is due ${until.within}, counted likewise`
}
