import { distance } from 'fastest-levenshtein'

/** Shorter beginnings of a word are beginnings of too many. */
const SHORTEST_BEGINNING = 2
const SHORTEST_PHONE_PART = 4

/**
 * How well the words asked for fit those of a name, in any order: 1 when each is there as it is written, 0 when one of
 * them fits none. A slip of the pen costs a little, a word that has only been begun less.
 */
export function likenessOfNames(asked: readonly string[], names: readonly string[]): number {
  if (asked.length === 0 || names.length === 0) return 0
  const best = asked.map((word) => Math.max(...names.map((name) => likenessOfWords(word, name))))
  const apart = best.some((one) => one === 0) ? 0 : best.reduce((sum, one) => sum + one, 0) / best.length
  if (asked.length === 1) return apart
  return Math.max(apart, ...names.map((name) => likenessOfWords(asked.join(''), name)))
}

function likenessOfWords(asked: string, name: string): number {
  if (asked === name) return 1
  const slips = slipsBetween(asked, name)
  const whole = slips > allowedSlips(asked) ? 0 : 1 - slips / Math.max(asked.length, name.length)
  return Math.max(whole, likenessOfBeginning(asked, name))
}

function likenessOfBeginning(asked: string, name: string): number {
  if (asked.length < SHORTEST_BEGINNING || asked.length >= name.length) return 0
  if (name.startsWith(asked)) return 0.9
  return allowedSlips(asked) > 1 && slipsBetween(asked, name.slice(0, asked.length)) <= 1 ? 0.7 : 0
}

/** Letters left out, added or mistaken; two neighbours that have changed places are one slip. */
function slipsBetween(a: string, b: string): number {
  const slips = distance(a, b)
  return slips === 2 && a.length === b.length && [...a].sort().join('') === [...b].sort().join('') ? 1 : slips
}

const allowedSlips = ({ length }: string): number => (length < 3 ? 0 : length < 5 ? 1 : 2)

/** How well the digits asked for fit a telephone number: 1 when equal, less as a part of it or with one slip. */
export function likenessOfPhones(asked: string, phone: string): number {
  if (asked === phone) return 1
  if (asked.length < SHORTEST_PHONE_PART) return 0
  if (phone.includes(asked)) return 0.9
  return asked.length >= 7 && slipsBetween(asked, phone) === 1 ? 0.8 : 0
}
