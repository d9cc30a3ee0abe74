/** What a commit that failed must not leave behind in the process that goes on. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { coach, openTestPolku, smallPathway } from '../support/testPolku.ts'

/** From now on so many commits fail as they do when the disk is full: SQLite has taken everything back. */
function failCommits(): (count: number) => void {
  let failing = 0
  const { prepare } = Database.prototype
  const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, source) {
    const statement = prepare.call(this, source)
    if (source !== 'COMMIT' || this.readonly) return statement
    return Object.assign(statement, {
      run: () => {
        if (failing === 0) return this.exec('COMMIT')
        failing -= 1
        this.exec('ROLLBACK')
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
      },
    })
  })
  onTestFinished(() => spy.mockRestore())
  return (count) => {
    failing = count
  }
}

describe('a publishing whose commit failed', () => {
  // A start that shares the transaction has compiled the version, and it is remembered under the number that the next
  // version gets. Fails until what was read in a transaction that was taken back is forgotten.
  it('is forgotten: the next version of that number is run as it was published', async () => {
    const fail = failCommits()
    const { polku } = await openTestPolku({ database: join(temporaryFolder(), 'polku.db') })
    const { id: client } = await polku.clients.create({ by: coach })
    const start = () => polku.journeys.start({ by: coach, pathway: 'small', client, responsible: { user: 'coach-1' } })
    const publish = (initial: string) =>
      polku.pathways.publish(smallPathway({ initial, states: { [initial]: {} } }), { by: coach })
    fail(2)
    const fates = await Promise.allSettled([publish('before'), start()])
    expect(fates.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await publish('after')).toMatchObject({ version: 1 })
    expect((await start()).journey.states).toEqual(['after'])
  })
})
