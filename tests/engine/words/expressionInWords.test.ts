import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expressionAsPill, expressionInWords } from '../../../engine/pathway/words/index.ts'
import { runs } from '../../support/runs.ts'
import { criteriaDocument } from './support/criteriaDocument.ts'

const finnish: readonly (readonly [when: string, words: string, pill: string])[] = [
  [
    'daysPerWeek >= 5 and hoursPerDay >= 6',
    'päiviä viikossa on vähintään 5 ja tunteja päivässä vähintään 6',
    '≥ 5 pv/vko · ≥ 6 h/pv',
  ],
  ['need = "a"', 'palvelutarve on kuntoutus', 'Palvelutarve: kuntoutus'],
  ['need != "a"', 'palvelutarve ei ole kuntoutus', 'Palvelutarve ≠ kuntoutus'],
  ['need in ("a", "b")', 'palvelutarve on kuntoutus tai koulutus', 'Palvelutarve: kuntoutus tai koulutus'],
  ['not(need in ["a", "b"])', 'palvelutarve ei ole kuntoutus eikä koulutus', 'Palvelutarve ≠ kuntoutus tai koulutus'],
  [
    'need in ("a", "b") and daysPerWeek > 2.5',
    'palvelutarve on joko kuntoutus tai koulutus ja päiviä viikossa yli 2,5',
    'Palvelutarve: kuntoutus tai koulutus · > 2,5 pv/vko',
  ],
  ['inWork', '”Työssä”: kyllä', 'Työssä: kyllä'],
  ['not(inWork)', '”Työssä”: ei', 'Työssä: ei'],
  ['inWork = false or points < 3', '”Työssä”: ei tai pisteet ovat alle 3', 'Työssä: ei tai Pisteet < 3'],
  ['daysPerWeek between 3 and 5', 'päiviä viikossa on 3–5', '3 – 5 pv/vko'],
  ['daysPerWeek in (3..5]', 'päiviä viikossa on yli 3 ja enintään 5', '> 3 – 5 pv/vko'],
  ['daysPerWeek in (<2, >5)', 'päiviä viikossa on alle 2 tai yli 5', '< 2 pv/vko tai > 5 pv/vko'],
  ['daysPerWeek >= 3 and daysPerWeek <= 5', 'päiviä viikossa on vähintään 3 ja enintään 5', '≥ 3 pv/vko · ≤ 5 pv/vko'],
  [
    'daysPerWeek >= 3 and minWeek >= 3',
    'päiviä viikossa on vähintään 3 ja sovitut päivät ovat vähintään 3 pv/vko',
    'Päiviä viikossa ≥ 3 pv/vko · Sovitut päivät ≥ 3 pv/vko',
  ],
  ['5 <= daysPerWeek', 'päiviä viikossa on vähintään 5', '≥ 5 pv/vko'],
  ['start <= today()', 'aloituspäivä on viimeistään tänään', 'Aloituspäivä ≤ tänään'],
  ['start > date("2026-01-31")', 'aloituspäivä on myöhemmin kuin 31.1.2026', 'Aloituspäivä > 31.1.2026'],
  ['(today() - start).days >= 30', 'tänään − aloituspäivä on vähintään 30 pv', 'tänään − aloituspäivä ≥ 30 pv'],
  [
    'start + duration("P2M") <= today()',
    'aloituspäivä + 2 kuukautta on viimeistään tänään',
    'aloituspäivä + 2 kuukautta ≤ tänään',
  ],
  ['daysInState >= 30', 'nykyisessä tilassa on oltu vähintään 30 päivää', 'tilassa ≥ 30 pv'],
  ['daysInState < 1', 'nykyisessä tilassa on oltu alle 1 päivän', 'tilassa < 1 pv'],
  [
    'daysInJourney > 90 and completed_review >= 2',
    'polun alusta on kulunut yli 90 päivää ja tehtävä ”Väliarvio” on tehty vähintään 2 kertaa',
    'polulla > 90 pv · Väliarvio: tehty ≥ 2',
  ],
  ['completed_review > 0', 'tehtävä ”Väliarvio” on tehty', 'Väliarvio: tehty'],
  ['completed_review > 1', 'tehtävä ”Väliarvio” on tehty useammin kuin kerran', 'Väliarvio: tehty > 1'],
  ['completed_review <= 1', 'tehtävä ”Väliarvio” on tehty enintään kerran', 'Väliarvio: tehty ≤ 1'],
  ['completed_review = 1', 'tehtävä ”Väliarvio” on tehty kerran', 'Väliarvio: tehty = 1'],
  ['completed_review != 1', 'tehtävä ”Väliarvio” on tehty muu määrä kuin yksi kerta', 'Väliarvio: tehty ≠ 1'],
  ['completed_review = 0', 'tehtävä ”Väliarvio” ei ole tehty', 'Väliarvio: ei tehty'],
  ['is defined(need)', 'tieto ”Palvelutarve” on kirjattu', 'Palvelutarve: kirjattu'],
  ['need = null', 'tieto ”Palvelutarve” puuttuu', 'Palvelutarve: puuttuu'],
  [
    '(daysPerWeek + 1) * hoursPerDay >= 30',
    '(päiviä viikossa + 1) × tunteja päivässä on vähintään 30',
    '(päiviä viikossa + 1) × tunteja päivässä ≥ 30',
  ],
  [
    'if inWork then daysPerWeek >= 3 else hoursPerDay >= 6',
    'jos ”Työssä”: kyllä, niin päiviä viikossa on vähintään 3; muuten tunteja päivässä on vähintään 6',
    'jos Työssä: kyllä, niin ≥ 3 pv/vko; muuten ≥ 6 h/pv',
  ],
  ['daysPerWeek >= minDays', 'päiviä viikossa on vähintään 3 (asetus ”Vähimmäispäivät”)', '≥ 3 pv/vko'],
  [
    'daysPerWeek >= minWeek',
    'päiviä viikossa on vähintään tiedon ”Sovitut päivät” arvo',
    'Päiviä viikossa ≥ Sovitut päivät',
  ],
  ['contains(note, "työ")', 'muistiinpano sisältää tekstin ”työ”', 'Muistiinpano sisältää tekstin ”työ”'],
  [
    'daysPerWeek >= 5 and (hoursPerDay >= 6 or inWork)',
    'päiviä viikossa on vähintään 5 ja joko tunteja päivässä on vähintään 6 tai ”Työssä”: kyllä',
    '≥ 5 pv/vko · (≥ 6 h/pv tai Työssä: kyllä)',
  ],
  [
    '(daysPerWeek >= 5 and hoursPerDay >= 6) or inWork',
    'joko sekä päiviä viikossa on vähintään 5 että tunteja päivässä vähintään 6 tai ”Työssä”: kyllä',
    '(≥ 5 pv/vko · ≥ 6 h/pv) tai Työssä: kyllä',
  ],
  ['not(daysPerWeek >= 3 and inWork)', 'päiviä viikossa on alle 3 tai ”Työssä”: ei', '< 3 pv/vko tai Työssä: ei'],
  ['tuntematon >= 3', '”tuntematon” (tuntematon tieto) on vähintään 3', 'tuntematon ≥ 3'],
  ['points >= -12345.5', 'pisteet ovat vähintään −12\u00a0345,5', 'Pisteet ≥ −12\u00a0345,5'],
  ['true', 'aina', 'aina'],
  ['count([1, 2]) > points', '”count([1, 2])” on yli tiedon ”Pisteet” arvo', '”count([1, 2])” > Pisteet'],
  [
    'some x in [1, 2] satisfies x = points',
    '”some x in [1, 2] satisfies x = points”',
    'some x in [1, 2] satisfies x = points',
  ],
  ['daysPerWeek >', '”daysPerWeek >”', 'daysPerWeek >'],
  ['', '(ei vielä ehtoa)', '(ei vielä ehtoa)'],
  ['null', '(ei vielä ehtoa)', '(ei vielä ehtoa)'],
]

