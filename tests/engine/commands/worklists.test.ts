import { describe, expect, it } from 'vitest'
import type { Worklist } from '../../../engine/commands/workSchemas.ts'
import type { WorklistQuery, WorklistRow } from '../../../engine/index.ts'
import { connectWriter } from '../../../engine/store/sqlite/connect.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import {
  coach,
  criterion,
  facts,
  openTestPolku,
  refusalOf,
  smallPathway,
  startJourney,
  type TestPolku,
} from '../../support/testPolku.ts'

const phase = (fi: string) => ({ label: { fi }, goal: { fi }, responsible: 'coach' })

const document = smallPathway({
  facts,
  criteria: { enough: criterion('hours >= 6') },
  taskDefinitions: { plan: { label: { fi: 'Suunnitelma' }, role: 'coach', due: 'P7D' } },
  initial: 'mapping',
  states: {
    mapping: {
      phase: phase('Kartoitus'),
      tasks: ['plan'],
      on: { train: { target: 'training', criteria: ['enough'] }, wait: { target: 'quiet', label: { fi: 'Odota' } } },
    },
    training: { phase: phase('Koulutus') },
    quiet: {},
  },
})

const boss = { user: 'boss', roles: [] }
const mari = { user: 'mari' }
const us = 'own'

interface Day extends TestPolku {
  /** starts a journey that Mari answers for unless told otherwise */
  start(name: string, more?: { responsible?: { user: string; team?: string }; by?: typeof boss }): Promise<string>
  /** lines as "name: why task" */
  lines(list: Worklist, more?: Partial<WorklistQuery>): Promise<string[]>
  rows(list: Worklist, more?: Partial<WorklistQuery>): Promise<WorklistRow[]>
}

async function begin(options: Parameters<typeof openTestPolku>[0] = {}): Promise<Day> {
  const on = await openTestPolku(options)
  const { polku } = on
  const rows: Day['rows'] = async (list, more) =>
    (await polku.worklists.page({ list, by: mari, organisation: us, ...more })).rows
  return {
    ...on,
    rows,
    lines: async (list, more) =>
      (await rows(list, more)).map(({ client, why, task }) => `${client.name}: ${why.code} ${task?.name ?? '-'}`),
    async start(name, more = {}) {
      const { id: client } = await polku.clients.create({ by: coach, name })
      const { journey } = await startJourney(document, { on, client, by: boss, responsible: mari, ...more })
      return journey
    },
  }
}

describe('my worklist', () => {
  it('has my tasks, what waits for somebody on my journeys, and my journeys without either', async () => {
    const { polku, start, lines } = await begin()
    await start('Aino')
    const quiet = await start('Eero')
    await polku.journeys.send(quiet, { by: boss, event: 'wait' })
    const theirs = await start('Oona', { responsible: { user: 'jussi' } })
    await polku.tasks.open({ by: boss, journey: theirs, title: 'Soita', assignee: 'mari', dueDate: '2026-03-04' })
    expect(await lines('mine')).toEqual(['Oona: assigned adHoc', 'Aino: unassigned plan', 'Eero: responsible -'])
    expect(await lines('mine', { by: { user: 'jussi' } })).toEqual(['Oona: unassigned plan'])
  })

  it('tells of each line what it is, why it is there, what comes next and what hinders', async () => {
    const { polku, start, rows } = await begin()
    const journey = await start('Aino')
    const [row] = await rows('mine')
    expect(row).toMatchObject({
      client: { name: 'Aino' },
      journey,
      phases: [{ state: 'mapping', label: { fi: 'Kartoitus' } }],
      task: { id: `${journey}.1`, label: { fi: 'Suunnitelma' }, role: 'coach', assignee: null },
      why: { code: 'unassigned', text: { fi: 'Tehtävä odottaa tekijää', en: expect.any(String) } },
      since: '2026-03-02T08:00:00.000Z',
      dueDate: '2026-03-09',
      lateness: null,
      next: { event: 'wait', label: { fi: 'Odota' } },
      blockedBy: [{ code: 'criterion', event: 'train', text: { fi: 'hours >= 6' }, lacks: [{ fi: 'Tunnit' }] }],
      owner: 'mari',
    })
    await polku.journeys.suspend(journey, { by: boss, reason: 'Sairaus', reviewDate: '2026-04-01' })
    const [held] = await rows('mine')
    expect(held).toMatchObject({ next: null, blockedBy: [{ code: 'suspended', event: null }, { event: 'train' }] })
    expect(held?.blockedBy[0]?.text.fi).toContain('2026-04-01')
  })

  it('calls a client by given and family name where there is no whole one', async () => {
    const on = await begin()
    const { id: client } = await on.polku.clients.create({ by: coach, givenName: 'Aino', familyName: 'Asiakas' })
    await startJourney(document, { on, client, by: boss, responsible: mari })
    expect(await on.lines('mine')).toEqual(['Aino Asiakas: unassigned plan'])
  })

  it('leaves to others what waits for a case role that I do not have', async () => {
    const { start, lines } = await begin()
    await start('Aino')
    const asManager = { by: { user: 'mari', roles: ['manager'] } }
    expect(await lines('mine', asManager)).toEqual(['Aino: responsible -'])
    expect(await lines('waiting', asManager)).toEqual(['Aino: waitingRole plan'])
    const asCoach = { by: { user: 'mari', roles: ['coach'] } }
    expect(await lines('mine', asCoach)).toEqual(['Aino: unassigned plan'])
    expect(await lines('waiting', asCoach)).toEqual([])
  })

  it('is stood in for by a substitute, and only on their days', async () => {
    const { polku, clock, start, lines, rows } = await begin()
    await start('Aino')
    await polku.substitutes.add('mari', { by: boss, substitute: 'jussi', from: '2026-03-02', until: '2026-03-03' })
    expect(await lines('substituted', { by: { user: 'jussi' } })).toEqual(['Aino: unassigned plan'])
    expect((await rows('mine'))[0]?.substitutes).toEqual(['jussi'])
    clock.set('2026-03-04T00:00:00+02:00')
    expect(await lines('substituted', { by: { user: 'jussi' } })).toEqual([])
  })
})

