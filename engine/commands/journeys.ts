import { canonicalJson } from '../journey/canonicalJson.ts'
import { explainNext, type Next } from '../journey/explain.ts'
import { exit, handOver, jump } from '../journey/leave.ts'
import { migrate } from '../journey/migrate.ts'
import { startAdHoc } from '../journey/modules.ts'
import { type JournalEntry, type PlacedEntry, ReplayMismatch, replay } from '../journey/replay.ts'
import { reverse } from '../journey/reverse.ts'
import { send } from '../journey/send.ts'
import type { JourneyState } from '../journey/state.ts'
import { resume, suspend } from '../journey/suspend.ts'
import type { Sight } from '../store/peopleRows.ts'
import type { JournalRow, ReadTx } from '../store/store.ts'
import { auditJourney } from './audit.ts'
import type { Audit } from './auditJournal.ts'
import { type Context, clientKeyOf, pathwayOf } from './context.ts'
import { dueTimers } from './dueTimers.ts'
import { type Loaded, loadJourney } from './loaded.ts'
import { parse } from './parse.ts'
import { runCommand } from './runCommand.ts'
import {
  type Actor,
  type ExitInput,
  exitSchema,
  type HandOverInput,
  handOverSchema,
  type JumpInput,
  jumpSchema,
  type MigrateInput,
  migrateSchema,
  type ResumeInput,
  type ReverseInput,
  resumeSchema,
  reverseSchema,
  type SendInput,
  type StartInput,
  type StartModuleInput,
  type SuspendInput,
  sendSchema,
  startModuleSchema,
  suspendSchema,
} from './schemas.ts'
import { startJourney, versionToRun } from './startJourney.ts'
import { read } from './transact.ts'
import { iso, type JourneyAnswer, type JourneyView, type TimerView, viewJourney, viewTimers } from './view.ts'

/** One line of a journey's history: the journal entry, and what people wrote with it. */
export interface HistoryEntry {
  seq: number
  type: JournalEntry['type']
  event?: string
  by: string
  byRule: boolean
  recordedAt: string
  occurredAt: string
  reason?: string
  data?: unknown
  entry: JournalEntry
}

/** Commands and questions about journeys. */
export interface Journeys {
  /** Begins a client's journey through the latest (or a named) version of a pathway. */
  start(input: StartInput): Promise<JourneyAnswer>
  /** Sends an event. @throws PolkuProblem `blocked`, `unknown`, `unhandled`, … with the reasons */
  send(id: string, input: SendInput): Promise<JourneyAnswer>
  /** Moves into an `enterable` state with a reason. */
  jump(id: string, input: JumpInput): Promise<JourneyAnswer>
  /** Ends the journey by a coded exit. */
  exit(id: string, input: ExitInput): Promise<JourneyAnswer>
  /** Gives the journey another responsible person. */
  handOver(id: string, input: HandOverInput): Promise<JourneyAnswer>
  /** Holds the journey: facts are accepted, transitions refused, until the suspension is ended. */
  suspend(id: string, input: SuspendInput): Promise<JourneyAnswer>
  /** Ends a suspension; with the last one, what stood still runs on. */
  resume(id: string, input: ResumeInput): Promise<JourneyAnswer>
  /** Starts a module: one that an active state declares, or any published pathway. */
  startModule(id: string, input: StartModuleInput): Promise<JourneyAnswer & { child: string }>
  /** Takes back the last command where nothing has followed it. */
  reverse(id: string, input: ReverseInput): Promise<JourneyAnswer>
  /**
   * Moves a running journey to another version of its pathway.
   * @throws PolkuProblem `no-place` where a state it is in is not there and `states` does not say where it goes
   */
  migrate(id: string, input: MigrateInput): Promise<JourneyAnswer>
  get(id: string): Promise<JourneyView>
  list(filter: {
    client?: string
    pathway?: string
    status?: 'active' | 'ended'
    responsible?: string
    limit?: number
    after?: string
    /** only those that are seen so */
    sight?: Sight
  }): Promise<JourneyView[]>
  /** Every event with what it would do now, and why not. */
  next(id: string, options?: { by?: Actor }): Promise<Next & { revision: number }>
  history(id: string, range?: { from?: number; limit?: number }): Promise<HistoryEntry[]>
  /** Armed timers, the next first. */
  timers(id: string): Promise<TimerView[]>
  /** Folds the journal. @throws Error when it does not equal the stored state byte for byte */
  replay(id: string): Promise<JourneyState>
  /**
   * Runs the past again with today's code and reports in what it differs; changes nothing. Case roles are not
   * journalled: whether the person was allowed to is passed over.
   */
  audit(id: string): Promise<Audit>
}

