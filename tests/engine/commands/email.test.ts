import { describe, expect, it } from 'vitest'
import type { MailOptions, Polku, PolkuOptions } from '../../../engine/index.ts'
import { type ReceivedMail, type SmtpServer, startSmtp } from '../../support/smtpServer.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { HOUR, MINUTE, testClock } from '../../support/testClock.ts'
import { openTestPolku, problemFrom, smallPathway, startJourney } from '../../support/testPolku.ts'
import { killedInside } from './killedInside.ts'

const quiet = smallPathway({ initial: 'rest', states: { rest: {} } })
const mari = { user: 'mari', roles: ['coach'] }
const jussi = 'jussi@example.org'
const from = 'Polku <polku@example.org>'

/** A Polku that tells Jussi by e-mail what is opened for him or handed over to him, and a mail server to do it by. */
async function openMailing(options: Omit<Partial<PolkuOptions>, 'mail'> & { mail?: Partial<MailOptions> } = {}) {
  const smtp = await startSmtp()
  const clock = testClock()
  const mail = { url: smtp.url, from, ...options.mail }
  const open = (more: Partial<PolkuOptions> = {}) =>
    openTestPolku({ worker: 'worker-1', onError: () => {}, say: () => {}, ...options, mail, ...more, clock })
  const on = await open()
  const { polku } = on
  const { journey } = await startJourney(quiet, { on, by: mari, responsible: { user: 'mari' } })
  await polku.notifications.saveSettings('jussi', { email: jussi, byEmail: ['task.opened', 'journey.handedOver'] })
  const openTask = async () =>
    (await polku.tasks.open({ by: mari, journey, title: 'Soita Ainolle', assignee: 'jussi' })).task
  /** lets so much time go by and does what is due then */
  const later = async (ms: number) => {
    clock.advance(ms)
    await polku.runDue()
  }
  return { ...on, clock, smtp, open, journey, openTask, later, email: () => emailOf(polku) }
}

/** The one notification of Jussi's that goes by e-mail. */
async function emailOf(polku: Polku) {
  const [only, another] = await polku.notifications.list({ recipient: 'jussi', channel: 'email' })
  if (!only || another) throw new Error('there is not one e-mail')
  return only
}

const header = (mail: ReceivedMail | undefined, name: string) => mail?.headers.get(name)
const idsOf = (smtp: SmtpServer) => smtp.mails.map((mail) => header(mail, 'message-id'))

