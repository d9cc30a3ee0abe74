import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { durationInWords } from '../../../engine/pathway/words/index.ts'
import { runs } from '../../support/runs.ts'

const forms = ['plain', 'short', 'every', 'after', 'within', 'before'] as const
const said = (duration: unknown, language: 'fi' | 'sv' | 'en') =>
  forms.map((form) => durationInWords(duration, language, { form }))

describe('a duration in words', () => {
  it.each([
    ['P1M', ['1 kuukausi', '1 kk', 'kuukauden välein', 'kuukauden kuluttua', 'kuukauden kuluessa', 'kuukautta ennen']],
    [
      'P2M',
      [
        '2 kuukautta',
        '2 kk',
        '2 kuukauden välein',
        '2 kuukauden kuluttua',
        '2 kuukauden kuluessa',
        '2 kuukautta ennen',
      ],
    ],
    ['P1Y', ['1 vuosi', '1 v', 'vuoden välein', 'vuoden kuluttua', 'vuoden kuluessa', 'vuotta ennen']],
    ['P3W', ['3 viikkoa', '3 vko', '3 viikon välein', '3 viikon kuluttua', '3 viikon kuluessa', '3 viikkoa ennen']],
    ['P1D', ['1 päivä', '1 pv', 'joka päivä', 'päivän kuluttua', 'päivän kuluessa', 'päivää ennen']],
    ['PT36H', ['36 tuntia', '36 h', '36 tunnin välein', '36 tunnin kuluttua', '36 tunnin kuluessa', '36 tuntia ennen']],
    [
      { workingDays: 10 },
      [
        '10 työpäivää',
        '10 työpv',
        '10 työpäivän välein',
        '10 työpäivän kuluttua',
        '10 työpäivän kuluessa',
        '10 työpäivää ennen',
      ],
    ],
    [
      'P1Y6M',
      [
        '1 vuosi ja 6 kuukautta',
        '1 v 6 kk',
        '1 vuoden ja 6 kuukauden välein',
        '1 vuoden ja 6 kuukauden kuluttua',
        '1 vuoden ja 6 kuukauden kuluessa',
        '1 vuotta ja 6 kuukautta ennen',
      ],
    ],
  ])('in Finnish: %j', (duration, words) => {
    expect(said(duration, 'fi')).toEqual(words)
  })

  it.each([
    ['P1M', ['1 månad', '1 mån.', 'varje månad', 'efter en månad', 'inom en månad', 'en månad före']],
    ['P2M', ['2 månader', '2 mån.', 'varannan månad', 'efter 2 månader', 'inom 2 månader', '2 månader före']],
    ['P2Y', ['2 år', '2 år', 'vartannat år', 'efter 2 år', 'inom 2 år', '2 år före']],
    ['P3W', ['3 veckor', '3 v.', 'var tredje vecka', 'efter 3 veckor', 'inom 3 veckor', '3 veckor före']],
    ['P20D', ['20 dagar', '20 dagar', 'med 20 dagars mellanrum', 'efter 20 dagar', 'inom 20 dagar', '20 dagar före']],
    [
      'P1Y6M',
      [
        '1 år och 6 månader',
        '1 år 6 mån.',
        'med 1 års och 6 månaders mellanrum',
        'efter 1 år och 6 månader',
        'inom 1 år och 6 månader',
        '1 år och 6 månader före',
      ],
    ],
  ])('in Swedish: %j', (duration, words) => {
    expect(said(duration, 'sv')).toEqual(words)
  })

  it.each([
    ['P1M', ['1 month', '1 mo', 'every month', 'after one month', 'within one month', 'one month before']],
    ['P2M', ['2 months', '2 mo', 'every 2 months', 'after 2 months', 'within 2 months', '2 months before']],
    [
      { workingDays: 1 },
      [
        '1 working day',
        '1 working d',
        'every working day',
        'after one working day',
        'within one working day',
        'one working day before',
      ],
    ],
  ])('in English: %j', (duration, words) => {
    expect(said(duration, 'en')).toEqual(words)
  })

  it('says milliseconds in hours and below, never in days', () => {
    expect(durationInWords({ milliseconds: 250 }, 'fi')).toBe('250 millisekuntia')
    expect(durationInWords({ milliseconds: 90_061_001 }, 'fi')).toBe(
      '25 tuntia, 1 minuutti, 1 sekunti ja 1 millisekunti',
    )
  })

  it('says that no time at all is at once, and on the same day where days are counted', () => {
    expect(durationInWords('P0D', 'fi', { form: 'after' })).toBe('samana päivänä')
    expect(durationInWords({ milliseconds: 0 }, 'sv', { form: 'within' })).toBe('genast')
  })

  it('says a parameter by its value, and which it is', () => {
    const parameters = {
      vali: { default: 'P3M', label: { fi: 'Tapaamisten väli: lähde ei kerro sitä', sv: 'Intervall' } },
    }
    const duration = { parameter: 'vali' }
    expect(durationInWords(duration, 'fi', { form: 'every', parameters })).toBe(
      '3 kuukauden välein (asetus ”Tapaamisten väli”)',
    )
    expect(durationInWords(duration, 'sv', { form: 'every', parameters })).toBe(
      'var tredje månad (inställningen ”Intervall”)',
    )
    expect(durationInWords(duration, 'en', { form: 'short', parameters })).toBe('3 mo')
    expect(durationInWords({ parameter: 'toinen' }, 'fi', { parameters })).toBe('(tuntematon asetus ”toinen”)')
  })

  it('says what is missing, and what is no duration', () => {
    expect(durationInWords(undefined, 'fi')).toBe('(kesto puuttuu)')
    expect(durationInWords({}, 'sv')).toBe('(tiden saknas)')
    expect(durationInWords('2kk', 'fi')).toBe('”2kk” (ei ole kesto)')
  })

  it('never throws and always says something', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.constantFrom(...forms), (duration, parameters, form) => {
        for (const language of ['fi', 'sv', 'en'] as const) {
          expect(durationInWords(duration, language, { form, parameters })).toMatch(/\S/)
        }
      }),
      runs(100),
    )
  })
})
