import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  criterionInWords,
  type DraftDocument,
  draftTransitions,
  exitInWords,
  factInWords,
  followUpInWords,
  type Language,
  moduleInWords,
  parameterInWords,
  phaseInWords,
  taskInWords,
  transitionInWords,
} from '../../../engine/pathway/words/index.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import mahis from '../../../workflows/mahis.ts'
import suunto from '../../../workflows/suunto.ts'
import { runs } from '../../support/runs.ts'
import { brokenDocument } from './support/brokenDocument.ts'
import { sayAll } from './support/sayAll.ts'

const languages = ['fi', 'sv', 'en'] as const

function transition(document: DraftDocument, id: string, language: Language): string {
  const place = draftTransitions(document).find((one) => one.id === id)
  if (!place) throw new Error(`no transition ${id}`)
  return transitionInWords(document, place, language)
}

describe('the bundled pathways in Finnish', () => {
  it('say a transition with a criterion', () => {
    expect(transition(suunto, 'kuntoutus/aloitaKoulutus/0', 'fi')).toBe(
      'Aloita koulutus: vaiheesta Kuntoutus siirrytään vaiheeseen Koulutus, kun työvoimaneuvoja niin päättää ja kriteeri ”Sitoutuu viiteen kuuden tunnin päivään viikossa” täyttyy. Siirtymää ehdotetaan vastuuhenkilölle myös, kun moduuli Motivaatiokoulutus päättyy. Siirtymä vaikuttaa asiakkaan palveluun. Työvoimaneuvoja voi poiketa kriteeristä kirjallisella perustelulla.',
    )
  })

  it('say a way back through history, and one that needs a reason', () => {
    expect(transition(suunto, 'kuntoutus/jatkaKoulutusta/0', 'fi')).toContain(
      'vaiheesta Kuntoutus siirrytään vaiheeseen Koulutus siihen kohtaan, johon jäätiin, kun työvoimaneuvoja niin päättää',
    )
    expect(transition(suunto, 'kuntoutus/palaaKartoitukseen/0', 'fi')).toBe(
      'Palaa kartoitukseen: vaiheesta Kuntoutus siirrytään vaiheeseen Kartoitus, kun työvoimaneuvoja niin päättää. Siirtymä vaikuttaa asiakkaan palveluun. Päätös on perusteltava kirjallisesti.',
    )
  })

  it('tell what happens by itself from what is proposed', () => {
    expect(transition(mahis, 'jakso/after:kesto/0', 'fi')).toBe(
      'Mahis-jakso päättyy: tilasta Mahis-jakso siirrytään automaattisesti tilaan ”Palvelutarpeen arvio kirjataan”, kun tilan Mahis-jakso alkamisesta on kulunut 20 päivää (asetus ”Mahis-jakson pituus”).',
    )
    expect(transition(suunto, 'koulutus.opinnot/done/0', 'fi')).toBe(
      '”Opinnot ovat päättyneet: aloita työllistyminen”: vastuuhenkilölle ehdotetaan siirtymistä tilasta Opinnot vaiheeseen Työllistyminen, kun tila Opinnot on käyty loppuun. Ehdotuksen voi hyväksyä työvoimaneuvoja. Siirtymä vaikuttaa asiakkaan palveluun.',
    )
  })

  it('say what stays in its phase and begins a module', () => {
    expect(transition(suunto, 'kuntoutus/aloitaMotivaatiokoulutus/0', 'fi')).toBe(
      'Aloita motivaatiokoulutus: vaiheessa Kuntoutus alkaa moduuli Motivaatiokoulutus, kun työvoimaneuvoja tai koulutusvalmentaja niin päättää. Siirtymä vaikuttaa asiakkaan palveluun.',
    )
  })

  it('say follow-ups', () => {
    expect(followUpInWords(suunto, 'tyollistyminen', 'salkku', 'fi')).toBe(
      'Asiakassalkun arviointi: vaiheen Työllistyminen alkamisesta lähtien 2 kuukauden välein avautuu tehtävä ”Asiakassalkun arviointi” (tekijä työhönvalmentaja). Jos päivä ei ole työpäivä, se siirtyy seuraavaan työpäivään.',
    )
    expect(followUpInWords(suunto, 'koulutus.opinnot', 'kolmikanta', 'fi')).toBe(
      'Kolmikantaneuvottelu: 2 kuukauden kuluttua tilan Opinnot alkamisesta avautuu tehtävä ”Kolmikantaneuvottelu” (tekijä työvoimaneuvoja); määräpäivä on 3 kuukauden kuluttua samasta hetkestä. Jos päivä ei ole työpäivä, se siirtyy seuraavaan työpäivään.',
    )
    expect(followUpInWords(suunto, '', 'verkostotapaaminen', 'fi')).toBe(
      'Verkostotapaaminen: polun alkamisesta lähtien 3 kuukauden välein (asetus ”Verkostotapaamisten väli”) avautuu tehtävä ”Verkostotapaaminen” (tekijä työvoimaneuvoja). Jos päivä ei ole työpäivä, se siirtyy seuraavaan työpäivään. Keskeytys ei siirrä määräaikaa.',
    )
  })

  it('say tasks, facts, criteria, parameters and exits', () => {
    expect(taskInWords(mahis, 'serviceNeedAssessment', 'fi')).toBe(
      'Palvelutarpeen arvio. Tekijä on palvelutarpeen arvioija. Määräaika on 5 työpäivää tehtävän avautumisesta (asetus ”Palvelutarpeen arvion kirjaamisen määräaika”). Pakolliset tiedot: Palvelutarve, Työ- ja toimintakyky. Tarkistuslistalla on 3 kohtaa. Jos tehtävä myöhästyy, sen voi tehdä myös työvoimaneuvoja.',
    )
    expect(factInWords(suunto, 'functionalCapacity', 'fi')).toBe('Työ- ja toimintakyky: teksti. Terveystieto.')
    expect(factInWords(suunto, 'daysPerWeek', 'fi')).toBe(
      'Päiviä viikossa: luku, 0–7 pv/vko. Kirjattu tieto on voimassa 6 kuukautta (asetus ”Kuinka kauan tieto sitoutumisesta on voimassa”).',
    )
    expect(criterionInWords(suunto, 'sitoutuminen', 'fi')).toBe(
      'Sitoutuu viiteen kuuden tunnin päivään viikossa: päiviä viikossa on vähintään 5 ja tunteja päivässä vähintään 6. Työvoimaneuvoja voi poiketa kriteeristä kirjallisella perustelulla.',
    )
    expect(criterionInWords(suunto, 'tarveKoulutus', 'sv')).toMatch(/^Servicebehovet är utbildning\. Avvikelse/)
    expect(parameterInWords(suunto, 'verkostotapaamisenVali', 'fi')).toBe(
      'Verkostotapaamisten väli: 3 kuukautta. Lähde ei anna arvoa: tarkista se ennen julkaisua.',
    )
    expect(exitInWords(suunto, 'muutto', 'fi')).toBe(
      'Muuttaa pois alueelta: polku voidaan päättää missä tahansa vaiheessa, kun työvoimaneuvoja niin päättää; polku kirjataan muualle siirtyneeksi. Päättäminen vaikuttaa asiakkaan palveluun. Päätös on perusteltava kirjallisesti.',
    )
  })

  it('say phases and modules', () => {
    expect(phaseInWords(suunto, 'tyollistyminen', 'fi')).toMatch(
      /^Työllistyminen\. Tavoite: Asiakas pääsee työhön ilman odottelua ja katkoksia\. Vaiheesta vastaa työhönvalmentaja\. Palvelut: Työhönvalmennus\. /,
    )
    expect(moduleInWords(suunto, 'tyollistynyt', 'jalkiseuranta', 'fi')).toBe(
      'Moduuli Jälkiseuranta alkaa, kun polku päättyy lopputilaan Työllistynyt. Moduulille annetaan ”Jälkiseuranta tämän ajan kuluttua työllistymisestä” (6 kuukautta). Polun päätyttyä moduuli jää käyntiin.',
    )
  })
})

