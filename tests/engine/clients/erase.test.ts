import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openPolku } from '../../../engine/index.ts'
import { readTables } from '../../support/tables.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import {
  coach,
  criterion,
  facts,
  manager,
  openTestPolku,
  problemFrom,
  refusalOf,
  smallPathway,
} from '../../support/testPolku.ts'

const pathway = smallPathway({
  facts: { ...facts, story: { type: 'text', label: { fi: 'Tarina' } } },
  criteria: { enough: criterion('hours >= 6', { overridable: true }) },
  taskDefinitions: {
    talk: {
      label: { fi: 'Keskustelu' },
      role: 'coach',
      form: [{ name: 'note', label: { fi: 'Muistio' }, value: { type: 'text' } }],
    },
  },
  initial: 'first',
  states: {
    first: { tasks: ['talk'], on: { go: { target: 'second', criteria: ['enough'] }, note: 'first' } },
    second: {},
  },
})

const basis = { by: manager, reason: 'clientRequest', basis: '2016/679 art.17' } as const
const code = '131052-9085'
/** Stands in everything that is written of the person; long enough to be found by a piece of it. */
const mark = 'Xylofonisti-Ärrävaara'

/** Every way in which a text may stand in a file. */
function formsOf(text: string): Buffer[] {
  const plain = Buffer.from(text)
  // in base64 a text looks in three ways, by where it begins; the ends hang together with what stands beside it
  const encoded = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), plain]).toString('base64')
    return Buffer.from(whole.slice(before === 0 ? 0 : 4, -4))
  })
  const wide = Buffer.from(text, 'utf16le')
  return [
    plain,
    Buffer.from(text.toLowerCase()),
    wide,
    Buffer.from(wide).swap16(),
    Buffer.from(plain.toString('hex')),
    ...encoded,
  ]
}

const filesOf = (database: string) =>
  [database, `${database}-wal`, `${database}-shm`].filter((file) => existsSync(file))
const countIn = (files: string[], needles: readonly Buffer[]) => {
  const contents = files.map((file) => readFileSync(file))
  return needles.filter((needle) => contents.some((content) => content.includes(needle))).length
}

/** A person of whom there is something everywhere, among others; the journey has ended. */
async function everywhere() {
  const database = temporaryFile()
  const mails: unknown[] = []
  const { polku, clock } = await openTestPolku({ database, deliver: async (message) => void mails.push(message) })
  await polku.pathways.publish(pathway, { by: manager })
  const other = async (index: number) => {
    const { id } = await polku.clients.create({ by: coach, name: `Toinen ${index}`, phone: `040 000 ${1000 + index}` })
    await polku.clients.record(id, { by: coach, source: 'toinen', facts: { story: `toisen tarina ${index}` } })
    return id
  }
  const others = [await other(0)]
  const { id: client } = await polku.clients.create({
    by: coach,
    key: `luo ${mark}`,
    name: mark,
    givenName: mark,
    familyName: mark,
    identityCode: code,
    phone: '040 555 1234',
    email: 'xylofonisti@example.org',
    address: { street: mark, city: mark },
    proxies: [{ name: mark, kind: 'helper', scope: mark.repeat(40) }],
  })
  const by = coach
  for (let turn = 1; turn <= 30; turn++) {
    // rows that grow and move leave behind what they were; others come in between
    await polku.clients.update(client, {
      by,
      revision: turn,
      key: `${mark} ${turn}`,
      address: { street: mark.repeat(1 + (turn % 9)) },
    })
    await polku.clients.record(client, {
      by,
      key: `tieto ${mark} ${turn}`,
      source: mark,
      facts: { story: mark.repeat(turn) },
    })
    others.push(await other(turn))
  }
  const { journey } = await polku.journeys.start({
    by,
    pathway: 'small',
    client,
    responsible: { user: coach.user },
    occurredAt: clock.now().toISOString(),
    reason: mark,
  })
  const { id } = journey
  await polku.journeys.send(id, { by, event: 'note', data: { note: mark.repeat(300) }, reason: mark, key: mark })
  const { task } = await polku.tasks.open({
    by: manager,
    journey: id,
    title: mark,
    description: mark.repeat(50),
    assignee: coach.user,
  })
  await polku.tasks.complete(task, { by, reason: mark })
  const [talk] = await polku.tasks.list({ client, status: 'open' })
  await polku.tasks.complete(talk?.id ?? '', { by, form: { note: mark } })
  const words = {
    kind: 'jobSearchTalk' as const,
    channel: 'phone' as const,
    place: mark,
    present: [{ name: mark }],
    text: mark.repeat(20),
  }
  const { contact } = await polku.contacts.record(client, { by, key: `soitto ${mark}`, ...words, journey: id }, 'own')
  await polku.contacts.enteredInError(contact.id, { by, reason: mark }, 'own')
  await polku.contacts.record(client, { by, ...words, class: 'confidential' }, 'own')
  await polku.people.prepareFirst()
  await polku.grants.grant({
    by,
    key: `lupa ${mark}`,
    client,
    journey: id,
    organisation: 'own',
    caseRole: 'coach',
    basis: 'consent',
    purpose: mark,
    consent: { giver: mark, items: ['hours'] },
  })
  await polku.journeys.suspend(id, { by, reason: mark, reviewDate: '2027-06-01' })
  const hold = await polku.clients.placeHold(client, { by: manager, why: mark })
  await polku.runDue()
  const end = () => polku.journeys.exit(id, { by, code: 'stop', reason: mark })
  return { database, polku, clock, client, journey: id, hold: hold.id, others, end }
}

