import { labels } from '../listedWith.ts'
import type { Destination, FollowUpParts, SentencePhrases, StateWords, TransitionParts } from '../Phrases.ts'
import { upper } from '../upper.ts'
import { and, or, quote } from './lists.ts'

const nouns = {
  phase: { itself: 'vaihe', of: 'vaiheen', in: 'vaiheessa', from: 'vaiheesta', to: 'vaiheeseen' },
  state: { itself: 'tila', of: 'tilan', in: 'tilassa', from: 'tilasta', to: 'tilaan' },
  end: { itself: 'lopputila', of: 'lopputilan', in: 'lopputilassa', from: 'lopputilasta', to: 'lopputilaan' },
}

/** A state in a case: the noun bends, the name does not. The pathway itself is wherever the journey is. */
function bent({ noun, name }: StateWords, form: keyof (typeof nouns)['phase']): string {
  if (noun !== 'pathway') return `${nouns[noun][form]} ${name}`
  const forms = {
    itself: 'polku',
    of: 'polun',
    in: 'missä tahansa vaiheessa',
    from: 'mistä tahansa vaiheesta',
    to: 'polun alkuun',
  }
  return forms[form]
}

/** What a journey is recorded as. */
const as = {
  completed: 'toteutuneeksi',
  interrupted: 'keskeytyneeksi',
  transferred: 'muualle siirtyneeksi',
  removed: 'palvelusta poistetuksi',
}

/** Sentences about parts of a pathway, in Finnish. */
export const sentences: SentencePhrases = {
  noTarget: '(ei vielä kohdetta)',
  noName: '(ei vielä nimeä)',
  state: (state) => bent(state, 'itself'),
  transition(parts) {
    const conditions = conditionsOf(parts)
    const when = conditions.length > 0 ? `, kun ${and(conditions)}` : ' heti'
    return `${moveOf(parts)}${when}`
  },
  sentBy(senders, isAutomatic) {
    const when = or(
      senders.map(({ kind, name }) =>
        kind === 'module' ? `moduuli ${name} päättyy` : `seuranta ${name} tulee ajankohtaiseksi`,
      ),
    )
    return isAutomatic
      ? `Siirtymä tehdään myös automaattisesti, kun ${when}.`
      : `Siirtymää ehdotetaan vastuuhenkilölle myös, kun ${when}.`
  },
  acceptedBy: (roles) => `Ehdotuksen voi hyväksyä ${or(roles)}.`,
  effects: {
    service: 'Siirtymä vaikuttaa asiakkaan palveluun.',
    rights: 'Siirtymä vaikuttaa asiakkaan oikeuksiin.',
  },
  reasonRequired: 'Päätös on perusteltava kirjallisesti.',
  overridable(criterion, roles) {
    const from = criterion === undefined ? 'kriteeristä' : `kriteeristä ${criterion}`
    const said = roles.length > 0 ? `${or(roles)} voi poiketa ${from}` : `${from} voi poiketa`
    return `${upper(said)} kirjallisella perustelulla.`
  },
  tells: (messages) => `Samalla lähtee muihin järjestelmiin viesti ${and(messages)}.`,
  keepsWhenSuspended: 'Keskeytys ei siirrä määräaikaa.',
  followUp,
  shifts: {
    nextWorkingDay: 'Jos päivä ei ole työpäivä, se siirtyy seuraavaan työpäivään.',
    previousWorkingDay: 'Jos päivä ei ole työpäivä, se aikaistuu edelliseen työpäivään.',
  },
  warns: (before) => `Siitä ilmoitetaan ${before}.`,
  catchesUpEach: 'Jos kertoja jää väliin käyttökatkon vuoksi, jokainen niistä hoidetaan erikseen.',
  restarts: 'Kun samaan tilaan palataan, aika lasketaan alusta.',
  task: {
    role: (role) => `Tekijä on ${role}.`,
    noRole: 'Tekijää ei ole vielä valittu.',
    due: (plain, setting) => `Määräaika on ${plain} tehtävän avautumisesta${setting}.`,
    parties: (roles) => `Mukana ${roles.length === 1 ? 'on' : 'ovat'} ${and(roles)}.`,
    required: (fields) => `Pakolliset tiedot: ${labels(fields)}.`,
    optional: (fields) => `Vapaaehtoiset tiedot: ${labels(fields)}.`,
    checklist: (items, required) =>
      `Tarkistuslistalla on ${items === 1 ? 'yksi kohta' : `${items} kohtaa`}${required === 0 ? '' : `, joista pakollisia ${required}`}.`,
    escalates: (role) => `Jos tehtävä myöhästyy, sen voi tehdä myös ${role}.`,
    takes: (duration) => `Tehtävään varataan aikaa ${duration}.`,
  },
  classes: {
    health: 'terveystieto',
    profiling: 'profilointitieto',
    confidential: 'salassa pidettävä tieto',
  },
  module({ name, state, start }) {
    switch (start.kind) {
      case 'entry':
        return `Moduuli ${name} alkaa, kun ${state.noun === 'end' ? `polku päättyy lopputilaan ${state.name}` : `${bent(state, 'itself')} alkaa`}.`
      case 'adHoc':
        return `Moduuli ${name} alkaa, kun joku polkua hoitavista sitä pyytää; ${bent(state, 'in')} sitä voi pyytää milloin tahansa.`
      case 'event':
        return `Moduuli ${name} alkaa, kun tehdään siirtymä ${start.event}.`
    }
  },
  moduleOutput(end, event, isAutomatic) {
    const when = end === undefined ? 'Kun moduuli päättyy muulla tavalla' : `Kun moduuli päättyy tulokseen ${end}`
    return isAutomatic
      ? `${when}, tehdään siirtymä ${event}.`
      : `${when}, vastuuhenkilölle ehdotetaan siirtymää ${event}.`
  },
  moduleInputs: (inputs) => `Moduulille annetaan ${and(inputs)}.`,
  whenLeft(state, isLeftRunning) {
    const when = state.noun === 'end' ? 'Polun päätyttyä' : `Kun ${bent(state, 'itself')} päättyy,`
    return isLeftRunning ? `${when} moduuli jää käyntiin.` : `${when} keskeneräinen moduuli päättyy samalla.`
  },
  exit(outcome, roles) {
    const counts = outcome === undefined ? '' : `; polku kirjataan ${as[outcome]}`
    const who = roles.length > 0 ? or(roles) : 'joku polkua hoitavista'
    return `polku voidaan päättää missä tahansa vaiheessa, kun ${who} niin päättää${counts}`
  },
  exitEffects: {
    service: 'Päättäminen vaikuttaa asiakkaan palveluun.',
    rights: 'Päättäminen vaikuttaa asiakkaan oikeuksiin.',
  },
  outcomes: {
    completed: 'toteutunut',
    interrupted: 'keskeytynyt',
    transferred: 'siirtynyt muualle',
    removed: 'poistettu palvelusta',
  },
  suspension: (roles) => `polun voi keskeyttää ${roles.length > 0 ? or(roles) : 'joku polkua hoitavista'}`,
  phase: {
    goal: (goal) => `Tavoite: ${goal}`,
    noGoal: 'Tavoitetta ei ole vielä kirjoitettu.',
    responsible: (role) => `Vaiheesta vastaa ${role}.`,
    services: (all) => `Palvelut: ${labels(all)}.`,
    metrics: (all) => `Mittarit: ${labels(all)}.`,
    responsibilities: (each) => `Tehtävänjako: ${each.join(' ')}`,
  },
  fact: {
    number: (range) => (range === '' ? 'luku' : `luku, ${range}`),
    choice: (options) => `jokin vaihtoehdoista ${or(options)}`,
    date: 'päivämäärä',
    boolean: 'kyllä tai ei',
    text: 'teksti',
    noType: '(ei vielä tyyppiä)',
    atLeast: (value) => `vähintään ${value}`,
    atMost: (value) => `enintään ${value}`,
    holdsFor: (duration) => `Kirjattu tieto on voimassa ${duration}.`,
  },
  parameter: {
    ours: 'Lähde ei anna arvoa: tarkista se ennen julkaisua.',
    source: 'Arvo on lähteestä.',
  },
}

