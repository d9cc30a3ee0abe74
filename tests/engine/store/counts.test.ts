import { expect, it, onTestFinished } from 'vitest'
import { openSqliteStore } from '../../../engine/store/sqlite/openSqliteStore.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { journeyRow, plantJourney } from './rows.ts'

async function openFile() {
  const store = await openSqliteStore({ file: temporaryFile(), synchronous: 'OFF' })
  onTestFinished(() => store.close())
  return store
}

it('counts every live journey once, also when they fill many pages', async () => {
  const store = await openFile()
  await store.write((tx) => plantJourney(tx))
  const count = 25_001
  for (let from = 1; from < count; from += 5_000) {
    await store.write(async (tx) => {
      for (let index = from; index < Math.min(from + 5_000, count); index += 1) {
        await tx.insertJourney(journeyRow({ id: `journey-${index}-${index % 7}`, state: `{"value":"s${index % 3}"}` }))
      }
    })
  }
  const { places } = await store.census({ today: '2026-01-01', overdueBefore: '2026-01-01' })
  expect(places.reduce((sum, { journeys }) => sum + journeys, 0)).toBe(count)
  expect(places).toHaveLength(4)
})

it('counts while somebody writes, and sees what is committed', async () => {
  const store = await openFile()
  const seen = await store.write(async (tx) => {
    await plantJourney(tx)
    const { places } = await store.census({ today: '2026-01-01', overdueBefore: '2026-01-01' })
    return places.length
  })
  expect(seen).toBe(0)
  expect((await store.census({ today: '2026-01-01', overdueBefore: '2026-01-01' })).places).toHaveLength(1)
})

it('fails when the store is closed, what is being counted as well', async () => {
  const store = await openSqliteStore({ file: temporaryFile(), synchronous: 'OFF' })
  const counting = store.census({ today: '2026-01-01', overdueBefore: '2026-01-01' })
  const [ended] = await Promise.allSettled([counting, store.close()])
  expect(ended).toMatchObject({ reason: new Error('The store is closed') })
  await expect(store.backlog({ now: 1, lateSince: 0 })).rejects.toThrow('The store is closed')
})
