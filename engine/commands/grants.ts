import { dayOf } from '../pathway/calendar/civilDay.ts'
import { startOfDayNumber } from '../pathway/calendar/zoneDay.ts'
import { own } from '../pathway/own.ts'
import type { GrantRow } from '../store/peopleRows.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { type Context, clientKeyOf, pathwayOf } from './context.ts'
import { parse } from './parse.ts'
import { type BreakGlassInput, breakGlassSchema, type GrantInput, grantSchema } from './peopleSchemas.ts'
import { PolkuProblem, wrongField } from './problem.ts'
import { requestHash, storedAnswer } from './runCommand.ts'
import type { Actor } from './schemas.ts'
import { write } from './transact.ts'
import { iso } from './view.ts'

/** How long glass that was broken stays open (ours: no source gives it). Milliseconds. */
const brokenFor = 24 * 60 * 60 * 1000

export interface GrantView extends Omit<GrantRow, 'sealed' | 'from' | 'until' | 'withdrawnAt' | 'grantedAt'> {
  purpose: string
  /** who gave the consent; null where the basis is a statute */
  giver: string | null
  from: string
  until: string | null
  withdrawnAt: string | null
  grantedAt: string
}

/** Letting others in to a client: referrals, each with its legal basis, and glass that is broken with a reason. */
export interface Grants {
  /** @throws PolkuProblem `not-found`, `lane-closed`, `invalid-request`, `key-reused` */
  grant(input: GrantInput): Promise<GrantView>
  /** Lets a person of the owner organisation in for a day. */
  breakGlass(client: string, input: BreakGlassInput): Promise<GrantView>
  withdraw(id: string, input: { by: Actor }): Promise<GrantView>
  get(id: string): Promise<GrantView>
  /** Newest first, withdrawn ones too. */
  list(client: string): Promise<GrantView[]>
}

export function grantCommands(context: Context): Grants {
  const { store, vault } = context
  const now = () => context.clock.now().getTime()

  async function view(tx: ReadTx, row: GrantRow): Promise<GrantView> {
    const { sealed, from, until, withdrawnAt, grantedAt, ...rest } = row
    const key = await clientKeyOf(context, tx, row.client)
    const { purpose, giver = null } = vault.open(key, sealed, `grant:${row.id}`) as { purpose: string; giver?: string }
    return {
      ...rest,
      purpose,
      giver,
      from: iso(from),
      until: until === null ? null : iso(until),
      withdrawnAt: withdrawnAt === null ? null : iso(withdrawnAt),
      grantedAt: iso(grantedAt),
    }
  }

  async function insert(
    tx: WriteTx,
    row: Omit<GrantRow, 'sealed' | 'id'>,
    words: { purpose: string; giver?: string },
  ): Promise<GrantView> {
    const id = context.newId()
    const key = await clientKeyOf(context, tx, row.client)
    const whole = { ...row, id, sealed: vault.seal(key, words, `grant:${id}`) }
    await tx.insertGrant(whole)
    return view(tx, whole)
  }

  return {
    grant: async (input) => {
      const { by, key, ...given } = parse(grantSchema, input)
      const {
        client,
        journey = null,
        organisation,
        team = null,
        user = null,
        caseRole,
        basis,
        section = null,
        consent,
      } = given
      const hash = requestHash(context, ['grant', given])
      return write(context, async (tx) => {
        const stored = (await storedAnswer(tx, { by, key }, hash)) as { id: string } | undefined
        if (stored) return view(tx, await requireGrant(tx, stored.id))
        const at = now()
        const until = given.until === undefined ? null : endOf(given.until)
        if (until !== null && until <= at) throw wrongField(['until'], 'is over already')
        await requireReceiver(tx, { organisation, team, user })
        const owner = await tx.client(client)
        if (!owner) throw new PolkuProblem('not-found', `There is no client "${client}".`)
        await requireLane(context, tx, { client, journey, organisation, caseRole, owner: owner.organisation })
        const granted = await insert(
          tx,
          {
            client,
            journey,
            kind: 'referral',
            organisation,
            team,
            user,
            caseRole,
            basis,
            section,
            items: consent?.items ?? null,
            from: at,
            until,
            withdrawnAt: null,
            withdrawnBy: null,
            grantedAt: at,
            grantedBy: by.user,
          },
          { purpose: given.purpose, ...(consent && { giver: consent.giver }) },
        )
        if (key !== undefined) {
          const answer = JSON.stringify({ id: granted.id })
          await tx.saveAnswer({ caller: by.user, key, bodyHash: hash, answer, createdAt: at })
        }
        return granted
      })
    },
    breakGlass: async (client, input) => {
      const { by, reason } = parse(breakGlassSchema, input)
      return write(context, async (tx) => {
        const [person, owned] = [await tx.user(by.user), await tx.client(client)]
        if (!owned || person?.organisation !== owned.organisation) {
          throw new PolkuProblem('not-found', `There is no client "${client}".`)
        }
        const at = now()
        const row = {
          client,
          journey: null,
          kind: 'breakGlass' as const,
          organisation: person.organisation,
          team: null,
          user: by.user,
          caseRole: null,
          basis: 'statute' as const,
          section: null,
          items: null,
          from: at,
          until: at + brokenFor,
          withdrawnAt: null,
          withdrawnBy: null,
          grantedAt: at,
          grantedBy: by.user,
        }
        return insert(tx, row, { purpose: reason })
      })
    },
    withdraw: (id, { by }) =>
      write(context, async (tx) => {
        await requireGrant(tx, id)
        await tx.withdrawGrant(id, by.user, now())
        return view(tx, await requireGrant(tx, id))
      }),
    get: (id) => store.read(async (tx) => view(tx, await requireGrant(tx, id))),
    list: (client) =>
      store.read(async (tx) => {
        const views: GrantView[] = []
        for (const row of await tx.grantsOf(client)) views.push(await view(tx, row))
        return views
      }),
  }
}

