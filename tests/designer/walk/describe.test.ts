import { describe, expect, it } from 'vitest'
import { describeDid, tellAll } from '../../../designer/walk/describeDid.ts'
import { describeDifference } from '../../../designer/walk/describeDifference.ts'
import { describePoint, describeStep } from '../../../designer/walk/describeStep.ts'
import { describePossibility, describeRefusal } from '../../../designer/walk/describeWhy.ts'
import type { Point, Step } from '../../../designer/walk/walkTypes.ts'
import { openPolku, walkSchemas } from '../../../engine/index.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import mahis from '../../../workflows/mahis.ts'
import suunto from '../../../workflows/suunto.ts'
import { spoken } from './spoken.ts'

const startsAt = '2026-03-02T07:00:00.000Z'
const languages = ['fi', 'sv', 'en'] as const
const record: Step = { do: 'record', facts: { daysPerWeek: 3, hoursPerDay: 6 } }
const toTraining: Step = { do: 'send', event: 'aloitaKoulutus' }
const against: Step = {
  do: 'send',
  event: 'aloitaKoulutus',
  reason: 'Sovittu koulun kanssa.',
  override: { criterion: 'sitoutuminen' },
}
const pass: Step = { do: 'passTime', to: 'nextDue' }

/** Walks as the API does, and hands out the points in the API's words. */
async function walked(steps: Step[], at: string | null = 'kuntoutus') {
  const polku = await openPolku({ database: ':memory:', clock: { now: () => new Date(startsAt) } })
  try {
    const asked = walkSchemas.walkSchema.parse({ document: suunto, startsAt, steps, ...(at !== null && { at }) })
    for (const one of bundledPathways) await polku.pathways.publish(one, { by: { user: 'aino', roles: [] } })
    const walk = await polku.pathways.walk(asked)
    const titled = walk.points.map((point) => ({
      ...point,
      refused: point.refused && { ...point.refused, title: point.refused.code },
    }))
    // as it comes over HTTP: nothing is there that says nothing
    return JSON.parse(JSON.stringify(titled)) as Point[]
  } finally {
    await polku.close()
  }
}

const last = (points: readonly Point[]): Point => {
  const point = points.at(-1)
  if (!point) throw new Error('the walk has no points')
  return point
}

