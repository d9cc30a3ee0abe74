import { describe, expect, it } from 'vitest'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { coach, manager, openTestPolku, smallPathway, type TestPolku } from '../../support/testPolku.ts'

const by = coach
const employment = smallPathway({ id: 'tyo', initial: 'a', states: { a: {} } })
const socialCare = smallPathway({ id: 'sosiaali', recordClass: 'socialCare', initial: 'a', states: { a: {} } })

async function open(): Promise<TestPolku> {
  const opened = await openTestPolku({ database: temporaryFile() })
  for (const document of [employment, socialCare]) await opened.polku.pathways.publish(document, { by: manager })
  return opened
}

/** A journey that begins on one day and ends on another. */
async function journey({ polku, clock }: TestPolku, client: string, pathway: string, from: string, to?: string) {
  clock.set(`${from}T10:00:00+02:00`)
  const started = await polku.journeys.start({ by, pathway, client, responsible: { user: by.user } })
  if (to === undefined) return started.journey.id
  clock.set(`${to}T10:00:00+02:00`)
  await polku.journeys.exit(started.journey.id, { by, code: 'stop', reason: `Muutti pois ${to}` })
  await polku.runDue()
  return started.journey.id
}

const create = async ({ polku, clock }: TestPolku, on: string, more: object = {}) => {
  clock.set(`${on}T09:00:00+02:00`)
  return (await polku.clients.create({ by, name: 'Aino', ...more })).id
}

const dueOn = async ({ polku, clock }: TestPolku, day: string) => {
  clock.set(`${day}T12:00:00+02:00`)
  return (await polku.retention.due()).items.map(({ client, recordClass, erases }) => ({ client, recordClass, erases }))
}

describe('what is due for erasure', () => {
  it('is counted from the end of the last journey of its register: the day after the years is the first', async () => {
    const opened = await open()
    const client = await create(opened, '2020-01-07')
    await journey(opened, client, 'tyo', '2020-01-07', '2020-02-29')
    await journey(opened, client, 'tyo', '2020-03-02', '2021-05-10')
    expect(await dueOn(opened, '2025-05-10')).toEqual([])
    expect(await dueOn(opened, '2025-05-11')).toEqual([{ client, recordClass: 'employment', erases: 'client' }])
    expect((await opened.polku.retention.due()).items[0]).toMatchObject({
      endedOn: '2021-05-10',
      keptUntil: '2025-05-10',
      years: 4,
      source: '380/2023 s.122',
      isHeld: false,
    })
    // a month without the day ends on its last (150/1930 s. 3)
    const leap = await create(opened, '2020-01-07')
    await journey(opened, leap, 'sosiaali', '2020-01-07', '2020-02-29')
    expect((await dueOn(opened, '2030-02-28')).filter((one) => one.client === leap)).toEqual([])
    expect((await dueOn(opened, '2030-03-01')).filter((one) => one.client === leap)).toHaveLength(1)
  })

  it('has a clock for each register of one person, and none while a journey of it is live', async () => {
    const opened = await open()
    const client = await create(opened, '2015-01-07')
    await journey(opened, client, 'sosiaali', '2015-01-07', '2016-01-07')
    await journey(opened, client, 'tyo', '2015-02-02', '2017-03-01')
    const records = [{ client, recordClass: 'employment', erases: 'records' }]
    expect(await dueOn(opened, '2022-01-10')).toEqual(records)
    expect(await dueOn(opened, '2026-01-08')).toEqual(
      [
        { client, recordClass: 'employment', erases: 'client' },
        { client, recordClass: 'socialCare', erases: 'client' },
      ].sort((a, b) => (a.recordClass < b.recordClass ? 1 : -1)),
    )
    await journey(opened, client, 'sosiaali', '2026-01-09')
    expect(await dueOn(opened, '2027-01-10')).toEqual(records)
    await journey(opened, client, 'tyo', '2027-01-11')
    expect(await dueOn(opened, '2040-01-10')).toEqual([])
  })

  it('counts a register that the client is said to be in, and whoever never had a journey', async () => {
    const opened = await open()
    const social = await create(opened, '2015-01-07', { customerships: ['socialCare'] })
    await journey(opened, social, 'tyo', '2015-01-07', '2016-01-07')
    const never = await create(opened, '2016-01-07')
    expect(await dueOn(opened, '2021-06-01')).toEqual([
      { client: social, recordClass: 'employment', erases: 'records' },
      { client: never, recordClass: 'employment', erases: 'client' },
    ])
  })

  it('is listed page by page, of one organisation, and a hold is told', async () => {
    const opened = await open()
    const all: string[] = []
    for (let index = 0; index < 5; index++) {
      all.push(await create(opened, `2015-01-0${index + 1}`, { organisation: 'kunta' }))
    }
    await opened.polku.clients.placeHold(all[1] ?? '', { by: manager, why: 'valitus' })
    opened.clock.set('2026-01-01T12:00:00+02:00')
    const seen: [string, boolean][] = []
    let after: string | null | undefined
    while (after !== null) {
      const page = await opened.polku.retention.due({ organisation: 'kunta', limit: 2, after: after ?? undefined })
      expect(page.items.length).toBeLessThanOrEqual(2)
      for (const { client, isHeld } of page.items) seen.push([client, isHeld])
      after = page.after
    }
    expect(seen).toEqual(all.map((client, index) => [client, index === 1]))
    expect((await opened.polku.retention.due()).items).toEqual([])
  })
})