async function requireGrant(tx: ReadTx, id: string): Promise<GrantRow> {
  const row = await tx.grant(id)
  if (!row) throw new PolkuProblem('not-found', `There is no grant "${id}".`)
  return row
}

async function requireReceiver(
  tx: ReadTx,
  { organisation, team, user }: Pick<GrantRow, 'organisation' | 'team' | 'user'>,
): Promise<void> {
  if (!(await tx.organisation(organisation))) throw wrongField(['organisation'], 'is not known')
  if (team !== null && (await tx.team(team))?.organisation !== organisation) {
    throw wrongField(['team'], 'is not a team of the organisation')
  }
  if (user !== null && (await tx.user(user))?.organisation !== organisation) {
    throw wrongField(['user'], 'is not of the organisation')
  }
}

/**
 * A case role is filled from outside the owner organisation only where the pathway opens its lane to others; what declares
 * nothing is for the owner organisation alone.
 */
async function requireLane(
  context: Context,
  tx: ReadTx,
  asked: { client: string; journey: string | null; organisation: string; caseRole: string; owner: string },
): Promise<void> {
  const { client, journey, organisation, caseRole, owner } = asked
  const ids = journey === null ? await tx.activeJourneyIds(client) : [journey]
  let isOpen = false
  const known = new Set<string>()
  for (const id of ids) {
    const row = await tx.journey(id)
    if (row?.client !== client) throw new PolkuProblem('not-found', `There is no journey "${id}" of this client.`)
    const { document } = await pathwayOf(context, tx, row.pathway, row.version)
    for (const name of Object.keys(document.caseRoles ?? {})) known.add(name)
    if (own(document.caseRoles, caseRole)?.lane === 'provider') isOpen = true
  }
  if (!known.has(caseRole)) {
    const errors = [{ path: ['caseRole'], message: 'is not a case role of the journey’s pathway' }]
    throw new PolkuProblem('invalid-request', `"caseRole" ${errors[0]?.message}.`, { errors, accepted: [...known] })
  }
  if (organisation === owner || isOpen) return
  throw new PolkuProblem(
    'lane-closed',
    `The pathway keeps the case role "${caseRole}" for the organisation that has the client.`,
  )
}

/** The end of a local day is the start of the next. Epoch milliseconds. */
const endOf = (day: string): number => startOfDayNumber(dayOf(day) + 1, 'Europe/Helsinki')
