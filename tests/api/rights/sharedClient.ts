import type { PathwayInput, SystemRole } from '../../../engine/index.ts'
import { createCallers } from '../../support/callers.ts'
import { type Answer, openTestApi, type TestApi, textAt } from '../support/openTestApi.ts'

const fi = (text: string) => ({ fi: text })

/** Facts of every class, a criterion that sees what a coach may not, tasks of both lanes, and a check after the end. */
const shared: PathwayInput = {
  id: 'yhteinen',
  title: fi('Yhteinen asiakas'),
  caseRoles: {
    adviser: { label: fi('Neuvoja') },
    coach: { label: fi('Valmentaja'), lane: 'provider' },
  },
  facts: {
    tunnit: { type: 'number', label: fi('Tunnit'), readers: ['coach'], basis: '380/2023 125 §' },
    tyokyky: { type: 'number', label: fi('Työkyky'), class: 'health' },
    huoli: { type: 'text', label: fi('Huoli'), class: 'confidential', readers: ['coach'] },
  },
  criteria: { jaksaa: { label: fi('Jaksaa'), when: 'tunnit >= 4 and tyokyky >= 5' } },
  taskDefinitions: {
    raportti: { label: fi('Raportti'), role: 'coach', form: [{ fact: 'tunnit' }] },
    arvio: { label: fi('Arvio'), role: 'adviser' },
    palaveri: { label: fi('Palaveri'), role: 'adviser', readers: ['coach'] },
  },
  exits: { loppu: { label: fi('Loppu'), outcome: 'interrupted' } },
  initial: 'jakso',
  states: {
    jakso: {
      tasks: ['raportti', 'arvio', 'palaveri'],
      modules: { jalki: { pathway: 'jalki', whenLeft: 'leave' } },
      on: {
        siirry: { target: 'tyo', criteria: ['jaksaa'], by: ['adviser', 'coach'] },
        salaa: { target: 'tyo', criteria: ['jaksaa'], by: ['adviser'] },
        vapaa: { actions: 'ping' },
        omat: { actions: 'ping', by: ['adviser'] },
      },
    },
    tyo: { type: 'final', end: { code: 'tyossa', label: fi('Työssä'), outcome: 'completed' } },
  },
}

/** What is reported half a year after. */
const after: PathwayInput = {
  id: 'jalki',
  title: fi('Jälkiseuranta'),
  caseRoles: { coach: { label: fi('Valmentaja'), lane: 'provider' } },
  taskDefinitions: { tulos: { label: fi('Tulos'), role: 'coach' } },
  initial: 'kysytaan',
  states: {
    kysytaan: { tasks: ['tulos'], on: { saatu: { target: 'valmis', by: ['coach'] } } },
    valmis: { type: 'final', end: { code: 'valmis', label: fi('Valmis'), outcome: 'completed' } },
  },
}

const people = {
  mari: { team: 'ohjaus', organisation: 'own', roles: ['counsellor'], caseRoles: ['adviser'] },
  jussi: { team: 'nuoret', organisation: 'own', roles: ['counsellor'], caseRoles: ['adviser'] },
  matti: { team: 'johto', organisation: 'own', roles: ['manager'], caseRoles: [] },
  aila: { team: 'tarkastus', organisation: 'own', roles: ['auditor'], caseRoles: [] },
  hallinto: { team: 'hallinto', organisation: 'own', roles: ['administrator'], caseRoles: [] },
  piia: { team: 'paja', organisation: 'pajat', roles: ['provider'], caseRoles: [] },
  pekka: { team: 'toinen-paja', organisation: 'pajat', roles: ['provider'], caseRoles: [] },
  outi: {
    team: 'naapuri',
    organisation: 'toinen',
    roles: ['counsellor', 'manager', 'auditor'],
    caseRoles: ['adviser'],
  },
} as const satisfies Record<
  string,
  { team: string; organisation: string; roles: SystemRole[]; caseRoles: readonly string[] }
>
export type Person = keyof typeof people

export interface SharedClient {
  api: TestApi
  client: string
  journey: string
  as(person: Person, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  get(person: Person, path: string): Promise<Answer>
  post(person: Person, path: string, body?: unknown): Promise<Answer>
  /** lets the provider's team in as a coach on the journey. @returns the grant's id */
  refer(more?: object): Promise<string>
  /** status and code */
  told(person: Person, path: string): Promise<unknown[]>
}

/** A client of one organisation, on a journey that a provider takes part in; three organisations' people look at it. */
export async function openSharedClient(): Promise<SharedClient> {
  const api = await openTestApi()
  const by = { user: 'polku' }
  for (const document of [after, shared]) await api.polku.pathways.publish(document, { by })
  for (const [id, kind] of [
    ['pajat', 'provider'],
    ['toinen', 'authority'],
  ] as const) {
    await api.polku.people.createOrganisation({ by, id, name: id, kind })
  }
  const callers = createCallers(api.polku)
  const headers = new Map<Person, Record<string, string>>()
  for (const [id, { team, organisation, roles, caseRoles }] of Object.entries(people)) {
    const options = { systemRoles: [...roles], organisation, caseRoles: [...caseRoles] }
    headers.set(id as Person, await callers.headersOf(id, options))
    await api.polku.people.createTeam({ by, id: team, organisation, name: team })
    await api.polku.people.join(team, { by, user: id, caseRoles: [...caseRoles] })
  }
  const as: SharedClient['as'] = (person, method, path, body, more) =>
    api.ask(method, `/api/v1${path}`, { body, headers: { 'Polku-User': null, ...headers.get(person), ...more } })
  const get: SharedClient['get'] = (person, path) => as(person, 'GET', path)
  const post: SharedClient['post'] = (person, path, body) => as(person, 'POST', path, body)

  const client = textAt(await post('mari', '/clients', { name: 'Aino Asiakas' }), 'id')
  const responsible = { user: 'mari', team: 'ohjaus' }
  const started = await post('mari', '/journeys', { pathway: 'yhteinen', client, responsible })
  const journey = textAt(started, 'journey', 'id')
  await api.polku.runDue()
  await post('mari', `/clients/${client}/facts`, { facts: { tunnit: 3, tyokyky: 2, huoli: 'velat' }, source: 'puhelu' })
  const refer: SharedClient['refer'] = async (more = {}) => {
    const referral = {
      client,
      journey,
      organisation: 'pajat',
      team: 'paja',
      caseRole: 'coach',
      basis: 'statute',
      section: '380/2023 124 §',
      purpose: 'Työpajajakso',
      ...more,
    }
    return textAt(await post('mari', '/grants', referral), 'id')
  }
  const told: SharedClient['told'] = async (person, path) => {
    const answer = await get(person, path)
    return [answer.status, answer.at('code')]
  }
  return { api, client, journey, as, get, post, refer, told }
}