describe('an e-mail', () => {
  it('tells what awaits, in the reader’s language, and where, by id', async () => {
    const { polku, smtp, openTask, email } = await openMailing({ mail: { baseUrl: 'https://polku.example.org/' } })
    const task = await openTask()
    await polku.runDue()
    const { id } = await email()
    expect(smtp.mails).toHaveLength(1)
    const [mail] = smtp.mails
    expect([mail?.from, mail?.to]).toEqual(['polku@example.org', [jussi]])
    expect(header(mail, 'from')).toBe(from)
    expect(header(mail, 'subject')).toBe('Polku: Sinulle on avattu tehtävä')
    expect(header(mail, 'message-id')).toBe(`<${id}@example.org>`)
    expect(header(mail, 'x-polku-attempt')).toBe('1')
    expect(header(mail, 'auto-submitted')).toBe('auto-generated')
    expect(header(mail, 'content-language')).toBe('fi')
    expect(new Date(header(mail, 'date') ?? '').toISOString()).toBe('2026-03-02T08:00:00.000Z')
    expect(mail?.text.trim().split('\n\n')).toEqual([
      'Sinulle on avattu tehtävä.',
      `Tehtävä: ${task}\nhttps://polku.example.org/tasks/${task}`,
      'Viestissä ei ole asiakkaan tietoja: ne näet Polusta. Viesti on lähetetty automaattisesti, eikä siihen voi vastata.',
    ])
  })

  it('names no client and quotes nothing that anybody wrote', async () => {
    const { polku, smtp, openTask } = await openMailing()
    await openTask()
    await polku.runDue()
    const all = JSON.stringify(smtp.mails.map(({ headers, text }) => [[...headers], text]))
    expect(all).toContain('avattu')
    for (const word of ['Aino', 'Asiakas', 'Soita']) expect(all).not.toContain(word)
  })

  it('is about a journey where there is no task, and has no link where nobody has said where Polku is', async () => {
    const { polku, smtp, journey } = await openMailing()
    await polku.notifications.saveSettings('jussi', { email: jussi, language: 'sv', byEmail: ['journey.handedOver'] })
    await polku.journeys.handOver(journey, { by: mari, to: { user: 'jussi' } })
    await polku.runDue()
    const [mail] = smtp.mails
    expect(header(mail, 'subject')).toBe('Polku: Ansvaret för en servicestig har överförts på dig')
    expect(mail?.text.split('\n\n')[1]).toBe(`Servicestig: ${journey}`)
  })

  it('goes to who wishes it, for what they wish, and stands on the worklist as well', async () => {
    const { polku, smtp, journey, openTask } = await openMailing()
    await openTask()
    await polku.runDue()
    await polku.notifications.saveSettings('jussi', { email: jussi, byEmail: ['task.overdue'] })
    await openTask()
    await polku.tasks.open({ by: mari, journey, title: 'Soita', assignee: 'sanna' })
    await polku.runDue()
    expect(smtp.mails).toHaveLength(1)
    const list = await polku.notifications.list({ recipient: 'jussi' })
    expect(list.map(({ channel, state }) => `${channel} ${state}`)).toEqual([
      'worklist unread',
      'email sent',
      'worklist unread',
    ])
  })

  it('shows when it was sent, by whom and at which attempt; it is not marked as seen', async () => {
    const { polku, openTask, email } = await openMailing()
    await openTask()
    await polku.runDue()
    const at = '2026-03-02T08:00:00.000Z'
    const sent = await email()
    expect(sent).toMatchObject({ state: 'sent', sentAt: at, seenAt: null })
    expect(sent.deliveries).toEqual([{ attempt: 1, worker: 'worker-1', startedAt: at, endedAt: at, error: null }])
    const refused = await problemFrom(polku.notifications.seen(sent.id, { by: { user: 'jussi' } }))
    expect(refused.code).toBe('wrong-kind')
  })

  it('is not told to the outside', async () => {
    const outside: string[] = []
    const { polku, smtp, openTask } = await openMailing({ deliver: async ({ topic }) => void outside.push(topic) })
    await openTask()
    await polku.runDue()
    expect(outside).toEqual(['journey.started', 'task.opened'])
    expect(smtp.mails).toHaveLength(1)
  })
})

