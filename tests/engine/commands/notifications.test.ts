import { describe, expect, it } from 'vitest'
import { notificationTexts } from '../../../engine/commands/notificationTexts.ts'
import { notificationTemplateSchema } from '../../../engine/commands/schemas.ts'
import type { Delivery, Polku, PolkuOptions } from '../../../engine/index.ts'
import { openParts } from '../../support/engineParts.ts'
import { readTables } from '../../support/tables.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { HOUR, MINUTE, testClock } from '../../support/testClock.ts'
import { openTestPolku, problemFrom, refusalOf, smallPathway, startJourney } from '../../support/testPolku.ts'

const label = { fi: 'Nimi' }
const mari = { user: 'mari', roles: ['coach', 'manager'] }
const jussi = { user: 'jussi', roles: ['coach'] }

/** Everything that can tell somebody something. */
const telling = smallPathway({
  taskDefinitions: {
    interview: { label, role: 'coach', due: 'P3D' },
    report: { label, role: 'coach', due: 'P3D', escalateTo: 'manager' },
  },
  initial: 'rest',
  states: {
    rest: {
      on: { interview: 'interviewed', report: 'reported', watch: 'watched', propose: 'proposing', sub: 'supported' },
    },
    interviewed: { tasks: ['interview'] },
    reported: { tasks: ['report'] },
    watched: { followUps: { check: { after: 'P2W', warnBefore: 'P3D', actions: 'noted' } } },
    proposing: { after: { P1D: { target: 'rest' } } },
    supported: { modules: { support: { pathway: 'support' } } },
  },
})
const support = smallPathway({ id: 'support', initial: 'on', states: { on: {} } })

/** A journey that Mari answers for and has begun herself; `told` says who has heard of what since. */
async function begin(options: Partial<PolkuOptions> = {}) {
  const on = await openTestPolku({ onError: () => {}, say: () => {}, ...options, clock: undefined })
  await on.polku.pathways.publish(support, { by: mari })
  const started = await startJourney(telling, { on, by: mari, responsible: { user: 'mari' } })
  await on.polku.runDue()
  const told = async () => {
    await on.polku.runDue()
    return heard(on.polku)
  }
  const openTask = async (by: typeof mari, more: object) =>
    (await on.polku.tasks.open({ by, journey: started.journey, title: 'Soita Ainolle', ...more })).task
  return { ...started, told, openTask }
}

/** Who has heard of what, in the order of telling. */
async function heard(polku: Polku): Promise<string[]> {
  const all = await Promise.all(
    ['mari', 'jussi', 'sanna', 'coach', 'manager'].map((recipient) => polku.notifications.list({ recipient })),
  )
  return all
    .flat()
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ recipient, template }) => `${recipient} ${template}`)
}

