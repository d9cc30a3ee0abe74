import { localDate } from '../pathway/calendar/index.ts'
import type { Register } from '../pathway/recordClasses.ts'
import type { ClientRow } from '../store/clientRows.ts'
import type { Person } from './clientSchemas.ts'
import { type Context, keyOf } from './context.ts'
import { readIdentityCode } from './identityCode.ts'
import { wrongField } from './problem.ts'
import { iso } from './view.ts'

type Known<Field extends keyof Person> = Exclude<Person[Field], undefined> | null

/** A client as people see one. */
export interface ClientView {
  id: string
  organisation: string
  team: string | null
  customerships: Register[]
  revision: number
  name: string | null
  givenName: string | null
  familyName: string | null
  identityCode: string | null
  birthDate: string | null
  language: Known<'language'>
  interpreterLanguage: string | null
  phone: string | null
  email: string | null
  /** null also where it is protected, unless it was asked for as such */
  address: Known<'address'>
  addressProtected: boolean
  contactChannels: NonNullable<Person['contactChannels']>
  proxies: NonNullable<Person['proxies']>
  createdAt: string
  changedAt: string
  changedBy: string
}

export interface ShowOptions {
  /** shows protected addresses too: whoever asks has the right to see them */
  showProtected?: boolean
}

/** What is sealed of a client. @throws PolkuProblem `not-found` when the client has been erased */
export function openPerson(context: Context, row: ClientRow): Person {
  return context.vault.open(keyOf(context, row.id, row), row.sealed, `client:${row.id}`) as Person
}

/** A client as people see one. @throws PolkuProblem `not-found` when the client has been erased */
export function viewClient(context: Context, row: ClientRow, { showProtected = false }: ShowOptions = {}): ClientView {
  const person = openPerson(context, row)
  const { id, organisation, team, revision, createdAt, changedAt, changedBy } = row
  const isHidden = person.addressProtected === true && !showProtected
  return {
    id,
    organisation,
    team,
    customerships: JSON.parse(row.customerships) as Register[],
    revision,
    name: wholeName(person),
    givenName: person.givenName ?? null,
    familyName: person.familyName ?? null,
    identityCode: person.identityCode ?? null,
    birthDate: person.birthDate ?? null,
    language: person.language ?? null,
    interpreterLanguage: person.interpreterLanguage ?? null,
    phone: person.phone ?? null,
    email: person.email ?? null,
    address: isHidden ? null : (person.address ?? null),
    addressProtected: person.addressProtected ?? false,
    contactChannels: person.contactChannels ?? [],
    proxies: person.proxies ?? [],
    createdAt: iso(createdAt),
    changedAt: iso(changedAt),
    changedBy,
  }
}

/** Given and family name where no whole name was given. */
export function wholeName({ name, givenName, familyName }: Person): string | null {
  return name ?? ([givenName, familyName].filter(Boolean).join(' ') || null)
}

/**
 * A person with the identity code held against the rules, in the one form it is kept in, and the date of birth that it
 * tells. @throws PolkuProblem `invalid-request`, without the code
 */
export function checkedPerson({ clock, isDemo }: Context, person: Person): Person {
  if (person.identityCode === undefined) return person
  const read = readIdentityCode(person.identityCode, { today: localDate(clock.now().getTime(), ZONE), isDemo })
  if ('wrong' in read) throw wrongField(['identityCode'], read.wrong)
  if (person.birthDate !== undefined && person.birthDate !== read.birthDate)
    throw wrongField(['birthDate'], 'is another day than the identity code tells')
  return { ...person, identityCode: read.code, birthDate: read.birthDate }
}

/** Where the codes are given out: when a day has come there. */
const ZONE = 'Europe/Helsinki'
