import type { ClientRow } from '../store/clientRows.ts'
import type { ReadTx } from '../store/store.ts'
import { digitsOf, marksFor, namesOf, type Wanted, wordsOf } from './clientMarks.ts'
import { type ClientView, openPerson, type ShowOptions, viewClient, wholeName } from './clientRecord.ts'
import { type Person, type SearchClientsInput, searchClientsSchema } from './clientSchemas.ts'
import type { Context } from './context.ts'
import { likenessOfNames, likenessOfPhones } from './likeness.ts'
import { parse } from './parse.ts'

/** A client who may be the one that was looked for. */
export interface FoundClient {
  client: ClientView
  /** from 1, as it was asked for, down towards 0 */
  likeness: number
}

/** A client who may be the same person. */
export interface Duplicate {
  client: string
  why: 'identityCode' | 'nameAndBirthDate'
}

/** So many of those who share most parts are opened and compared; of those born on one day, so many too. */
const CANDIDATES = 100

/** Two names that are at least so alike may be one person's, when they are born on the same day. */
const SAME_PERSON = 0.6

/**
 * Clients of one organisation by name or telephone number, the likeliest first. What is asked need not be spelt right,
 * nor be whole. Where more than a hundred have all of it (a common family name), not all of them are compared: say more.
 * @throws PolkuProblem `invalid-request`
 */
export function searchClients(
  context: Context,
  input: SearchClientsInput,
  options?: ShowOptions,
): Promise<FoundClient[]> {
  const { organisation, name, phone, limit } = parse(searchClientsSchema, input)
  const words = name === undefined ? [] : wordsOf(name)
  const digits = phone === undefined ? '' : digitsOf(phone)
  return context.store.read(async (tx) => {
    const found: { row: ClientRow; likeness: number }[] = []
    for (const { row, person } of await candidates(context, tx, organisation, { words, digits })) {
      const byName = name === undefined ? 1 : likenessOfNames(words, namesOf(person))
      const byPhone = phone === undefined ? 1 : likenessOfPhones(digits, digitsOf(person.phone ?? ''))
      const likeness = byName * byPhone
      if (likeness > 0) found.push({ row, likeness })
    }
    found.sort((a, b) => b.likeness - a.likeness || (a.row.id < b.row.id ? -1 : 1))
    return found.slice(0, limit).map(({ row, likeness }) => ({
      client: viewClient(context, row, options),
      likeness: Math.round(likeness * 100) / 100,
    }))
  })
}

/** Clients of the same organisation with the same identity code, or a like name and the same date of birth. */
export async function duplicatesOf(
  context: Context,
  tx: ReadTx,
  organisation: string,
  person: Person,
): Promise<Duplicate[]> {
  const { identityCode, birthDate } = person
  const found: Duplicate[] = []
  if (identityCode !== undefined) {
    const row = await clientWithCode(context, tx, organisation, identityCode)
    if (row) found.push({ client: row.id, why: 'identityCode' })
  }
  const words = wordsOf(wholeName(person) ?? '')
  if (words.length === 0 || birthDate === undefined) return found
  for (const { row, person: other } of await candidates(context, tx, organisation, { birthDate })) {
    if (other.birthDate !== birthDate || found.some(({ client }) => client === row.id)) continue
    const otherWords = wordsOf(wholeName(other) ?? '')
    const isLike = Math.max(likenessOfNames(words, otherWords), likenessOfNames(otherWords, words)) >= SAME_PERSON
    if (isLike) found.push({ client: row.id, why: 'nameAndBirthDate' })
  }
  return found
}

/** The client of an organisation who has a personal identity code. */
export async function clientWithCode(
  { vault }: Context,
  tx: ReadTx,
  organisation: string,
  identityCode: string,
): Promise<ClientRow | undefined> {
  const found = await tx.clientByIdentity(organisation, vault.hashIdentity(identityCode))
  if (found || !vault.previous) return found
  return tx.clientByIdentity(organisation, vault.previous.hashIdentity(identityCode))
}

async function candidates(
  context: Context,
  tx: ReadTx,
  organisation: string,
  wanted: Wanted,
): Promise<{ row: ClientRow; person: Person }[]> {
  const { vault } = context
  const marks = [vault, vault.previous].flatMap((one) => (one ? marksFor(one, organisation, wanted) : []))
  const rows = await tx.clientsByMarks({ organisation, marks, limit: CANDIDATES })
  return rows.map((row) => ({ row, person: openPerson(context, row) }))
}