describe('lateness', () => {
  it('is one rule: the day after the due date in Helsinki, in every list and every answer', async () => {
    const { polku, clock, start, lines, rows } = await begin()
    const journey = await start('Aino')
    const told = async () => {
      const [task] = await polku.tasks.list({ journey })
      const { tasks } = await polku.census()
      const [row] = await rows('mine')
      return [
        task?.overdue,
        (await polku.tasks.list({ journey, overdue: true })).length === 1,
        (await polku.journeys.get(journey)).tasks[0]?.overdue,
        tasks[0]?.overdue === 1,
        row?.lateness === 'overdue',
        (await lines('overdue')).length === 1,
      ]
    }
    clock.set('2026-03-09T23:59:00+02:00')
    expect(await told()).toEqual(Array(6).fill(false))
    expect(await lines('dueToday')).toEqual(['Aino: dueToday plan'])
    clock.set('2026-03-10T00:00:00+02:00') // the worker has not come to it yet
    expect(await told()).toEqual(Array(6).fill(true))
    await polku.runDue()
    expect(await told()).toEqual(Array(6).fill(true))
    expect((await rows('overdue'))[0]).toMatchObject({ since: '2026-03-09T22:00:00.000Z', dueDate: '2026-03-09' })
    expect(await lines('dueToday')).toEqual([])
    await polku.tasks.postpone(`${journey}.1`, { by: boss, dueDate: '2026-03-20' })
    expect(await told()).toEqual(Array(6).fill(false))
  })

  it('stands still while the journey does', async () => {
    const { polku, clock, start, lines } = await begin()
    const journey = await start('Aino')
    await polku.journeys.suspend(journey, { by: boss, reason: 'Sairaus', reviewDate: '2026-04-01' })
    clock.set('2026-03-16T10:00:00+02:00')
    await polku.runDue()
    expect(await lines('overdue')).toEqual([])
    expect((await polku.tasks.list({ journey }))[0]?.overdue).toBe(false)
    expect(await polku.tasks.list({ journey, overdue: true })).toEqual([])
    expect((await polku.census()).tasks).toEqual([{ kind: 'pathway', open: 1, overdue: 0 }])
    expect(await lines('waiting')).toEqual(['Aino: suspended -'])
  })
})

