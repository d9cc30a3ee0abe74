import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PathwayInput } from '../../engine/index.ts'
import { accessibilityFaults } from './support/accessibilityFaults.ts'
import { keepPicture } from './support/keepPicture.ts'
import { type OpenDesigner, openDesigner } from './support/openDesigner.ts'

let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner()
})
afterEach(() => designer.emptyWindows())
afterAll(() => designer.close())

const by = { user: 'polku', roles: ['adviser'] }
const label = (fi: string) => ({ fi })
const end = { type: 'final', end: { code: 'tyo', label: label('Töissä'), outcome: 'completed' } } as const

/** A phase with two states, and one beside it that stays. */
const first = (id: string): PathwayInput => ({
  id,
  title: label('Työhön paluun tuki'),
  caseRoles: { adviser: { label: label('Neuvoja') } },
  initial: 'alku',
  states: {
    alku: {
      label: label('Kartoitus'),
      initial: 'tapaaminen',
      states: {
        tapaaminen: { label: label('Ensimmäinen tapaaminen'), on: { arvioi: 'arvio' } },
        arvio: { label: label('Palvelutarpeen arvio') },
      },
      on: { eteenpain: 'tuki' },
    },
    tuki: { label: label('Tuki'), on: { valmis: 'loppu' } },
    loppu: end,
  },
})

/** The phase has another key and another name, and so has one of its two states. */
const second = (id: string): PathwayInput => ({
  ...first(id),
  initial: 'alkuvaihe',
  states: {
    alkuvaihe: {
      label: label('Alkuvaihe'),
      initial: 'tapaaminen',
      states: {
        tapaaminen: { label: label('Ensimmäinen tapaaminen'), on: { arvioi: 'tarve' } },
        tarve: { label: label('Palvelutarve') },
      },
      on: { eteenpain: 'tuki' },
    },
    tuki: { label: label('Tuki'), on: { valmis: 'loppu' } },
    loppu: end,
  },
})

/** Both versions published; on the first, a client for each list of events that they have come by. */
async function onTwoVersions(id: string, clients: readonly (readonly string[])[]): Promise<string[]> {
  const { polku } = designer
  await polku.pathways.publish(first(id), { by: { user: 'polku' } })
  const journeys = await Promise.all(
    clients.map(async (events) => {
      const client = (await polku.clients.create({ name: 'Esimerkki Asiakas', by })).id
      const { journey } = await polku.journeys.start({ pathway: id, client, responsible: { user: 'polku' }, by })
      for (const event of events) await polku.journeys.send(journey.id, { event, by })
      return journey.id
    }),
  )
  await polku.pathways.publish(second(id), { by: { user: 'polku' } })
  return journeys
}

/** Makes the administrator a manager as well, or takes that away. */
async function setManager(isManager: boolean): Promise<void> {
  const { people } = designer.polku
  const { revision } = await people.user('admin')
  const systemRoles = ['administrator', ...(isManager ? (['manager'] as const) : [])] as const
  await people.changeUser('admin', { systemRoles: [...systemRoles], revision, by: { user: 'polku', roles: [] } })
}

const versionsOf = (journeys: readonly string[]) =>
  Promise.all(journeys.map(async (id) => (await designer.polku.journeys.get(id)).version))

