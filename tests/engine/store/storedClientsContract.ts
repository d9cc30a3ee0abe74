import { beforeEach, describe, expect, it } from 'vitest'
import { type Store, StoreConflict } from '../../../engine/store/store.ts'
import { expectConflict } from './expectConflict.ts'
import { clientRow, factRow } from './rows.ts'

/** The part of the `Store` contract about clients and what is known of them. */
export function describeStoredClients(theStore: () => Store): void {
  let store: Store
  beforeEach(() => {
    store = theStore()
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
}
