import type { AccessRow, PeopleReads, PeopleWrites, Sight, StoredAccessRow } from '../peopleRows.ts'
import { type Bindable, type Condition, type Connection, change, filtered, type Written } from './statements.ts'

type Reads = Pick<PeopleReads, 'accessLog' | 'isOwn' | 'childJourneys'>
type Writes = Written<Pick<PeopleWrites, 'appendAccess'>>

/**
 * The clients that a sight takes in because of the organisation that has them. Who added a client, or was to look after them,
 * sees them until there is a journey: from then on it is for those who answer for it, or have a task in it.
 * @param client the column with the client's id, with its table
 */
function ownClients(client: string, { organisation, within }: Sight): Condition {
  if (organisation === undefined) return ['0']
  if (!within) return [`${client} IN (SELECT id FROM clients WHERE organisation = ?)`, organisation]
  const teams = JSON.stringify(within.teams)
  const users = JSON.stringify(within.users)
  const isWithin = `(SELECT value FROM json_each(?))`
  return [
    `${client} IN (
       SELECT id FROM clients c WHERE organisation = ? AND (created_by IN ${isWithin} OR team IN ${isWithin})
         AND NOT EXISTS (SELECT 1 FROM journeys WHERE client = c.id)
       UNION SELECT j.client FROM journeys j JOIN clients c ON c.id = j.client WHERE c.organisation = ?
         AND (j.responsible_user IN ${isWithin} OR j.responsible_team IN ${isWithin}
           OR j.responsible_user IN (SELECT user FROM team_members WHERE team IN ${isWithin}))
       UNION SELECT t.client FROM tasks t JOIN clients c ON c.id = t.client WHERE c.organisation = ?
         AND t.status = 'open' AND t.assignee IN ${isWithin})`,
    organisation,
    users,
    teams,
    organisation,
    users,
    teams,
    teams,
    organisation,
    users,
  ]
}

/**
 * The same, asked of each row by itself: where the rows are of one client, nobody else's are looked at.
 * @param client the column with the client's id, with its table
 */
function isOwnClient(client: string, { organisation, within }: Sight): Condition {
  if (organisation === undefined) return ['0']
  const ofOrganisation = `EXISTS (SELECT 1 FROM clients own WHERE own.id = ${client} AND own.organisation = ?`
  if (!within) return [`${ofOrganisation})`, organisation]
  const teams = JSON.stringify(within.teams)
  const users = JSON.stringify(within.users)
  const isWithin = `(SELECT value FROM json_each(?))`
  return [
    `${ofOrganisation} AND ((own.created_by IN ${isWithin} OR own.team IN ${isWithin})
         AND NOT EXISTS (SELECT 1 FROM journeys WHERE client = own.id)
       OR EXISTS (SELECT 1 FROM journeys j WHERE j.client = own.id
         AND (j.responsible_user IN ${isWithin} OR j.responsible_team IN ${isWithin}
           OR j.responsible_user IN (SELECT user FROM team_members WHERE team IN ${isWithin})))
       OR EXISTS (SELECT 1 FROM tasks t WHERE t.client = own.id AND t.status = 'open' AND t.assignee IN ${isWithin})))`,
    organisation,
    users,
    teams,
    users,
    teams,
    teams,
    users,
  ]
}

/**
 * What of a table of clients' or journeys' rows somebody sees, for a WHERE.
 * @param journey the column with the journey's id; without it, a grant on one journey shows the client
 * @param isOfOne whether the WHERE names one client, or a journey, as well
 */
export function inSight(
  sight: Sight | undefined,
  { client, journey, isOfOne = false }: { client: string; journey?: string; isOfOne?: boolean },
): Condition {
  if (sight === undefined) return undefined
  const [own, ...values] = (isOfOne ? isOwnClient : ownClients)(client, sight) ?? ['0']
  if (sight.granted.length === 0) return [own, ...values]
  const granted = JSON.stringify(sight.granted)
  const byGrant = journey
    ? `EXISTS (SELECT 1 FROM json_each(?) g WHERE g.value ->> 'client' = ${client}
         AND (g.value ->> 'journey' IS NULL OR g.value ->> 'journey' = ${journey}))`
    : `${client} IN (SELECT g.value ->> 'client' FROM json_each(?) g)`
  return [`(${own} OR ${byGrant})`, ...values, granted]
}

/** Reads who has looked at whom, and who may. */
export function accessReads(db: Connection): Reads {
  const log = filtered<Omit<StoredAccessRow, 'clients'> & { clients: string }>(
    db,
    `SELECT id, at, "user", organisation, token, operation, access, record_class AS recordClass, purpose, basis, journey,
       request, (SELECT json_group_array(client) FROM access_log_clients WHERE entry = access_log.id) AS clients
     FROM access_log`,
    'id DESC',
  )
  const own = filtered<{ found: 1 }>(db, 'SELECT 1 AS found FROM clients', 'id')
  const children = db.prepare<[string, string], { id: string; status: 'active' | 'ended' }>(
    `SELECT id, status FROM journeys WHERE client = ? AND state ->> '$.parent.journey' = ? ORDER BY id`,
  )
  const answersFor = db.prepare<[string, string, string], 1>(
    `SELECT 1 FROM journeys j INDEXED BY journeys_of_client CROSS JOIN clients c ON c.id = j.client
     WHERE j.client = ? AND j.responsible_user = ? AND c.organisation = ? LIMIT 1`,
  )
  return {
    async accessLog({ client, user, limit, before }) {
      const rows = log(
        [
          client === undefined ? undefined : ['id IN (SELECT entry FROM access_log_clients WHERE client = ?)', client],
          user === undefined ? undefined : ['"user" = ?', user],
          before === undefined ? undefined : ['id < ?', before],
        ],
        limit,
      )
      return rows.map((row) => ({ ...row, clients: JSON.parse(row.clients) }))
    },
    async isOwn(client, sight) {
      const { organisation, within } = sight
      // who answers for one of the client's journeys asks most, and is found at once
      if (organisation !== undefined && within?.users.some((user) => answersFor.get(client, user, organisation))) {
        return true
      }
      return own([['id = ?', client], isOwnClient('clients.id', sight)], 1).length > 0
    },
    async childJourneys(client, parent) {
      return children.all(client, parent)
    },
  }
}

/** Writes who has looked at whom. */
export function accessWrites(db: Connection): Writes {
  const append = db.prepare<Bindable[]>(
    `INSERT INTO access_log (at, "user", organisation, token, operation, access, record_class, purpose, basis, journey,
       request) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const about = change<[string, number | bigint]>(db, 'INSERT INTO access_log_clients (client, entry) VALUES (?, ?)')
  return {
    appendAccess(row: AccessRow, clients) {
      const { at, user, organisation, token, operation, access, recordClass, purpose, basis, journey, request } = row
      const { lastInsertRowid } = append.run(
        at,
        user,
        organisation,
        token,
        operation,
        access,
        recordClass,
        purpose,
        basis,
        journey,
        request,
      )
      for (const client of new Set(clients)) about(client, lastInsertRowid)
    },
  }
}
