import type { ApiProblemCode } from './problemTable.ts'

/** Languages that a problem's title is told in; English stands in `problemTable`. */
export const languages = ['en', 'fi', 'sv'] as const
export type TitleLanguage = (typeof languages)[number]

/** What the kind of problem is called in Finnish and in Swedish. */
export const problemTitles: Readonly<Record<ApiProblemCode, { fi: string; sv: string }>> = {
  'invalid-request': { fi: 'Pyyntö ei ole kelvollinen', sv: 'Begäran är inte giltig' },
  'acting-person-missing': { fi: 'Toimijaa ei ole nimetty', sv: 'Ingen anges som den som handlar' },
  'malformed-json': { fi: 'Sisältö ei ole JSONia', sv: 'Innehållet är inte JSON' },
  'unsafe-json': {
    fi: 'Sisällössä on jotain, mitä JSONissa ei täällä saa olla',
    sv: 'Innehållet har något som JSON här inte får ha',
  },
  'malformed-csv': { fi: 'Sisältö ei ole CSV:tä', sv: 'Innehållet är inte CSV' },
  'not-allowed': { fi: 'Roolit asiassa eivät riitä tähän', sv: 'Rollerna i ärendet tillåter inte detta' },
  'cross-site': { fi: 'Toiselta sivustolta ei saa kirjoittaa tänne', sv: 'En annan webbplats får inte skriva hit' },
  'not-found': { fi: 'Tätä ei ole', sv: 'Detta finns inte' },
  'no-such-route': { fi: 'Tässä osoitteessa ei ole mitään', sv: 'Det finns inget på den här adressen' },
  'method-not-allowed': { fi: 'Osoitteella ei ole tätä metodia', sv: 'Adressen har inte den här metoden' },
  blocked: { fi: 'Siirtymäkriteeri ei täyty', sv: 'Ett övergångskriterium är inte uppfyllt' },
  unknown: { fi: 'Tieto puuttuu', sv: 'En uppgift saknas' },
  unhandled: { fi: 'Nykyinen tila ei käsittele tapahtumaa', sv: 'Det nuvarande tillståndet hanterar inte händelsen' },
  'override-unused': { fi: 'Ei ole mistä poiketa', sv: 'Det finns inget att avvika från' },
  ended: { fi: 'Polku on päättynyt', sv: 'Stigen har avslutats' },
  suspended: { fi: 'Polku on keskeytetty', sv: 'Stigen är avbruten' },
  'no-such-suspension': { fi: 'Keskeytys ei ole voimassa', sv: 'Avbrottet är inte i kraft' },
  'no-such-task': { fi: 'Tehtävä ei ole avoinna', sv: 'Uppgiften är inte öppen' },
  'not-reversible': { fi: 'Tätä ei voi perua', sv: 'Detta kan inte återtas' },
  'task-taken': { fi: 'Tehtävä on jo jollakulla', sv: 'Någon har redan uppgiften' },
  'stale-revision': { fi: 'Jotain on tapahtunut välillä', sv: 'Något har hänt under tiden' },
  'identity-taken': { fi: 'Tällainen asiakas on jo', sv: 'En sådan klient finns redan' },
  'endless-loop': { fi: 'Palvelupolku ei asetu', sv: 'Servicestigen kommer inte till ro' },
  'not-dead': { fi: 'Tätä ei ole jätetty yrittämättä', sv: 'Försöken med detta har inte upphört' },
  'clock-backwards': { fi: 'Esittelyn kello kulkee vain eteenpäin', sv: 'Demonstrationens klocka går bara framåt' },
  'precondition-failed': {
    fi: 'Tämä ei ole enää se, jonka If-Match nimeää',
    sv: 'Detta är inte längre det som If-Match anger',
  },
  'body-too-large': { fi: 'Sisältö on liian suuri', sv: 'Innehållet är för stort' },
  'unsupported-media-type': { fi: 'Sisältöä ei ole lähetetty JSONina', sv: 'Innehållet har inte sänts som JSON' },
  'host-refused': { fi: 'Tätä isäntänimeä ei palvella', sv: 'Det här värdnamnet betjänas inte' },
  'invalid-pathway': { fi: 'Palvelupolkua ei voi julkaista', sv: 'Servicestigen kan inte publiceras' },
  'reason-required': { fi: 'Kirjallinen perustelu puuttuu', sv: 'En skriftlig motivering saknas' },
  'not-overridable': { fi: 'Kriteeristä ei saa poiketa', sv: 'Avvikelse från kriteriet är inte tillåten' },
  'not-enterable': { fi: 'Tilaan ei saa siirtyä suoraan', sv: 'Man får inte gå direkt till tillståndet' },
  'no-such-reason': {
    fi: 'Palvelupolulla ei ole tällaista keskeytyksen syytä',
    sv: 'Servicestigen har ingen sådan orsak till avbrott',
  },
  'no-such-module': { fi: 'Mikään nykyinen tila ei sisällä moduulia', sv: 'Inget nuvarande tillstånd har modulen' },
  'no-such-exit': { fi: 'Palvelupolulla ei ole tällaista päättymistapaa', sv: 'Servicestigen har inget sådant avslut' },
  'too-early': { fi: 'Päivätty liian kauas taaksepäin', sv: 'Daterat för långt bakåt' },
  'in-the-future': { fi: 'Päivätty tulevaisuuteen', sv: 'Daterat till framtiden' },
  'wrong-kind': { fi: 'Nämä eivät sovi yhteen', sv: 'Detta passar inte ihop' },
  'key-reused': { fi: 'Toistoavain kuuluu toiselle pyynnölle', sv: 'Idempotensnyckeln hör till en annan begäran' },
  'unknown-fact': { fi: 'Mikään palvelupolku ei tunne tietoa', sv: 'Ingen servicestig känner uppgiften' },
  'invalid-fact': { fi: 'Arvo ei ole tiedon määrittelyn mukainen', sv: 'Värdet följer inte uppgiftens definition' },
  'clock-too-far': {
    fi: 'Esittelyn kello kulkee enintään viisi vuotta kerrallaan',
    sv: 'Demonstrationens klocka går högst fem år åt gången',
  },
  'replay-failed': {
    fi: 'Tapahtumaloki ei johda tallennettuun tilaan',
    sv: 'Händelseloggen leder inte till det sparade tillståndet',
  },
  internal: { fi: 'Jokin meni vikaan meillä', sv: 'Något gick fel hos oss' },
  'disk-failed': { fi: 'Levy on täynnä tai vikaantunut', sv: 'Disken är full eller trasig' },
  'database-busy': { fi: 'Toinen prosessi pitää tietokantaa', sv: 'En annan process håller databasen' },
  'not-ready': { fi: 'Polku ei ole valmis', sv: 'Polku är inte redo' },
}
