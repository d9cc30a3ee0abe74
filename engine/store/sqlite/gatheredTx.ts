import type { ClientRow, FactRow } from '../clientRows.ts'
import type { NotificationRow } from '../notificationRows.ts'
import type { OutboxMessage } from '../outboxRows.ts'
import type { AnswerRow, JournalRow, JourneyRow, MasterKeysRow, ReadTx, TimerRow, Turns, WriteTx } from '../store.ts'
import type { SharedTx } from './groupCommit.ts'
import type { outboxWrites } from './outboxRows.ts'
import type { Connection, Written } from './statements.ts'

/** How many journeys, how many clients, and the facts of how many, are remembered. */
const MOST_ROWS = 5_000

/** The methods of a transaction that write. */
export type Writes = Omit<WriteTx, keyof ReadTx>

/** Them as the adapter has them; only a row that is written has an id. */
export type WrittenRows = Omit<Written<Writes>, 'appendOutbox' | 'insertNotification'> &
  Pick<ReturnType<typeof outboxWrites>, 'appendOutbox'> & {
    /** @param carrier the message that carries it outside */
    insertNotification(row: NotificationRow, carrier: number | null): void
  }

/** What the rows written so far have left: turns for workers, and the steps that were journalled. */
export interface Left extends Pick<Turns, 'timers' | 'messages'> {
  steps: Pick<JournalRow, 'type' | 'byRule'>[]
}

/**
 * A transaction whose writes are gathered and run together, and which remembers the rows that every step reads again:
 * a journey, its client and the client's facts, sealed. Neither changes what a work sees.
 *
 * Rows written in one go cost half of what they cost between other work, which drives SQLite's pages out of the
 * processor's caches. Reads come after the writes they could see: what is not answered from memory first lets them run.
 *
 * Remembered rows are true as long as nobody but this connection writes. That holds within a write transaction, and from
 * one to the next while SQLite's `data_version`, which counts the commits of others, stays. What this connection writes
 * is kept abreast; whatever is undone makes everything forgotten.
 *
 * It also keeps which turns of timers and messages the written rows have left, for whoever wakes the workers, and which
 * steps they are, for whoever counts.
 */