describe('a mail server', () => {
  it('that refuses for now is asked again, longer and longer after, under the same Message-ID', async () => {
    const { polku, smtp, openTask, later, email } = await openMailing()
    smtp.refuse(451, 'come again')
    await openTask()
    await polku.runDue()
    expect(await email()).toMatchObject({
      state: 'waiting',
      sentAt: null,
      deliveries: [{ attempt: 1, error: expect.stringContaining('451 come again') }],
    })
    await later(MINUTE - 1)
    expect((await email()).deliveries).toHaveLength(1)
    await later(1)
    expect((await email()).deliveries).toHaveLength(2)
    smtp.accept()
    await later(4 * MINUTE - 1)
    expect(smtp.mails).toEqual([])
    await later(1)
    const { id, state, deliveries } = await email()
    expect([state, deliveries.map(({ error }) => error === null)]).toEqual(['sent', [false, false, true]])
    expect(idsOf(smtp)).toEqual([`<${id}@example.org>`])
    expect(header(smtp.mails[0], 'x-polku-attempt')).toBe('3')
  })

  it('that refuses the receiver for good is not asked again, until a person says so', async () => {
    const told: unknown[] = []
    const { polku, smtp, openTask, later, email } = await openMailing({ onError: (error) => told.push(error) })
    smtp.refuse(550, 'no such mailbox')
    await openTask()
    await polku.runDue()
    const dead = await email()
    expect([dead.state, dead.deliveries.length]).toEqual(['dead', 1])
    expect(String(told[0])).toMatch(/^PermanentFailure: .*550 no such mailbox/)
    const [letter] = await polku.deadLetters.messages()
    expect(letter).toMatchObject({ topic: 'notification.email', attempts: 1, status: 'dead' })
    expect((await polku.figures()).dead).toBe(1)
    smtp.accept()
    await later(24 * HOUR)
    expect(smtp.mails).toEqual([])
    await polku.deadLetters.replayMessage(letter?.id ?? 0, { by: mari })
    expect((await email()).state).toBe('waiting')
    await polku.runDue()
    expect((await email()).state).toBe('sent')
    expect(idsOf(smtp)).toEqual([`<${dead.id}@example.org>`])
  })

  it('that is away for an hour has everything afterwards', async () => {
    const { polku, smtp, openTask, later, email } = await openMailing()
    await smtp.close()
    await openTask()
    await polku.runDue()
    for (let minute = 0; minute < 60; minute++) await later(MINUTE)
    const { state, deliveries } = await email()
    expect([state, deliveries.length]).toEqual(['waiting', 4])
    await smtp.open()
    await later(HOUR)
    expect((await email()).state).toBe('sent')
    expect(smtp.mails).toHaveLength(1)
  })

  it('that does not answer is given up, and asked again', async () => {
    const hasty = await startSmtp()
    const { polku, openTask, later, email } = await openMailing({ mail: { url: `${hasty.url}?socketTimeout=300` } })
    hasty.hang()
    await openTask()
    await polku.runDue()
    expect((await email()).deliveries).toMatchObject([{ error: expect.stringContaining('Timeout') }])
    hasty.accept()
    await later(MINUTE)
    expect((await email()).state).toBe('sent')
    expect(hasty.mails).toHaveLength(1)
  })

  it('that has closed its connection meanwhile is called again: that is no attempt of ours', async () => {
    const { polku, smtp, openTask } = await openMailing()
    await openTask()
    await polku.runDue()
    await smtp.close()
    await smtp.open()
    await openTask()
    await polku.runDue()
    expect(smtp.mails).toHaveLength(2)
    const list = await polku.notifications.list({ recipient: 'jussi', channel: 'email' })
    expect(list.map(({ deliveries }) => deliveries.length)).toEqual([1, 1])
  })

  it('does not keep people from being told, nor what else is to be told', async () => {
    const outside: string[] = []
    const { polku, smtp, openTask } = await openMailing({ deliver: async ({ topic }) => void outside.push(topic) })
    smtp.refuse(451)
    await openTask()
    await polku.runDue()
    await openTask()
    await polku.runDue()
    expect(outside).toEqual(['journey.started', 'task.opened', 'task.opened'])
    expect(await polku.notifications.list({ recipient: 'jussi', state: 'unread' })).toHaveLength(2)
  })
})