describe('what happened on a walk, in plain sentences', () => {
  it('tells of a start with what began, what is timed and which module started', async () => {
    const [start] = await walked([], null)
    const told = await Promise.all(
      languages.map(async (one) =>
        tellAll(describeDid(last(start ? [start] : []), await spoken(one, suunto, { mahis }))),
      ),
    )
    expect(told).toMatchInlineSnapshot(`
      [
        "Polku alkoi. Alkoi: Kartoitus › Palvelutarpeen arviointi › Arviointi Mahis-jaksolla. Moduuli alkoi: Mahis. Ajastettiin: Verkostotapaaminen ti 2.6.2026. Moduuli alkoi. Alkoi: Mahis-jakso › Kuntouttava työtoiminta › Työtoiminta käynnissä; Mahis-jakso › Ryhmäpalvelut › Ryhmäpalvelut käynnissä. Ajastettiin: Mahis-jakso päättyy su 22.3.2026.",
        "Stigen började. Började: Kartläggning › Bedömning av servicebehovet › Bedömning i Mahis. Modulen började: Mahis-perioden. Tidsbestämdes: Nätverksmöte tis 2.6.2026. Modulen började. Började: Mahis-period › Arbetsverksamhet i rehabiliteringssyfte › Arbetsverksamheten pågår; Mahis-period › Grupptjänster › Grupptjänsterna pågår. Tidsbestämdes: Mahis-perioden upphör sön 22.3.2026.",
        "The journey began. Began: Mapping › Assessment of the service need › Assessment in Mahis. A module began: The Mahis period. Timed: Network meeting Tue 2.6.2026. The module began. Began: Mahis period › Rehabilitative work activity › Work activity under way; Mahis period › Group services › Group services under way. Timed: The Mahis period ends Sun 22.3.2026.",
      ]
    `)
  })

  it('tells of facts with their units', async () => {
    const point = last(await walked([record]))
    const told = await Promise.all(languages.map(async (one) => tellAll(describeDid(point, await spoken(one, suunto)))))
    expect(told).toMatchInlineSnapshot(`
      [
        "Kirjattiin tietoja. Päiviä viikossa: 3 Tunteja päivässä: 6",
        "Uppgifter antecknades. Dagar i veckan: 3 Timmar om dagen: 6",
        "Facts were recorded. Days a week: 3 Hours a day: 6",
      ]
    `)
  })

  it('tells of an override with its reason, where it led and what was timed', async () => {
    const point = last(await walked([record, against]))
    const told = await Promise.all(languages.map(async (one) => describeDid(point, await spoken(one, suunto))))
    expect(told).toMatchInlineSnapshot(`
      [
        [
          {
            "by": "person",
            "followed": [
              "Poikettiin kriteeristä ”Sitoutuu viiteen kuuden tunnin päivään viikossa”.",
              "Perustelu: Sovittu koulun kanssa.",
              "Kuntoutus → Koulutus.",
              "Alkoi: Koulutus › Opinnot › Tutkinnon osa; Koulutus › Koulutusvalmennus › Ei koulutusvalmennusta.",
              "Ajastettiin: Kolmikantaneuvottelu ma 4.5.2026.",
            ],
            "module": null,
            "what": "Aloita koulutus.",
          },
        ],
        [
          {
            "by": "person",
            "followed": [
              "Avvikelse gjordes från kriteriet ”Kan binda sig till fem sextimmarsdagar i veckan”.",
              "Motivering: Sovittu koulun kanssa.",
              "Rehabilitering → Utbildning.",
              "Började: Utbildning › Studier › Examensdel; Utbildning › Utbildningscoachning › Ingen utbildningscoachning.",
              "Tidsbestämdes: Trepartssamtal mån 4.5.2026.",
            ],
            "module": null,
            "what": "Inled utbildning.",
          },
        ],
        [
          {
            "by": "person",
            "followed": [
              "The criterion “Able to commit to five six-hour days a week” was overridden.",
              "Reason: Sovittu koulun kanssa.",
              "Rehabilitation → Training.",
              "Began: Training › Studies › Part of the qualification; Training › Training coaching › No training coaching.",
              "Timed: Three-party meeting Mon 4.5.2026.",
            ],
            "module": null,
            "what": "Begin training.",
          },
        ],
      ]
    `)
  })

  it('tells of time: what came due, and which task opened for whom and by when', async () => {
    const point = last(await walked([record, against, pass]))
    const told = await Promise.all(languages.map(async (one) => tellAll(describeDid(point, await spoken(one, suunto)))))
    expect(told).toMatchInlineSnapshot(`
      [
        "Tuli aika: Kolmikantaneuvottelu. Tehtävä avautui: Kolmikantaneuvottelu (Työvoimaneuvoja), viimeistään ti 2.6.2026.",
        "Det blev dags för: Trepartssamtal. En uppgift öppnades: Trepartssamtal (Arbetskraftsrådgivare), senast tis 2.6.2026.",
        "It was time for: Three-party meeting. A task opened: Three-party meeting (Employment adviser), by Tue 2.6.2026.",
      ]
    `)
    const words = await spoken('fi', suunto)
    expect(describePoint(point, words)).toBe('Kolmikantaneuvottelu')
  })

  it('tells what a module came to, and what it proposes', async () => {
    const form = { serviceNeed: 'kuntoutus', functionalCapacity: 'Jaksaa puoli päivää.' }
    const point = last(await walked([pass, { do: 'complete', task: 'serviceNeedAssessment', in: 'mahis', form }], null))
    const told = await Promise.all(
      languages.map(async (one) => describeDid(point, await spoken(one, suunto, { mahis }))),
    )
    expect(told).toMatchInlineSnapshot(`
      [
        [
          {
            "by": "person",
            "followed": [
              "Palvelutarve: Kuntoutus",
              "Työ- ja toimintakyky: ”Jaksaa puoli päivää.”",
              "”Arvio on kirjattu: Mahis päättyy”: Palvelutarpeen arvio kirjataan → Arvio kirjattu.",
              "Täyttyi: Arvio on kirjattu.",
              "Alkoi: Arvio kirjattu.",
              "Moduuli päättyi: Arvio kirjattu.",
            ],
            "module": "mahis",
            "what": "Tehtävä tehtiin: Palvelutarpeen arvio.",
          },
          {
            "by": "rule",
            "followed": [
              "Ehdotus odottaa vastausta: ”Arvio on kirjattu: aloita kuntoutus”, viimeistään ti 7.4.2026.",
            ],
            "module": null,
            "what": "Moduuli päättyi: Mahis (Arvio kirjattu).",
          },
        ],
        [
          {
            "by": "person",
            "followed": [
              "Servicebehov: Rehabilitering",
              "Arbets- och funktionsförmåga: ”Jaksaa puoli päivää.”",
              "”Bedömningen är antecknad: Mahis upphör”: Bedömningen av servicebehovet antecknas → Bedömning antecknad.",
              "Uppfylldes: Bedömningen är antecknad.",
              "Började: Bedömning antecknad.",
              "Modulen avslutades: Bedömning antecknad.",
            ],
            "module": "mahis",
            "what": "Uppgiften gjordes: Bedömning av servicebehovet.",
          },
          {
            "by": "rule",
            "followed": [
              "Ett förslag väntar på svar: ”Bedömningen är antecknad: inled rehabilitering”, senast tis 7.4.2026.",
            ],
            "module": null,
            "what": "Modulen avslutades: Mahis-perioden (Bedömning antecknad).",
          },
        ],
        [
          {
            "by": "person",
            "followed": [
              "Service need: Rehabilitation",
              "Work and functional capacity: “Jaksaa puoli päivää.”",
              "“The assessment is recorded: Mahis ends”: The assessment is being recorded → Assessment recorded.",
              "Held: The assessment is recorded.",
              "Began: Assessment recorded.",
              "The module ended: Assessment recorded.",
            ],
            "module": "mahis",
            "what": "Task done: Service-need assessment.",
          },
          {
            "by": "rule",
            "followed": [
              "A proposal waits for an answer: “The assessment is recorded: begin rehabilitation”, by Tue 7.4.2026.",
            ],
            "module": null,
            "what": "A module ended: The Mahis period (Assessment recorded).",
          },
        ],
      ]
    `)
  })

  it('calls a step by the transition that it took, or would have taken, where others have the same event', async () => {
    const straight: Step = { do: 'send', event: 'aloitaTyollistyminen', reason: 'Sai paikan.' }
    const words = await spoken('fi', suunto)
    expect(describePoint(last(await walked([straight])), words)).toBe('Siirry suoraan työllistymiseen')
    const refused = last(await walked([{ ...straight, reason: undefined }]))
    expect(refused.refused).not.toBeNull()
    expect(describePoint(refused, words)).toBe('Siirry suoraan työllistymiseen')
  })

  it('says what other systems would be told of by what happened, not only by the name of the message', async () => {
    const point = last(await walked([{ do: 'send', event: 'eiSopivaaPalvelua', reason: 'Ei ole.' }], null))
    const told = await Promise.all(
      languages.map(async (one) => tellAll(describeDid(point, await spoken(one, suunto, { mahis })))),
    )
    expect(told[0]).toContain(
      'Muille järjestelmille kerrottaisiin: Sopivaa palvelua ei ole (viesti Unmet need recorded).',
    )
    expect(told[1]).toContain('Andra system skulle få veta: Det finns ingen lämplig tjänst (meddelandet Unmet need')
    expect(told[2]).toContain('Other systems would be told: No suitable service exists (message Unmet need recorded).')
  })

  it('says that a task is late, on the day when it is', async () => {
    const points = await walked([record, against, pass, pass, pass])
    const words = await spoken('fi', suunto)
    expect(describePoint(last(points), words)).toBe('Myöhästyi: Kolmikantaneuvottelu')
    expect(tellAll(describeDid(last(points), words))).toContain('Määräaika meni umpeen: Kolmikantaneuvottelu.')
  })

  it('tells of suspension, its end, an exit and a jump', async () => {
    const points = await walked([
      { do: 'suspend', code: 'sairausloma', reason: 'Leikkaus.', reviewDate: '2026-04-01' },
      { do: 'passTime', to: '2026-03-16T10:00:00.000Z' },
      { do: 'resume', reason: 'Toipui.' },
      { do: 'jump', to: 'tyollistyminen', reason: 'Sai paikan.' },
      { do: 'exit', code: 'muutto', reason: 'Muutti.' },
    ])
    const words = await spoken('fi', suunto)
    expect(points.slice(1).map((point) => tellAll(describeDid(point, words)))).toMatchInlineSnapshot(`
      [
        "Polku keskeytettiin: Sairausloma. Perustelu: Leikkaus. Ajastettiin: keskeytyksen tarkistus ke 1.4.2026. Keskeytys tarkistetaan ke 1.4.2026.",
        "",
        "Keskeytys päättyi. Perustelu: Toipui.",
        "Siirrettiin suoraan: Työllistyminen. Perustelu: Sai paikan. Päättyi: Kuntoutus. Ajastettiin: Asiakassalkun arviointi ma 18.5.2026.",
        "Polku päätettiin: Muuttaa pois alueelta. Perustelu: Muutti. Päättyi: Työllistyminen.",
      ]
    `)
    expect(points.slice(1).map((point) => describePoint(point, words))).toMatchInlineSnapshot(`
      [
        "Keskeytys",
        "Aikaa kului: ma 16.3.2026",
        "Polku jatkuu",
        "Suora siirto: Työllistyminen",
        "Päättäminen: Muuttaa pois alueelta",
      ]
    `)
  })
})

