import { describe, expect, it } from 'vitest'
import { readTables } from '../../support/tables.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { coach, openTestPolku, problemFrom, refusalOf, smallPathway, startJourney } from '../../support/testPolku.ts'

const document = smallPathway({ initial: 'first', states: { first: { on: { go: 'second' } }, second: {} } })
const us = 'own'

describe('recording a contact', () => {
  it('keeps what was done, with whom and for how long, and leaves the pathway as it is', async () => {
    const { polku, client, journey } = await startJourney(document)
    const { contact, revision } = await polku.contacts.record(
      client,
      {
        by: coach,
        journey,
        kind: 'networkMeeting',
        channel: 'visit',
        place: 'Kuntoutuskeskus',
        minutes: 60,
        present: [{ role: 'TE-asiantuntija' }, { role: 'asiakas', name: 'Aino' }],
        text: 'Sovittiin jatkosta.',
        occurredAt: '2026-02-27T09:00:00+02:00',
      },
      us,
    )
    expect(contact).toMatchObject({
      kind: 'networkMeeting',
      outcome: 'realised',
      minutes: 60,
      present: [{ role: 'TE-asiantuntija' }, { role: 'asiakas', name: 'Aino' }],
      occurredAt: '2026-02-27T07:00:00.000Z',
      recordedBy: coach.user,
    })
    expect(revision).toBeNull()
    expect((await polku.journeys.history(journey)).map(({ type }) => type)).toEqual(['start'])
    expect(await polku.contacts.get(contact.id, us)).toEqual(contact)
  })

  it('takes nothing but the channel for an attempt that nobody answered', async () => {
    const { polku, client } = await startJourney(document)
    const tried = await polku.contacts.record(client, { by: coach, channel: 'phone', outcome: 'triedNoAnswer' }, us)
    expect(tried.contact).toMatchObject({ kind: 'other', channel: 'phone', outcome: 'triedNoAnswer', text: null })
  })

  it('takes a note without channel, and says what a contact lacks', async () => {
    const { polku, client } = await startJourney(document)
    const noted = await polku.contacts.record(client, { by: coach, kind: 'note', text: 'Muista Kelan paperi.' }, us)
    expect(noted.contact).toMatchObject({ kind: 'note', channel: null, outcome: null, text: 'Muista Kelan paperi.' })
    const fieldsOf = async (input: object) =>
      (await problemFrom(polku.contacts.record(client, { by: coach, ...input }, us))).details.errors?.map(
        ({ path: [field] }) => field,
      )
    expect(await fieldsOf({})).toEqual(['channel', 'kind'])
    expect(await fieldsOf({ kind: 'note', channel: 'phone' })).toEqual(['channel', 'text'])
    expect(await fieldsOf({ kind: 'homeVisit', channel: 'visit', agreedNext: { title: 'x' } })).toEqual(['journey'])
  })

  it('refuses what lies ahead, and a journey of somebody else', async () => {
    const on = await openTestPolku()
    const { polku, client } = await startJourney(document, { on })
    const other = await startJourney(document, { on })
    const talk = { by: coach, kind: 'dropIn', channel: 'visit' } as const
    const ahead = polku.contacts.record(client, { ...talk, occurredAt: '2026-03-03T09:00:00+02:00' }, us)
    expect(await refusalOf(ahead)).toBe('in-the-future')
    expect(await refusalOf(polku.contacts.record(client, { ...talk, journey: other.journey }, us))).toBe(
      'invalid-request',
    )
    expect(await refusalOf(polku.contacts.record('nobody', talk, us))).toBe('not-found')
  })

  it('is one contact and one task, however often it is sent under its key', async () => {
    const { polku, client, journey } = await startJourney(document)
    const input = {
      by: coach,
      key: 'talk-1',
      journey,
      kind: 'jobSearchTalk',
      channel: 'phone',
      agreedNext: { title: 'Lähetä hakemus', dueDate: '2026-03-09' },
    } as const
    const first = await polku.contacts.record(client, input, us)
    expect(await polku.contacts.record(client, input, us)).toEqual(first)
    expect(await polku.contacts.ofClient(client, { organisation: us })).toHaveLength(1)
    expect(await polku.tasks.list({ journey })).toHaveLength(1)
    expect(await refusalOf(polku.contacts.record(client, { ...input, minutes: 5 }, us))).toBe('key-reused')
  })
})

