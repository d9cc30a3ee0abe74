import { describe, expect, it } from 'vitest'
import { coach, manager, openTestPolku, problemFrom, refusalOf } from '../../support/testPolku.ts'

const aino = {
  by: coach,
  givenName: 'Aino',
  familyName: 'Asiakas',
  identityCode: '131052-9085',
  language: 'sv',
  interpreterLanguage: 'so',
  phone: '040 123 4567',
  email: 'aino@example.org',
  address: { street: 'Katu 1', postalCode: '00100', city: 'Helsinki' },
  contactChannels: ['textMessage', 'letter'],
  proxies: [{ name: 'Eino Esimerkki', kind: 'guardian', scope: 'Raha-asiat', until: '2027-12-31' }],
} as const
const made = { ...aino, contactChannels: [...aino.contactChannels], proxies: [...aino.proxies] }

describe('a client', () => {
  it('is kept with all that is known of the person', async () => {
    const { polku } = await openTestPolku()
    const { id, duplicates } = await polku.clients.create({ ...made, team: 'pohjoinen' })
    expect(duplicates).toEqual([])
    expect(await polku.clients.get(id)).toMatchObject({
      organisation: 'own',
      team: 'pohjoinen',
      revision: 1,
      name: 'Aino Asiakas',
      givenName: 'Aino',
      birthDate: '1952-10-13',
      interpreterLanguage: 'so',
      address: { street: 'Katu 1', postalCode: '00100', city: 'Helsinki', country: 'FI' },
      contactChannels: ['textMessage', 'letter'],
      proxies: made.proxies,
    })
    const bare = await polku.clients.create({ by: coach })
    expect(await polku.clients.get(bare.id)).toMatchObject({
      name: null,
      identityCode: null,
      address: null,
      proxies: [],
    })
  })

  it('is changed field by field, by whom and when', async () => {
    const { polku, clock } = await openTestPolku()
    const { id } = await polku.clients.create(made)
    clock.advance(60_000)
    const changes = { revision: 1, phone: '050 1', email: null, identityCode: '010190-950A', by: manager, key: 'k' }
    expect(await polku.clients.update(id, { ...changes, phone: '050 111 2222' })).toEqual({ id, revision: 2 })
    const client = await polku.clients.get(id)
    expect(client).toMatchObject({
      revision: 2,
      phone: '050 111 2222',
      email: null,
      language: 'sv',
      changedBy: 'manager-1',
    })
    expect(client).toMatchObject({
      identityCode: '010190-950A',
      birthDate: '1990-01-01',
      changedAt: clock.now().toISOString(),
    })
    expect(await polku.clients.find({ identityCode: '131052-9085' })).toBeUndefined()
    expect(await polku.clients.find({ identityCode: '010190-950a' })).toMatchObject({ id })
    // the same request once more is answered, and changes nothing
    expect(await polku.clients.update(id, { ...changes, phone: '050 111 2222' })).toEqual({ id, revision: 2 })
    expect(await refusalOf(polku.clients.update(id, { ...changes, phone: '050 111 3333' }))).toBe('key-reused')
  })

  it('that somebody has changed meanwhile is not changed over it', async () => {
    const { polku } = await openTestPolku()
    const { id } = await polku.clients.create({ by: coach, name: 'Aino' })
    await polku.clients.update(id, { by: coach, revision: 1, name: 'Aino Asiakas' })
    const late = await problemFrom(polku.clients.update(id, { by: manager, revision: 1, name: 'Eino' }))
    expect([late.code, late.details.revision]).toEqual(['stale-revision', 2])
    const both = await Promise.allSettled(
      ['A', 'B'].map((name) => polku.clients.update(id, { by: coach, revision: 2, name })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it.each([
    ['an address that is none', { email: 'aino' }, 'email'],
    ['a telephone number of letters', { phone: 'soita' }, 'phone'],
    ['a day that is not the code’s', { identityCode: '131052-9085', birthDate: '1952-10-14' }, 'birthDate'],
    ['a proxy of no kind', { proxies: [{ name: 'x', kind: 'friend', scope: 'y' }] }, 'proxies'],
    ['nothing to change', {}, 'revision'],
  ])('refuses %s, and says where', async (_what, changes, field) => {
    const { polku } = await openTestPolku()
    const { id } = await polku.clients.create({ by: coach })
    const { code, details } = await problemFrom(
      polku.clients.update(id, { by: coach, revision: 1, ...changes } as never),
    )
    expect(code).toBe('invalid-request')
    expect(details.errors?.[0]?.path[0]).toBe(field)
  })

  it('with a protected address is shown without it, unless whoever asks may see it', async () => {
    const { polku } = await openTestPolku()
    const { id } = await polku.clients.create({ ...made, addressProtected: true })
    const seen = [
      await polku.clients.get(id),
      ...(await polku.clients.list()),
      await polku.clients.find({ identityCode: aino.identityCode }),
      ...(await polku.clients.search({ name: 'Aino' })).map(({ client }) => client),
    ]
    expect(seen).toHaveLength(4)
    for (const client of seen) expect(client).toMatchObject({ id, address: null, addressProtected: true })
    expect(await polku.clients.get(id, { showProtected: true })).toMatchObject({ address: { street: 'Katu 1' } })
  })

  it('of a Polku that is not for demonstrations has no code for tests', async () => {
    const { polku } = await openTestPolku({ demo: false })
    const { code, message } = await problemFrom(polku.clients.create({ by: coach, identityCode: '131052-9085' }))
    expect(code).toBe('invalid-request')
    expect(message).not.toContain('131052')
  })
})

describe('an identity code', () => {
  it('is one client’s in an organisation, and another’s in another', async () => {
    const { polku } = await openTestPolku()
    const create = (organisation: string) => polku.clients.create({ ...made, organisation })
    const [mine, theirs] = [await create('kunta'), await create('saatio')]
    expect(theirs.duplicates).toEqual([])
    expect(await refusalOf(create('kunta'))).toBe('identity-taken')
    const find = async (organisation: string) =>
      (await polku.clients.find({ organisation, identityCode: aino.identityCode }))?.id
    expect([await find('kunta'), await find('saatio'), await find('own')]).toEqual([mine.id, theirs.id, undefined])
    expect((await polku.clients.list({ organisation: 'saatio' })).map(({ id }) => id)).toEqual([theirs.id])
    const other = await polku.clients.create({ by: coach, organisation: 'kunta' })
    const taken = polku.clients.update(other.id, { by: coach, revision: 1, identityCode: aino.identityCode })
    expect(await refusalOf(taken)).toBe('identity-taken')
  })
})

describe('a duplicate', () => {
  const person = { name: 'Aino Asiakas', birthDate: '1952-10-13' }

  it('is warned of: the same code, or a like name born on the same day', async () => {
    const { polku } = await openTestPolku()
    const { id } = await polku.clients.create(made)
    const sameName = { duplicates: [{ client: id, why: 'nameAndBirthDate' }] }
    for (const name of ['Aino Asiakas', 'Asiakas Aino', 'Aino Asikas', 'Äino Asiakas', 'Aino Maria Asiakas'])
      expect(await polku.clients.duplicates({ ...person, name }), name).toEqual(sameName.duplicates)
    expect(await polku.clients.duplicates({ identityCode: aino.identityCode })).toEqual([
      { client: id, why: 'identityCode' },
    ])
    for (const other of [{ name: 'Veera Virtanen' }, { birthDate: '1952-10-14' }, { birthDate: undefined }])
      expect(await polku.clients.duplicates({ ...person, ...other })).toEqual([])
    // the same day is told by a code too: with another sign it is another person, perhaps of the same name
    const asked = { by: coach, name: 'Aino Asiakas', identityCode: '131052Y9085', key: 'k' }
    const created = await polku.clients.create(asked)
    expect(created).toMatchObject(sameName)
    expect(await polku.clients.create(asked)).toEqual(created)
  })

  it('in another organisation is nobody: every answer is as if there were none', async () => {
    const { polku } = await openTestPolku()
    const { polku: empty } = await openTestPolku()
    await polku.clients.create({ ...made, organisation: 'kunta' })
    const asked = { organisation: 'saatio', ...person, identityCode: aino.identityCode }
    const answers = ({ clients }: typeof polku) =>
      Promise.all([
        clients.duplicates(asked),
        clients.search({ organisation: 'saatio', name: person.name, phone: aino.phone }),
        clients.find({ organisation: 'saatio', identityCode: aino.identityCode }),
        clients.create({ by: coach, ...asked }).then(({ duplicates }) => duplicates),
      ])
    expect(await answers(polku)).toEqual(await answers(empty))
    expect(await answers(empty).catch(({ code }) => code)).toBe('identity-taken')
  })
})