export function gatherWrites(db: Connection, reads: ReadTx, writes: WrittenRows): SharedTx<WriteTx, Left> {
  const version = db.prepare<[], number>('PRAGMA data_version').pluck()
  const journeys = new Map<string, JourneyRow>()
  const clients = new Map<string, ClientRow>()
  const facts = new Map<string, readonly FactRow[]>()
  const answers = new Map<string, AnswerRow>()
  let masterKeys: { row: MasterKeysRow | undefined } | undefined
  let seenVersion = version.get()
  let gathered: (() => void)[] = []
  let hasFacts = false
  let left: Left = nothingLeft()
  let leftAtMark = sizeOf(left)
  let marked = 0
  let hasWritten = false
  let broken: { error: unknown } | undefined

  function flush(): void {
    if (broken) throw broken.error
    if (gathered.length === 0) return
    const due = gathered
    // what earlier works asked for is not this one's writing
    if (gathered.length > marked) hasWritten = true
    marked = 0
    drop()
    // SQLite ends a transaction by itself when the disk is full or fails; rows written after it could not be undone
    if (!db.inTransaction) throw new Error('The transaction is over: nothing more can be written in it')
    try {
      for (const write of due) write()
    } catch (error) {
      broken = { error }
      throw error
    }
  }

  function drop(): void {
    gathered = []
    answers.clear()
    hasFacts = false
  }

  function forget(): void {
    drop()
    journeys.clear()
    clients.clear()
    masterKeys = undefined
    facts.clear()
    left.timers.length = leftAtMark.timers
    left.messages.length = leftAtMark.messages
    left.steps.length = leftAtMark.steps
    broken = undefined
  }

  const armed = (write: (row: TimerRow) => void) =>
    gather((row: TimerRow) => {
      write(row)
      const { journey, id, arming, dueAt } = row
      left.timers.push({ journey, id, arming, attempts: 0, at: dueAt })
    })

  const appended = (message: OutboxMessage): number => {
    const id = writes.appendOutbox(message)
    left.messages.push({ id, attempts: 0, at: 0 })
    return id
  }

  /** What was kept first goes first; a row that is still to be written must not be looked for on the disk. */
  function remember<T>(rows: Map<string, T>, key: string, row: T): void {
    if (rows.size >= MOST_ROWS) {
      flush()
      rows.delete(rows.keys().next().value ?? '')
    }
    rows.set(key, row)
  }

  const written = Promise.resolve()
  const gather = <A extends unknown[]>(write: (...values: A) => void) => {
    return (...values: A): Promise<void> => {
      gathered.push(() => write(...values))
      return written
    }
  }
  const afterWrites = <A extends unknown[], T>(read: (...values: A) => Promise<T>) => {
    return async (...values: A): Promise<T> => {
      flush()
      return read(...values)
    }
  }
  const asked = mapMethods(writes as unknown as Methods<void>, gather) as unknown as Writes
  const answered = mapMethods(reads as unknown as Methods<Promise<unknown>>, afterWrites) as unknown as ReadTx

  const tx: WriteTx = {
    ...answered,
    ...asked,
    async journey(id) {
      const known = journeys.get(id)
      if (known) return known
      const row = await reads.journey(id)
      if (row) remember(journeys, id, row)
      return row
    },
    async client(id) {
      const known = clients.get(id)
      if (known) return known
      const row = await reads.client(id)
      if (row) remember(clients, id, row)
      return row
    },
    async currentFacts(client) {
      const known = facts.get(client)
      if (known) return known
      if (hasFacts) flush()
      const rows = await reads.currentFacts(client)
      remember(facts, client, rows)
      return rows
    },
    async masterKeys() {
      masterKeys ??= { row: await reads.masterKeys() }
      return masterKeys.row
    },
    saveMasterKeys(row) {
      masterKeys = { row }
      return asked.saveMasterKeys(row)
    },
    async answer(caller, key) {
      return answers.get(answerId(caller, key)) ?? reads.answer(caller, key)
    },
    insertClient(row) {
      remember(clients, row.id, row)
      return asked.insertClient(row)
    },
    updateClient(row, expectedRevision) {
      clients.delete(row.id)
      remember(clients, row.id, row)
      return asked.updateClient(row, expectedRevision)
    },
    erasePerson(client) {
      clients.delete(client)
      facts.delete(client)
      return asked.erasePerson(client).then(flush)
    },
    insertFact(row) {
      facts.delete(row.client)
      hasFacts = true
      return asked.insertFact(row)
    },
    insertJourney(row) {
      remember(journeys, row.id, row)
      return asked.insertJourney(row)
    },
    updateJourney(row, expectedRevision) {
      journeys.delete(row.id)
      remember(journeys, row.id, row)
      return asked.updateJourney(row, expectedRevision)
    },
    appendJournal: gather((row) => {
      writes.appendJournal(row)
      left.steps.push({ type: row.type, byRule: row.byRule })
    }),
    insertTimer: armed(writes.insertTimer),
    updateTimer: armed(writes.updateTimer),
    timerFailed: gather((timer, failure) => {
      writes.timerFailed(timer, failure)
      const { attempts, notBefore } = failure
      const { journey, id, arming } = timer
      if (notBefore !== null) left.timers.push({ journey, id, arming, attempts, at: notBefore })
    }),
    reviveTimer: gather((turn) => {
      writes.reviveTimer(turn)
      left.timers.push(turn)
    }),
    appendOutbox: gather((message) => void appended(message)),
    insertNotification: gather((row, carrier) => writes.insertNotification(row, carrier ? appended(carrier) : null)),
    deliveryFailed: gather((attempt, notBefore) => {
      writes.deliveryFailed(attempt, notBefore)
      if (notBefore !== null) left.messages.push({ id: attempt.message, attempts: attempt.attempt, at: notBefore })
    }),
    reviveMessage: gather((turn) => {
      writes.reviveMessage(turn)
      left.messages.push(turn)
    }),
    saveAnswer(row) {
      answers.set(answerId(row.caller, row.key), row)
      return asked.saveAnswer(row)
    },
  }

  return {
    tx,
    flush,
    forget,
    begin() {
      left = nothingLeft()
      leftAtMark = sizeOf(left)
      const now = version.get()
      const isMoved = now !== seenVersion
      if (isMoved) forget()
      seenVersion = now
      return isMoved
    },
    mark() {
      marked = gathered.length
      hasWritten = false
      leftAtMark = sizeOf(left)
    },
    committed: () => left,
    undo() {
      if (hasWritten || broken) return false
      if (gathered.length === marked) return true
      gathered.length = marked
      flush()
      // what earlier works have left stays
      leftAtMark = sizeOf(left)
      forget()
      return true
    },
  }
}

const nothingLeft = (): Left => ({ timers: [], messages: [], steps: [] })

const sizeOf = ({ timers, messages, steps }: Left) => ({
  timers: timers.length,
  messages: messages.length,
  steps: steps.length,
})

type Methods<R> = Record<string, (...values: never[]) => R>

function mapMethods<R, S>(
  methods: Methods<R>,
  map: (method: (...values: never[]) => R) => (...values: never[]) => S,
): Methods<S> {
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, map(method)]))
}

const answerId = (caller: string, key: string): string => `${caller.length} ${caller}${key}`