describe('what was agreed next', () => {
  it('becomes a task of the journey in the same transaction, the writer’s unless told otherwise', async () => {
    const { polku, client, journey } = await startJourney(document)
    const talk = { by: coach, journey, kind: 'supplementaryTalk', channel: 'video' } as const
    const mine = await polku.contacts.record(client, { ...talk, agreedNext: { title: 'Soita työnantajalle' } }, us)
    const roles = await polku.contacts.record(
      client,
      { ...talk, agreedNext: { title: 'Arvioi', role: 'manager', dueDate: '2026-03-06' } },
      us,
    )
    expect(mine.revision).toBe(2)
    expect(await polku.tasks.get(mine.contact.task ?? '')).toMatchObject({
      kind: 'adHoc',
      assignee: coach.user,
      content: { title: 'Soita työnantajalle' },
    })
    expect(await polku.tasks.get(roles.contact.task ?? '')).toMatchObject({ role: 'manager', dueDate: '2026-03-06' })
  })

  it('takes the contact with it where it cannot be opened, and only tries in a dry run', async () => {
    const { polku, client, journey } = await startJourney(document)
    const talk = { by: coach, journey, kind: 'homeVisit', channel: 'visit' } as const
    const unknown = polku.contacts.record(client, { ...talk, agreedNext: { title: 'x', role: 'doctor' } }, us)
    expect((await problemFrom(unknown)).details.errors?.[0]?.path).toEqual(['agreedNext', 'role'])
    const tried = await polku.contacts.record(client, { ...talk, agreedNext: { title: 'x' }, dryRun: true }, us)
    expect(tried).toMatchObject({ revision: 2, contact: { task: `${journey}.1` } })
    await polku.journeys.exit(journey, { by: coach, code: 'stop', reason: 'Muutti' })
    expect(await refusalOf(polku.contacts.record(client, { ...talk, agreedNext: { title: 'x' } }, us))).toBe('ended')
    expect(await polku.contacts.ofClient(client, { organisation: us })).toEqual([])
    await polku.contacts.record(client, talk, us)
    expect(await polku.contacts.ofJourney(journey, { organisation: us })).toHaveLength(1)
  })
})

describe('a mistake', () => {
  it('is marked and replaced; both stay to be read', async () => {
    const { polku, client, journey } = await startJourney(document)
    const talk = { by: coach, journey, kind: 'jobSearchTalk', channel: 'phone', minutes: 20 } as const
    const { contact: wrong } = await polku.contacts.record(client, { ...talk, agreedNext: { title: 'Soita' } }, us)
    const { contact: right } = await polku.contacts.correct(
      wrong.id,
      { by: coach, kind: 'jobSearchTalk', channel: 'video', reason: 'Väärä kanava' },
      us,
    )
    expect(right).toMatchObject({ channel: 'video', minutes: null, replaces: wrong.id, task: wrong.task, journey })
    expect(right.occurredAt).toBe(wrong.occurredAt)
    expect(await polku.contacts.get(wrong.id, us)).toMatchObject({
      replacedBy: right.id,
      enteredInError: { by: coach.user, reason: 'Väärä kanava' },
    })
    const ids = async (withErrors: boolean) =>
      (await polku.contacts.ofClient(client, { organisation: us, withErrors })).map(({ id }) => id)
    expect(await ids(false)).toEqual([right.id])
    expect(await ids(true)).toEqual([right.id, wrong.id])
    expect(await refusalOf(polku.contacts.enteredInError(wrong.id, { by: coach, reason: 'x' }, us))).toBe('wrong-kind')
    await polku.contacts.enteredInError(right.id, { by: coach, reason: 'Väärä asiakas' }, us)
    expect(await ids(false)).toEqual([])
  })
})

describe('lists of contacts', () => {
  it('go newest first by when it happened, page by page', async () => {
    const { polku, client } = await startJourney(document)
    for (const day of ['2026-01-10', '2026-02-20', '2026-01-30', '2026-02-20']) {
      const talk = { by: coach, kind: 'dropIn', channel: 'visit' } as const
      await polku.contacts.record(client, { ...talk, occurredAt: `${day}T10:00:00+02:00` }, us)
    }
    const days: string[] = []
    let after: { occurredAt: number; id: string } | undefined
    for (let page = 0; page < 3; page++) {
      const [one, two] = await polku.contacts.ofClient(client, { organisation: us, limit: 2, after })
      const last = two ?? one
      after = last && { occurredAt: Date.parse(last.occurredAt), id: last.id }
      days.push(...[one, two].flatMap((contact) => contact?.occurredAt.slice(5, 10) ?? []))
    }
    expect(days).toEqual(['02-20', '02-20', '01-30', '01-10'])
  })

  it('leave out confidential ones of other organisations, which open for nobody else', async () => {
    const file = temporaryFile()
    const on = await openTestPolku({ database: file })
    const { polku, client } = await startJourney(document, { on })
    const secret = { by: coach, kind: 'other', channel: 'phone', class: 'confidential', text: 'Salainen asia' } as const
    const { contact } = await polku.contacts.record(client, secret, 'clinic')
    await polku.contacts.record(client, { by: coach, kind: 'dropIn', channel: 'visit', text: 'Avoin asia' }, 'clinic')
    expect((await polku.contacts.ofClient(client, { organisation: us })).map(({ text }) => text)).toEqual([
      'Avoin asia',
    ])
    expect(await polku.contacts.ofClient(client, { organisation: 'clinic' })).toHaveLength(2)
    expect(await refusalOf(polku.contacts.get(contact.id, us))).toBe('not-found')
    expect(await refusalOf(polku.contacts.correct(contact.id, { ...secret, text: 'Muutettu' }, us))).toBe('not-found')
    const tables = readTables(file)
    expect(JSON.stringify(tables.all().contacts)).not.toContain('Salainen')
    tables.close()
  })
})