describe('why something is not possible, in words', () => {
  it('says which fact to record first, and what may be done all the same', async () => {
    const [start] = await walked([])
    const event = start?.next.events.find((one) => one.event === 'aloitaKoulutus')
    if (!event) throw new Error('the event is not there')
    const told = describePossibility(event, await spoken('fi', suunto))
    expect(told).toMatchInlineSnapshot(`
      {
        "event": "aloitaKoulutus",
        "name": "Aloita koulutus",
        "overridable": [
          {
            "criterion": "sitoutuminen",
            "rule": "Sitoutuu viiteen kuuden tunnin päivään viikossa: päiviä viikossa on vähintään 5 ja tunteja päivässä vähintään 6. Työvoimaneuvoja voi poiketa kriteeristä kirjallisella perustelulla.",
            "transition": "kuntoutus/aloitaKoulutus/0",
          },
        ],
        "record": [
          {
            "expired": false,
            "label": "Päiviä viikossa",
            "name": "daysPerWeek",
          },
          {
            "expired": false,
            "label": "Tunteja päivässä",
            "name": "hoursPerDay",
          },
        ],
        "status": "unknown",
        "ways": [
          {
            "criteria": [
              {
                "isOverridable": true,
                "name": "sitoutuminen",
                "rule": "Sitoutuu viiteen kuuden tunnin päivään viikossa: päiviä viikossa on vähintään 5 ja tunteja päivässä vähintään 6. Työvoimaneuvoja voi poiketa kriteeristä kirjallisella perustelulla.",
                "seen": "",
                "value": "unknown",
              },
            ],
            "effect": "service",
            "id": "kuntoutus/aloitaKoulutus/0",
            "name": "Aloita koulutus",
            "reasonRequired": false,
            "to": "Koulutus",
            "who": "Työvoimaneuvoja",
          },
        ],
      }
    `)
  })

  it('says the criterion and the value it saw, in each language', async () => {
    const point = last(await walked([record, toTraining]))
    if (!point.refused) throw new Error('it was not refused')
    const { refused } = point
    const told = await Promise.all(
      languages.map(async (one) => describeRefusal(refused, toTraining, await spoken(one, suunto))),
    )
    expect(told).toMatchInlineSnapshot(`
      [
        [
          "blocked.",
          "Sitoutuu viiteen kuuden tunnin päivään viikossa: päiviä viikossa on vähintään 5 ja tunteja päivässä vähintään 6. Työvoimaneuvoja voi poiketa kriteeristä kirjallisella perustelulla. Nyt: Päiviä viikossa 3, Tunteja päivässä 6.",
        ],
        [
          "blocked.",
          "Kan binda sig till fem sextimmarsdagar i veckan: dagar i veckan är minst 5 och timmar om dagen minst 6. Avvikelse från kriteriet kan göras av arbetskraftsrådgivare med en skriftlig motivering. Nu: Dagar i veckan 3, Timmar om dagen 6.",
        ],
        [
          "blocked.",
          "Able to commit to five six-hour days a week: days a week is at least 5 and hours a day at least 6. The criterion may be overridden by the employment adviser with a written reason. Now: Days a week 3, Hours a day 6.",
        ],
      ]
    `)
  })

  it('says who may, where an event belongs, and which fields to look at', async () => {
    const points = await walked([
      { do: 'send', event: 'aloitaMotivaatiokoulutus', by: ['client'] },
      { do: 'send', event: 'tyollistyi' },
      { do: 'record', facts: { daysPerWeek: 9 } },
      { do: 'exit', code: 'muutto' },
    ])
    const words = await spoken('fi', suunto)
    const told = points.slice(1).map(({ refused, step }) => refused && describeRefusal(refused, step, words))
    expect(told).toMatchInlineSnapshot(`
      [
        [
          "not-allowed.",
          "Tämän saa tehdä: Työvoimaneuvoja, Koulutusvalmentaja.",
        ],
        [
          "unhandled.",
          "Asiakas ei ole tilassa, josta ”Asiakas työllistyi” lähtee.",
        ],
        [
          "invalid-fact.",
          "Tarkista: Päiviä viikossa.",
        ],
        [
          "reason-required.",
        ],
      ]
    `)
  })
})