describe('lists of others', () => {
  it('have the team’s journeys, and what waits for somebody else since when', async () => {
    const { polku, clock, start, lines, rows } = await begin()
    const north = await start('Aino', { responsible: { user: 'jussi', team: 'north' } })
    await start('Eero', { responsible: { user: 'lea', team: 'south' } })
    const journey = await start('Oona')
    clock.advance(60_000)
    await polku.tasks.delegate(`${journey}.1`, { by: boss, to: 'jussi' })
    expect(await lines('team', { users: [], teams: ['north'] })).toEqual(['Aino: unassigned plan'])
    expect(await lines('team', { everyone: true })).toHaveLength(3)
    expect(await lines('waiting')).toEqual(['Oona: waitingPerson plan'])
    expect((await rows('waiting'))[0]).toMatchObject({ owner: 'jussi', since: '2026-03-02T08:00:00.000Z' })
    await polku.journeys.exit(north, { by: coach, code: 'stop', reason: 'Muutti' })
    expect(await lines('team', { users: [], teams: ['north'] })).toEqual([])
  })

  it('have what is new to me until I look, and again when it comes back to me', async () => {
    const { polku, clock, start, lines, rows } = await begin()
    const journey = await start('Aino')
    await start('Eero', { responsible: { user: 'boss' } })
    expect(await lines('newToMe')).toEqual(['Aino: new -'])
    expect(await lines('newToMe', { by: boss })).toEqual([])
    await polku.worklists.look({ by: mari, journey })
    expect(await lines('newToMe')).toEqual([])
    await polku.journeys.handOver(journey, { by: boss, to: { user: 'jussi' } })
    clock.advance(60_000)
    await polku.journeys.handOver(journey, { by: boss, to: { user: 'mari' } })
    expect((await rows('newToMe'))[0]).toMatchObject({ journey, since: '2026-03-02T08:01:00.000Z' })
  })

  it('have a journey on which somebody has given me a task', async () => {
    const { polku, start, lines } = await begin()
    const journey = await start('Aino', { responsible: { user: 'jussi' } })
    await polku.tasks.open({ by: mari, journey, title: 'Itselleni', assignee: 'mari' })
    expect(await lines('newToMe')).toEqual([])
    const { task } = await polku.tasks.open({ by: boss, journey, title: 'Soita', assignee: 'mari' })
    expect(await lines('newToMe')).toEqual(['Aino: new -'])
    await polku.tasks.complete(task, { by: mari })
    await polku.tasks.complete(`${journey}.2`, { by: mari })
    expect(await lines('newToMe')).toEqual([])
  })

  it('have what others have changed since I looked: the journey, and contacts that I may see', async () => {
    const { polku, clock, start, lines, rows } = await begin()
    const journey = await start('Aino')
    const { client } = await polku.journeys.get(journey)
    expect(await lines('changedSinceLastLooked')).toEqual([])
    await polku.worklists.look({ by: mari, client })
    await polku.tasks.claim(`${journey}.1`, { by: { user: 'mari', roles: ['coach'] } })
    expect(await lines('changedSinceLastLooked')).toEqual([])
    clock.advance(60_000)
    const talk = { by: boss, channel: 'phone', outcome: 'triedNoAnswer' } as const
    await polku.contacts.record(client, { ...talk, class: 'confidential' }, 'clinic')
    expect(await lines('changedSinceLastLooked')).toEqual([])
    await polku.contacts.record(client, talk, us)
    clock.advance(60_000)
    await polku.tasks.postpone(`${journey}.1`, { by: boss, dueDate: '2026-03-20' })
    expect(await rows('changedSinceLastLooked')).toMatchObject([
      { journey, why: { code: 'changed' }, since: '2026-03-02T08:01:00.000Z' },
    ])
    await polku.worklists.look({ by: mari, journey })
    expect(await lines('changedSinceLastLooked')).toEqual([])
    expect(await refusalOf(polku.worklists.look({ by: mari, journey: 'nowhere' }))).toBe('not-found')
  })

  it('have those whom nobody watches over: reviews that have come, timers that are dead, and nothing at all', async () => {
    const file = temporaryFile()
    const { polku, clock, start, lines } = await begin({ database: file })
    const [reviewed, dead, bare, nobodys] = await Promise.all(['Aino', 'Eero', 'Oona', 'Ulla'].map((one) => start(one)))
    await polku.journeys.send(reviewed ?? '', { by: boss, event: 'wait' })
    clock.set('2026-03-05T10:00:00+02:00')
    expect(await lines('forgotten')).toEqual([])
    const db = connectWriter({ file })
    db.prepare('UPDATE timers SET dead = 1 WHERE journey = ?').run(dead ?? '')
    db.prepare('DELETE FROM timers WHERE journey = ?').run(bare ?? '')
    db.prepare(`UPDATE journeys SET responsible_user = '' WHERE id = ?`).run(nobodys ?? '')
    db.close()
    expect((await lines('forgotten', { everyone: true })).sort()).toEqual([
      'Eero: timerDead -',
      'Oona: uncovered -',
      'Ulla: nobody -',
    ])
    clock.set('2026-06-20T10:00:00+03:00')
    await polku.runDue()
    expect(await lines('forgotten')).toContain('Aino: review review')
  })
})