describe('people are told', () => {
  it('of a task that another person has opened for them, and not of their own', async () => {
    const { polku, journey, told, openTask } = await begin()
    await openTask(mari, { assignee: 'mari' })
    await openTask(mari, { role: 'coach' })
    expect(await told()).toEqual([])
    const task = await openTask(mari, { assignee: 'jussi' })
    expect(await told()).toEqual(['jussi task.opened'])
    expect(await polku.notifications.list({ recipient: 'jussi' })).toEqual([
      {
        id: expect.any(String),
        journey,
        entry: 4,
        recipient: 'jussi',
        channel: 'worklist',
        language: 'fi',
        template: 'task.opened',
        text: notificationTexts['task.opened'],
        payload: { task, kind: 'adHoc', name: 'adHoc' },
        createdAt: '2026-03-02T08:00:00.000Z',
        state: 'unread',
        seenAt: null,
        sentAt: null,
        deliveries: [],
      },
    ])
  })

  it('of a task that was given to them', async () => {
    const { polku, told, openTask } = await begin()
    const task = await openTask(mari, { role: 'coach' })
    await polku.tasks.delegate(task, { by: mari, to: 'jussi' })
    expect(await told()).toEqual(['jussi task.delegated'])
    await polku.tasks.delegate(task, { by: jussi, to: null })
    await polku.tasks.claim(task, { by: jussi })
    await polku.tasks.delegate(task, { by: jussi, to: 'jussi' })
    expect(await told()).toHaveLength(1)
  })

  it('of a task that is overdue: who has it, and who answers for the journey', async () => {
    const { polku, clock, send, task, told } = await begin()
    await send('interview')
    await polku.tasks.claim(await task('interview'), { by: jussi })
    clock.set('2026-03-06T00:00:00+02:00')
    expect(await told()).toEqual(['jussi task.overdue', 'mari task.overdue'])
  })

  it('of one that waits for a role: who answers for the journey, unless another role gets it', async () => {
    const first = await begin()
    await first.send('interview')
    first.clock.set('2026-03-06T00:00:00+02:00')
    expect(await first.told()).toEqual(['mari task.overdue'])
    const second = await begin()
    await second.send('report')
    second.clock.set('2026-03-06T00:00:00+02:00')
    expect(await second.told()).toEqual([])
    expect(await second.polku.tasks.list({ role: 'coach', overdue: true })).toHaveLength(1)
  })

  it('of a follow-up that comes due soon', async () => {
    const { polku, send, clock, told } = await begin()
    await send('watch')
    clock.set('2026-03-13T12:00:00+02:00')
    expect(await told()).toEqual(['mari followUp.warning'])
    const [warning] = await polku.notifications.list({ recipient: 'mari' })
    expect(warning?.payload).toEqual({ followUp: 'check', occurrence: 1 })
  })

  it('of a proposal that waits for their decision, and a review', async () => {
    const { polku, journey, send, clock, told } = await begin()
    await send('propose')
    clock.set('2026-03-03T12:00:00+02:00')
    expect(await told()).toEqual(['mari proposal.opened'])
    await polku.journeys.suspend(journey, { by: jussi, reason: 'Loma', reviewDate: '2026-03-05' })
    clock.set('2026-03-05T12:00:00+02:00')
    expect(await told()).toEqual(['mari proposal.opened', 'mari review.opened'])
  })

  it('of a journey that another person has given them', async () => {
    const on = await openTestPolku()
    await on.polku.pathways.publish(support, { by: mari })
    const { polku, journey } = await startJourney(telling, { on, by: jussi, responsible: { user: 'mari' } })
    await polku.runDue()
    await polku.journeys.handOver(journey, { by: mari, to: { user: 'sanna' } })
    await polku.runDue()
    await polku.journeys.handOver(journey, { by: jussi, to: { user: 'jussi' } })
    await polku.runDue()
    expect(await heard(polku)).toEqual(['mari journey.started', 'sanna journey.handedOver'])
    const [handedOver] = await polku.notifications.list({ recipient: 'sanna' })
    expect(handedOver?.payload).toEqual({ by: 'mari', from: 'mari' })
  })

  it('once of a module that follows its parent', async () => {
    const { polku, journey, send, told } = await begin()
    await send('sub')
    expect(await told()).toEqual([])
    await polku.journeys.handOver(journey, { by: mari, to: { user: 'sanna' } })
    expect(await told()).toEqual(['sanna journey.handedOver'])
    expect((await polku.journeys.get(`${journey}-1`)).responsible.user).toBe('sanna')
  })
})

describe('people are not told', () => {
  it('of what is no longer so when the worker comes to it', async () => {
    const { polku, told, openTask } = await begin()
    const closed = await openTask(mari, { assignee: 'jussi' })
    await polku.tasks.cancel(closed, { by: mari, reason: 'Hoitui jo' })
    const passedOn = await openTask(mari, { assignee: 'jussi' })
    await polku.tasks.delegate(passedOn, { by: mari, to: 'sanna' })
    expect(await told()).toEqual(['sanna task.delegated'])
  })

  it('of anything on a journey that has ended', async () => {
    const { polku, journey, told } = await begin()
    await polku.journeys.handOver(journey, { by: mari, to: { user: 'sanna' } })
    await polku.journeys.exit(journey, { by: mari, code: 'stop', reason: 'Muutto' })
    expect(await told()).toEqual([])
  })

  it('of news that asks nothing of them', async () => {
    const { polku, journey, told } = await begin()
    await polku.journeys.suspend(journey, { by: jussi, reason: 'Loma', reviewDate: '2026-04-01' })
    const { entry } = await polku.journeys.resume(journey, { by: jussi, suspension: 1 })
    await polku.journeys.reverse(journey, { by: jussi, entry, reason: 'Erehdys' })
    expect(await told()).toEqual([])
  })

  it('anything by which a client could be known', async () => {
    const database = temporaryFile()
    const { told, openTask } = await begin({ database })
    await openTask(mari, { assignee: 'jussi', description: 'Diagnoosi puuttuu' })
    expect(await told()).toHaveLength(1)
    const reader = readTables(database)
    const kept = JSON.stringify(reader.all().notifications)
    reader.close()
    expect(kept).toContain('task.opened')
    for (const word of ['Aino', 'Soita', 'Diagnoosi']) expect(kept).not.toContain(word)
  })
})

