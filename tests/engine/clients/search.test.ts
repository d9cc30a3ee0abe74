import { describe, expect, it } from 'vitest'
import { readTables } from '../../support/tables.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { coach, openTestPolku } from '../../support/testPolku.ts'

const people = [
  { givenName: 'Aino', familyName: 'Virtanen', phone: '+358 40 123 4567' },
  { givenName: 'Eino', familyName: 'Virtanen', phone: '040-765 4321' },
  { givenName: 'Anna-Maija', familyName: 'Järvinen' },
  { givenName: 'Åke', familyName: 'Öhman', phone: '+46 8 123 45 67' },
  { givenName: 'Väinö', familyName: 'Mäki-Korpela' },
  { name: 'Mohamed Abdi Hassan' },
  { givenName: 'Olli', familyName: 'O’Brien' },
]

async function register() {
  const database = temporaryFile()
  const { polku } = await openTestPolku({ database })
  const named = new Map<string, string>()
  for (const person of people) {
    const { id } = await polku.clients.create({ by: coach, ...person })
    named.set(id, person.name ?? `${person.givenName} ${person.familyName}`)
  }
  const search = async (asked: { name?: string; phone?: string; limit?: number }) =>
    (await polku.clients.search(asked)).map(({ client }) => named.get(client.id))
  return { polku, search, database }
}

describe('searching by name', () => {
  it.each([
    ['Aino Virtanen', 'Aino Virtanen'],
    ['virtanen aino', 'Aino Virtanen'],
    ['Aino Vritanen', 'Aino Virtanen'],
    ['Aino Wirtanen', 'Aino Virtanen'],
    ['Aino Virtane', 'Aino Virtanen'],
    ['ain virt', 'Aino Virtanen'],
    ['Anna Maija Järvinen', 'Anna-Maija Järvinen'],
    ['annamaija jarvinen', 'Anna-Maija Järvinen'],
    ['maija', 'Anna-Maija Järvinen'],
    ['ohman', 'Åke Öhman'],
    ['ake öhman', 'Åke Öhman'],
    ['vaino maki korpela', 'Väinö Mäki-Korpela'],
    ['Mäkikorpela', 'Väinö Mäki-Korpela'],
    ['muhamed hasan', 'Mohamed Abdi Hassan'],
    ['obrien', 'Olli O’Brien'],
  ])('"%s" finds %s first', async (asked, first) => {
    const { search } = await register()
    expect((await search({ name: asked }))[0]).toBe(first)
  })

  it('gives everybody who fits, the likeliest first, and nobody else', async () => {
    const { polku, search } = await register()
    expect(await search({ name: 'Virtanen' })).toEqual(['Aino Virtanen', 'Eino Virtanen'])
    expect(await search({ name: 'Eino Virtanen' })).toEqual(['Eino Virtanen', 'Aino Virtanen'])
    expect(await search({ name: 'Virtanen', limit: 1 })).toHaveLength(1)
    for (const name of ['Korhonen', 'Aino Korhonen', '?', 'x']) expect(await search({ name }), name).toEqual([])
    const [exact, slip] = await polku.clients.search({ name: 'Eino Virtanen' })
    expect(exact?.likeness).toBe(1)
    expect(slip?.likeness).toBeLessThan(1)
  })

  it('finds a client under the new name, not under the old', async () => {
    const { polku, search } = await register()
    const [found] = await polku.clients.search({ name: 'Eino Virtanen' })
    await polku.clients.update(found?.client.id ?? '', { by: coach, revision: 1, familyName: 'Korhonen' })
    expect(await search({ name: 'Korhonen' })).toEqual(['Eino Virtanen'])
    expect(await search({ name: 'Virtanen' })).toEqual(['Aino Virtanen'])
  })
})

describe('searching by telephone number', () => {
  it.each(['+358 40 123 4567', '0401234567', '00358 (0)40 1234567', '123 4567', '040-1234', '0401234568'])(
    '%s finds Aino',
    async (phone) => {
      const { search } = await register()
      expect((await search({ phone }))[0]).toBe('Aino Virtanen')
    },
  )

  it('goes together with a name', async () => {
    const { search } = await register()
    expect(await search({ phone: '1234567' })).toEqual(['Aino Virtanen', 'Åke Öhman'])
    expect(await search({ phone: '1234567', name: 'ohman' })).toEqual(['Åke Öhman'])
    expect(await search({ phone: '999 9999' })).toEqual([])
  })
})

describe('the index that is searched', () => {
  it('holds no name and no number, and not the same marks for the same name elsewhere', async () => {
    const { polku, database } = await register()
    const twice = { by: coach, name: 'Veera Esimerkki', phone: '050 000 1111' }
    const { id: here } = await polku.clients.create(twice)
    const { id: there } = await polku.clients.create({ ...twice, organisation: 'muu' })
    const reader = readTables(database)
    const marksOf = (client: string) =>
      reader.rows<{ mark: number }>('SELECT mark FROM client_marks WHERE client = ?', client).map(({ mark }) => mark)
    const [mine, theirs] = [marksOf(here), marksOf(there)]
    expect(mine.length).toBeGreaterThan(15)
    expect(mine.filter((mark) => theirs.includes(mark))).toEqual([])
    expect(reader.fingerprint()).not.toMatch(/Veera|veera|Esimerkki|0001111|500001111/)
    reader.close()
  })
})