export function journeyCommands(context: Context): Journeys {
  const { store } = context
  return {
    start: (input) => startJourney(context, input),

    send: async (id, input) => {
      const asked = parse(sendSchema, input)
      const { event, override, data } = asked
      return runCommand(context, id, {
        type: 'send',
        asked,
        act: (step) => send({ ...step, event, override }),
        entry: { event, override },
        words: data === undefined ? undefined : { data },
      })
    },

    jump: async (id, input) => {
      const asked = parse(jumpSchema, input)
      return runCommand(context, id, {
        type: 'jump',
        asked,
        act: (step) => jump({ ...step, to: asked.to }),
        entry: { event: asked.to },
      })
    },

    exit: async (id, input) => {
      const asked = parse(exitSchema, input)
      return runCommand(context, id, {
        type: 'exit',
        asked,
        act: (step) => exit({ ...step, code: asked.code }),
        entry: { event: asked.code },
      })
    },

    handOver: async (id, input) => {
      const asked = parse(handOverSchema, input)
      return runCommand(context, id, { type: 'handOver', asked, act: (step) => handOver({ ...step, to: asked.to }) })
    },

    suspend: async (id, input) => {
      const asked = parse(suspendSchema, input)
      const { code = null, reviewDate } = asked
      return runCommand(context, id, { type: 'suspend', asked, act: (step) => suspend({ ...step, code, reviewDate }) })
    },

    resume: async (id, input) => {
      const asked = parse(resumeSchema, input)
      const { suspension } = asked
      return runCommand(context, id, { type: 'resume', asked, act: (step) => resume({ ...step, suspension }) })
    },

    startModule: (id, input) => startModuleCommand(context, id, input),

    reverse: async (id, input) => {
      const asked = parse(reverseSchema, input)
      return runCommand(context, id, {
        type: 'reverse',
        asked,
        act: async (step, { row: { revision } }, tx) =>
          reverse(
            { ...step, entry: asked.entry, revision },
            (await tx.journal(id)).map((one) => ({ ...placed(one), byRule: one.byRule })),
          ),
        entry: { reverses: asked.entry },
      })
    },

    migrate: async (id, input) => {
      const asked = parse(migrateSchema, input)
      const { version, from, states } = asked
      return runCommand(context, id, {
        type: 'migrate',
        asked,
        act: async (step, { row, state }, tx) => {
          const to = await pathwayOf(context, tx, row.pathway, version, state.inputs)
          return migrate({ ...step, to, version, from, states })
        },
        entry: { migration: { version, states } },
      })
    },

    get: (id) => read(context, async (tx) => viewJourney(await upToDate(context, tx, id))),

    list: (filter) =>
      read(context, async (tx) => {
        const rows = await tx.journeys({ ...filter, limit: filter.limit ?? 100 })
        const views: JourneyView[] = []
        for (const row of rows) views.push(viewJourney(await upToDate(context, tx, row.id)))
        return views
      }),

    next: (id, options) =>
      read(context, async (tx) => {
        const { pathway, state, facts, now, row } = await upToDate(context, tx, id)
        return {
          revision: row.revision,
          ...explainNext({ pathway, state, facts, now }, options?.by ?? { user: '', roles: [] }),
        }
      }),

    history: (id, range) => store.read((tx) => history(context, tx, id, range)),

    timers: (id) =>
      read(context, async (tx) => {
        const { pathway, state } = await upToDate(context, tx, id)
        return viewTimers(pathway, state)
      }),

    replay: (id) =>
      store.read(async (tx) => {
        const { row } = await loadJourney(context, tx, id)
        const state = replay((await tx.journal(id)).map(placed))
        if (canonicalJson(state) !== row.state) {
          throw new ReplayMismatch(`journey ${id}: its journal folds to another state than the stored one`)
        }
        return state
      }),

    audit: (id) => store.read((tx) => auditJourney(context, tx, id)),
  }
}

async function startModuleCommand(
  context: Context,
  id: string,
  input: StartModuleInput,
): Promise<JourneyAnswer & { child: string }> {
  const asked = parse(startModuleSchema, input)
  let child = ''
  const answer = await runCommand(context, id, {
    type: 'startModule',
    asked,
    act: async (step, _loaded, tx) => {
      const { pathway } = asked
      const pathwayVersion = pathway === undefined ? undefined : await versionToRun(context, tx, { pathway })
      const started = startAdHoc({ ...step, module: asked.module, pathwayVersion })
      if ('refused' in started) return started
      child = started.child
      return started.step
    },
    entry: { event: asked.module ?? asked.pathway },
  })
  return { ...answer, child: child || (answer.journey.children.at(-1)?.journey ?? '') }
}

/** A journey as it would be if its due timers had acted: what a reader sees is never behind the clock. */
async function upToDate(context: Context, tx: ReadTx, id: string): Promise<Loaded> {
  return dueTimers(await loadJourney(context, tx, id)).loaded
}

async function history(
  context: Context,
  tx: ReadTx,
  id: string,
  range?: { from?: number; limit?: number },
): Promise<HistoryEntry[]> {
  const { row } = await loadJourney(context, tx, id)
  const entries = await tx.journal(id, range)
  // of a client who has been erased there are no words left, and no key
  const key = entries.some(({ sealed }) => sealed !== null) ? await clientKeyOf(context, tx, row.client) : undefined
  return entries.map((one) => {
    const words =
      one.sealed && key
        ? (context.vault.open(key, one.sealed, `journal:${id}:${one.seq}`) as { reason?: string; data?: unknown })
        : {}
    const entry = JSON.parse(one.entry) as JournalEntry
    return {
      seq: one.seq,
      type: entry.type,
      event: entry.event,
      by: one.by,
      byRule: one.byRule,
      recordedAt: iso(one.recordedAt),
      occurredAt: iso(one.occurredAt),
      ...words,
      entry,
    }
  })
}

const placed = ({ seq, recordedAt, entry }: JournalRow): PlacedEntry => ({
  seq,
  recordedAt,
  entry: JSON.parse(entry) as JournalEntry,
})