describe('a worker', () => {
  it('that dies when the mail server has the e-mail: it comes again, and its Message-ID says that it is the same', async () => {
    const database = temporaryFile()
    const { polku, smtp, openTask, later, email } = await openMailing({ database })
    await openTask()
    await dieHavingSent(database, smtp.url)
    expect(smtp.mails).toHaveLength(1)
    const [cutOff] = (await email()).deliveries
    expect(cutOff).toMatchObject({ attempt: 1, worker: 'worker-1', endedAt: null, error: null })
    await polku.runDue()
    expect(smtp.mails).toHaveLength(1)
    await later(MINUTE)
    const { id, state, deliveries } = await email()
    expect(idsOf(smtp)).toEqual([`<${id}@example.org>`, `<${id}@example.org>`])
    expect(smtp.mails.map((mail) => header(mail, 'x-polku-attempt'))).toEqual(['1', '2'])
    expect(smtp.mails[1]?.text).toBe(smtp.mails[0]?.text)
    expect(header(smtp.mails[1], 'date')).toBe(header(smtp.mails[0], 'date'))
    expect(state).toBe('sent')
    expect(deliveries).toMatchObject([cutOff, { attempt: 2, error: null, endedAt: expect.any(String) }])
  })

  it('sends what another one is not sending', async () => {
    const { polku, smtp, open, openTask } = await openMailing({ database: temporaryFile() })
    const other = await open({ worker: 'worker-2' })
    for (let count = 0; count < 30; count++) await openTask()
    await Promise.all([polku.runDue(), other.polku.runDue()])
    expect(new Set(idsOf(smtp)).size).toBe(30)
    expect(smtp.mails).toHaveLength(30)
  })

  it('without a mail server leaves e-mail to one that has it, and says so', async () => {
    const told: unknown[] = []
    const { polku, smtp, open, openTask, clock, email } = await openMailing({ database: temporaryFile() })
    smtp.refuse(451)
    await openTask()
    await polku.runDue()
    const without = await open({ mail: undefined, onError: (error) => told.push(error) })
    clock.advance(MINUTE)
    await without.polku.runDue()
    expect(told).toEqual([new Error('this worker has no mail server: open Polku with `mail`')])
    smtp.accept()
    clock.advance(4 * MINUTE)
    await polku.runDue()
    expect((await email()).deliveries.map(({ error }) => error === null)).toEqual([false, false, true])
  })

  it('sends it to where the reader wishes by now, and not at all when that is nowhere', async () => {
    const { polku, smtp, openTask, later } = await openMailing()
    smtp.refuse(451)
    await openTask()
    await polku.runDue()
    await polku.notifications.saveSettings('jussi', { email: 'other@example.org' })
    smtp.accept()
    await later(MINUTE)
    expect(smtp.mails.map(({ to }) => to)).toEqual([['other@example.org']])

    await polku.notifications.saveSettings('jussi', { email: jussi, byEmail: ['task.opened'] })
    smtp.refuse(451)
    await openTask()
    await polku.runDue()
    await polku.notifications.saveSettings('jussi', {})
    smtp.accept()
    await later(MINUTE)
    expect(smtp.mails).toHaveLength(1)
    const [dead] = await polku.notifications.list({ recipient: 'jussi', state: 'dead' })
    expect(dead?.deliveries.at(-1)?.error).toBe('PermanentFailure: jussi has no e-mail address any more')
  })
})

describe('the mail server that is asked for', () => {
  it.each([
    ['url', { url: 'mail.example.org', from }],
    ['url', { url: 'https://mail.example.org', from }],
    ['url', { url: 'smtp://', from }],
    ['from', { url: 'smtp://mail.example.org', from: 'Polku' }],
    ['from', { url: 'smtp://mail.example.org', from: 'a@example.org, b@example.org' }],
    ['baseUrl', { url: 'smtp://mail.example.org', from, baseUrl: 'polku.example.org' }],
  ])('has a %s that is one: %j', async (field, mail) => {
    const refused = await problemFrom(openTestPolku({ mail }))
    expect([refused.code, refused.details.errors?.[0]?.path]).toEqual(['invalid-request', ['mail', field]])
  })

  it('need not be there at the start', async () => {
    const { polku } = await openTestPolku({ mail: { url: 'smtp://127.0.0.1:9', from } })
    expect((await polku.notifications.settings('mari')).isEmailSent).toBe(true)
  })
})

/** Lets a worker of its own process send the one e-mail there is, and kills it before it has said so. */
const dieHavingSent = (database: string, url: string) =>
  killedInside(new URL('./dyingMailer.ts', import.meta.url), database, url)
