import type { ImportCode } from '../../../engine/pathway/importNote.ts'

/** What is said of a machine that was brought in, by the engine's codes. */
export const importNotes = {
  'not-a-machine': 'Tiedostossa ei ole konetta.',
  'not-understood': 'Konetta ei voitu lukea: {{why}}',
  'renamed-pathway': 'Polun tunnus ”{{from}}” on nyt ”{{to}}”.',
  'renamed-state': 'Nimi ”{{from}}” säilyi. Tietojärjestelmien käyttämä tunnus on nyt ”{{to}}”.',
  'renamed-event': 'Nimi ”{{from}}” säilyi. Tietojärjestelmien käyttämä tunnus on nyt ”{{to}}”.',
  'renamed-action': 'Toiminnon tunnus ”{{from}}” on nyt ”{{to}}”.',
  'root-done': 'Koko koneen valmistumisesta ei voi seurata siirtymää, joten se jäi pois. Lisää polulle loppu.',
  proposed:
    'Se, minkä aika, ehdot tai valmistuminen käynnistää, ehdotetaan täällä ihmiselle. Merkitse siirtymä itsestään tapahtuvaksi, jos kenenkään ei tarvitse päättää.',
  'too-deep': 'Vaiheita on sisäkkäin liikaa: sisin jäi pois.',
  'not-states': 'Sisällä ei ole vaiheita, joita voisi lukea: jäi pois.',
  'not-a-state': 'Tämä ei ole oma vaiheensa: jäi pois.',
  'unknown-state-key': 'Kohdalle ”{{key}}” ei ole polussa paikkaa: jäi pois.',
  'unknown-transition-key': 'Kohdalle ”{{key}}” ei ole siirtymässä paikkaa: jäi pois.',
  'not-a-transition': 'Tätä ei voi lukea siirtymäksi: se ei johda mihinkään. Valitse sille kohde.',
  'target-not-a-name': 'Siirtymän kohde on vaiheen nimi: muu jäi pois. Valitse kohde.',
  'target-nowhere': 'Kohdetta ”{{target}}” ei ole. Valitse siirtymälle kohde.',
  'history-targets': 'Paluulla on yksi kohde: ensimmäinen jäi.',
  'initial-actions': 'Aloituksen toiminnot jäivät pois. Lisää ne vaiheeseen, josta aloitetaan.',
  'initial-unknown': 'Ensimmäistä vaihetta ei löytynyt. Valitse, mistä aloitetaan.',
  'code-action':
    'Ohjelmakoodina kirjoitettu toiminto jäi pois. Polussa toiminnolla on nimi, ja sen tekee toinen järjestelmä.',
  'params-not-json': 'Toiminnon lisätietoja ei voitu lukea: jäivät pois.',
  'meta-not-json': 'Lisätietoja ei voitu lukea: jäivät pois.',
  'description-cut': 'Kuvauksesta jäi 2 000 ensimmäistä merkkiä.',
  'guard-parts': 'Ehdon ”{{guard}}” osat jäivät pois. Kirjoita ne sen siirtymäkriteeriin.',
  'guard-code': 'Ohjelmakoodina kirjoitetusta ehdosta tuli siirtymäkriteeri. Kirjoita, milloin se täyttyy.',
  'guard-criterion': 'Ehdosta ”{{guard}}” tuli siirtymäkriteeri ”{{criterion}}”. Kirjoita, milloin se täyttyy.',
  actor: 'Toimijalle ”{{actor}}” ei ole polussa paikkaa. Tee siitä tehtävä tai toiminto, johon vastataan tapahtumalla.',
  'actor-event': 'Tästä tuli tapahtuma ”{{event}}”, joka lähetetään, kun työ on tehty.',
  'rounded-delay': 'Aika {{delay}} ms pyöristettiin.',
  'named-delay':
    'Ajasta ”{{delay}}” tuli asetus ”{{parameter}}”. Kirjoita, kuinka pitkä se on; siihen asti se on päivä.',
} satisfies Record<ImportCode, string>
