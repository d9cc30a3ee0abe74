import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from './support/accessibilityFaults.ts'
import { heard, listen } from './support/heard.ts'
import { type OpenDesigner, openDesigner, type WindowOptions } from './support/openDesigner.ts'

let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner([])
})
afterEach(() => designer.emptyWindows())
afterAll(() => designer.close())

const tree = (page: Page) => page.getByRole('tree', { name: 'Polun rakenne' })
/** A row by what it is and is called; how it stands and what was found of it are said after that. */
const row = (page: Page, name: string) => tree(page).getByRole('treeitem', { name: new RegExp(`^${name}(,|$)`) })
const sheet = (page: Page, name: string) => page.getByRole('article', { name: new RegExp(`^${name}(\\.|$)`) })
const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const write = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}
/** Waits until a row has the focus: where the next key goes. */
const isAt = (page: Page, name: string) =>
  page.locator('[role="treeitem"]:focus').and(row(page, name)).waitFor({ timeout: 10_000 })

async function openDraft(document: Record<string, unknown>, options: WindowOptions = {}) {
  const { page, context, complaints } = await designer.openWindow(options)
  const draft = `rakenne-${crypto.randomUUID().slice(0, 8)}`
  const saved = await context.request.put(`/api/v1/drafts/${draft}`, { data: { document, basedOn: null } })
  expect(saved.ok()).toBe(true)
  await page.goto(`/drafts/${draft}`)
  await tree(page).waitFor()
  await listen(page)
  const documentOf = async (): Promise<Record<string, unknown>> => {
    await page.locator('[data-saving="saved"]').waitFor()
    return (await (await context.request.get(`/api/v1/drafts/${draft}`)).json()).document
  }
  return { page, complaints, documentOf }
}

/** From the start of the page to the outline, as somebody comes there who has no mouse. */
async function tabToTree(page: Page): Promise<void> {
  for (let times = 0; times < 30; times += 1) {
    await page.keyboard.press('Tab')
    if ((await page.locator('[role="treeitem"]:focus').count()) > 0) return
  }
  throw new Error('the outline cannot be come to by Tab')
}

