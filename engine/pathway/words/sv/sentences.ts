import { labels } from '../listedWith.ts'
import type { Destination, FollowUpParts, SentencePhrases, StateWords, TransitionParts } from '../Phrases.ts'
import { and, or, quote } from './lists.ts'

const nouns = { phase: 'fasen', state: 'läget', end: 'slutläget' }

/** A state with its noun; the pathway itself is wherever the journey is. */
const named = ({ noun, name }: StateWords, ofPathway: string): string =>
  noun === 'pathway' ? ofPathway : `${nouns[noun]} ${name}`
const itself = (state: StateWords): string => named(state, 'stigen')
const anywhere = (state: StateWords): string => named(state, 'vilken fas som helst')

/** Sentences about parts of a pathway, in Swedish. */
export const sentences: SentencePhrases = {
  noTarget: '(inget mål ännu)',
  noName: '(inget namn ännu)',
  state: itself,
  transition: (parts) => `${moveOf(parts)}${conditionsOf(parts)}`,
  sentBy(senders, isAutomatic) {
    const when = or(
      senders.map(({ kind, name }) =>
        kind === 'module' ? `modulen ${name} avslutas` : `uppföljningen ${name} blir aktuell`,
      ),
    )
    return isAutomatic
      ? `Övergången sker också automatiskt när ${when}.`
      : `Övergången föreslås också för den ansvariga personen när ${when}.`
  },
  acceptedBy: (roles) => `Förslaget kan godkännas av ${or(roles)}.`,
  effects: {
    service: 'Övergången påverkar klientens service.',
    rights: 'Övergången påverkar klientens rättigheter.',
  },
  reasonRequired: 'Beslutet ska motiveras skriftligt.',
  overridable(criterion, roles) {
    const what = criterion === undefined ? 'Avvikelse från kriteriet' : `Avvikelse från kriteriet ${criterion}`
    return `${what} kan göras${roles.length > 0 ? ` av ${or(roles)}` : ''} med en skriftlig motivering.`
  },
  tells: (messages) => `Samtidigt skickas meddelandet ${and(messages)} till andra system.`,
  keepsWhenSuspended: 'Ett avbrott flyttar inte tidsfristen.',
  followUp,
  shifts: {
    nextWorkingDay: 'Om dagen inte är en arbetsdag flyttas den till följande arbetsdag.',
    previousWorkingDay: 'Om dagen inte är en arbetsdag flyttas den till föregående arbetsdag.',
  },
  warns: (before) => `Ett meddelande om det ges ${before}.`,
  catchesUpEach: 'Om gånger uteblir på grund av ett driftavbrott tas var och en av dem separat.',
  restarts: 'När man återgår till samma läge räknas tiden på nytt.',
  task: {
    role: (role) => `Utförs av ${role}.`,
    noRole: 'Ingen har ännu valts att utföra uppgiften.',
    due: (plain, setting) => `Tidsfristen är ${plain} från att uppgiften öppnats${setting}.`,
    parties: (roles) => `Deltagare: ${and(roles)}.`,
    required: (fields) => `Obligatoriska uppgifter: ${labels(fields)}.`,
    optional: (fields) => `Frivilliga uppgifter: ${labels(fields)}.`,
    checklist: (items, required) =>
      `Checklistan har ${items === 1 ? 'en punkt' : `${items} punkter`}${required === 0 ? '' : `, varav ${required} obligatoriska`}.`,
    escalates: (role) => `Om uppgiften försenas kan den också utföras av ${role}.`,
    takes: (duration) => `För uppgiften reserveras ${duration}.`,
  },
  classes: {
    health: 'hälsouppgift',
    profiling: 'profileringsuppgift',
    confidential: 'sekretessbelagd uppgift',
  },
  module({ name, state, start }) {
    switch (start.kind) {
      case 'entry':
        return `Modulen ${name} börjar när ${state.noun === 'end' ? `stigen avslutas i slutläget ${state.name}` : `${itself(state)} börjar`}.`
      case 'adHoc':
        return `Modulen ${name} börjar när någon som sköter stigen begär det; i ${anywhere(state)} kan den begäras när som helst.`
      case 'event':
        return `Modulen ${name} börjar i samband med övergången ${start.event}.`
    }
  },
  moduleOutput(end, event, isAutomatic) {
    const when = end === undefined ? 'När modulen avslutas på annat sätt' : `När modulen avslutas med resultatet ${end}`
    return isAutomatic
      ? `${when} sker övergången ${event}.`
      : `${when} föreslås övergången ${event} för den ansvariga personen.`
  },
  moduleInputs: (inputs) => `Modulen får ${and(inputs)}.`,
  whenLeft(state, isLeftRunning) {
    const what = state.noun === 'end' ? 'stigen' : itself(state)
    return isLeftRunning
      ? `Modulen fortsätter när ${what} har avslutats.`
      : `En modul som ännu pågår avslutas samtidigt som ${what}.`
  },
  exit(outcome, roles) {
    const counts = outcome === undefined ? '' : `; stigen antecknas som ${sentences.outcomes[outcome]}`
    const who = roles.length > 0 ? or(roles) : 'någon som sköter stigen'
    return `stigen kan avslutas i vilken fas som helst på beslut av ${who}${counts}`
  },
  exitEffects: {
    service: 'Avslutandet påverkar klientens service.',
    rights: 'Avslutandet påverkar klientens rättigheter.',
  },
  outcomes: {
    completed: 'genomförd',
    interrupted: 'avbruten',
    transferred: 'överförd till annan service',
    removed: 'avförd från servicen',
  },
  suspension: (roles) =>
    `stigen kan avbrytas tillfälligt av ${roles.length > 0 ? or(roles) : 'någon som sköter stigen'}`,
  phase: {
    goal: (goal) => `Mål: ${goal}`,
    noGoal: 'Målet är ännu inte skrivet.',
    responsible: (role) => `För fasen ansvarar ${role}.`,
    services: (all) => `Tjänster: ${labels(all)}.`,
    metrics: (all) => `Mätare: ${labels(all)}.`,
    responsibilities: (each) => `Arbetsfördelning: ${each.join(' ')}`,
  },
  fact: {
    number: (range) => (range === '' ? 'tal' : `tal, ${range}`),
    choice: (options) => `något av alternativen ${or(options)}`,
    date: 'datum',
    boolean: 'ja eller nej',
    text: 'text',
    noType: '(ingen typ ännu)',
    atLeast: (value) => `minst ${value}`,
    atMost: (value) => `högst ${value}`,
    holdsFor: (duration) => `En antecknad uppgift gäller ${duration}.`,
  },
  parameter: {
    ours: 'Källan anger inget värde: kontrollera det före publiceringen.',
    source: 'Värdet kommer från källan.',
  },
}

