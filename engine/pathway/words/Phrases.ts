import type { Outcome } from '../declarations.ts'
import type { ComparisonSign } from '../feel/statement.ts'
import type { ChangePhrases } from './ChangePhrases.ts'
import type { DurationForm } from './durationInWords.ts'
import type { Amount } from './readAmounts.ts'

/** What a language says, part by part. Each language keeps all of its own in one folder, for whoever translates it. */
export interface Phrases {
  quote(text: string): string
  /** 'a, b ja c' */
  and(items: readonly string[]): string
  or(items: readonly string[]): string
  /** words that keep their capital within a sentence, because they are names */
  properNames: readonly string[]
  durations: DurationPhrases
  values: ValuePhrases
  expressions: ExpressionPhrases
  sentences: SentencePhrases
  changes: ChangePhrases
  diagram: DiagramPhrases
}

export interface DurationPhrases {
  say(form: DurationForm, amounts: readonly Amount[]): string
  missing: string
  unreadable(text: string): string
  unknownParameter(name: string): string
  setting(label: string): string
}

export interface ValuePhrases {
  locale: string
  yes: string
  no: string
  missing: string
  date(year: number, month: number, day: number): string
  /** units as people write them, by `UnitCode` */
  units: Readonly<Record<UnitCode, string>>
  /** labels that say a unit themselves: 'Päiviä viikossa' is 5, not 5 pv/vko */
  labelsWithUnit: Readonly<Partial<Record<UnitCode, RegExp>>>
}

export type UnitCode =
  | 'daysAWeek'
  | 'hoursADay'
  | 'hoursAWeek'
  | 'years'
  | 'months'
  | 'weeks'
  | 'days'
  | 'hours'
  | 'minutes'
  | 'euros'
  | 'eurosAMonth'
  | 'people'
  | 'pieces'

/** A clause as subject, verb and complement, so that what repeats can be left out of the next one. */
export interface Clause {
  subject: string
  verb: string
  complement: string
}

/** What kind of value a comparison is about: dates are not 'at least', but 'on or after'. */
export type Measure = 'amount' | 'date'

export interface ExpressionPhrases {
  missing: string
  /** the verb for a subject: 'on', 'ovat', 'ei ole' */
  is(subject: string, holds: boolean): string
  /** verbs that need not be said twice in a row */
  elided: readonly string[]
  /** 'vähintään 5 pv/vko'; for `=` and `!=` the value alone */
  bound(sign: ComparisonSign, value: string, measure: Measure): string
  neither(subject: string, values: readonly string[]): Clause
  /** both ends belong to it */
  between(from: string, to: string): string
  known(label: string, isKnown: boolean): Clause
  contains(subject: string, test: 'contains' | 'starts with' | 'ends with', holds: boolean, text: string): Clause
  completed(task: string, isDone: boolean): Clause
  /** @param bound with its number: 'yli 2'; one time is said in words instead */
  completedTimes(task: string, times: { sign: ComparisonSign; count: number; bound: string }): Clause
  daysInState(bound: string, holds: boolean): Clause
  daysInJourney(bound: string, holds: boolean): Clause
  ifElse(condition: string, yes: string, no: string): string
  /** alternatives within a list of what must hold, and what must hold within a list of alternatives */
  either(parts: readonly string[]): string
  both(parts: readonly string[]): string
  always: string
  never: string
  today: string
  now: string
  /** the value of another fact, to compare with */
  valueOf(label: string): string
  unknownName(name: string): string
  aggregate(name: 'min' | 'max' | 'sum' | 'mean', values: string): string
  /** a part of a date: its year, month, day of the month or weekday; undefined for what has no word */
  datePart(part: string, of: string): string | undefined
  /** for pills: 'Arvio tehty', '≥ 30 pv tilassa' */
  pills: {
    or: string
    completed(task: string, isDone: boolean): string
    completedTimes(task: string, bound: string): string
    daysInState(bound: string): string
    daysInJourney(bound: string): string
    known(label: string, isKnown: boolean): string
  }
}

/** What a state is in people's words, and its name: quoted where it has several words. */
export interface StateWords {
  /** `end` ends the journey */
  noun: 'phase' | 'state' | 'end' | 'pathway'
  name: string
}

/** Where a transition leads, as far as the draft says. */
export type Destination =
  | { kind: 'state'; state: StateWords; isHistory: boolean }
  | { kind: 'missing' }
  | { kind: 'unknown'; written: string }

