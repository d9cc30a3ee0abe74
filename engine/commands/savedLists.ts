import type { ReadTx } from '../store/store.ts'
import type { SavedListRow } from '../store/workRows.ts'
import type { Context } from './context.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { requestHash, storedAnswer } from './runCommand.ts'
import { write } from './transact.ts'
import { iso } from './view.ts'
import {
  type RemoveSavedListInput,
  removeSavedListSchema,
  type SavedListContent,
  type SavedListInput,
  savedListSchema,
} from './workSchemas.ts'

/** A worklist with filters and an order, under a name. */
export interface SavedListView extends SavedListContent {
  id: string
  owner: string
  savedAt: string
}

/** Whose lists may be seen: one's own, and those shared with one's teams and organisation. */
export interface ListViewer {
  user: string
  teams: readonly string[]
  organisation: string
}

/** Named lists, one's own and shared ones. */
export interface SavedLists {
  /** By name. */
  list(viewer: ListViewer): Promise<SavedListView[]>
  /** @throws PolkuProblem `not-found`, also for one that is not shared with the viewer */
  get(id: string, viewer: ListViewer): Promise<SavedListView>
  create(input: SavedListInput): Promise<SavedListView>
  /** Puts all of it in place of what it was. @throws PolkuProblem `not-found`, `not-allowed` for anybody but its owner */
  save(id: string, input: SavedListInput, viewer: ListViewer): Promise<SavedListView>
  /** @throws PolkuProblem `not-found`, `not-allowed` for anybody but its owner */
  remove(id: string, input: RemoveSavedListInput, viewer: ListViewer): Promise<SavedListView>
}

export function savedListCommands(context: Context): SavedLists {
  const { store, newId, clock } = context
  const rowOf = (id: string, owner: string, { name, sharedWith, ...rest }: SavedListContent): SavedListRow => ({
    id,
    owner,
    name,
    content: JSON.stringify(rest),
    sharedKind: sharedWith?.kind ?? null,
    sharedWith: sharedWith?.id ?? null,
    savedAt: clock.now().getTime(),
  })
  return {
    list: (viewer) =>
      store.read(async (tx) => (await tx.savedLists({ ...viewer, teams: [...viewer.teams] })).map(viewOf)),

    get: (id, viewer) => store.read(async (tx) => viewOf(await visible(tx, id, viewer))),

    async create(input) {
      const { by, key, ...content } = parse(savedListSchema, input)
      const hash = requestHash(context, ['createSavedList', content])
      return write(context, async (tx) => {
        const stored = (await storedAnswer(tx, { by, key }, hash)) as { id: string } | undefined
        const known = stored && (await tx.savedList(stored.id))
        if (known) return viewOf(known)
        const row = rowOf(newId(), by.user, content)
        await tx.insertSavedList(row)
        if (key !== undefined) {
          const answer = JSON.stringify({ id: row.id })
          await tx.saveAnswer({ caller: by.user, key, bodyHash: hash, answer, createdAt: row.savedAt })
        }
        return viewOf(row)
      })
    },

    async save(id, input, viewer) {
      const { by, key: _key, ...content } = parse(savedListSchema, input)
      return write(context, async (tx) => {
        const { owner } = await owned(tx, id, by.user, viewer)
        const row = rowOf(id, owner, content)
        await tx.updateSavedList(row)
        return viewOf(row)
      })
    },

    async remove(id, input, viewer) {
      const { by } = parse(removeSavedListSchema, input)
      return write(context, async (tx) => {
        const row = await owned(tx, id, by.user, viewer)
        await tx.deleteSavedList(id)
        return viewOf(row)
      })
    },
  }
}

async function visible(tx: ReadTx, id: string, { user, teams, organisation }: ListViewer): Promise<SavedListRow> {
  const row = await tx.savedList(id)
  const isShared =
    row?.sharedKind === 'team'
      ? row.sharedWith !== null && teams.includes(row.sharedWith)
      : row?.sharedKind === 'organisation' && row.sharedWith === organisation
  if (row && (row.owner === user || isShared)) return row
  throw new PolkuProblem('not-found', `There is no saved list "${id}".`)
}

async function owned(tx: ReadTx, id: string, user: string, viewer: ListViewer): Promise<SavedListRow> {
  const row = await visible(tx, id, viewer)
  if (row.owner === user) return row
  throw new PolkuProblem('not-allowed', `The list is ${row.owner}'s: only its owner changes it. Save one of your own.`)
}

function viewOf({ id, owner, name, content, sharedKind, sharedWith, savedAt }: SavedListRow): SavedListView {
  return {
    id,
    owner,
    name,
    ...(JSON.parse(content) as Pick<SavedListContent, 'list' | 'filters' | 'sort'>),
    sharedWith: sharedKind === null || sharedWith === null ? null : { kind: sharedKind, id: sharedWith },
    savedAt: iso(savedAt),
  }
}