describe('what is left out', () => {
  it('is a client who has been erased, and a module of one’s own journey as something new', async () => {
    const file = temporaryFile()
    const { polku, start, lines } = await begin({ database: file })
    const journey = await start('Aino')
    await polku.worklists.look({ by: mari, journey })
    await polku.journeys.startModule(journey, { by: boss, pathway: 'small' })
    await polku.runDue()
    expect(await polku.journeys.list({ responsible: 'mari' })).toHaveLength(2)
    expect(await lines('newToMe')).toEqual([])
    expect(await lines('mine')).toHaveLength(2)
    const db = connectWriter({ file })
    db.prepare('UPDATE clients SET wrapped_key = NULL').run()
    db.close()
    expect(await lines('mine')).toEqual([])
    expect(await lines('mine', { sort: 'name' })).toEqual([])
  })
})

describe('a page', () => {
  it('goes on after the last line, in every order, and holds no name', async () => {
    const { polku, clock, start } = await begin()
    const names = ['Öhman', 'aalto', 'Zetterberg', 'Berg', 'Äijälä']
    for (const [index, name] of names.entries()) {
      clock.advance(60_000)
      const journey = await start(name)
      if (index === 3) await polku.tasks.postpone(`${journey}.1`, { by: boss, dueDate: '2026-03-03' })
    }
    const all = async (sort: WorklistQuery['sort']) => {
      const found: (string | null)[] = []
      for (let after: WorklistQuery['after'] | null; after !== null; ) {
        const page = await polku.worklists.page({ list: 'mine', by: mari, organisation: us, sort, limit: 2, after })
        found.push(...page.rows.map(({ client }) => client.name))
        expect(JSON.stringify(page.after)).not.toMatch(/Öhman|aalto|Zetterberg|Berg|Äijälä/)
        after = page.after
      }
      return found
    }
    expect(await all('name')).toEqual(['aalto', 'Berg', 'Zetterberg', 'Äijälä', 'Öhman'])
    expect(await all('since')).toEqual(names)
    expect(await all('due')).toEqual(['Berg', 'Öhman', 'aalto', 'Zetterberg', 'Äijälä'])
    expect(await all('lateness')).toEqual(['Berg', 'Öhman', 'aalto', 'Zetterberg', 'Äijälä'])
  })

  it('is narrowed by phase, pathway, case role and responsible person; lists are counted at once', async () => {
    const { polku, start, lines } = await begin()
    const journey = await start('Aino')
    await start('Eero', { responsible: { user: 'jussi' } })
    await polku.clients.record((await polku.journeys.get(journey)).client, {
      by: boss,
      source: 'asiakas',
      facts: { hours: 7 },
    })
    await polku.journeys.send(journey, { by: boss, event: 'train' })
    const everyone = { everyone: true }
    expect(await lines('team', { ...everyone, phase: 'training' })).toEqual(['Aino: responsible -'])
    expect(await lines('team', { ...everyone, phase: 'training', sort: 'name' })).toEqual(['Aino: responsible -'])
    expect((await polku.worklists.counts({ by: mari, organisation: us, phase: 'mapping', ...everyone })).team).toBe(1)
    expect(await lines('team', { ...everyone, phase: 'quiet' })).toEqual([])
    expect(await lines('team', { ...everyone, role: 'coach' })).toEqual(['Eero: unassigned plan'])
    expect(await lines('team', { ...everyone, responsible: 'jussi' })).toEqual(['Eero: unassigned plan'])
    expect(await lines('team', { ...everyone, pathway: 'other' })).toEqual([])
    expect(await polku.worklists.counts({ by: mari, organisation: us })).toEqual({
      mine: 1,
      substituted: 0,
      team: 1,
      overdue: 0,
      dueToday: 0,
      waiting: 0,
      newToMe: 1,
      changedSinceLastLooked: 0,
      forgotten: 0,
    })
  })
})
