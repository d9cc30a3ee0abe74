import type { CriterionRecord } from '../journey/decide.ts'
import type { ExplainedCriterion } from '../journey/explain.ts'
import type { Refusal } from '../journey/refusal.ts'
import type { Finding } from '../pathway/finding.ts'
import type { ScenarioResult } from './walks/compareWalk.ts'

/** Every reason for which Polku says no. Stable: programs may rely on them. */
export const problemCodes = [
  'invalid-request',
  'not-found',
  'invalid-pathway',
  'blocked',
  'unknown',
  'unhandled',
  'not-allowed',
  'reason-required',
  'not-overridable',
  'override-unused',
  'ended',
  'suspended',
  'no-such-suspension',
  'no-such-reason',
  'no-such-module',
  'not-enterable',
  'no-such-state',
  'no-place',
  'no-such-exit',
  'no-such-task',
  'too-early',
  'in-the-future',
  'not-reversible',
  'task-taken',
  'checklist-open',
  'no-such-item',
  'not-dead',
  'wrong-kind',
  'stale-revision',
  'key-reused',
  'unknown-fact',
  'invalid-fact',
  'identity-taken',
  'user-taken',
  'id-taken',
  'last-administrator',
  'lane-closed',
  'not-erasable',
  'on-hold',
  'endless-loop',
  'nothing-due',
  'walk-too-long',
  'too-many-walks',
  'scenarios-broken',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** One thing that is wrong with what was sent. */
export interface FieldError {
  path: (string | number)[]
  message: string
}

/** What a problem tells beside its code and its sentence. */
export interface ProblemDetails {
  /** which fields of the request, and which rule each breaks */
  errors?: FieldError[]
  findings?: readonly Finding[]
  criteria?: ExplainedCriterion[] | CriterionRecord[]
  lacks?: string[]
  /** what would be accepted instead */
  accepted?: string[]
  revision?: number
  /** scenarios of a pathway that a document breaks */
  scenarios?: ScenarioResult[]
  /** who has saved what stands at that revision, and when */
  savedBy?: string
  savedAt?: string
  journey?: string
}

/** A command that changed nothing, and why. Expected: people read it and act on it. */
export class PolkuProblem extends Error {
  override readonly name = 'PolkuProblem'
  readonly code: ProblemCode
  readonly details: ProblemDetails
  constructor(code: ProblemCode, detail: string, details: ProblemDetails = {}) {
    super(detail)
    this.code = code
    this.details = details
  }
}

/** A refusal in words: what was found, and what would be accepted. */
export function problemOf(refusal: Refusal, journey: string, criteria?: ExplainedCriterion[]): PolkuProblem {
  const say = (detail: string, details: ProblemDetails = {}) =>
    new PolkuProblem(refusal.refused, detail, { journey, ...details })
  switch (refusal.refused) {
    case 'blocked': {
      const failing = refusal.criteria.filter((one) => one.value === false).map((one) => one.criterion)
      return say(`"${refusal.event}" is not possible: ${listed(failing)} not met.`, {
        criteria: criteria ?? refusal.criteria,
      })
    }
    case 'unknown':
      return say(`"${refusal.event}" cannot be decided: record ${listed(refusal.lacks)} first.`, {
        criteria: criteria ?? refusal.criteria,
        lacks: refusal.lacks,
      })
    case 'unhandled':
      return say(`Nothing in the journey's present state handles "${refusal.event}".`, { accepted: refusal.possible })
    case 'not-allowed':
      return say(
        `Your case roles do not allow ${refusal.what}: it takes ${refusal.allowed.map((role) => `"${role}"`).join(' or ')}.`,
        {
          accepted: refusal.allowed,
        },
      )
    case 'reason-required':
      return say(`A written reason is needed for ${refusal.what}.`)
    case 'not-overridable':
      if (refusal.allowed)
        return say(`"${refusal.criterion}" may be overridden only by certain case roles.`, {
          accepted: refusal.allowed,
        })
      return say(`"${refusal.criterion}" is not a criterion here that may be overridden.`, {
        accepted: refusal.overridable,
      })
    case 'override-unused':
      return say(`The override of "${refusal.criterion}" cannot be used: ${refusal.why}.`)
    case 'ended':
      return say(`The journey has ended (${refusal.code}).`)
    case 'suspended': {
      const held = refusal.suspensions.map(
        ({ id, code, reviewDate }) =>
          `suspension ${id}${code === null ? '' : ` "${code}"`}, looked at again on ${reviewDate}`,
      )
      return say(`The journey is suspended (${held.join('; ')}); facts are accepted, transitions are not.`)
    }
    case 'no-such-suspension':
      return say(`The journey has no open suspension ${refusal.suspension}.`, { accepted: refusal.open.map(String) })
    case 'no-such-reason':
      return say(`The pathway has no suspension reason "${refusal.code}".`, { accepted: refusal.codes })
    case 'not-enterable':
      return say(`"${refusal.state}" may not be entered by a jump.`, { accepted: refusal.enterable })
    case 'no-such-state':
      return say(`Version ${refusal.version} has no state "${refusal.state}".`, { accepted: refusal.states })
    case 'no-place':
      return say(`Version ${refusal.version} has no place for ${listed(refusal.lost)}: say where each goes.`, {
        accepted: refusal.states,
        lacks: refusal.lost,
      })
    case 'no-such-exit':
      return say(`The pathway has no exit "${refusal.code}".`, { accepted: refusal.exits })
    case 'no-such-task':
      return say(`The journey has no open task ${refusal.task}.`)
    case 'too-early':
      return say(
        `${new Date(refusal.occurredAt).toISOString()} is too early: ${refusal.because} (${new Date(refusal.earliest).toISOString()}).`,
      )
    case 'not-reversible':
      return say(`It cannot be taken back: ${refusal.why}.`)
    case 'task-taken':
      return say(`The task is already with ${refusal.assignee}; it can be delegated.`)
    case 'checklist-open':
      return say(`The checklist is not done: tick ${listed(refusal.items)} first.`, { lacks: refusal.items })
    case 'no-such-item':
      return say(`The task's checklist has no item "${refusal.item}".`, { accepted: refusal.items })
    case 'no-such-module':
      return say(`No active state declares a module "${refusal.module}".`, { accepted: refusal.modules })
    case 'wrong-kind':
      return say(`That does not go together: ${refusal.why}.`)
  }
}

/** A request of which a field is wrong: which one, and what is wrong with it. */
export function wrongField(path: string[], message: string): PolkuProblem {
  return new PolkuProblem('invalid-request', `"${path.join('.')}" ${message}.`, { errors: [{ path, message }] })
}

function listed(names: readonly string[]): string {
  const unique = [...new Set(names)].map((name) => `"${name}"`)
  return unique.length < 2 ? unique.join('') : `${unique.slice(0, -1).join(', ')} and ${unique.at(-1)}`
}
