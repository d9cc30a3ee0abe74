import { describe, expect, it } from 'vitest'
import type { Context } from '../../../engine/commands/context.ts'
import { eachRow } from '../../../engine/commands/eachRow.ts'
import { coach, openTestPolku, refusalOf, smallPathway, startJourney, type TestPolku } from '../../support/testPolku.ts'

const document = smallPathway({
  taskDefinitions: {
    call: { label: { fi: 'Soitto' }, role: 'coach' },
    form: {
      label: { fi: 'Lomake' },
      role: 'coach',
      form: [{ name: 'note', label: { fi: 'Huomio' }, required: true, value: { type: 'text' } }],
    },
  },
  initial: 'first',
  states: { first: { tasks: ['call', 'form'] } },
})
const us = 'own'

/** Journeys with a task that needs nothing (1) and one whose form requires something (2). */
async function journeys(on: TestPolku, count: number): Promise<string[]> {
  const started: string[] = []
  for (let index = 0; index < count; index++) started.push((await startJourney(document, { on })).journey)
  return started
}

describe('doing the same to many', () => {
  it('tells beforehand what would become of each row, and does what it has told', async () => {
    const on = await openTestPolku()
    const { polku } = on
    const [first = '', second = ''] = await journeys(on, 2)
    const asked = {
      by: coach,
      action: { do: 'complete' as const },
      rows: [
        { journey: first, task: `${first}.1` },
        { journey: second, task: `${second}.2` },
        { journey: second, task: `${second}.9` },
        { journey: second },
      ],
    }
    const tried = await polku.bulk.run({ ...asked, dryRun: true }, us)
    expect(tried.rows.map(({ status, code }) => [status, code])).toEqual([
      ['possible', null],
      ['refused', 'invalid-fact'],
      ['refused', 'no-such-task'],
      ['refused', 'wrong-kind'],
    ])
    expect(await polku.tasks.list({ status: 'open' })).toHaveLength(4)
    const done = await polku.bulk.run(asked, us)
    expect(done.rows.map(({ status }) => status)).toEqual(['done', 'refused', 'refused', 'refused'])
    expect(done.rows[1]?.detail).toContain('note')
    expect(await polku.tasks.list({ status: 'open' })).toHaveLength(3)
  })

  it('delegates, postpones and hands over', async () => {
    const on = await openTestPolku()
    const { polku } = on
    const started = await journeys(on, 2)
    const rows = started.map((journey) => ({ journey, task: `${journey}.1` }))
    await polku.bulk.run({ by: coach, action: { do: 'delegate', to: 'jussi' }, rows, reason: 'Loma' }, us)
    await polku.bulk.run({ by: coach, action: { do: 'postpone', dueDate: '2026-04-17' }, rows }, us)
    await polku.bulk.run({ by: coach, action: { do: 'handOver', to: { user: 'lea' } }, rows }, us)
    for (const journey of started) {
      expect(await polku.journeys.get(journey)).toMatchObject({
        responsible: { user: 'lea' },
        tasks: [{ assignee: 'jussi', dueDate: '2026-04-17' }, { assignee: null }],
      })
    }
  })

  it('reminds by a note, and by a task for its owner where there is a day', async () => {
    const on = await openTestPolku()
    const { polku } = on
    const [journey = ''] = await journeys(on, 1)
    const rows = [{ journey }]
    await polku.bulk.run({ by: coach, action: { do: 'remind', text: 'Tilasto vielä' }, rows }, us)
    expect(await polku.contacts.ofJourney(journey, { organisation: us })).toMatchObject([
      { kind: 'note', text: 'Tilasto vielä', task: null },
    ])
    const action = { do: 'remind', text: 'Tilasto huomenna', dueDate: '2026-03-03' } as const
    const { rows: answers } = await polku.bulk.run({ by: coach, action, rows }, us)
    expect(answers).toMatchObject([{ status: 'done', revision: 2 }])
    expect((await polku.tasks.list({ journey, assignee: coach.user }))[0]).toMatchObject({ dueDate: '2026-03-03' })
  })

  it('does each row once under a key, and is another request with another body', async () => {
    const on = await openTestPolku()
    const { polku } = on
    const [first = '', second = ''] = await journeys(on, 2)
    const asked = {
      by: coach,
      key: 'remind-1',
      action: { do: 'remind' as const, text: 'Muista' },
      rows: [{ journey: first }, { journey: second }, { journey: 'nowhere' }],
    }
    const once = await polku.bulk.run(asked, us)
    expect(once.rows.map(({ status, code }) => code ?? status)).toEqual(['done', 'done', 'not-found'])
    expect(await polku.bulk.run(asked, us)).toEqual(once)
    expect(await polku.contacts.ofJourney(first, { organisation: us })).toHaveLength(1)
    expect(await refusalOf(polku.bulk.run({ ...asked, rows: [{ journey: first }] }, us))).toBe('key-reused')
  })

  it('takes five hundred rows at most, and tasks of their own journeys', async () => {
    const { polku } = await openTestPolku()
    const action = { do: 'complete' } as const
    const rows = Array.from({ length: 501 }, () => ({ journey: 'j' }))
    expect(await refusalOf(polku.bulk.run({ by: coach, action, rows }, us))).toBe('invalid-request')
    const other = [{ journey: 'j', task: 'k.1' }]
    expect(await refusalOf(polku.bulk.run({ by: coach, action, rows: other }, us))).toBe('invalid-request')
  })

  it('does the rest where one fails, and then says so', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({ journey: `j${index}`, task: null }))
    const done: string[] = []
    const each = eachRow({} as Context, rows, {}, async ({ journey }) => {
      if (journey === 'j3') throw new Error('the disk is full')
      done.push(journey)
      return 1
    })
    await expect(each).rejects.toThrow('the disk is full')
    expect(done.length).toBe(59)
  })
})
