import { DurationError, isZero, parseDuration } from './../calendar/index.ts'
import type { Finding } from '../finding.ts'
import { durationsOf, type PlacedDuration, readDuration } from './analysis/durations.ts'
import { error } from './analysis/report.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/** Every duration can be counted, and what repeats or expires takes some time. */
export const invalidDuration: Rule = (context) => durationsOf(context).flatMap((one) => check(one, context))

function check({ path, reference, mustBePositive }: PlacedDuration, { parameters }: VerifyContext): Finding[] {
  if (typeof reference === 'string' || !('parameter' in reference)) {
    try {
      parseDuration(reference)
    } catch (thrown) {
      if (!(thrown instanceof DurationError)) throw thrown
      return [error('invalid-duration', path, thrown.message.split('; ')[0] ?? thrown.message, thrown.hint)]
    }
  }
  const duration = readDuration(reference, parameters)
  if (!mustBePositive || !duration || !isZero(duration)) return []
  const message = 'The duration is no time at all, so this would happen endlessly or never hold'
  return [error('invalid-duration', path, message, 'Give at least a day: P1D')]
}