describe('how a scenario differs, in words', () => {
  it('says what was to be and what is', async () => {
    const words = await spoken('fi', suunto)
    const steps: Step[] = [record, toTraining]
    const told = [
      describeDifference(
        { what: 'states', expected: ['koulutus.opinnot.tutkinnonOsa'], found: ['kuntoutus'] },
        steps,
        words,
      ),
      describeDifference({ what: 'tasks', expected: ['portfolioReview'], found: [] }, steps, words),
      describeDifference({ what: 'status', expected: 'ended', found: 'active' }, steps, words),
      describeDifference({ what: 'end', expected: 'tyollistynyt', found: null }, steps, words),
      describeDifference({ what: 'due', name: 'salkku', expected: '2026-05-04', found: '2026-06-02' }, steps, words),
      describeDifference({ what: 'due', name: 'salkku', expected: '2026-05-04', found: null }, steps, words),
      describeDifference({ what: 'refused', step: 1, expected: true, found: null }, steps, words),
    ]
    expect(told).toMatchInlineSnapshot(`
      [
        "Asiakkaan piti olla: Koulutus › Opinnot › Tutkinnon osa. Nyt: Kuntoutus.",
        "Avoinna piti olla: Asiakassalkun arviointi. Nyt avoinna: ei mitään.",
        "Polun piti päättyä, mutta se jatkuu.",
        "Polun piti päättyä: Työllistynyt. Nyt: ei päättynyt.",
        "Asiakassalkun arviointi: piti olla ma 4.5.2026, nyt ti 2.6.2026.",
        "Asiakassalkun arviointi: piti olla ma 4.5.2026, nyt ei ajastettu.",
        "Askeleen 2 (”Aloita koulutus”) piti estyä, mutta se onnistuu.",
      ]
    `)
  })
})

