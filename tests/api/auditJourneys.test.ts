import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { auditJourneys } from '../../api/auditJourneys.ts'
import { openPolku } from '../../engine/index.ts'
import { temporaryFile } from '../support/temporaryFolder.ts'
import { testClock } from '../support/testClock.ts'
import { smallPathway, startJourney } from '../support/testPolku.ts'

const masterKey = new Uint8Array(randomBytes(32))

const document = smallPathway({
  initial: 'rest',
  states: { rest: { on: { go: 'gone' } }, gone: { on: { back: 'rest' } } },
})

/** A database with two journeys, each of which has moved. */
async function twoJourneys() {
  const database = temporaryFile()
  const clock = testClock()
  const polku = await openPolku({ database, masterKey, clock })
  const journeys: string[] = []
  for (let index = 0; index < 2; index += 1) {
    const { journey, send } = await startJourney(document, { on: { polku, clock } })
    await send('go')
    journeys.push(journey)
  }
  await polku.close()
  return { database, journeys }
}

async function audited(database: string, journeys: readonly string[] = []) {
  const lines: string[] = []
  const isWhole = await auditJourneys({ database, masterKey, oldMasterKey: undefined }, journeys, (line) =>
    lines.push(line),
  )
  return { isWhole, lines }
}

function change(database: string, statement: string, ...values: string[]): void {
  const db = new Database(database)
  db.prepare(statement).run(...values)
  db.close()
}

describe('polku audit', () => {
  it('finds every journal whole, and nothing that would be otherwise today', async () => {
    const { database } = await twoJourneys()
    expect(await audited(database)).toEqual({
      isWhole: true,
      lines: [
        '2 journeys with 4 entries. Every journal is whole and leads to the state that is kept. 0 entries would be others today; 0 cannot be run again.',
      ],
    })
  })

  it('names the journey whose state was changed behind its journal’s back, and looks at the others all the same', async () => {
    const { database, journeys } = await twoJourneys()
    change(database, `UPDATE journeys SET state = replace(state, 'gone', 'rest') WHERE id = ?`, journeys[0] ?? '')
    const { isWhole, lines } = await audited(database)
    expect(isWhole).toBe(false)
    expect(lines[0]).toContain(`${journeys[0]}: `)
    expect(lines.at(-1)).toContain('2 journeys with 2 entries. 1 journals are broken.')
    expect((await audited(database, journeys.slice(1))).isWhole).toBe(true)
  })

  it('names the entry that today’s code would not make', async () => {
    const { database, journeys } = await twoJourneys()
    const forged = `UPDATE journal SET entry = replace(entry, '"taken":["rest/go/0"]', '"taken":["rest/gone/0"]')
      WHERE journey = ? AND seq = 2`
    change(database, forged, journeys[1] ?? '')
    const { isWhole, lines } = await audited(database)
    expect([isWhole, lines[0]]).toEqual([true, `${journeys[1]}, entry 2: today's code would decide otherwise (taken)`])
  })

  it('makes no database where there is none', async () => {
    await expect(audited(temporaryFile())).rejects.toThrow('There is no database')
    await expect(audited((await twoJourneys()).database, ['nobody'])).rejects.toThrow('There is no journey "nobody"')
  })
})
