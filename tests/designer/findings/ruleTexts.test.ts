import { describe, expect, it } from 'vitest'
import { rulesInWords } from '../../../designer/texts/rulesInWords.ts'
import { amongPublishedCodes } from '../../../engine/commands/amongPublished.ts'
import { ruleCodes } from '../../../engine/pathway/verify/index.ts'

const codes = [...ruleCodes, ...amongPublishedCodes]

describe.each(['fi', 'sv', 'en'] as const)('what rules find, in words (%s)', (language) => {
  const texts = Object.entries(rulesInWords[language])

  it('is there for every rule, and for no other', () => {
    expect(
      texts
        .map(([one]) => one)
        .filter((one) => !one.includes(':'))
        .sort(),
    ).toEqual([...codes].sort())
    for (const [one] of texts) expect(codes).toContain(one.split(':')[0])
  })

  it('has three parts, each a sentence', () => {
    for (const [one, [title, why, todo]] of texts) {
      expect(title.length, one).toBeGreaterThan(5)
      expect(title, one).not.toMatch(/\.$/)
      expect(why, one).toMatch(/[.!]$/)
      expect(todo, one).toMatch(/[.!]$/)
    }
  })

  it('has no programmer’s word, and names the same things as the others', () => {
    for (const [one, parts] of texts) {
      expect(parts.join(' '), one).not.toMatch(/\b(key|guard|FEEL|JSON|avain|nyckel)\b/i)
      const named = (text: string): string[] => [...text.matchAll(/\{\{\w+\}\}/g)].map(([found]) => found)
      expect(named(parts[0]), one).toEqual(named(rulesInWords.fi[one as keyof typeof rulesInWords.fi][0]))
    }
  })
})