describe('moving clients to another version', () => {
  it('is for managers: others are told so, and get nothing to press', async () => {
    await onTwoVersions('siirtoA', [[]])
    await setManager(false)
    const { page, complaints } = await designer.openWindow({ width: 390 })
    await page.goto('/pathways/siirtoA')
    // only from where somebody is
    const links = page.getByRole('link', { name: /^Siirrä asiakkaat toiseen versioon/ })
    await links.waitFor()
    expect(await links.getAttribute('href')).toBe('/pathways/siirtoA/migrate?from=1&to=2')
    await links.click()
    await page.getByRole('heading', { name: 'Siirrosta päättää esihenkilö' }).waitFor()
    expect(await page.locator('main').getByRole('button').count()).toBe(0)
    expect(await page.locator('main').getByRole('combobox').count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await keepPicture(page, 'migrate-others', [390])
    expect(complaints).toEqual([])
  })

  it('asks where lost states have gone, tells who could be moved, and moves those', async () => {
    const journeys = await onTwoVersions('siirtoB', [['arvioi'], ['arvioi'], ['eteenpain']])
    const [, held = ''] = journeys
    await designer.polku.journeys.suspend(held, { by, reason: 'Sairaus', reviewDate: '2099-04-01' })
    await setManager(true)
    const { page, complaints } = await designer.openWindow()
    await page.goto('/pathways/siirtoB/migrate?from=1&to=2')
    const move = page.getByRole('button', { name: /^Siirrä/ })
    await page.getByText('Säilyy: Tuki.').waitFor()
    const phase = page.getByLabel('Kartoitus 2 asiakasta', { exact: true })
    const need = page.getByLabel('Kartoitus › Palvelutarpeen arvio 2 asiakasta')
    // no name of the other version is that of either
    expect([await phase.inputValue(), await need.inputValue()]).toEqual(['', ''])
    await keepPicture(page, 'migrate', [1440, 390])

    await page.getByRole('button', { name: 'Kokeile' }).click()
    await page.getByText('Kirjoita, miksi asiakkaat siirretään.').waitFor()
    await expect.poll(() => phase.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true)
    await keepPicture(page, 'migrate-missing', [1440, 390])
    await phase.selectOption('Alkuvaihe')
    // within the phase that has been given a place there is no state under its key
    expect(await need.getAttribute('aria-invalid')).toBe('true')
    await need.selectOption('Alkuvaihe › Palvelutarve')
    expect(await phase.getAttribute('aria-invalid')).toBeNull()
    // what stays can be given another place as well
    await page.getByText('Anna muullekin tilalle toinen paikka').click()
    const support = page.getByLabel('Tuki 1 asiakas')
    await support.selectOption('Alkuvaihe')
    await page.getByText('Tuki → Alkuvaihe').waitFor()
    await keepPicture(page, 'migrate-others-open', [1440, 390])
    await support.selectOption('Säilyy')
    await page.getByText('Tuki → Alkuvaihe').waitFor({ state: 'detached' })
    await page.getByLabel('Miksi asiakkaat siirretään').fill('Laki muuttui 1.6.2026.')
    expect(await move.isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Kokeile' }).click()
    const told = page.getByRole('status')
    await told.getByText('2 asiakasta voidaan siirtää.').waitFor()
    await told.getByText('1 asiakas: palvelupolku on keskeytetty').waitFor()
    expect(await versionsOf(journeys)).toEqual([1, 1, 1])
    expect(await accessibilityFaults(page)).toEqual([])
    await keepPicture(page, 'migrate-tried', [1440, 390])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await accessibilityFaults(page)).toEqual([])
    await keepPicture(page, 'migrate-tried-dark', [1440, 390])
    await page.emulateMedia({ colorScheme: 'light' })

    // what has not been tried is not moved
    await page.getByLabel('Miksi asiakkaat siirretään').fill('Laki muuttui 1.7.2026.')
    expect(await move.isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Kokeile' }).click()
    await page.getByRole('button', { name: 'Siirrä 2 asiakasta' }).click()
    const dialog = page.getByRole('dialog', { name: 'Siirretäänkö 2 asiakasta?' })
    await dialog.getByText('Työhön paluun tuki: 2 asiakasta siirretään versiosta 1 versioon 2.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await keepPicture(page, 'migrate-confirm', [1440])
    await page.keyboard.press('Escape')
    await page.locator('button:focus', { hasText: 'Siirrä 2 asiakasta' }).waitFor()
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Siirrä 2 asiakasta' }).click()
    await told.getByText('2 asiakasta siirrettiin versiosta 1 versioon 2.').waitFor()
    await told.getByText('1 asiakas: palvelupolku on keskeytetty').waitFor()
    await page.locator('[role="status"]:focus').waitFor()
    await keepPicture(page, 'migrate-moved', [1440])
    expect(await versionsOf(journeys)).toEqual([2, 1, 2])
    const { states } = await designer.polku.journeys.get(journeys[0] ?? '')
    expect(states).toContain('alkuvaihe.tarve')
    // who is left is counted anew
    await page.getByText('Kartoitus 1 asiakas', { exact: true }).waitFor()
    await page.getByText('Säilyy: Tuki.').waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
  })

  it('guesses what has one name, lets what is inside go along, and goes on after a lost connection', async () => {
    const id = 'siirtoC'
    // one more than a call moves
    const journeys = await onTwoVersions(id, Array(501).fill([]))
    // a third version has the phase's name in one place
    const third = second(id)
    const { alkuvaihe } = third.states
    const meetings = { ...alkuvaihe?.states?.tapaaminen, label: label('Tapaaminen') }
    third.states.alkuvaihe = {
      ...alkuvaihe,
      label: label('Kartoitus'),
      states: { ...alkuvaihe?.states, tapaaminen: meetings },
    }
    await designer.polku.pathways.publish(third, { by: { user: 'polku' } })
    await setManager(true)
    const { page } = await designer.openWindow()
    await page.goto(`/pathways/${id}/migrate?from=1&to=2`)
    await page.getByLabel('Mihin versioon').selectOption('Versio 3')
    await page.waitForURL('**/migrate?from=1&to=3')
    const phase = page.getByLabel('Kartoitus 501 asiakasta', { exact: true })
    await expect.poll(() => phase.inputValue()).toBe('alkuvaihe')
    const meeting = page.getByLabel('Kartoitus › Ensimmäinen tapaaminen 501 asiakasta')
    expect(await meeting.locator('option:checked').textContent()).toBe('Ulomman tilan mukana')
    const description = page.locator(`[id="${await meeting.getAttribute('aria-describedby')}"]`)
    expect(await description.textContent()).toBe('Kartoitus › Tapaaminen')
    await page.getByLabel('Miksi asiakkaat siirretään').fill('Vaihe sai uuden sisällön.')
    await page.getByRole('button', { name: 'Kokeile' }).click()
    await page.getByRole('status').getByText('501 asiakasta voidaan siirtää.').waitFor()

    const keys: (string | undefined)[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/migrations')) keys.push(request.headers()['idempotency-key'])
    })
    // the last client is moved, and the answer is lost
    let isLost = false
    await page.route('**/api/v1/migrations', async (route) => {
      if (isLost || !route.request().headers()['idempotency-key']?.endsWith('-1')) return route.continue()
      isLost = true
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: 'Siirrä 501 asiakasta' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Siirrä 501 asiakasta' }).click()
    await page.getByRole('alert').getByText('500 asiakasta siirrettiin').waitFor()
    expect(await page.getByLabel('Miksi asiakkaat siirretään').inputValue()).toBe('Vaihe sai uuden sisällön.')
    expect(new Set(await versionsOf(journeys))).toEqual(new Set([3]))
    await page.getByRole('button', { name: 'Jatka siirtoa' }).click()
    await page.getByRole('status').getByText('501 asiakasta siirrettiin versiosta 1 versioon 3.').waitFor()
    const [one = '', next, again] = keys
    expect(one).toMatch(/^[\w-]{36}-0$/)
    expect([next, again]).toEqual(Array(2).fill(one.replace(/0$/, '1')))
    expect(keys).toHaveLength(3)
    const types = (id: string) => designer.polku.journeys.history(id).then((all) => all.map(({ type }) => type).join())
    expect(new Set(await Promise.all(journeys.map(types)))).toEqual(new Set(['start,migrate']))
    await page.getByText('Versiolla 1 ei ole asiakkaita, joita siirtää.').waitFor()
    await keepPicture(page, 'migrate-over', [1440])
  })
})