function conditionsOf({ from, how, roles, elapsed, isDone, criteria }: TransitionParts): string {
  const decision = how === 'person' ? ` på beslut av ${roles.length > 0 ? or(roles) : 'någon som sköter stigen'}` : ''
  const when = [
    ...(elapsed === undefined ? [] : [`det har gått ${elapsed} från att ${itself(from)} började`]),
    ...(isDone ? [`${itself(from)} har slutförts`] : []),
  ]
  const met = criteria.length === 1 ? 'kriteriet' : 'kriterierna'
  const isAtOnce = decision === '' && when.length === 0 && criteria.length === 0
  return [
    decision,
    when.length > 0 ? ` när ${and(when)}` : '',
    criteria.length > 0
      ? `${decision === '' && when.length === 0 ? ' när' : ', om'} ${met} ${and(criteria)} uppfylls`
      : '',
    isAtOnce ? ' genast' : '',
  ].join('')
}

function moveOf({ from, to, isRestart, how, starts, tells }: TransitionParts): string {
  if (isRestart) return `${itself(from)} börjar om`
  const where = to.length > 0 ? and(to.map(destination)) : undefined
  if (where === undefined && starts.length > 0) return `i ${anywhere(from)} börjar modulen ${and(starts)}`
  if (where === undefined && tells.length > 0)
    return `i ${anywhere(from)} skickas meddelandet ${and(tells)} till andra system`
  const move = `övergång från ${anywhere(from)} ${where ?? sentences.noTarget}`
  if (how === 'proposal') return `${move} föreslås för den ansvariga personen`
  return `${move} sker${how === 'automatic' ? ' automatiskt' : ''}`
}

function destination(to: Destination): string {
  switch (to.kind) {
    case 'state':
      return `till ${named(to.state, 'stigens början')}${to.isHistory ? ', där den avbröts,' : ''}`
    case 'missing':
      return sentences.noTarget
    case 'unknown':
      return `till läget ${quote(to.written)} (som inte finns)`
  }
}

function followUp({ time, isRepeating, from, until, task, event, tells }: FollowUpParts): string {
  const start = 'fact' in from ? `dagen ${from.fact}` : `att ${itself(from)} började`
  const what = [
    ...(task ? [`öppnas uppgiften ${task.name}${task.role === undefined ? '' : ` (utförs av ${task.role})`}`] : []),
    ...(event ? [eventMade(event)] : []),
    ...(tells.length > 0 ? [`skickas meddelandet ${and(tells)} till andra system`] : []),
  ]
  const said = what.length > 0 ? and(what) : '(ingen uppgift eller övergång ännu)'
  return `${time}, räknat från ${start}, ${said}${untilSaid(until, isRepeating)}`
}

const eventMade = ({ name, isAutomatic }: { name: string; isAutomatic: boolean }): string =>
  isAutomatic ? `sker övergången ${name}` : `föreslås övergången ${name} för den ansvariga personen`

function untilSaid(until: FollowUpParts['until'], isRepeating: boolean): string {
  if (until === undefined) return ''
  return isRepeating
    ? `, tills det har gått ${until.plain}`
    : `; den ska vara klar ${until.within}, räknat på samma sätt`
}
