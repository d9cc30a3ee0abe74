import Database from 'better-sqlite3'
import { scopes } from '../api/rights/rights.ts'
import { openPolku, type Polku } from '../engine/index.ts'
import { clientAt, journeyAt } from './copyRows.ts'
import { layKeyBeside } from './masterKey.ts'
import type { Caller } from './measurer.ts'
import { identityCodeAt, personAt } from './people.ts'
import { shareOut } from './shareOut.ts'
import { storeJourneys } from './storedJourneys.ts'
import { by } from './walk.ts'

/** A client of the register, with the one journey there is and the token of the counsellor who answers for it. */
export interface Entrusted {
  client: string
  journey: string
  identityCode: string
  caller: Caller
}

export interface DayDatabase {
  clients: readonly Entrusted[]
  journalEntries: number
}

/** With the start and the turn each journey has twenty entries behind it. */
const events = Array.from({ length: 18 }, (_, index) => (index % 2 === 0 ? 'aloita' : 'palaa'))
const peopleATeam = 10
/**
 * So long ago did journeys begin, milliseconds: the reviews of two months, put off to a working day, have come due, and
 * their due dates ten working days later have not.
 */
const ago = 70 * 24 * 60 * 60 * 1000

/**
 * Makes the database of an organisation at work: clients with a name, a telephone number, an identity code and facts, each
 * on a journey of their own with an open task; counsellors in teams of ten, each with a caseload of so many and a token.
 * Its key stands beside it.
 * @param now epoch milliseconds
 */
export async function storeDay(
  file: string,
  { clients, caseload, now }: { clients: number; caseload: number; now: number },
): Promise<DayDatabase> {
  const registered = (index: number) => ({ ...personAt(index), identityCode: identityCodeAt(index) })
  await storeJourneys(file, { count: clients, at: now - ago, events, personAt: registered })
  const people = Math.floor(clients / caseload)
  shareOut(file, people)
  layKeyBeside(file)
  const polku = await openPolku({ database: file })
  try {
    const callers = await addPeople(polku, people)
    for (let { timers } = await polku.runDue(); timers > 0; { timers } = await polku.runDue());
    return readDay(file, clients, callers)
  } finally {
    await polku.close()
  }
}

/** Counsellors in teams, and whoever has recorded all there is so far. @returns by user, the headers they call with */
async function addPeople({ people, tokens }: Polku, count: number): Promise<ReadonlyMap<string, Caller>> {
  const organisation = 'own'
  await people.prepareFirst()
  const callers = new Map<string, Caller>()
  for (let index = -1; index < count; index++) {
    const user = index < 0 ? by.user : `user-${index}`
    const team = `team-${Math.floor(Math.max(index, 0) / peopleATeam)}`
    if (index < 0 || (index > 0 && index % peopleATeam === 0)) {
      await people.createTeam({ by, id: team, organisation, name: team })
    }
    const email = `${user}@polku.invalid`
    await people.createUser({ by, id: user, name: user, email, organisation, systemRoles: ['counsellor'] })
    await people.join(team, { by, user, caseRoles: by.roles })
    const { token } = await tokens.create({ by, name: 'bench', user, scopes: [...scopes] })
    callers.set(user, { Authorization: `Bearer ${token}` })
  }
  return callers
}

/** Who answers for whom, as it stands in the database. */
function readDay(file: string, clients: number, callers: ReadonlyMap<string, Caller>): DayDatabase {
  const db = new Database(file, { readonly: true })
  try {
    const rows = db.prepare<[], { id: string; user: string }>('SELECT id, responsible_user AS user FROM journeys').all()
    const users = new Map(rows.map(({ id, user }) => [id, user]))
    const journalEntries = db.prepare<[], number>('SELECT count(*) FROM journal').pluck().get() ?? 0
    const entrusted = Array.from({ length: clients }, (_, index): Entrusted => {
      const journey = journeyAt(index)
      const caller = callers.get(users.get(journey) ?? '')
      if (!caller) throw new Error(`nobody answers for the journey ${journey}`)
      return { client: clientAt(index), journey, identityCode: identityCodeAt(index), caller }
    })
    return { clients: entrusted, journalEntries }
  } finally {
    db.close()
  }
}