export interface TransitionParts {
  from: StateWords
  /** nowhere: the state stays */
  to: readonly Destination[]
  /** the state is left and entered again */
  isRestart: boolean
  how: 'person' | 'automatic' | 'proposal'
  /** who may send it; empty for anyone who may act on the journey */
  roles: readonly string[]
  /** how long after the state began */
  elapsed: string | undefined
  /** when the state is done */
  isDone: boolean
  /** labels in quotation marks */
  criteria: readonly string[]
  /** modules that begin with it, in quotation marks */
  starts: readonly string[]
  /** messages that are sent with it, as other systems know them */
  tells: readonly string[]
}

/** What sends an event besides people. */
export interface Sender {
  kind: 'followUp' | 'module'
  name: string
}

export interface FollowUpParts {
  /** 'kuukauden välein' where it repeats, else 'kuukauden kuluttua' */
  time: string
  isRepeating: boolean
  /** counted from the state's entry, or from a fact's date */
  from: StateWords | { fact: string }
  until: { plain: string; after: string; within: string } | undefined
  task: { name: string; role: string | undefined } | undefined
  event: { name: string; isAutomatic: boolean } | undefined
  tells: readonly string[]
}

export interface ModuleParts {
  name: string
  state: StateWords
  start: { kind: 'entry' | 'adHoc' } | { kind: 'event'; event: string }
}

export interface SentencePhrases {
  noTarget: string
  noName: string
  /** 'vaihe Kuntoutus' */
  state(state: StateWords): string
  /** without its label, as the rest of a sentence */
  transition(parts: TransitionParts): string
  sentBy(senders: readonly Sender[], isAutomatic: boolean): string
  acceptedBy(roles: readonly string[]): string
  effects: Readonly<Record<'service' | 'rights', string>>
  reasonRequired: string
  /** @param criterion in quotation marks, where a transition has several */
  overridable(criterion: string | undefined, roles: readonly string[]): string
  tells(messages: readonly string[]): string
  keepsWhenSuspended: string
  followUp(parts: FollowUpParts): string
  shifts: Readonly<Record<'nextWorkingDay' | 'previousWorkingDay', string>>
  warns(before: string): string
  catchesUpEach: string
  restarts: string
  task: {
    role(role: string): string
    noRole: string
    /** @param setting which parameter gives it, or nothing */
    due(plain: string, setting: string): string
    parties(roles: readonly string[]): string
    required(fields: readonly string[]): string
    optional(fields: readonly string[]): string
    checklist(items: number, required: number): string
    escalates(role: string): string
    takes(duration: string): string
  }
  classes: Readonly<Record<'health' | 'profiling' | 'confidential', string>>
  module(parts: ModuleParts): string
  moduleOutput(end: string | undefined, event: string, isAutomatic: boolean): string
  moduleInputs(inputs: readonly string[]): string
  whenLeft(state: StateWords, isLeftRunning: boolean): string
  exit(outcome: Outcome | undefined, roles: readonly string[]): string
  exitEffects: Readonly<Record<'service' | 'rights', string>>
  outcomes: Readonly<Record<Outcome, string>>
  suspension(roles: readonly string[]): string
  phase: {
    goal(goal: string): string
    noGoal: string
    responsible(role: string): string
    services(labels: readonly string[]): string
    metrics(labels: readonly string[]): string
    responsibilities(each: readonly string[]): string
  }
  fact: {
    number(range: string): string
    choice(options: readonly string[]): string
    date: string
    boolean: string
    text: string
    noType: string
    atLeast(value: string): string
    atMost(value: string): string
    holdsFor(duration: string): string
  }
  parameter: {
    ours: string
    source: string
  }
}

/** What a diagram says that other tools draw, and what it has no place for. */
export interface DiagramPhrases {
  /** of what holds wherever a journey is */
  anywhere: string
  automatic: string
  proposal: string
  /** before the list of what is left out */
  leftOut: string
  losses: Readonly<Record<DiagramLoss, string>>
}

/** What a diagram leaves out, or draws elsewhere than the document has it. */
export type DiagramLoss =
  | 'lostTargets'
  | 'movedArrows'
  | 'whoAndHow'
  | 'overrides'
  | 'enterable'
  | 'messages'
  | 'suspensions'
  | 'phases'
  | 'tasks'
  | 'facts'
  | 'roles'
  | 'parameters'
  | 'times'
  | 'descriptions'
  | 'sources'