type Person = Awaited<ReturnType<typeof everywhere>>

/** Every sealed value and the wrapped key of the client, and the hash of the code, as they stand in the database. */
function bytesOf({ database, client, journey }: Person): Buffer[] {
  const reader = readTables(database)
  const rows = reader.rows<{ bytes: Uint8Array | string }>(
    `SELECT sealed AS bytes FROM clients WHERE id = '${client}' UNION ALL SELECT wrapped_key FROM clients WHERE id = '${client}'
     UNION ALL SELECT identity_hash FROM clients WHERE id = '${client}'
     UNION ALL SELECT sealed FROM facts WHERE client = '${client}' UNION ALL SELECT sealed FROM legal_holds WHERE client = '${client}'
     UNION ALL SELECT sealed FROM journal WHERE journey = '${journey}' AND sealed IS NOT NULL
     UNION ALL SELECT sealed FROM tasks WHERE journey = '${journey}' AND sealed IS NOT NULL`,
  )
  reader.close()
  // of a long value a page holds pieces: each of them counts
  return rows.flatMap(({ bytes }) => {
    const all = Buffer.from(bytes as string)
    return Array.from({ length: Math.ceil(all.length / 64) }, (_, at) => all.subarray(at * 64, at * 64 + 64)).filter(
      (piece) => piece.length >= 16,
    )
  })
}