describe('a message that tells somebody', () => {
  it('tells them once, whichever of two workers comes to it', async () => {
    const database = temporaryFile()
    const { polku, clock, journey, openTask } = await begin({ database })
    const other = await openTestPolku({ database, clock })
    for (let count = 0; count < 20; count++) await openTask(mari, { assignee: 'jussi' })
    await Promise.all([polku.runDue(), other.polku.runDue()])
    const list = await polku.notifications.list({ recipient: 'jussi' })
    expect(list).toHaveLength(20)
    expect(new Set(list.map(({ entry }) => entry)).size).toBe(20)
    expect(list.every((one) => one.journey === journey)).toBe(true)
  })

  it('tells them although the outside does not hear, and not again when it is told again', async () => {
    let isDeaf = true
    const outside: Delivery[] = []
    const { polku, clock, told, openTask } = await begin({
      deliver: async (message) => {
        if (isDeaf) throw new Error('nobody answers')
        outside.push(message)
      },
    })
    await openTask(mari, { assignee: 'jussi' })
    expect(await told()).toEqual(['jussi task.opened'])
    for (let attempt = 0; attempt < 9; attempt++) {
      clock.advance(HOUR)
      await polku.runDue()
    }
    const [dead] = (await polku.deadLetters.messages()).filter(({ topic }) => topic === 'task.opened')
    expect(dead?.attempts).toBe(8)
    isDeaf = false
    await polku.deadLetters.replayMessage(dead?.id ?? 0, { by: mari })
    expect(await told()).toEqual(['jussi task.opened'])
    expect(outside).toMatchObject([{ id: dead?.id, topic: 'task.opened', attempt: 9 }])
  })

  it('is told to the outside as ever', async () => {
    const outside: string[] = []
    const { told, openTask } = await begin({ deliver: async ({ topic }) => void outside.push(topic) })
    await openTask(mari, { assignee: 'jussi' })
    await openTask(mari, { role: 'coach' })
    expect(await told()).toEqual(['jussi task.opened'])
    expect(outside).toEqual(['journey.started', 'task.opened', 'task.opened'])
  })

  it('costs nothing where it tells nobody: it is marked without being read again', async () => {
    const clock = testClock()
    const reads: string[] = []
    const polku = await openParts({
      file: ':memory:',
      clock,
      changed: {
        store: (store) => ({
          ...store,
          write: (work, options) =>
            store.write(
              (tx) =>
                work({
                  ...tx,
                  message: (id) => {
                    reads.push(`message ${id}`)
                    return tx.message(id)
                  },
                  isTold: (id) => {
                    reads.push(`isTold ${id}`)
                    return tx.isTold(id)
                  },
                }),
              options,
            ),
        }),
      },
    })
    for (const pathway of [support, telling]) await polku.pathways.publish(pathway, { by: mari })
    const { id: client } = await polku.clients.create({ by: mari })
    const { journey } = await polku.journeys.start({
      by: mari,
      client,
      pathway: telling.id,
      responsible: { user: 'mari' },
    })
    await polku.tasks.open({ by: mari, journey: journey.id, title: 'Soita', role: 'coach' })
    expect(await polku.runDue()).toEqual({ timers: 0, delivered: 2 })
    expect(reads).toEqual([])
    await polku.tasks.open({ by: mari, journey: journey.id, title: 'Soita', assignee: 'jussi' })
    await polku.runDue()
    expect(reads).toEqual(['message 3', 'isTold 3'])
    await polku.close()
  })
})

