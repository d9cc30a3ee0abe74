import type { Vault } from '../store/vault.ts'
import { wholeName } from './clientRecord.ts'
import type { Person } from './clientSchemas.ts'

/**
 * The blind index: what a client is found by. Names are sealed, so what stands in the index are keyed hashes of their
 * parts (three letters, from two before the beginning to two behind the end), from which nobody can read a name
 * without the key. A name with a slip in it still shares most of its parts with the right one.
 */

const NAME_PART = 3
const PHONE_PART = 4

const plainLetters: Readonly<Record<string, string>> = { ø: 'o', æ: 'a', đ: 'd', ł: 'l', ß: 'ss', þ: 'th', w: 'v' }

/** The words of a name as they are compared: small letters without dots and rings, hyphens parting; `w` is `v`. */
export function wordsOf(name: string): string[] {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const plain = letters.replace(/[øæđłßþw]/g, (letter) => plainLetters[letter] ?? letter).replace(/['’`´]/g, '')
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

/** All words that a person is called by; of a name with a hyphen also the whole of it. */
export function namesOf(person: Person): string[] {
  const texts = [wholeName(person), person.givenName, person.familyName].filter((text) => typeof text === 'string')
  const hyphened = texts.flatMap((text) => text.split(/\s+/)).filter((word) => /[-‐‑–]/.test(word))
  return [...new Set([...texts.flatMap(wordsOf), ...hyphened.map((word) => wordsOf(word).join(''))])]
}

/** The digits of a telephone number, without what may be left out: the country code of Finland and leading zeros. */
export function digitsOf(phone: string): string {
  const digits = phone.replace(/(?!^)\+|[^\d+]/g, '').replace(/^(?:\+|00)358/, '')
  return digits.replace(/^[+0]+/, '')
}

/** What a person is found by. */
export function marksOf(vault: Vault, organisation: string, person: Person): number[] {
  const digits = person.phone === undefined ? '' : digitsOf(person.phone)
  return marksFor(vault, organisation, { words: namesOf(person), digits, birthDate: person.birthDate })
}

/** What somebody is looked for by. */
export interface Wanted {
  words?: readonly string[]
  digits?: string
  birthDate?: string
}

/** Of an organisation's own: the same name has other marks in another organisation. */
export function marksFor(vault: Vault, organisation: string, { words = [], digits = '', birthDate }: Wanted): number[] {
  const parts = new Set<string>()
  for (const word of words) for (const part of partsOf(`^^${word}$$`, NAME_PART)) parts.add(`name ${part}`)
  for (const part of partsOf(digits, PHONE_PART)) parts.add(`phone ${part}`)
  if (birthDate !== undefined) parts.add(`born ${birthDate}`)
  return [...parts].map((part) => vault.markOf(`${organisation} ${part}`))
}

function partsOf(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length))
}