describe('erasing a client', () => {
  it('leaves no trace in the database, its log, or a backup made after it', async () => {
    const person = await everywhere()
    const { polku, database, client, journey, hold, others } = person
    await person.end()
    await polku.clients.endHold(client, hold, { by: manager })
    await polku.runDue()
    const bytes = bytesOf(person)
    expect(bytes.length).toBeGreaterThan(60)
    // what is looked for is there before, but for pieces that two pages share, so finding nothing means something
    expect(countIn(filesOf(database), bytes)).toBeGreaterThan(bytes.length * 0.9)
    const texts = [mark, code, 'xylofonisti@example.org'].flatMap(formsOf)
    expect(countIn(filesOf(database), texts)).toBeGreaterThan(0)

    expect(await polku.clients.erase(client, basis)).toMatchObject({
      client,
      isLogCleared: true,
      basis: '2016/679 art.17',
    })
    const backup = `${database}.backup`
    await polku.backup(backup)
    expect(countIn([...filesOf(database), backup], bytes)).toBe(0)
    expect(countIn([...filesOf(database), backup], texts)).toBe(0)
    const reader = readTables(database)
    const left = (sql: string) => reader.rows<{ left: number }>(`SELECT count(*) AS left FROM ${sql}`, client)[0]?.left
    expect(left('client_marks WHERE client = ?')).toBe(0)
    expect(left('facts WHERE client = ?')).toBe(0)
    expect(left('notifications WHERE journey IN (SELECT id FROM journeys WHERE client = ?)')).toBe(0)
    reader.close()

    expect(await refusalOf(polku.clients.get(client))).toBe('not-found')
    expect(await refusalOf(polku.clients.facts(client))).toBe('not-found')
    expect(
      await refusalOf(polku.journeys.start({ by: coach, pathway: 'small', client, responsible: { user: 'x' } })),
    ).toBe('not-found')
    expect(await polku.clients.search({ name: mark })).toEqual([])
    expect(await polku.clients.find({ identityCode: code })).toBeUndefined()
    expect((await polku.clients.list()).map(({ id }) => id)).not.toContain(client)
    // the journey is still there, and folds
    expect((await polku.journeys.replay(journey)).status).toBe('ended')
    expect((await polku.journeys.get(journey)).status).toBe('ended')
    const history = await polku.journeys.history(journey)
    expect(history.map(({ type }) => type)).toContain('completeTask')
    expect(JSON.stringify(history)).not.toContain(mark)
    expect((await polku.tasks.list({ client })).length).toBeGreaterThan(0)
    expect((await polku.journeys.audit(journey)).differences).toEqual([])
    // nobody else has lost anything
    for (const [index, id] of others.entries()) {
      expect((await polku.clients.get(id)).name).toBe(`Toinen ${index}`)
      expect(await polku.clients.facts(id)).toMatchObject([{ value: `toisen tarina ${index}` }])
    }
    // asked again it tells what was done; the code is free
    expect(await polku.clients.erase(client, { ...basis, by: coach })).toMatchObject({ erasedBy: manager.user })
    expect((await polku.clients.create({ by: coach, identityCode: code })).duplicates).toEqual([])
  })

  it('is refused while a hold stands, a journey is live or a message is under way', async () => {
    const person = await everywhere()
    const { polku, client, hold, journey, clock } = person
    expect(await refusalOf(polku.clients.erase(client, basis))).toBe('on-hold')
    await polku.clients.endHold(client, hold, { by: manager })
    const live = await problemFrom(polku.clients.erase(client, basis))
    expect([live.code, live.details.journey]).toEqual(['not-erasable', journey])
    await person.end()
    expect(await refusalOf(polku.clients.erase(client, basis))).toBe('not-erasable')
    await polku.runDue()
    await polku.clients.placeHold(client, { by: manager, why: 'valitus', until: '2027-01-31' })
    clock.set('2027-01-31T23:30:00+02:00')
    expect(await refusalOf(polku.clients.erase(client, basis))).toBe('on-hold')
    expect(await polku.clients.holds(client)).toMatchObject([
      { why: 'valitus', until: '2027-01-31', isStanding: true },
      { why: mark, endedBy: manager.user, isStanding: false },
    ])
    clock.set('2027-02-01T00:30:00+02:00')
    for (const wrong of [{ basis: `muutti pois, ${mark}` }, { reason: mark }])
      expect(await refusalOf(polku.clients.erase(client, { ...basis, ...wrong } as never))).toBe('invalid-request')
    expect(await polku.clients.erase(client, basis)).toMatchObject({ isLogCleared: true })
  })

  it('holds for a process that had opened the client before', async () => {
    const person = await everywhere()
    const { polku, database, client, hold, clock } = person
    const second = await openPolku({ database, demo: true, clock })
    const record = () => second.clients.record(client, { by: coach, source: 'x', facts: { story: mark } })
    await record()
    expect((await second.clients.get(client)).name).toBe(mark)
    await person.end()
    await polku.clients.endHold(client, hold, { by: manager })
    await polku.runDue()
    expect(await polku.clients.erase(client, basis)).toMatchObject({ isLogCleared: true })
    expect(await refusalOf(record())).toBe('not-found')
    expect(await refusalOf(second.clients.update(client, { by: coach, revision: 31, name: mark }))).toBe('not-found')
    expect(await second.clients.search({ name: mark })).toEqual([])
    await second.close()
    expect(countIn(filesOf(database), formsOf(mark))).toBe(0)
  })
})
