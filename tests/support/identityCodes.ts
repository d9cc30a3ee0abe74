import fc from 'fast-check'

/** The first ten characters of a personal identity code with the check character that they ask for. */
export function withCheck(beginning: string): string {
  const digits = Number(beginning.slice(0, 6) + beginning.slice(7, 10))
  return `${beginning}${'0123456789ABCDEFHJKLMNPRSTUVWXY'[digits % 31]}`
}

const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'))

/** Codes that are nobody's: individual numbers from 900 to 999. */
export const identityCodes: fc.Arbitrary<string> = fc
  .tuple(two(1, 28), two(1, 12), two(0, 25), fc.constantFrom(...'+-YXWVUABCDEF'), fc.integer({ min: 900, max: 999 }))
  .map(([day, month, year, sign, number]) => withCheck(`${day}${month}${year}${sign}${number}`))
