import { beforeEach, describe, expect, it } from 'vitest'
import { type Store, StoreConflict } from '../../../engine/store/store.ts'
import { describeCounts } from './countsContract.ts'
import {
  answerRow,
  clientRow,
  draftRow,
  factRow,
  journalRow,
  journeyRow,
  plantJourney,
  scenarioRow,
  taskRow,
  timerRow,
  versionRow,
} from './rows.ts'
import { describeStoredWork } from './storedWorkContract.ts'

/** What every `Store` promises. `open` gives a new, empty one, which the suite closes. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
      return () => store.close()
    })

    describe('pathways', () => {
      it('keeps published versions and finds the latest', async () => {
        const [first, second, tenth, other] = [
          versionRow(),
          versionRow({ version: 2 }),
          versionRow({ version: 10 }),
          versionRow({ pathway: 'arvio' }),
        ]
        await store.write(async (tx) => {
          for (const row of [tenth, first, other, second]) await tx.insertVersion(row)
        })
        await store.read(async (tx) => {
          expect(await tx.version('suunto', 2)).toEqual(second)
          expect(await tx.version('suunto', 3)).toBeUndefined()
          expect(await tx.latestVersion('suunto')).toEqual(tenth)
          expect(await tx.latestVersion('unknown')).toBeUndefined()
          expect(await tx.versionsFrom('1970-01-01')).toEqual([other, tenth])
          expect(await tx.versions('suunto')).toEqual([first, second, tenth])
        })
      })

      it('finds the version that is in use on a day, and those that will be', async () => {
        const [first, spring, hidden, autumn] = [
          versionRow({ startsOn: '2026-01-01' }),
          versionRow({ version: 2, startsOn: '2026-04-01' }),
          versionRow({ version: 3, startsOn: '2026-12-01' }),
          versionRow({ version: 4, startsOn: '2026-09-01', note: 'uusi', approver: 'johtaja', layout: '{"a":1}' }),
        ]
        await store.write(async (tx) => {
          for (const row of [first, spring, hidden, autumn]) await tx.insertVersion(row)
        })
        await store.read(async (tx) => {
          expect(await tx.versionOn('suunto', '2025-12-31')).toBeUndefined()
          expect(await tx.versionOn('suunto', '2026-01-01')).toEqual(first)
          expect(await tx.versionOn('suunto', '2026-04-01')).toEqual(spring)
          expect(await tx.versionOn('suunto', '2026-12-24')).toEqual(autumn)
          expect(await tx.latestVersion('suunto')).toEqual(autumn)
          // what was to start in December is overtaken by what was published later and starts earlier
          expect(await tx.versionsFrom('2025-12-31')).toEqual([first, spring, autumn])
          expect(await tx.versionsFrom('2026-04-01')).toEqual([spring, autumn])
          expect(await tx.versionsFrom('2026-12-24')).toEqual([autumn])
        })
      })

      it('keeps scenarios beside each other, each saved only from the revision it was read at', async () => {
        const [scenario, other] = [scenarioRow(), scenarioRow({ pathway: 'arvio' })]
        const saved = scenarioRow({ revision: 2, name: 'Toinen', content: '{"a":1}', savedAt: 2_000, savedBy: 'eero' })
        await store.write(async (tx) => {
          await tx.insertScenario(scenario)
          await tx.insertScenario(other)
        })
        await store.write((tx) => tx.updateScenario(saved))
        await expectConflict(
          store.write((tx) => tx.updateScenario(saved)),
          'scenario',
        )
        await expectConflict(
          store.write((tx) => tx.insertScenario(scenario)),
          'scenario',
        )
        await store.read(async (tx) => {
          expect(await tx.scenario('suunto', 'scenario-1')).toEqual(saved)
          expect(await tx.scenarios('arvio')).toEqual([other])
        })
        await store.write((tx) => tx.deleteScenario('suunto', 'scenario-1'))
        expect(await store.read((tx) => tx.scenario('suunto', 'scenario-1'))).toBeUndefined()
        expect(await store.read((tx) => tx.scenarios('arvio'))).toEqual([other])
      })

      it('never changes a published version', async () => {
        await store.write((tx) => tx.insertVersion(versionRow()))
        const again = store.write((tx) => tx.insertVersion(versionRow({ document: '{"other":true}' })))
        await expectConflict(again, 'version')
        expect(await store.read((tx) => tx.version('suunto', 1))).toEqual(versionRow())
      })

      it('saves a draft only from the revision it was read at', async () => {
        const draft = draftRow()
        const saved = draftRow({
          ...{ revision: 2, document: '{"a":1}', savedAt: 2_000, savedBy: 'eero' },
          ...{ layout: '{"positions":{"a":{"x":1,"y":2}},"collapsed":["a"]}', basedOn: 3 },
        })
        await store.write((tx) => tx.insertDraft(draft))
        await store.write((tx) => tx.updateDraft(saved))
        await expectConflict(
          store.write((tx) => tx.updateDraft(saved)),
          'draft',
        )
        await expectConflict(
          store.write((tx) => tx.insertDraft(draft)),
          'draft',
        )
        expect(await store.read((tx) => tx.draft('draft-1'))).toEqual(saved)
      })

      it('lists drafts, all or of one pathway, and deletes them', async () => {
        const [a, b] = [draftRow({ id: 'a' }), draftRow({ id: 'b', pathway: 'arvio' })]
        await store.write(async (tx) => {
          await tx.insertDraft(b)
          await tx.insertDraft(a)
        })
        expect(await store.read((tx) => tx.drafts())).toEqual([a, b])
        expect(await store.read((tx) => tx.drafts('arvio'))).toEqual([b])
        await store.write((tx) => tx.deleteDraft('b'))
        expect(await store.read((tx) => tx.drafts())).toEqual([a])
        expect(await store.read((tx) => tx.draft('b'))).toBeUndefined()
      })
    })

    describe('clients', () => {
      it('finds a client by id and by the hash of the identity code', async () => {
        const known = clientRow({ id: 'a', identityHash: 'hash-a' })
        const nameless = clientRow({ id: 'b' })
        const erased = clientRow({ id: 'c', wrappedKey: null })
        await store.write(async (tx) => {
          for (const row of [known, erased, nameless]) await tx.insertClient(row)
        })
        await store.read(async (tx) => {
          expect(await tx.client('a')).toEqual(known)
          expect(await tx.client('c')).toEqual(erased)
          expect(await tx.client('d')).toBeUndefined()
          expect(await tx.clientByIdentity('own', 'hash-a')).toEqual(known)
          expect(await tx.clientByIdentity('own', 'hash-b')).toBeUndefined()
          expect(await tx.clientByIdentity('other', 'hash-a')).toBeUndefined()
          expect(await tx.clients({})).toEqual([known, nameless])
          expect(await tx.clients({ organisation: 'other' })).toEqual([])
          expect(await tx.clients({ limit: 1, after: 'a' })).toEqual([nameless])
        })
      })

      it('changes a client at the revision that was read, and remembers no other', async () => {
        const first = clientRow({ id: 'a', identityHash: 'taken' })
        await store.write(async (tx) => {
          await tx.insertClient(first)
          await tx.insertClient(clientRow({ id: 'b' }))
        })
        const second = { ...first, revision: 2, sealed: Buffer.from('other'), changedBy: 'eino', changedAt: 2_000 }
        await store.write((tx) => tx.updateClient(second, 1))
        await expectConflict(
          store.write((tx) => tx.updateClient({ ...second, revision: 3 }, 1)),
          'revision',
        )
        await expectConflict(
          store.write((tx) => tx.updateClient(clientRow({ id: 'b', identityHash: 'taken', revision: 2 }), 1)),
          'identity',
        )
        expect(await store.write((tx) => tx.client('a'))).toEqual(second)
        expect(await store.read((tx) => tx.client('a'))).toEqual(second)
      })

      it('finds the clients of an organisation by what they are marked with, most marks first', async () => {
        const marked = { a: [1, 2], b: [1, 2, 3], elsewhere: [1, 2, 3] }
        await store.write(async (tx) => {
          for (const [id, marks] of Object.entries(marked)) {
            await tx.insertClient(clientRow({ id, organisation: id === 'elsewhere' ? 'other' : 'own' }))
            await tx.replaceMarks(id, marks)
          }
        })
        const found = (marks: number[], limit = 9) =>
          store.read(async (tx) => {
            const rows = await tx.clientsByMarks({ organisation: 'own', marks, limit })
            return rows.map(({ id }) => id)
          })
        expect(await found([1, 2, 3])).toEqual(['b', 'a'])
        expect(await found([1, 2, 3], 1)).toEqual(['b'])
        expect(await found([3])).toEqual(['b'])
        expect(await found([4])).toEqual([])
        await store.write((tx) => tx.replaceMarks('b', []))
        expect(await found([1, 2, 3])).toEqual(['a'])
      })

      it('takes each identity once in an organisation, and says no more than that it is taken', async () => {
        await store.write((tx) => tx.insertClient(clientRow({ id: 'a', identityHash: 'same' })))
        await store.write((tx) => tx.insertClient(clientRow({ id: 'c', organisation: 'other', identityHash: 'same' })))
        await expectConflict(
          store.write((tx) => tx.insertClient(clientRow({ id: 'b', identityHash: 'same' }))),
          'identity',
        )
        const sameId = store.write((tx) => tx.insertClient(clientRow({ id: 'a', identityHash: 'other' })))
        await expect(sameId).rejects.not.toBeInstanceOf(StoreConflict)
      })
    })

    describe('facts', () => {
      beforeEach(() => store.write((tx) => tx.insertClient(clientRow())))
      const current = () => store.read(async (tx) => (await tx.currentFacts('client-1')).map((row) => row.id))

      it('has one row a name hold: the one that holds from latest', async () => {
        await store.write((tx) => tx.insertFact(factRow({ id: 'b', holdsFrom: 200 })))
        await store.write((tx) => tx.insertFact(factRow({ id: 'other', name: 'hoursPerDay', holdsFrom: 1 })))
        expect(await current()).toEqual(['b', 'other'])
        await store.write((tx) => tx.insertFact(factRow({ id: 'a', holdsFrom: 100, recordedAt: 9_000 })))
        expect(await current()).toEqual(['b', 'other'])
        await store.write((tx) => tx.insertFact(factRow({ id: 'c', holdsFrom: 300, recordedAt: 1 })))
        expect(await current()).toEqual(['c', 'other'])
      })

      it('decides between rows that hold from the same time by recording, then by id', async () => {
        await store.write((tx) => tx.insertFact(factRow({ id: 'b', recordedAt: 2_000 })))
        await store.write((tx) => tx.insertFact(factRow({ id: 'a', recordedAt: 2_000 })))
        expect(await current()).toEqual(['b'])
        await store.write((tx) => tx.insertFact(factRow({ id: 'c', recordedAt: 2_000 })))
        expect(await current()).toEqual(['c'])
        await store.write((tx) => tx.insertFact(factRow({ id: '0', recordedAt: 2_001 })))
        expect(await current()).toEqual(['0'])
      })

      it('keeps every row, newest recording first', async () => {
        const rows = [
          factRow({ id: 'a', recordedAt: 3_000 }),
          factRow({ id: 'b', recordedAt: 1_000, name: 'hoursPerDay', class: 'health' }),
          factRow({ id: 'c', recordedAt: 2_000 }),
        ]
        await store.write(async (tx) => {
          for (const row of rows) await tx.insertFact(row)
        })
        await store.read(async (tx) => {
          expect(await tx.factHistory('client-1')).toEqual([rows[0], rows[2], rows[1]])
          expect(await tx.factHistory('client-1', 'daysPerWeek')).toEqual([rows[0], rows[2]])
          expect(await tx.factHistory('client-2')).toEqual([])
        })
      })

      it('tells who has recorded them, and for whom they work', async () => {
        await store.write(async (tx) => {
          const organisation = { id: 'own', name: 'Oma', kind: 'authority' as const, createdAt: 0 }
          await tx.insertOrganisation(organisation)
          const user = { id: 'mari', name: 'Mari', email: 'mari@example.org', organisation: 'own', active: true }
          const since = { createdAt: 0, updatedAt: 0, revision: 1 }
          await tx.insertUser({ ...user, ...since, systemRoles: ['counsellor'], seesProtected: false })
          await tx.insertFact(factRow({ id: 'a', recordedBy: 'mari', holdsFrom: 100 }))
          await tx.insertFact(factRow({ id: 'b', recordedBy: 'mari', holdsFrom: 200 }))
          await tx.insertFact(factRow({ id: 'c', recordedBy: 'nobody', holdsFrom: 300, class: 'health' }))
        })
        const { name, class: of } = factRow()
        const found = await store.read((tx) => tx.factAuthors('client-1'))
        expect(found).toHaveLength(2)
        expect(found).toContainEqual({ name, class: of, recordedBy: 'mari', organisation: 'own', isCurrent: false })
        expect(found).toContainEqual({
          name,
          class: 'health',
          recordedBy: 'nobody',
          organisation: null,
          isCurrent: true,
        })
        expect(await store.read((tx) => tx.factAuthors('client-2'))).toEqual([])
      })
    })

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

async function expectConflict(work: Promise<unknown>, what: StoreConflict['what']): Promise<void> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StoreConflict)
  expect(error).toMatchObject({ what })
}
