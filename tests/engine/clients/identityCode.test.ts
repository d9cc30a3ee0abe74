import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideIdentityCodes, readIdentityCode } from '../../../engine/commands/identityCode.ts'
import { identityCodes, withCheck } from '../../support/identityCodes.ts'
import { runs } from '../../support/runs.ts'

const rules = { today: '2026-11-22', isDemo: true }
const read = (code: string, more: Partial<typeof rules> = {}) => readIdentityCode(code, { ...rules, ...more })
const wrongOf = (code: string, more?: Partial<typeof rules>) => {
  const answer = read(code, more)
  if (!('wrong' in answer)) throw new Error('it was taken')
  return answer.wrong
}

describe('a personal identity code', () => {
  // the four were computed by hand from the decree: nine digits modulo 31
  it.each(['010180-9004', '290296-9015', '010100A902J', '310515A950J'])('%s is one', (code) => {
    expect(read(code)).toMatchObject({ code })
  })

  it('has any sign of its century (690/2022)', () => {
    const bornIn = { '18': '+', '19': '-YXWVU', '20': 'ABCDEF' }
    for (const [century, signs] of Object.entries(bornIn)) {
      for (const sign of signs) {
        const code = withCheck(`010215${sign}901`)
        expect(read(code)).toEqual({ code, birthDate: `${century}15-02-01` })
      }
    }
    for (const sign of 'GZT*/ 5') expect(wrongOf(`010215${sign}901A`)).toContain('is not a personal identity code')
  })

  it('is another person’s with another sign', () => {
    expect(read(withCheck('131052-908'))).not.toEqual(read(withCheck('131052Y908')))
  })

  it('begins with a day of the calendar', () => {
    expect(read(withCheck('290200A901'))).toMatchObject({ birthDate: '2000-02-29' })
    for (const day of ['290200-901', '290200+901', '290201A901', '310490-901', '000190-901', '011390-901']) {
      expect(wrongOf(withCheck(day))).toContain('not in the calendar')
    }
  })

  it('begins with a day that has come, also in years that are far from now', () => {
    expect(wrongOf(withCheck('231126A901'))).toContain('not come yet')
    expect(read(withCheck('221126A901'))).toMatchObject({ birthDate: '2026-11-22' })
    expect(read(withCheck('290248A901'), { today: '2050-01-01' })).toMatchObject({ birthDate: '2048-02-29' })
    expect(read(withCheck('010149+901'))).toMatchObject({ birthDate: '1849-01-01' })
  })

  it('has an individual number from 002 to 899; to 999 in a demonstration', () => {
    for (const number of ['000', '001']) expect(wrongOf(withCheck(`010190-${number}`))).toContain('below 002')
    for (const number of ['900', '999']) {
      expect(wrongOf(withCheck(`010190-${number}`), { isDemo: false })).toContain('900')
      expect(read(withCheck(`010190-${number}`))).toMatchObject({ birthDate: '1990-01-01' })
    }
  })

  it('may be written in small letters', () => {
    expect(read(' 010190-950a ')).toMatchObject({ code: '010190-950A' })
  })

  it('with one character changed is refused, in words that do not repeat it', () => {
    const slip = fc.tuple(identityCodes, fc.nat(10), fc.constantFrom(...'0123456789ABCDEFHJKLMNPRSTUVWXY'))
    fc.assert(
      fc.property(slip, ([code, at, character]) => {
        const slipped = `${code.slice(0, at)}${character}${code.slice(at + 1)}`
        // another sign of the same century is another person's code, which nobody can tell from a slip
        fc.pre(slipped !== code && at !== 6)
        const answer = read(slipped)
        expect(answer).toHaveProperty('wrong')
        expect(JSON.stringify(answer)).not.toContain(slipped.slice(0, 6))
        expect(JSON.stringify(answer)).not.toContain(slipped.slice(7))
      }),
      runs(100),
    )
  })
})

describe('hiding codes', () => {
  it('finds every code in a text, in an address too', () => {
    fc.assert(
      fc.property(identityCodes, (code) => {
        for (const text of [`"${code}"`, `/clients/${code}/facts`, `x=${encodeURIComponent(code)}&y`, `_${code}.`])
          expect(hideIdentityCodes(text)).not.toMatch(/\d{6}/)
      }),
      runs(100),
    )
  })

  it('leaves ids, times and amounts as they are', () => {
    const id = fc.uuid({ version: 7 })
    fc.assert(
      fc.property(id, (text) => {
        expect(hideIdentityCodes(text)).toBe(text)
      }),
      runs(100),
    )
    for (const text of [
      '2026-11-22T09:30:00.000Z',
      '1795302092781',
      '010190',
      '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    ])
      expect(hideIdentityCodes(text)).toBe(text)
  })
})