describe('what a criterion says', () => {
  it.each(finnish)('in Finnish: %s', (when, words, pill) => {
    expect(expressionInWords(criteriaDocument, when, 'fi')).toBe(words)
    expect(expressionAsPill(criteriaDocument, when, 'fi')).toBe(pill)
  })

  it.each([
    [
      'daysPerWeek >= 5 and hoursPerDay >= 6',
      'dagar i veckan är minst 5 och timmar om dagen minst 6',
      'days a week is at least 5 and hours a day at least 6',
    ],
    [
      'not(need in ("a", "b"))',
      'servicebehov är varken rehabilitering eller utbildning',
      'service need is neither rehabilitation nor training',
    ],
    ['start <= date("2026-01-31")', 'startdag är senast 31.1.2026', 'start date is on or before 31 January 2026'],
    [
      'daysInState >= 30',
      'det nuvarande läget har varat minst 30 dagar',
      'the current state has lasted at least 30 days',
    ],
    [
      'completed_review >= 2',
      'uppgiften ”Mellanbedömning” har utförts minst 2 gånger',
      'the task “Review” has been done at least 2 times',
    ],
    [
      'completed_review > 1',
      'uppgiften ”Mellanbedömning” har utförts mer än en gång',
      'the task “Review” has been done more than once',
    ],
    [
      'completed_review != 1',
      'uppgiften ”Mellanbedömning” har inte utförts exakt en gång',
      'the task “Review” has not been done exactly once',
    ],
    ['daysPerWeek between 3 and 5', 'dagar i veckan är 3–5', 'days a week is 3–5'],
    ['points > 2', 'poäng är över 2', 'points are more than 2'],
    ['need = null', 'uppgiften ”Servicebehov” saknas', '“Service need” is not known'],
  ])('in Swedish and English: %s', (when, swedish, english) => {
    expect(expressionInWords(criteriaDocument, when, 'sv')).toBe(swedish)
    expect(expressionInWords(criteriaDocument, when, 'en')).toBe(english)
  })

  it('is read by the names of its own document, and not of one that was read before', () => {
    const number = (fi: string) => ({ type: 'number', label: { fi } })
    const two = { facts: { a: number('Ensimmäinen'), b: number('Toinen') } }
    const one = { facts: { 'a-b': number('Erotus') } }
    const said = [two, one, two].map((document) => expressionInWords(document, 'a-b >= 5', 'fi'))
    expect(said).toEqual([
      'ensimmäinen − toinen on vähintään 5',
      'erotus on vähintään 5',
      'ensimmäinen − toinen on vähintään 5',
    ])
  })

  it('never throws, whatever stands in a draft', () => {
    fc.assert(
      fc.property(fc.anything(), fc.dictionary(fc.string(), fc.anything()), (when, document) => {
        for (const language of ['fi', 'sv', 'en'] as const) {
          expect(expressionInWords(document, when, language)).toMatch(/\S/)
          expect(expressionAsPill(document, when, language)).toMatch(/\S/)
        }
      }),
      runs(100),
    )
  })
})
