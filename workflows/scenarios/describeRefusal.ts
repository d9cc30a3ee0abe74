import { type Moment, nameOf } from './moment.ts'
import type { PathwayWords } from './pathwayWords.ts'
import type { Refused } from './played.ts'

/**
 * A refusal in Finnish: what was tried, why not, and what would open the way.
 * @param of said first: the module it was tried in
 */
export function describeRefusal({ at, by, what, problem, lacks }: Refused, words: PathwayWords, of = ''): Moment {
  const moment = {
    at: at.toISOString(),
    mark: '✕' as const,
    what: `${of}${nameOf(by.user)} yritti: ${what === 'start' ? 'polun aloitus keskeltä' : words.event(what)}`,
  }
  switch (problem.code) {
    case 'blocked':
      return { ...moment, more: failing(problem.details.criteria ?? [], words) }
    case 'unknown': {
      const names = lacks.map(
        ({ name, expired }) => `${words.factLabel(name)}${expired ? ' (vanhentunut)' : ' (puuttuu)'}`,
      )
      return { ...moment, more: [`Ei voi ratkaista. Avautuu, kun kirjataan: ${names.join(', ')}`] }
    }
    case 'reason-required':
      return { ...moment, more: ['Ei ilman kirjallista perustelua'] }
    case 'suspended':
      return { ...moment, more: ['Ei nyt: polku on keskeytetty'] }
    case 'ended':
      return { ...moment, more: ['Polku on jo päättynyt'] }
    default:
      return { ...moment, more: [problem.message] }
  }
}

type Criteria = NonNullable<Refused['problem']['details']['criteria']>

function failing(criteria: Criteria, words: PathwayWords): string[] {
  return criteria.flatMap((one) => {
    if (one.value === true || !('seen' in one) || !Array.isArray(one.seen) || !('name' in one)) return []
    const { label, sentence } = words.criterion(one.name)
    const values = one.seen.map(({ name, value }) =>
      value === undefined ? `${words.factLabel(name)} puuttuu` : words.fact(name, value),
    )
    return [`Ei vielä: ”${label}” ei täyty (${values.join(', ')})`, `Avautuu: ${sentence}`]
  })
}
