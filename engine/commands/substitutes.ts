import type { SubstituteRow } from '../store/workRows.ts'
import type { Context } from './context.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { requestHash, storedAnswer } from './runCommand.ts'
import { userSchema } from './schemas.ts'
import { todayOf } from './today.ts'
import { read, write } from './transact.ts'
import { iso } from './view.ts'
import {
  type RemoveSubstituteInput,
  removeSubstituteSchema,
  type SubstituteInput,
  substituteSchema,
} from './workSchemas.ts'

/** Who stands in for whom. Dates are local, both included. */
export interface SubstituteView {
  id: string
  user: string
  substitute: string
  from: string
  until: string
  createdAt: string
  createdBy: string
}

export interface SubstituteQuery {
  user?: string
  substitute?: string
  /** those that hold on this local date */
  on?: string
}

/** Substitutes: who sees to a person's work while they are away. A journey's responsible person stays who they are. */
export interface Substitutes {
  /** Names one; there may be several at a time. @throws PolkuProblem `invalid-request`, `key-reused` */
  add(user: string, input: SubstituteInput): Promise<SubstituteView>
  /** By user, the earliest first. */
  list(query?: SubstituteQuery): Promise<SubstituteView[]>
  /** Those that hold today. */
  today(query?: Omit<SubstituteQuery, 'on'>): Promise<SubstituteView[]>
  /** @throws PolkuProblem `not-found` */
  remove(id: string, input: RemoveSubstituteInput): Promise<SubstituteView>
}

export function substituteCommands(context: Context): Substitutes {
  const list = (query: SubstituteQuery) => read(context, async (tx) => (await tx.substitutes(query)).map(view))
  return {
    async add(user, input) {
      const { by, key, substitute, from, until } = parse(substituteSchema, input)
      const absent = parse(userSchema, user)
      if (substitute === absent) {
        const message = 'nobody stands in for themselves'
        throw new PolkuProblem('invalid-request', `"substitute": ${message}.`, {
          errors: [{ path: ['substitute'], message }],
        })
      }
      const hash = requestHash(context, ['addSubstitute', absent, substitute, from, until])
      return write(context, async (tx) => {
        const stored = await storedAnswer(tx, { by, key }, hash)
        if (stored) return stored as SubstituteView
        const createdAt = context.clock.now().getTime()
        const row: SubstituteRow = {
          id: context.newId(),
          user: absent,
          substitute,
          fromDate: from,
          untilDate: until,
          createdAt,
          createdBy: by.user,
        }
        await tx.insertSubstitute(row)
        const answer = view(row)
        if (key !== undefined) {
          await tx.saveAnswer({ caller: by.user, key, bodyHash: hash, answer: JSON.stringify(answer), createdAt })
        }
        return answer
      })
    },

    list: (query = {}) => list(query),
    today: (query = {}) => list({ ...query, on: todayOf(context) }),

    async remove(id, input) {
      parse(removeSubstituteSchema, input)
      return write(context, async (tx) => {
        const row = await tx.substitute(id)
        if (!row) throw new PolkuProblem('not-found', `There is no substitute "${id}".`)
        await tx.deleteSubstitute(id)
        return view(row)
      })
    },
  }
}

const view = ({ id, user, substitute, fromDate, untilDate, createdAt, createdBy }: SubstituteRow): SubstituteView => ({
  id,
  user,
  substitute,
  from: fromDate,
  until: untilDate,
  createdAt: iso(createdAt),
  createdBy,
})