describe('notifications', () => {
  async function withThree() {
    const begun = await begin()
    for (let count = 0; count < 3; count++) {
      await begun.openTask(mari, { assignee: 'jussi' })
      begun.clock.advance(MINUTE)
      await begun.polku.runDue()
    }
    const list = await begun.polku.notifications.list({ recipient: 'jussi' })
    return { ...begun, list, ids: list.map(({ id }) => id) }
  }

  it('are listed newest first, page by page', async () => {
    const { polku, list, ids } = await withThree()
    expect(list.map(({ entry }) => entry)).toEqual([4, 3, 2])
    const page = await polku.notifications.list({ recipient: 'jussi', limit: 2 })
    expect(page.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    const rest = await polku.notifications.list({ recipient: 'jussi', limit: 2, after: ids[1] })
    expect(rest.map(({ id }) => id)).toEqual(ids.slice(2))
  })

  it('are unread until their recipient has seen them; the first time counts', async () => {
    const { polku, clock, ids } = await withThree()
    const [, id = ''] = ids
    const seenAt = clock.now().toISOString()
    expect(await polku.notifications.seen(id, { by: jussi })).toMatchObject({ id, state: 'seen', seenAt })
    clock.advance(HOUR)
    expect(await polku.notifications.seen(id, { by: jussi })).toMatchObject({ state: 'seen', seenAt })
    const inState = async (state: 'unread' | 'seen') =>
      (await polku.notifications.list({ recipient: 'jussi', state })).map((one) => one.id)
    expect([await inState('unread'), await inState('seen')]).toEqual([[ids[0], ids[2]], [id]])
  })

  it('are nobody else’s to see', async () => {
    const { polku, ids } = await withThree()
    const refused = await problemFrom(polku.notifications.seen(ids[0] ?? '', { by: mari }))
    expect([refused.code, refused.message]).toEqual(['not-found', `There is no notification "${ids[0]}" of mari.`])
    expect(await refusalOf(polku.notifications.seen('none', { by: jussi }))).toBe('not-found')
    expect(await refusalOf(polku.notifications.seen(ids[0] ?? '', {} as never))).toBe('invalid-request')
    expect((await polku.notifications.list({ recipient: 'jussi', state: 'seen' })).length).toBe(0)
  })

  it('say what they say in every language that may be chosen', () => {
    for (const template of notificationTemplateSchema.options) {
      const { fi, sv, en } = notificationTexts[template]
      expect(new Set([fi, sv, en]).size, template).toBe(3)
    }
    expect(Object.keys(notificationTexts).sort()).toEqual([...notificationTemplateSchema.options].sort())
  })
})

describe('the settings of a person', () => {
  it('are the worklist, in Finnish, until they say otherwise; and all of them are put in place of the old ones', async () => {
    const { polku } = await openTestPolku()
    const untold = { user: 'jussi', email: null, language: 'fi', byEmail: [], isEmailSent: false }
    expect(await polku.notifications.settings('jussi')).toEqual(untold)
    const wished = { email: 'jussi@example.org', language: 'sv', byEmail: ['task.overdue', 'task.opened'] } as const
    const twice = { ...wished, byEmail: [...wished.byEmail, ...wished.byEmail] }
    const saved = { ...untold, ...wished }
    expect(await polku.notifications.saveSettings('jussi', twice)).toEqual(saved)
    expect(await polku.notifications.settings('jussi')).toEqual(saved)
    expect(await polku.notifications.settings('mari')).toEqual({ ...untold, user: 'mari' })
    expect(await polku.notifications.saveSettings('jussi', { language: 'en' })).toEqual({ ...untold, language: 'en' })
  })

  it.each([
    ['email', { email: 'jussi' }],
    ['email', { email: 'jussi@example.org\nBcc: mari@example.org' }],
    ['email', { email: `${'j'.repeat(250)}@example.org` }],
    ['email', { byEmail: ['task.overdue'] }],
    ['language', { language: 'de' }],
    ['byEmail', { email: 'jussi@example.org', byEmail: ['journey.suspended'] }],
    ['', { colour: 'red' }],
  ])('are refused for %s in %j', async (field, input) => {
    const { polku } = await openTestPolku()
    const refused = await problemFrom(polku.notifications.saveSettings('jussi', input as never))
    expect([refused.code, refused.details.errors?.[0]?.path[0] ?? '']).toEqual(['invalid-request', field])
    expect((await polku.notifications.settings('jussi')).email).toBeNull()
  })

  it('decide in which language they are told, from then on', async () => {
    const { polku, told, openTask } = await begin()
    await openTask(mari, { assignee: 'jussi' })
    await told()
    await polku.notifications.saveSettings('jussi', { language: 'sv' })
    await openTask(mari, { assignee: 'jussi' })
    await told()
    const list = await polku.notifications.list({ recipient: 'jussi' })
    expect(list.map(({ language }) => language)).toEqual(['sv', 'fi'])
  })

  it('are kept although there is no mail server, and nothing goes by e-mail then', async () => {
    const { polku, told, openTask } = await begin()
    await polku.notifications.saveSettings('jussi', { email: 'jussi@example.org', byEmail: ['task.opened'] })
    await openTask(mari, { assignee: 'jussi' })
    expect(await told()).toEqual(['jussi task.opened'])
    expect(await polku.notifications.list({ recipient: 'jussi', channel: 'email' })).toEqual([])
    expect((await polku.notifications.settings('jussi')).isEmailSent).toBe(false)
    expect((await polku.figures()).undelivered).toBe(0)
  })
})