function conditionsOf({ from, how, roles, elapsed, isDone, criteria }: TransitionParts): string[] {
  const conditions: string[] = []
  if (how === 'person') conditions.push(`${roles.length > 0 ? or(roles) : 'joku polkua hoitavista'} niin päättää`)
  if (elapsed !== undefined) conditions.push(`${bent(from, 'of')} alkamisesta on kulunut ${elapsed}`)
  if (isDone) conditions.push(`${bent(from, 'itself')} on käyty loppuun`)
  if (criteria.length === 1) conditions.push(`kriteeri ${criteria[0]} täyttyy`)
  if (criteria.length > 1) conditions.push(`kriteerit ${and(criteria)} täyttyvät`)
  return conditions
}

function moveOf({ from, to, isRestart, how, starts, tells }: TransitionParts): string {
  if (isRestart) return `${bent(from, 'itself')} alkaa alusta`
  const where = to.length > 0 ? and(to.map(destination)) : undefined
  if (where === undefined && starts.length > 0) return `${bent(from, 'in')} alkaa moduuli ${and(starts)}`
  if (where === undefined && tells.length > 0)
    return `${bent(from, 'in')} lähtee muihin järjestelmiin viesti ${and(tells)}`
  const goal = where ?? sentences.noTarget
  if (how === 'proposal') return `vastuuhenkilölle ehdotetaan siirtymistä ${bent(from, 'from')} ${goal}`
  return `${bent(from, 'from')} siirrytään ${how === 'automatic' ? 'automaattisesti ' : ''}${goal}`
}

function destination(to: Destination): string {
  switch (to.kind) {
    case 'state':
      return `${bent(to.state, 'to')}${to.isHistory ? ' siihen kohtaan, johon jäätiin' : ''}`
    case 'missing':
      return sentences.noTarget
    case 'unknown':
      return `tilaan ${quote(to.written)} (sellaista ei ole)`
  }
}

function followUp({ time, isRepeating, from, until, task, event, tells }: FollowUpParts): string {
  const start = 'fact' in from ? `päivästä ${from.fact}` : `${bent(from, 'of')} alkamisesta`
  const counted = isRepeating ? `${start} lähtien ${time}` : `${time} ${start}`
  const what = [
    ...(task ? [`avautuu tehtävä ${task.name}${task.role === undefined ? '' : ` (tekijä ${task.role})`}`] : []),
    ...(event ? [eventMade(event)] : []),
    ...(tells.length > 0 ? [`lähtee muihin järjestelmiin viesti ${and(tells)}`] : []),
  ]
  return `${counted} ${what.length > 0 ? and(what) : '(ei vielä tehtävää eikä siirtymää)'}${untilSaid(until, isRepeating)}`
}

const eventMade = ({ name, isAutomatic }: { name: string; isAutomatic: boolean }): string =>
  isAutomatic ? `tehdään siirtymä ${name}` : `vastuuhenkilölle ehdotetaan siirtymää ${name}`

function untilSaid(until: FollowUpParts['until'], isRepeating: boolean): string {
  if (until === undefined) return ''
  return isRepeating ? `, kunnes siitä on kulunut ${until.plain}` : `; määräpäivä on ${until.after} samasta hetkestä`
}