describe('a module whose pathway is known', () => {
  const children = new Map(bundledPathways.map((document) => [document.id, document]))

  it('is told with its ends as they are called there, in the reader’s language', () => {
    const [path, name] = ['kartoitus.arviointi.mahis', 'mahis']
    expect(moduleInWords(suunto, path, name, 'sv')).toContain('”Arvio kirjattu”')
    const said = moduleInWords(suunto, path, name, 'sv', children)
    for (const { end } of Object.values(mahis.states)) if (end) expect(said).toContain(`”${end.label.sv}”`)
    expect(said).not.toContain('Arvio kirjattu')
  })
})

describe('the bundled pathways in Swedish and English', () => {
  it('say the same', () => {
    expect(transition(suunto, 'kuntoutus/palaaKartoitukseen/0', 'sv')).toBe(
      'Återgå till kartläggning: övergång från fasen Rehabilitering till fasen Kartläggning sker på beslut av arbetskraftsrådgivare. Övergången påverkar klientens service. Beslutet ska motiveras skriftligt.',
    )
    expect(transition(suunto, 'kuntoutus/palaaKartoitukseen/0', 'en')).toBe(
      'Return to mapping: the journey moves from the phase Rehabilitation to the phase Mapping by decision of the employment adviser. It affects the client’s service. A written reason is required.',
    )
    expect(followUpInWords(suunto, 'tyollistyminen', 'salkku', 'sv')).toBe(
      'Genomgång av klientportfolion: varannan månad, räknat från att fasen Sysselsättning började, öppnas uppgiften ”Genomgång av klientportfolion” (utförs av arbetstränare). Om dagen inte är en arbetsdag flyttas den till följande arbetsdag.',
    )
    expect(transition(mahis, 'jakso/after:kesto/0', 'en')).toBe(
      'The Mahis period ends: the journey moves automatically from the state “Mahis period” to the state “The assessment is being recorded” 20 days (setting “Length of the Mahis period”) after the state “Mahis period” began.',
    )
  })

  it.each(languages)('leave nothing unsaid, and no word of the machine: %s', (language) => {
    for (const document of bundledPathways) {
      for (const sentence of sayAll(document, language)) {
        expect(sentence).not.toMatch(/undefined|null|\[object|NaN|\(ei |\(ingen|\(inget|\(no |#|P\d+[DWMY]/)
        expect(sentence).not.toMatch(/ {2}|\.\.| [.,;:]|: \./)
      }
    }
  })
})

describe('a document that is being edited', () => {
  it.each(languages)('is said whatever it lacks: %s', (language) => {
    const draft = {
      states: { a: { on: { lahde: { target: 'b' }, jaa: {} }, after: { P1M: 'c' }, followUps: { x: {} } }, c: null },
      criteria: { k: {} },
    }
    expect(sayAll(draft, language).every((sentence) => /\S/.test(sentence))).toBe(true)
  })

  it('says what is missing', () => {
    const draft = {
      states: {
        a: { on: { lahde: { target: 'b' }, jaaTahan: {} }, followUps: { kuukausiseuranta: {} } },
      },
      criteria: { onValmis: { when: '' } },
      taskDefinitions: { soitto: {} },
    }
    expect(transition(draft, 'a/lahde/0', 'fi')).toBe(
      'Lahde: tilasta A siirrytään tilaan ”b” (sellaista ei ole), kun joku polkua hoitavista niin päättää.',
    )
    expect(transition(draft, 'a/jaaTahan/0', 'fi')).toBe(
      'Jaa tahan: tilasta A siirrytään (ei vielä kohdetta), kun joku polkua hoitavista niin päättää.',
    )
    expect(followUpInWords(draft, 'a', 'kuukausiseuranta', 'fi')).toBe(
      'Kuukausiseuranta: (kesto puuttuu) tilan A alkamisesta (ei vielä tehtävää eikä siirtymää).',
    )
    expect(criterionInWords(draft, 'onValmis', 'fi')).toBe('(ei vielä ehtoa).')
    expect(taskInWords(draft, 'soitto', 'fi')).toBe('Soitto. Tekijää ei ole vielä valittu.')
  })

  it('says the rule of a criterion in the sentence of its transition, where it is one short condition', () => {
    const criteria = {
      jaksaa: { label: { fi: 'Jaksaa puoli viikkoa' }, when: 'daysPerWeek >= 3' },
      sanoo: { label: { fi: 'Palvelutarve on koulutus' }, when: 'tarve = "koulutus"' },
      kaksi: { label: { fi: 'Jaksaa jo' }, when: 'daysPerWeek >= 3 and tarve = "koulutus"' },
      uusi: { label: { fi: 'Uusi' }, when: 'null' },
    }
    const draft = {
      facts: {
        daysPerWeek: { type: 'number', unit: 'd/week', label: { fi: 'Päiviä viikossa' } },
        tarve: { type: 'text', label: { fi: 'Palvelutarve' } },
      },
      criteria,
      states: {
        a: { on: Object.fromEntries(Object.keys(criteria).map((name) => [name, { target: 'b', criteria: [name] }])) },
        b: {},
      },
    }
    const said = (name: string) => transition(draft, `a/${name}/0`, 'fi').split(' ja ').slice(1).join(' ja ')
    expect(said('jaksaa')).toBe('kriteeri ”Jaksaa puoli viikkoa” (päiviä viikossa on vähintään 3) täyttyy.')
    expect(said('sanoo')).toBe('kriteeri ”Palvelutarve on koulutus” täyttyy.')
    expect(said('kaksi')).toBe('kriteeri ”Jaksaa jo” täyttyy.')
    expect(said('uusi')).toBe('kriteeri ”Uusi” täyttyy.')
  })

  it('never throws, whatever has become of a sound one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bundledPathways).chain(brokenDocument),
        fc.constantFrom(...languages),
        (draft, language) => {
          for (const sentence of sayAll(draft, language)) expect(typeof sentence).toBe('string')
        },
      ),
      runs(150),
    )
  })
})
