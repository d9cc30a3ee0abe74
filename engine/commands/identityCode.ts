import { FinnishSSN } from 'finnish-ssn'

/** A Finnish personal identity code (henkilötunnus) that follows the rules. */
export interface IdentityCode {
  /** in the one form that is kept and hashed; the sign is part of it: `-` and `Y` are two people */
  code: string
  /** local date */
  birthDate: string
}

export interface IdentityRules {
  /** local date on which it is asked: nobody is born later */
  today: string
  /** takes individual numbers 900 to 999 as well, which are for tests and never anybody's own */
  isDemo: boolean
}

const FORM = /^(\d\d)(\d\d)(\d\d)([-+A-FU-Y])(\d{3})[0-9A-FHJ-NPR-Y]$/

/** What stands in a text where a code has stood. */
const HIDDEN = '[identity code]'

/**
 * Anything that looks like a code, also in an address. Ids and hashes have hexadecimal digits around what might look
 * like one, and stay.
 */
const LOOKS_LIKE_CODE =
  /(?<![0-9a-f])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d(?:[-+A-FU-Y]|%2[bd])\d{3}[0-9A-Y](?![0-9a-f])/gi

/**
 * Reads a personal identity code: its form, the date, the individual number, the check character (decree 128/2010 s. 2,
 * with the signs of 690/2022). Of whoever it belongs to it tells the date of birth and nothing else.
 * @returns the code, or what is wrong with it in words that do not repeat it
 */
export function readIdentityCode(text: string, { today, isDemo }: IdentityRules): IdentityCode | { wrong: string } {
  const code = text.trim().toUpperCase()
  const [, day = '', month = '', year = '', sign = '', number = ''] = FORM.exec(code) ?? []
  if (sign === '') {
    return {
      wrong:
        'is not a personal identity code: day, month and year of birth in two digits each, a sign of the century, three digits, a check character',
    }
  }
  const century = sign === '+' ? 18 : /[A-F]/.test(sign) ? 20 : 19
  // The library knows all signs, yet nobody born before 1850 or after 2029. Between these centuries the calendar differs
  // in one year only, so it is asked about another one.
  const asked = `${code.slice(0, 6)}${century === 20 && year === '00' ? 'A' : '-'}${code.slice(7)}`
  let isRight: boolean
  try {
    isRight = FinnishSSN.parse(asked).valid
  } catch {
    return { wrong: 'begins with a day that is not in the calendar' }
  }
  const birthDate = `${century}${year}-${month}-${day}`
  if (birthDate > today) return { wrong: 'begins with a day that has not come yet' }
  if (Number(number) < 2) return { wrong: 'has an individual number below 002' }
  if (Number(number) >= 900 && !isDemo) {
    return { wrong: 'has an individual number from 900 on: those are for tests, and nobody’s own' }
  }
  return isRight
    ? { code, birthDate }
    : { wrong: 'has another check character than its digits ask for: look for a slip' }
}

/** A text with everything hidden in it that looks like a personal identity code. */
export const hideIdentityCodes = (text: string): string => text.replace(LOOKS_LIKE_CODE, HIDDEN)