/** Chooses from the menu of the row that has the focus, by the first letters of what is wanted. */
async function fromMenu(page: Page, item: string): Promise<void> {
  await page.keyboard.press('Shift+F10')
  const wanted = page.getByRole('menuitem', { name: item, exact: true })
  await wanted.waitFor()
  for (let times = 0; times < 40 && !(await wanted.evaluate((one) => one.matches(':focus'))); times += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

const threePhases = {
  id: 'kolme',
  title: { fi: 'Kolme vaihetta' },
  facts: {
    paiviaViikossa: { label: { fi: 'Päiviä viikossa' }, type: 'number' },
    tunteja: { label: { fi: 'Tunteja päivässä' }, type: 'number' },
    paiviaKuussa: { label: { fi: 'Päiviä kuukaudessa' }, type: 'number' },
  },
  initial: 'kartoitus',
  states: {
    kartoitus: {
      phase: { label: { fi: 'Kartoitus' } },
      on: { aloita: { target: 'kuntoutus', label: { fi: 'Aloita kuntoutus' } } },
    },
    kuntoutus: {
      phase: { label: { fi: 'Kuntoutus' } },
      initial: 'alku',
      states: { alku: { label: { fi: 'Alkuhaastattelu' } }, kokeilu: { label: { fi: 'Työkokeilu' } } },
    },
    koulutus: { phase: { label: { fi: 'Koulutus' } } },
  },
}

describe('the outline', () => {
  it('makes a pathway by keyboard alone', async () => {
    const { page, complaints, documentOf } = await openDraft({ id: 'oma', title: { fi: 'Oma polku' }, states: {} })
    await tabToTree(page)
    await isAt(page, 'Polku: Oma polku')
    await press(page, 'n')
    await write(page, 'Kartoitus')
    await isAt(page, 'Vaihe: Kartoitus, alkaa tästä')
    await press(page, 'n')
    await write(page, 'Kuntoutus')
    await isAt(page, 'Vaihe: Kuntoutus')
    await press(page, 'Shift+N')
    await write(page, 'Alkuhaastattelu')
    await isAt(page, 'Tila: Alkuhaastattelu, alkaa tästä')
    await press(page, 'ArrowLeft')
    await isAt(page, 'Vaihe: Kuntoutus')
    await fromMenu(page, 'Loppu')
    await write(page, 'Työllistynyt')
    await isAt(page, 'Loppu: Työllistynyt')

    // back to the first by the first letters of its name, and a way on from it
    await page.keyboard.type('kart')
    await isAt(page, 'Vaihe: Kartoitus, alkaa tästä')
    await press(page, 't')
    await page.getByRole('combobox', { name: 'Mihin siirrytään' }).waitFor()
    await page.keyboard.type('Kuntoutus')
    await page.getByRole('option', { name: 'Kuntoutus', exact: true }).waitFor()
    await press(page, 'Enter', 'Tab')
    await write(page, 'Aloita kuntoutus')
    await isAt(page, 'Siirtymä: Aloita kuntoutus, → Kuntoutus')
    await press(page, 'ArrowLeft')
    await isAt(page, 'Vaihe: Kartoitus, alkaa tästä')
    await fromMenu(page, 'Seuranta')
    await write(page, 'Salkun tarkistus')
    await isAt(page, 'Seuranta: Salkun tarkistus, 2 kuukauden välein')
    await press(page, 'ArrowLeft')
    await fromMenu(page, 'Tehtävä tähän')
    await write(page, 'Palvelutarpeen arvio')
    await row(page, 'Tehtävä: Palvelutarpeen arvio').first().waitFor()

    // the lists below: a criterion, and the fact that it will ask about
    await press(page, 'End')
    await page.keyboard.type('siirt')
    await isAt(page, 'Siirtymäkriteerit')
    await press(page, 'n')
    await write(page, 'Sitoutuminen')
    await page.locator('[role="treeitem"]:focus', { hasText: 'Sitoutuminen' }).waitFor()

    expect(await documentOf()).toMatchObject({
      initial: 'kartoitus',
      states: {
        kartoitus: {
          on: { aloitaKuntoutus: { target: 'kuntoutus' } },
          followUps: { salkunTarkistus: { every: 'P2M' } },
          tasks: ['palvelutarpeenArvio'],
        },
        kuntoutus: { initial: 'alkuhaastattelu', states: { alkuhaastattelu: { label: { fi: 'Alkuhaastattelu' } } } },
        tyollistynyt: { type: 'final' },
      },
      criteria: { sitoutuminen: { label: { fi: 'Sitoutuminen' } } },
    })
    expect(await heard(page)).toEqual(expect.arrayContaining(['Lisätty: Kartoitus', 'Lisätty: Sitoutuminen']))
    expect(complaints).toEqual([])
  })

  it('renames, moves, removes and brings back, and never loses the focus', async () => {
    const { page, complaints, documentOf } = await openDraft(threePhases)
    await tabToTree(page)
    // what cannot be done says so where it is seen, and why, and goes when it has been read
    await page.keyboard.type('kart')
    await press(page, 'Alt+ArrowUp')
    const told = page.getByRole('status').locator('[data-told="refused"]')
    await told.getByText('”Kartoitus” ei voi siirtyä sinne').waitFor()
    await press(page, 'Escape')
    await told.waitFor({ state: 'detached' })
    await page.keyboard.type('koul')
    await isAt(page, 'Vaihe: Koulutus')
    await press(page, 'F2')
    await write(page, 'Ammatillinen koulutus')
    await isAt(page, 'Vaihe: Ammatillinen koulutus')

    // to the details, and back to where one came from
    await press(page, 'Enter')
    await page.locator('#inspector :is(input, textarea):focus').first().waitFor()
    await press(page, 'Escape')
    await isAt(page, 'Vaihe: Ammatillinen koulutus')

    // before the other, and into the first
    await press(page, 'Alt+ArrowUp')
    await expect
      .poll(async () => Object.keys((await documentOf()).states as object))
      .toEqual(['kartoitus', 'koulutus', 'kuntoutus'])
    await isAt(page, 'Vaihe: Ammatillinen koulutus')
    await press(page, 'Alt+ArrowRight')
    await expect
      .poll(async () => (await documentOf()).states)
      .toMatchObject({ kartoitus: { states: { koulutus: {} } } })
    await page.locator('[role="treeitem"][aria-level="3"]:focus').waitFor()

    // what is removed hands the focus to what stood beside it
    await press(page, 'Control+z', 'Control+z')
    await isAt(page, 'Vaihe: Ammatillinen koulutus')
    await press(page, 'ArrowUp')
    await isAt(page, 'Vaihe: Kuntoutus')
    await press(page, 'Delete')
    await isAt(page, 'Vaihe: Ammatillinen koulutus')
    await press(page, 'Delete')
    await isAt(page, 'Vaihe: Kartoitus, alkaa tästä')
    await press(page, 'Control+z', 'Control+z')
    await row(page, 'Vaihe: Kuntoutus').waitFor()
    await page.locator('[role="treeitem"]:focus').waitFor()
    await press(page, 'Control+y')
    await row(page, 'Vaihe: Kuntoutus').waitFor({ state: 'detached' })
    await press(page, 'Control+Shift+z')
    await row(page, 'Vaihe: Ammatillinen koulutus').waitFor({ state: 'detached' })
    expect(Object.keys((await documentOf()).states as object)).toEqual(['kartoitus'])

    // of what is searched for, to what is still shown: the one between them is not
    await press(page, '/')
    await page.keyboard.type('päiviä')
    await press(page, 'ArrowDown', 'End', 'ArrowUp')
    await isAt(page, 'Tieto: Päiviä viikossa')
    await press(page, 'Delete')
    await isAt(page, 'Tieto: Päiviä kuukaudessa')
    await press(page, 'Control+z')
    await row(page, 'Tieto: Päiviä viikossa').click()
    await press(page, 'Control+x')
    await isAt(page, 'Tieto: Päiviä kuukaudessa')
    expect(Object.keys((await documentOf()).facts as object)).toEqual(['tunteja', 'paiviaKuussa'])
    expect(complaints).toEqual([])
  })

  it('says that a pathway and its lists are not removed or duplicated by a key, and leaves them', async () => {
    const { page, documentOf } = await openDraft(threePhases)
    const said = page.getByRole('status')
    for (const name of ['Polku: Kolme vaihetta', 'Tiedot']) {
      await row(page, name).click()
      await press(page, 'Delete')
      await said.getByText('Kokonaista polkua tai luetteloa ei voi poistaa tästä.').waitFor()
      await isAt(page, name)
      await press(page, 'Control+d')
      await said.getByText('Kokonaista polkua tai luetteloa ei voi kopioida.').waitFor()
      await isAt(page, name)
    }
    expect(await documentOf()).toEqual(threePhases)
  })

  it('shows what was copied, what cannot be, and why it cannot be pasted into another pathway', async () => {
    const { page } = await openDraft(threePhases)
    await row(page, 'Polku: Kolme vaihetta').click()
    await press(page, 'Control+c')
    await page.getByRole('status').getByText('Kokonaista polkua tai luetteloa ei voi kopioida.').waitFor()
    await row(page, 'Vaihe: Kartoitus, alkaa tästä').click()
    await press(page, 'ArrowRight', 'ArrowRight')
    await isAt(page, 'Siirtymä: Aloita kuntoutus, → Kuntoutus')
    await press(page, 'Control+c')
    await page.getByRole('status').getByText('Kopioitu: Aloita kuntoutus').waitFor()
    const document = { id: 'toinen', title: { fi: 'Toinen polku' }, states: { alku: {} } }
    await page.request.put('/api/v1/drafts/toinen', { data: { document, basedOn: null } })
    await page.goto('/drafts/toinen')
    await tree(page).waitFor()
    await tabToTree(page)
    await press(page, 'Control+v')
    const why = page.getByRole('status').getByText('Siirtymää ”Aloita kuntoutus” ei voi liittää')
    await why.waitFor()
    expect(await why.evaluate((one) => one.getBoundingClientRect().height > 20)).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Sulje' }).click()
    await why.waitFor({ state: 'detached' })
  })

  it('makes one module of what is inside a state, of the pathway as it is', async () => {
    const { page, documentOf } = await openDraft({
      id: 'hoidot',
      title: { fi: 'Hoidot' },
      initial: 'hoito',
      states: {
        hoito: {
          phase: { label: { fi: 'Hoito' } },
          initial: 'alku',
          states: { alku: { on: { riittaa: 'kunnossa' } }, kunnossa: { type: 'final', end: { code: 'ok' } } },
          onDone: 'ohi',
        },
        ohi: { type: 'final', end: { code: 'ohi' } },
      },
    })
    await row(page, 'Vaihe: Hoito, alkaa tästä').click()
    await fromMenu(page, 'Irrota moduuliksi')
    const name = page.getByLabel('Uuden polun nimi')
    await name.fill('Hoitojakso')
    // somebody goes on drawing while the new draft is on its way to the server
    let goOn = (): void => undefined
    const isDrawn = new Promise<void>((resolve) => {
      goOn = resolve
    })
    let saved = 0
    await page.route('**/api/v1/drafts/hoitojakso-*', async (route) => {
      if (route.request().method() === 'PUT') saved += 1
      await isDrawn
      await route.continue()
    })
    await Promise.all([
      page.waitForRequest('**/api/v1/drafts/hoitojakso-*'),
      page.getByRole('button', { name: 'Irrota', exact: true }).dblclick(),
    ])
    await page.locator('#inspector').getByLabel('Nimi suomeksi').fill('Hoito ja kuntoutus')
    goOn()
    await page.getByRole('alert').getByText('Polkua muutettiin sillä välin').waitFor()
    expect(await designer.polku.pathways.drafts('hoitojakso')).toEqual([])
    expect((await documentOf()).states).toMatchObject({ hoito: { states: { alku: {} } } })

    await page.getByRole('button', { name: 'Irrota', exact: true }).click()
    await tree(page).getByText('”Hoitojakso” on nyt oma luonnoksensa.').waitFor()
    expect([saved, (await designer.polku.pathways.drafts('hoitojakso')).length]).toEqual([2, 1])
    expect((await documentOf()).states).toMatchObject({
      hoito: { phase: { label: { fi: 'Hoito ja kuntoutus' } }, modules: { hoitojakso: {} } },
    })
  })

  it('tells a screen reader what each row is, how deep and whether it is open', async () => {
    const { page } = await openDraft(threePhases)
    await tabToTree(page)
    await page.keyboard.type('kunt')
    await isAt(page, 'Vaihe: Kuntoutus')
    expect(await row(page, 'Vaihe: Kuntoutus').getAttribute('aria-expanded')).toBe('false')
    await press(page, 'ArrowRight')
    await row(page, 'Tila: Työkokeilu').waitFor()
    const told = await tree(page).ariaSnapshot()
    expect(told).toMatch(/treeitem "Polku: Kolme vaihetta[^"]*" \[expanded\] \[level=1\]/)
    expect(told).toMatch(/treeitem "Vaihe: Kuntoutus[^"]*" \[expanded\] \[level=2\] \[selected\]/)
    expect(told).toMatch(/treeitem "Tila: Työkokeilu[^"]*" \[level=3\]/)
    expect(await row(page, 'Tila: Työkokeilu').getAttribute('aria-posinset')).toBe('2')
    expect(await row(page, 'Tila: Työkokeilu').getAttribute('aria-setsize')).toBe('2')
    await press(page, 'ArrowLeft')
    await row(page, 'Tila: Työkokeilu').waitFor({ state: 'detached' })
    await isAt(page, 'Vaihe: Kuntoutus')

    // what is searched for is shown with what it lies in, and Escape leads back
    await press(page, '/')
    await page.keyboard.type('kokeilu')
    await row(page, 'Vaihe: Koulutus').waitFor({ state: 'detached' })
    await row(page, 'Tila: Työkokeilu').waitFor()
    // in the field of the search the browser takes back what was written, and the document stays
    await press(page, 'Control+z')
    expect(await page.getByRole('button', { name: 'Kumoa', exact: true }).getAttribute('aria-disabled')).toBe('true')
    await press(page, 'Escape')
    await row(page, 'Vaihe: Koulutus').waitFor()
    await page.locator('[role="treeitem"]:focus').waitFor()
  })

  it('shares with the drawing what is chosen', async () => {
    const { page } = await openDraft(threePhases)
    await sheet(page, 'Koulutus').waitFor()
    await tabToTree(page)
    await page.keyboard.type('koul')
    await sheet(page, 'Koulutus').and(page.locator('[aria-current]')).waitFor()
    await page.getByRole('application', { name: 'Polun kuva' }).focus()
    await press(page, 'ArrowLeft')
    await row(page, 'Vaihe: Kuntoutus').and(page.locator('[aria-selected="true"]')).waitFor()
    expect(await tree(page).locator('[aria-selected="true"]').count()).toBe(1)
  })

  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('can be used by everybody with its menus and lists open (%s, %i px)', async (colours, width) => {
    const { page, complaints } = await openDraft(threePhases, { colours, width })
    await row(page, 'Vaihe: Kuntoutus').click()
    await press(page, 'Shift+F10')
    await page.getByRole('menu').locator('[role="menuitem"]:focus').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await press(page, 'Escape')
    await isAt(page, 'Vaihe: Kuntoutus')
    // the list of targets is open at once, and its field says so
    await press(page, 't')
    await page.getByRole('combobox', { name: 'Mihin siirrytään', expanded: true }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    // Escape leaves the list, then the form
    await press(page, 'Escape')
    await page.getByRole('combobox', { name: 'Mihin siirrytään', expanded: false }).waitFor()
    await press(page, 'Escape')
    await isAt(page, 'Vaihe: Kuntoutus')
    await page.getByRole('button', { name: 'Lisää …' }).click()
    await page.getByRole('menu').waitFor()
    await press(page, 'Escape')
    await page.locator('button:focus', { hasText: 'Lisää …' }).waitFor()
    await page.getByRole('radio', { name: 'Puu' }).press('ArrowRight')
    await page.locator('[data-outline="tables"]').getByRole('table').first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
