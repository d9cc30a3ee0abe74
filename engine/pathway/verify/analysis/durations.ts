import { DAY_MS } from '../../calendar/civilDay.ts'
import { type Duration, type ParsedDuration, parseDuration } from '../../calendar/index.ts'
import { delayOf, type Parameters, resolveDuration } from '../../parameters.ts'
import type { FollowUpDefinition } from '../../states.ts'
import type { DurationRef } from '../../values.ts'
import type { VerifyContext } from '../verifyContext.ts'
import type { JsonPath } from './report.ts'

/** A duration of a document, where it stands, and whether it must be more than nothing. */
export interface PlacedDuration {
  path: JsonPath
  reference: DurationRef
  mustBePositive: boolean
}

const followUpDurations = ['after', 'every', 'until', 'warnBefore'] as const satisfies (keyof FollowUpDefinition)[]

/** Every duration of a document but the values of parameters. */
export function durationsOf({ document, states, placeOf }: VerifyContext): PlacedDuration[] {
  const found: PlacedDuration[] = []
  const add = (path: JsonPath, reference: DurationRef | undefined, mustBePositive = false) => {
    if (reference !== undefined) found.push({ path, reference, mustBePositive })
  }
  for (const { definition, path } of states.values()) {
    const place = placeOf(path)
    for (const key of Object.keys(definition.after ?? {})) add([...place, 'after', key], delayOf(key))
    for (const [name, followUp] of Object.entries(definition.followUps ?? {})) {
      for (const key of followUpDurations) add([...place, 'followUps', name, key], followUp[key], key === 'every')
    }
  }
  for (const [name, { due }] of Object.entries(document.taskDefinitions ?? {}))
    add(['taskDefinitions', name, 'due'], due)
  for (const [name, { shelfLife }] of Object.entries(document.facts ?? {}))
    add(['facts', name, 'shelfLife'], shelfLife, true)
  add(['backDating'], document.backDating)
  add(['review'], document.review, true)
  return found
}

/** A duration with its parameter filled in and read; undefined when it cannot be, which has rules of its own. */
export function readDuration(reference: DurationRef | undefined, parameters: Parameters): ParsedDuration | undefined {
  if (reference === undefined) return undefined
  try {
    const duration: Duration = resolveDuration(reference, parameters)
    return parseDuration(duration)
  } catch {
    return undefined
  }
}

/** A length of time between the shortest and the longest it may turn out to be, in days. */
export interface Length {
  shortest: number
  longest: number
}

/**
 * How long a duration may turn out to be: months have 28 to 31 days, working days skip weekends and up to two weeks of
 * holidays a year, a day of the clock change has 23 or 25 hours.
 */
export function lengthOf(duration: ParsedDuration): Length {
  switch (duration.counts) {
    case 'clock':
      return { shortest: duration.milliseconds / DAY_MS, longest: duration.milliseconds / DAY_MS }
    case 'workingDays': {
      const { workingDays } = duration
      if (workingDays === 0) return { shortest: 0, longest: 0 }
      const weekends = 2 * Math.floor((workingDays - 1) / 5)
      return { shortest: workingDays + weekends, longest: Math.ceil(workingDays * 1.5) + 12 }
    }
    case 'calendar':
      return monthsLength(duration.months, duration.days)
  }
}

const hour = 1 / 24

function monthsLength(months: number, days: number): Length {
  if (months === 0) return { shortest: Math.max(0, days - hour), longest: days + hour }
  const mean = months * 30.436875 + days
  const spread = Math.min(3, months * 2) + 0.5
  return {
    shortest: Math.max(months * 28 + days - hour, mean - spread),
    longest: Math.min(months * 31 + days + hour, mean + spread),
  }
}

/** Whether one duration is certain to be shorter than, or as long as, another. */
export function isCertainlyWithin(a: ParsedDuration, b: ParsedDuration): boolean {
  if (isSameKind(a, b)) return amountOf(a) <= amountOf(b)
  return lengthOf(a).longest <= lengthOf(b).shortest
}

/** Whether one duration is certain to be shorter than another. */
export function isCertainlyShorter(a: ParsedDuration, b: ParsedDuration): boolean {
  if (isSameKind(a, b)) return amountOf(a) < amountOf(b)
  return lengthOf(a).longest < lengthOf(b).shortest
}

/** Counted in the same unit, so that amounts compare exactly: both in months, both in days, and so on. */
function isSameKind(a: ParsedDuration, b: ParsedDuration): boolean {
  if (a.counts !== 'calendar' || b.counts !== 'calendar') return a.counts === b.counts
  return (a.months === 0 && b.months === 0) || a.days === b.days
}

function amountOf(duration: ParsedDuration): number {
  if (duration.counts === 'clock') return duration.milliseconds
  if (duration.counts === 'workingDays') return duration.workingDays
  return duration.months === 0 ? duration.days : duration.months * 100_000 + duration.days
}
