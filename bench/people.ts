import { withCheck } from '../tests/support/identityCodes.ts'

/** Somebody of the invented register. */
export interface RegisteredPerson {
  givenName: string
  familyName: string
  phone: string
  /** local date */
  birthDate: string
}

// fifty of each: many share a name, as people do
const beginnings = ['Aa', 'Ei', 'Hei', 'Joh', 'Ka', 'Lii', 'Mat', 'Ol', 'Pet', 'Vei']
const givenEnds = ['ro', 'na', 'ikki', 'anna', 'eri']
const familyEnds = ['nen', 'lainen', 'mäki', 'virta', 'koski']
const given = beginnings.flatMap((start) => givenEnds.map((end) => `${start}${end}`))
const family = beginnings.flatMap((start) => familyEnds.map((end) => `${start}${end}`))

/** So many days, all different: one for each of as many people. */
const days = 25_000

/** A person of the register; of 2 500 different names, each stands in it as often. */
export const personAt = (index: number): RegisteredPerson => ({
  givenName: given[index % given.length] ?? '',
  familyName: family[Math.floor(index / given.length) % family.length] ?? '',
  phone: `040${String(1_000_000 + index * 37).padStart(7, '0')}`,
  birthDate: new Date(Date.UTC(1940, 0, 1 + ((index * 7919) % days))).toISOString().slice(0, 10),
})

/** The person's personal identity code, from those that are nobody's; no two of the first 25 000 are the same. */
export function identityCodeAt(index: number): string {
  const [year = '', month = '', day = ''] = personAt(index).birthDate.split('-')
  const sign = year < '2000' ? '-' : 'A'
  return withCheck(`${day}${month}${year.slice(2)}${sign}${900 + (index % 100)}`)
}