describe('erasing what is due', () => {
  it('erases row by row, each with its own answer, and nothing that is not due', async () => {
    const opened = await open()
    const { polku } = opened
    const over = await create(opened, '2015-01-07', { name: 'Ohi' })
    const both = await create(opened, '2015-01-07', { name: 'Molemmat' })
    const work = await journey(opened, both, 'tyo', '2015-01-07', '2016-01-07')
    const care = await journey(opened, both, 'sosiaali', '2015-02-02', '2018-01-07')
    const held = await create(opened, '2015-01-07', { name: 'Pidossa' })
    await polku.clients.placeHold(held, { by: manager, why: 'valitus' })
    const live = await create(opened, '2015-01-07', { name: 'Vireillä' })
    await journey(opened, live, 'tyo', '2018-02-01')
    await dueOn(opened, '2022-01-10')
    const rows = [over, both, held, live, 'nobody'].map((client) => ({ client, recordClass: 'employment' as const }))
    const answers = await polku.retention.erase({
      by: manager,
      rows: [...rows, { client: both, recordClass: 'socialCare' }],
    })
    expect(answers.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'clientErased',
      'recordsErased',
      'on-hold',
      'not-erasable',
      'not-found',
      'not-erasable',
    ])
    // of the two registers one has lost its words, and the client is still there
    expect((await polku.clients.list()).map(({ name }) => name)).toEqual(['Molemmat', 'Pidossa', 'Vireillä'])
    const reasons = async (id: string) => (await polku.journeys.history(id)).flatMap(({ reason }) => reason ?? [])
    expect(await reasons(work)).toEqual([])
    expect(await reasons(care)).toEqual(['Muutti pois 2018-01-07'])
    for (const id of [work, care]) {
      expect((await polku.journeys.replay(id)).status).toBe('ended')
      expect((await polku.journeys.audit(id)).differences).toEqual([])
    }
    expect(await polku.clients.erasures(both)).toMatchObject([{ recordClass: 'employment', basis: '380/2023 s.122' }])
    expect(await polku.clients.erasures(over)).toMatchObject([{ recordClass: null, reason: 'retentionOver' }])
    // what has been erased is not due again; when the other clock has run out, all of it is
    expect((await dueOn(opened, '2022-01-11')).filter(({ client }) => client === both)).toEqual([])
    const later = (await dueOn(opened, '2028-01-08')).filter(({ client }) => client === both)
    expect(later).toContainEqual({ client: both, recordClass: 'socialCare', erases: 'client' })
    const last = await polku.retention.erase({ by: manager, rows: [{ client: both, recordClass: 'socialCare' }] })
    expect(last).toMatchObject([{ outcome: 'clientErased' }])
  })
})
