import { describe, expect, it } from 'vitest'
import { openTestPolku, refusalOf } from '../../support/testPolku.ts'

const mari = { user: 'mari', roles: [] }
const jussi = { user: 'jussi', roles: [] }
const viewer = (user: string, teams: string[] = [], organisation = 'own') => ({ user, teams, organisation })
const late = { by: mari, name: 'Myöhässä', list: 'overdue', filters: { phase: 'kuntoutus' }, sort: 'due' } as const

describe('a saved list', () => {
  it('is its owner’s, and of those it is shared with', async () => {
    const { polku } = await openTestPolku()
    await polku.savedLists.create(late)
    await polku.savedLists.create({ ...late, name: 'Tiimin', sharedWith: { kind: 'team', id: 'north' } })
    await polku.savedLists.create({ ...late, name: 'Kaikkien', sharedWith: { kind: 'organisation', id: 'own' } })
    const names = async (...of: Parameters<typeof viewer>) =>
      (await polku.savedLists.list(viewer(...of))).map(({ name }) => name)
    expect(await names('mari', [], 'elsewhere')).toEqual(['Kaikkien', 'Myöhässä', 'Tiimin'])
    expect(await names('jussi', ['north'])).toEqual(['Kaikkien', 'Tiimin'])
    expect(await names('lea', ['south'], 'elsewhere')).toEqual([])
  })

  it('keeps list, filters and order, and is saved once under a key', async () => {
    const { polku } = await openTestPolku()
    const saved = await polku.savedLists.create({ ...late, key: 'late' })
    expect(saved).toMatchObject({ owner: 'mari', list: 'overdue', filters: { phase: 'kuntoutus' }, sort: 'due' })
    expect(await polku.savedLists.create({ ...late, key: 'late' })).toEqual(saved)
    expect(await polku.savedLists.list(viewer('mari'))).toEqual([saved])
  })

  it('is changed and removed by its owner only', async () => {
    const { polku } = await openTestPolku()
    const { id } = await polku.savedLists.create({ ...late, sharedWith: { kind: 'team', id: 'north' } })
    const { id: own } = await polku.savedLists.create(late)
    const changed = await polku.savedLists.save(id, { ...late, name: 'Muu', sort: 'name' }, viewer('mari'))
    expect(changed).toMatchObject({ id, name: 'Muu', sort: 'name', sharedWith: null })
    await polku.savedLists.save(id, { ...late, sharedWith: { kind: 'team', id: 'north' } }, viewer('mari'))
    const theirs = viewer('jussi', ['north'])
    expect(await refusalOf(polku.savedLists.save(id, { ...late, by: jussi }, theirs))).toBe('not-allowed')
    expect(await refusalOf(polku.savedLists.remove(id, { by: jussi }, theirs))).toBe('not-allowed')
    expect(await refusalOf(polku.savedLists.get(own, theirs))).toBe('not-found')
    await polku.savedLists.remove(id, { by: mari }, viewer('mari'))
    expect(await refusalOf(polku.savedLists.get(id, viewer('mari')))).toBe('not-found')
  })
})