describe('a step in a few words', () => {
  it('says the unit of a value where the label does not', async () => {
    const document = { ...suunto, facts: { km: { type: 'number', unit: 'km', label: { fi: 'Työmatka' } } } }
    const words = await spoken('fi', document)
    expect(describeStep({ do: 'record', facts: { km: 12.5 } }, words)).toBe('Työmatka: 12,5 km')
  })

  it('says what is done in each language', async () => {
    const steps: Step[] = [
      record,
      against,
      { do: 'complete', task: 'portfolioReview' },
      { do: 'answer', task: 'koulutus.opinnot/done/0', accept: false, reason: 'Vielä yksi osa.' },
      { do: 'passTime', to: '2026-05-04T10:00:00.000Z' },
    ]
    const told = await Promise.all(
      languages.map(async (one) => {
        const words = await spoken(one, suunto)
        return steps.map((step) => describeStep(step, words))
      }),
    )
    expect(told).toMatchInlineSnapshot(`
      [
        [
          "Päiviä viikossa: 3, Tunteja päivässä: 6",
          "Aloita koulutus, poiketen",
          "Tehtävä tehty: Asiakassalkun arviointi",
          "Ehdotus hylätty: Opinnot ovat päättyneet: aloita työllistyminen",
          "Aikaa kului: ma 4.5.2026",
        ],
        [
          "Dagar i veckan: 3, Timmar om dagen: 6",
          "Inled utbildning, som avvikelse",
          "Uppgiften gjord: Genomgång av klientportfolion",
          "Förslaget avslaget: Studierna är avslutade: inled sysselsättning",
          "Tiden gick: mån 4.5.2026",
        ],
        [
          "Days a week: 3, Hours a day: 6",
          "Begin training, overriding",
          "Task done: Client portfolio review",
          "Proposal rejected: The studies have ended: begin employment",
          "Time passed: Mon 4.5.2026",
        ],
      ]
    `)
  })
})
