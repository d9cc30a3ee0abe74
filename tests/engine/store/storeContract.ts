import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../engine/store/store.ts'
import { describeCounts } from './countsContract.ts'
import { expectConflict } from './expectConflict.ts'
import {
  answerRow,
  clientRow,
  factRow,
  journalRow,
  journeyRow,
  plantJourney,
  taskRow,
  timerRow,
  versionRow,
} from './rows.ts'
import { describeStoredClients } from './storedClientsContract.ts'
import { describeStoredMessages } from './storedMessagesContract.ts'
import { describeStoredPathways } from './storedPathwaysContract.ts'
import { describeStoredWork } from './storedWorkContract.ts'

/** What every `Store` promises. `open` gives a new, empty one, which the suite closes. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
      return () => store.close()
    })

    describeStoredPathways(() => store)
    describeStoredClients(() => store)

    describe('journeys', () => {
      it('keeps a journey and changes it only from the expected revision', async () => {
        await store.write((tx) => plantJourney(tx))
        expect(await store.read((tx) => tx.journey('journey-1'))).toEqual(journeyRow())
        const stepped = journeyRow({ revision: 2, state: '{"value":"kuntoutus"}', changedAt: 3_000 })
        await store.write((tx) => tx.updateJourney(stepped, 1))
        await expectConflict(
          store.write((tx) => tx.updateJourney(journeyRow({ revision: 2 }), 1)),
          'revision',
        )
        await expectConflict(
          store.write((tx) => tx.updateJourney(journeyRow({ id: 'nobody' }), 1)),
          'revision',
        )
        expect(await store.read((tx) => tx.journey('journey-1'))).toEqual(stepped)
      })

      it('changes every column that may change', async () => {
        await store.write(async (tx) => {
          await plantJourney(tx)
          await tx.insertVersion(versionRow({ version: 2 }))
        })
        const ended = journeyRow({
          version: 2,
          status: 'ended',
          revision: 2,
          state: '{}',
          responsibleUser: 'eero',
          responsibleTeam: 'west',
          endedAt: 4_000,
          changedAt: 4_000,
        })
        await store.write((tx) => tx.updateJourney(ended, 1))
        expect(await store.read((tx) => tx.journey('journey-1'))).toEqual(ended)
        const back = { ...ended, responsibleTeam: null, revision: 3 }
        await store.write((tx) => tx.updateJourney(back, 2))
        expect(await store.read((tx) => tx.journey('journey-1'))).toEqual(back)
      })

      it('lets one of two writers that read the same revision through', async () => {
        await store.write((tx) => plantJourney(tx))
        const step = (state: string) =>
          store.write((tx) => tx.updateJourney(journeyRow({ revision: 2, state }), 1)).then(() => state)
        const [first, second] = await Promise.allSettled([step('first'), step('second')])
        expect(first.status).toBe('fulfilled')
        expect(second).toMatchObject({ status: 'rejected', reason: { what: 'revision' } })
        expect(await store.read((tx) => tx.journey('journey-1'))).toMatchObject({ state: 'first' })
      })

      it('knows when any of a client’s journeys was last changed', async () => {
        const last = (client: string) => store.read((tx) => tx.lastChangeOf(client))
        await store.write(async (tx) => {
          await plantJourney(tx, { id: 'early', changedAt: 3_000 })
          await plantJourney(tx, { id: 'late', changedAt: 9_000, status: 'ended' })
        })
        expect([await last('client-1'), await last('nobody')]).toEqual([9_000, 0])
      })

      it('lists journeys by any filter, in pages', async () => {
        await store.write(async (tx) => {
          await plantJourney(tx, { id: 'c', client: 'client-2' })
          await plantJourney(tx, { id: 'a' })
          await plantJourney(tx, { id: 'b', pathway: 'arvio', responsibleUser: 'eero' })
          await plantJourney(tx, { id: 'd', status: 'ended', endedAt: 9_000 })
        })
        const ids = (filter: Parameters<Parameters<Parameters<Store['read']>[0]>[0]['journeys']>[0]) =>
          store.read(async (tx) => (await tx.journeys(filter)).map((row) => row.id))
        expect(await ids({})).toEqual(['a', 'b', 'c', 'd'])
        expect(await ids({ client: 'client-1' })).toEqual(['a', 'b', 'd'])
        expect(await ids({ client: 'client-1', status: 'active' })).toEqual(['a', 'b'])
        expect(await ids({ pathway: 'suunto' })).toEqual(['a', 'c', 'd'])
        expect(await ids({ status: 'ended' })).toEqual(['d'])
        expect(await ids({ responsible: 'eero' })).toEqual(['b'])
        expect(await ids({ limit: 2 })).toEqual(['a', 'b'])
        expect(await ids({ limit: 2, after: 'b' })).toEqual(['c', 'd'])
        expect(await ids({ limit: 0 })).toEqual([])
        expect(await store.read((tx) => tx.activeJourneyIds('client-1'))).toEqual(['a', 'b'])
        expect(await store.read((tx) => tx.activeJourneyIds('client-9'))).toEqual([])
      })

      it('reads the journal in order, a page at a time', async () => {
        const rows = [1, 2, 3, 4].map((seq) =>
          journalRow({ seq, byRule: seq === 2, sealed: seq === 3 ? Buffer.from('reason') : null }),
        )
        await store.write(async (tx) => {
          await plantJourney(tx)
          for (const row of rows) await tx.appendJournal(row)
        })
        await store.read(async (tx) => {
          expect(await tx.journal('journey-1')).toEqual(rows)
          expect(await tx.journal('journey-1', { from: 3 })).toEqual(rows.slice(2))
          expect(await tx.journal('journey-1', { from: 2, limit: 2 })).toEqual(rows.slice(1, 3))
          expect(await tx.journal('journey-2')).toEqual([])
        })
      })

      it('has one journal entry for each number', async () => {
        await store.write(async (tx) => {
          await plantJourney(tx)
          await tx.appendJournal(journalRow())
        })
        await expect(store.write((tx) => tx.appendJournal(journalRow({ type: 'other' })))).rejects.toThrow()
        expect(await store.read((tx) => tx.journal('journey-1'))).toEqual([journalRow()])
      })

      it('keeps nothing that belongs to no journey', async () => {
        await expect(store.write((tx) => tx.appendJournal(journalRow()))).rejects.toThrow()
        await expect(store.write((tx) => tx.insertTimer(timerRow()))).rejects.toThrow()
        await expect(store.write((tx) => tx.insertTask(taskRow()))).rejects.toThrow()
        await expect(store.write((tx) => tx.insertJourney(journeyRow()))).rejects.toThrow()
      })
    })

    describeStoredWork(() => store)
    describeStoredMessages(() => store)
    describeCounts(() => store)

    describe('transactions', () => {
      it('keeps all of a work or nothing', async () => {
        const failure = new Error('half way')
        const work = store.write(async (tx) => {
          await plantJourney(tx)
          await tx.appendJournal(journalRow())
          throw failure
        })
        await expect(work).rejects.toBe(failure)
        await store.read(async (tx) => {
          expect(await tx.client('client-1')).toBeUndefined()
          expect(await tx.versionsFrom('1970-01-01')).toEqual([])
        })
      })

      it('undoes the one that fails among ten that arrive together, and nobody else', async () => {
        const works = Array.from({ length: 10 }, (_, index) =>
          store.write(async (tx) => {
            await tx.insertClient(clientRow({ id: `client-${index}` }))
            await tx.insertFact(factRow({ id: `fact-${index}`, client: `client-${index}` }))
            if (index === 4) throw new Error('the fifth')
            return index
          }),
        )
        const outcomes = await Promise.allSettled(works)
        expect(outcomes.map((outcome) => outcome.status === 'fulfilled' && outcome.value)).toEqual([
          ...[0, 1, 2, 3, false, 5, 6, 7, 8, 9],
        ])
        expect(outcomes[4]).toMatchObject({ reason: { message: 'the fifth' } })
        const ids = await store.read(async (tx) => (await tx.clients({})).map((row) => row.id))
        expect(ids).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 9].map((index) => `client-${index}`))
        expect(await store.read((tx) => tx.factHistory('client-4'))).toEqual([])
      })

      it('never runs two works at once', async () => {
        const seen: string[] = []
        const work = (name: string) =>
          store.write(async (tx) => {
            seen.push(`${name} begins`)
            await tx.insertClient(clientRow({ id: name }))
            await tx.client(name)
            seen.push(`${name} ends`)
          })
        await Promise.all([work('a'), work('b'), work('c')])
        expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
      })

      it('lets a work see what it and earlier ones have written', async () => {
        const counts = await Promise.all(
          [1, 2, 3].map((index) =>
            store.write(async (tx) => {
              await tx.insertClient(clientRow({ id: `client-${index}` }))
              return (await tx.clients({})).length
            }),
          ),
        )
        expect(counts).toEqual([1, 2, 3])
      })

      it('reads nothing that has not been committed', async () => {
        const seen: number[] = []
        const write = store.write(async (tx) => {
          await tx.insertClient(clientRow())
          seen.push((await tx.clients({})).length)
          throw new Error('undone')
        })
        const read = store.read(async (tx) => (await tx.clients({})).length)
        await expect(write).rejects.toThrow('undone')
        expect(seen).not.toContain(0)
        expect(await read).toBe(0)
      })

      it('answers what was asked before it closes, and nothing after', async () => {
        const other = await open()
        const write = other.write((tx) => tx.insertClient(clientRow()).then(() => 'written'))
        const read = other.read((tx) => tx.figures())
        await other.close()
        expect(await write).toBe('written')
        expect(await read).toMatchObject({ dead: 0 })
        await expect(other.write((tx) => tx.figures())).rejects.toThrow('closed')
        await expect(other.read((tx) => tx.figures())).rejects.toThrow('closed')
      })
    })

    it('counts what there is', async () => {
      await store.write(async (tx) => {
        await plantJourney(tx)
        await plantJourney(tx, { id: 'journey-2', status: 'ended' })
        await tx.insertTimer(timerRow())
        await tx.insertTimer(timerRow({ id: 2 }))
        await tx.timerFailed({ journey: 'journey-1', id: 2, arming: 1 }, { attempts: 5, notBefore: null, error: 'no' })
        await tx.insertTask(taskRow())
        await tx.insertTask(taskRow({ id: 2, status: 'completed' }))
        await tx.saveAnswer(answerRow())
      })
      expect(await store.read((tx) => tx.figures())).toEqual({
        clients: 1,
        activeJourneys: 1,
        armedTimers: 2,
        openTasks: 1,
        undelivered: 0,
        dead: 1,
      })
    })
  })
}
