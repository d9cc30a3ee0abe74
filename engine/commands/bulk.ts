import type { Contacts } from './contacts.ts'
import type { Context } from './context.ts'
import { eachRow, type PlannedRow, planRows, type RowAnswer } from './eachRow.ts'
import type { Journeys } from './journeys.ts'
import { parse } from './parse.ts'
import type { Actor } from './schemas.ts'
import type { Tasks } from './tasks.ts'
import { type BulkInput, bulkSchema } from './workSchemas.ts'

/** The commands that a bulk is made of. */
interface Commands {
  journeys: Pick<Journeys, 'handOver' | 'get'>
  tasks: Pick<Tasks, 'delegate' | 'postpone' | 'complete'>
  contacts: Pick<Contacts, 'record'>
}

/** The same done to many lines of a worklist. */
export interface Bulk {
  /**
   * Delegates, postpones or completes tasks, hands over journeys, or leaves reminders: each row a command of its own,
   * which answers for itself. Under a key everything is done once, as a whole and row by row.
   * @param organisation of who does it, for notes
   * @throws PolkuProblem `invalid-request`, `key-reused`
   */
  run(input: BulkInput, organisation: string): Promise<{ rows: RowAnswer[] }>
}

export function bulkCommands(context: Context, commands: Commands): Bulk {
  return {
    async run(input, organisation) {
      const { by, key, dryRun, ...given } = parse(bulkSchema, input)
      const { action, rows, reason } = given
      const isOfTask = action.do === 'delegate' || action.do === 'postpone' || action.do === 'complete'
      const planned = await planRows(context, { by, key, dryRun }, ['bulk', given, organisation], async () =>
        rows.map(({ journey, task = null }): PlannedRow => {
          if (!isOfTask || task !== null) return { journey, task }
          return {
            journey,
            task,
            refused: { code: 'wrong-kind', detail: `To ${action.do}, the row must name a task.` },
          }
        }),
      )
      const asked = { by, reason, dryRun }
      const answers = await eachRow(context, planned, { key, dryRun }, async ({ journey, task }, rowKey) => {
        const command = { ...asked, key: rowKey }
        const id = task ?? ''
        switch (action.do) {
          case 'delegate':
            return revisionOf(commands.tasks.delegate(id, { ...command, to: action.to }))
          case 'postpone':
            return revisionOf(commands.tasks.postpone(id, { ...command, dueDate: action.dueDate }))
          case 'complete':
            return revisionOf(commands.tasks.complete(id, command))
          case 'handOver':
            return revisionOf(commands.journeys.handOver(journey, { ...command, to: action.to }))
          case 'remind':
            return remind(commands, { journey, task, by, key: rowKey, dryRun, ...action }, organisation)
        }
      })
      return { rows: answers }
    },
  }
}

async function revisionOf(answer: Promise<{ journey: { revision: number } }>): Promise<number> {
  return (await answer).journey.revision
}

interface Reminder {
  journey: string
  task: string | null
  by: Actor
  key: string | undefined
  dryRun: boolean | undefined
  text: string
  dueDate?: string
}

/** A note on the journey; with a due date also a task for whoever has the row's task, else for who answers for the journey. */
async function remind(
  { journeys, contacts }: Commands,
  { journey, task, by, key, dryRun, text, dueDate }: Reminder,
  organisation: string,
): Promise<number | null> {
  const { client, responsible, tasks } = await journeys.get(journey)
  const assignee = tasks.find(({ id }) => id === task)?.assignee ?? responsible.user
  const agreedNext = dueDate === undefined ? undefined : { title: text, dueDate, assignee }
  const note = { by, key, dryRun, journey, kind: 'note', text, agreedNext } as const
  return (await contacts.record(client, note, organisation)).revision
}
