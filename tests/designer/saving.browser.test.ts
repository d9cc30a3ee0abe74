import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from './support/accessibilityFaults.ts'
import { type OpenDesigner, openDesigner, type WindowOptions } from './support/openDesigner.ts'

let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner()
})
afterEach(() => designer.emptyWindows())
afterAll(() => designer.close())

const by = { user: 'aino' }
const nameField = (page: Page) => page.getByRole('textbox', { name: 'Nimi suomeksi' })
const typeName = async (page: Page, name: string): Promise<void> => {
  await nameField(page).selectText()
  await nameField(page).pressSequentially(name)
}
const savedName = async (draft: string) =>
  ((await designer.polku.pathways.draft(draft)).document.title as { fi: string }).fi
const draftIn = (page: Page): string => new URL(page.url()).pathname.split('/')[2] ?? ''

/** A draft of a pathway with a phase, open in a window. */
async function openDraft(id: string, options?: WindowOptions): Promise<Page> {
  const states = { alku: { phase: { label: { fi: 'Alkukartoitus' }, order: 1 } } }
  const facts = { ika: { label: { fi: 'Ikä' }, type: 'number' } }
  await designer.polku.pathways.saveDraft(id, { document: { id, title: { fi: 'Tukijakso' }, states, facts }, by })
  const { page } = await designer.openWindow(options)
  await page.goto(`/drafts/${id}`)
  await nameField(page).waitFor()
  return page
}

const text = (fi: string) => ({ fi })
/** A pathway in which nothing is wrong. */
const whole = {
  title: text('Tukijakso'),
  caseRoles: { ohjaaja: { label: text('Ohjaaja') } },
  exits: { keskeytys: { label: text('Keskeytys'), outcome: 'interrupted' } },
  initial: 'alku',
  states: {
    alku: {
      phase: { label: text('Alkukartoitus'), goal: text('Tilanne tunnetaan'), responsible: 'ohjaaja' },
      followUps: { soitto: { label: text('Soitto'), every: 'P1M', actions: 'soita' } },
      on: { valmis: { label: text('Valmis'), target: 'loppu', by: ['ohjaaja'] } },
    },
    loppu: { type: 'final', end: { code: 'valmis', label: text('Valmis'), outcome: 'completed' } },
  },
}

/** All that the editor may need has come. */
const hasEverything = (page: Page) =>
  page.waitForFunction(() => {
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name)
    const last = ['/StateForm-', '/SuspensionForm-', '/Findings-', '/Walk-', '/readClipping-', '/PublishPage-']
    return last.every((part) => fetched.some((name) => name.includes(part)))
  })

describe('a draft that is not there any more', () => {
  it('is told of when it was deleted while it was open, and is saved as a new one', async () => {
    const page = await openDraft('poistettu')
    await designer.polku.pathways.deleteDraft('poistettu')
    await typeName(page, 'Kirjoitettu turhaan?')
    const told = page.getByRole('alert')
    await told.getByText('Luonnos on poistettu tai julkaistu muualla sinun muokatessasi.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await typeName(page, 'Ei turhaan')
    await page.getByRole('button', { name: 'Tallenna uutena luonnoksena' }).dblclick()
    await page.waitForURL((url) => !url.pathname.endsWith('/poistettu'))
    await nameField(page).waitFor()
    expect(await designer.polku.pathways.drafts('poistettu')).toHaveLength(1)
    expect(await nameField(page).inputValue()).toBe('Ei turhaan')
    expect(await savedName(draftIn(page))).toBe('Ei turhaan')
    // nothing is left of it where it was
    await page.goto('/drafts/poistettu')
    await page.getByRole('heading', { name: 'Tätä sivua ei ole' }).waitFor()
  })

  it('is offered as it was left here, when it is opened again', async () => {
    const page = await openDraft('poistunut')
    const context = page.context()
    await context.setOffline(true)
    await typeName(page, 'Jäi kesken')
    await page.getByText('Ei yhteyttä.').waitFor()
    await page.close()
    await designer.polku.pathways.deleteDraft('poistunut')
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto('/drafts/poistunut')
    await again.getByRole('heading', { name: 'Luonnosta ei enää ole' }).waitFor()
    await again.getByText('Luonnos ”Jäi kesken” on poistettu tai julkaistu.').waitFor()
    expect(await accessibilityFaults(again)).toEqual([])
    await again.getByRole('button', { name: 'Tallenna uutena luonnoksena' }).click()
    await nameField(again).waitFor()
    expect(await nameField(again).inputValue()).toBe('Jäi kesken')
    expect(await savedName(draftIn(again))).toBe('Jäi kesken')
  })
})

describe('what takes the last edit back', () => {
  it('stays under the mouse, whatever is found meanwhile', async () => {
    const page = await openDraft('kumottu')
    const found = page.getByRole('button', { name: /^Tarkista/ })
    const place = async () => (await page.getByRole('button', { name: /^Kumoa/ }).boundingBox())?.x
    await found.getByText(/virhe/).waitFor()
    const [foundBefore, placeBefore] = [await found.innerText(), await place()]
    await page.getByRole('treeitem', { name: 'Alkukartoitus' }).click()
    await page.keyboard.press('Delete')
    await expect.poll(() => found.innerText()).not.toBe(foundBefore)
    expect(await place()).toBe(placeBefore)
  })
})

describe('a finding that comes while something is being pressed', () => {
  it('waits until the hand is off, and what was pressed is done', async () => {
    const { page } = await designer.openWindow()
    await designer.polku.pathways.saveDraft('painettu', { document: { ...whole, id: 'painettu' }, by })
    // so high that nothing has to be scrolled: a browser keeps in place what has been scrolled to
    await page.setViewportSize({ width: 1440, height: 1800 })
    await page.goto('/drafts/painettu')
    let press = () => {}
    const pressed = new Promise<void>((resolve) => {
      press = resolve
    })
    await page.route('**/api/v1/drafts/painettu', async (route) => {
      if (route.request().method() === 'PUT') await pressed
      await route.continue()
    })
    await page.getByRole('button', { name: 'Lisää', exact: true }).click()
    await page.getByText('Tila', { exact: true }).click()
    await page.getByRole('textbox', { name: 'Nimi', exact: true }).fill('Irrallinen')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Tila: Irrallinen' }).waitFor()
    const button = page.getByRole('button', { name: 'Uusi tila tähän sisälle' })
    const name = page.getByRole('textbox', { name: 'Uuden tilan nimi' })
    const found = page.locator('#inspector [data-finding]')
    await button.hover()
    const { y } = (await button.boundingBox()) ?? {}
    await page.mouse.down()
    press()
    await page.locator('[data-saving="saved"]').waitFor()
    // it gives way to the hand by a pixel
    expect((await button.boundingBox())?.y).toBeCloseTo(Number(y), -1)
    await page.mouse.up()
    await name.waitFor()
    await found.first().waitFor()
  })
})

describe('without a connection', () => {
  it('everything in the editor opens still, and all that was typed is saved when it is back', async () => {
    const page = await openDraft('ilman-verkkoa', { isFirst: true })
    await hasEverything(page)
    // so narrow that the header would have one row without what it says of saving, and two with it
    await page.setViewportSize({ width: 1200, height: 900 })
    const heightOfHeader = (): Promise<number> =>
      page
        .locator('header')
        .first()
        .evaluate((header) => header.offsetHeight)
    await page.context().setOffline(true)
    await typeName(page, 'Kirjoitettu tunnelissa')
    await page.getByRole('status').getByText('Ei yhteyttä.').waitFor()
    const unsaved = await heightOfHeader()
    await page.getByRole('treeitem', { name: 'Alkukartoitus' }).click()
    await page.locator('[data-form="state"]').waitFor()
    await page.getByRole('button', { name: 'Tarkista' }).click()
    const earlier = 'Tilanne ennen tallentamattomia muutoksia'
    await page.getByRole('region', { name: 'Tarkistus' }).getByText(earlier).waitFor()
    // and so does what stands beside the thing that it is about
    await page.locator('#inspector [data-finding]').first().getByText(earlier).waitFor()
    const phase = page.getByRole('treeitem', { name: 'Alkukartoitus' })
    await phase.click()
    await expect.poll(() => page.locator(':focus').getAttribute('role')).toBe('treeitem')
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+v')
    await page.getByText('Liitetty: Alkukartoitus').waitFor()
    await page.context().setOffline(false)
    await page.locator('[data-saving="saved"]').waitFor()
    expect(await heightOfHeader()).toBe(unsaved)
    const { document } = await designer.polku.pathways.draft('ilman-verkkoa')
    expect(document).toMatchObject({ title: { fi: 'Kirjoitettu tunnelissa' } })
    expect(Object.keys(document.states as object)).toHaveLength(2)
  })

  it('says when the browser has no room for what is not saved', async () => {
    const page = await openDraft('taynna')
    await page.evaluate("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    await page.context().setOffline(true)
    await typeName(page, 'Ei mahdu')
    await page.getByText('Pidä tämä ikkuna auki, kunnes muutokset on tallennettu.').waitFor()
    await page.context().setOffline(false)
    await expect.poll(() => savedName('taynna')).toBe('Ei mahdu')
  })

  it('the first page keeps what it shows, and a page that never came is fetched anew', async () => {
    const page = await openDraft('etusivu', { isFirst: true })
    await page.goto('/')
    await page.getByRole('link', { name: 'Tukijakso' }).first().waitFor()
    await page.route('**/api/v1/drafts', (route) => route.abort())
    await page.context().setOffline(true)
    await page.context().setOffline(false)
    await page.getByText('Tietoja ei saatu päivitettyä').waitFor()
    expect(await page.getByRole('link', { name: 'Tukijakso' }).count()).toBeGreaterThan(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.unroute('**/api/v1/drafts')
    await page.getByRole('button', { name: 'Yritä uudelleen' }).click()
    await page.getByText('Tietoja ei saatu päivitettyä').waitFor({ state: 'detached' })

    // another language is shown when its texts have come; what to do when they have not is told
    const chooseLanguage = async (name: string): Promise<void> => {
      await page.getByRole('button', { name: 'Aino Pääkäyttäjä' }).click()
      await page.getByRole('menuitemradio', { name }).click()
    }
    await page.route('**/assets/sv-*.js', (route) => route.abort())
    await chooseLanguage('Svenska')
    await page.getByRole('status').getByText('Kielen tekstejä ei saatu haettua').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('fi')
    await page.unroute('**/assets/sv-*.js')
    await page.reload()
    await chooseLanguage('Svenska')
    await page.getByRole('heading', { name: 'Servicestigar' }).waitFor()
    await chooseLanguage('Suomi')
    await page.getByRole('heading', { name: 'Palvelupolut' }).waitFor()

    await page.route('**/api/v1/pathways/suunto/versions', (route) =>
      route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }),
    )
    await page.goto('/pathways/suunto')
    await page.getByRole('heading', { name: 'Tätä ei saatu haettua' }).waitFor()
    await page.unroute('**/api/v1/pathways/suunto/versions')
    await page.getByRole('button', { name: 'Yritä uudelleen' }).click()
    await page.getByRole('heading', { name: 'Versio 1' }).waitFor()
  })

  it('what was written of a version stays while nothing is known of it', async () => {
    const page = await openDraft('julkaisu')
    await page.getByRole('button', { name: 'Julkaise' }).click()
    const note = page.getByRole('textbox', { name: 'Mitä muuttui ja miksi' })
    await note.pressSequentially('Seuranta tiheni')
    await page.route('**/check', (route) => route.fulfill({ status: 503, contentType: 'text/html', body: 'huolto' }))
    const day = page.getByRole('textbox', { name: 'Käyttöön alkaen' })
    await day.selectText()
    await day.pressSequentially('1.1.2099')
    await day.press('Tab')
    await page.getByRole('heading', { name: 'Tätä ei saatu haettua' }).waitFor()
    await page.unroute('**/check')
    await page.getByRole('button', { name: 'Yritä uudelleen' }).click()
    await note.waitFor()
    expect(await note.inputValue()).toBe('Seuranta tiheni')
  })
})

describe('a session that ends', () => {
  it('leads to signing in, and loses nothing', async () => {
    const page = await openDraft('istunto')
    const context = page.context()
    const cookies = await context.cookies()
    await context.clearCookies()
    await typeName(page, 'Kirjoitettu liian pitkään')
    const told = page.getByRole('alert')
    await told.getByText('Istuntosi on päättynyt. Muutokset ovat tallessa tällä koneella').waitFor()
    expect(await told.getByRole('link', { name: 'Kirjaudu sisään' }).getAttribute('href')).toBe(
      '/sign-in?next=%2Fdrafts%2Fistunto',
    )
    expect(await accessibilityFaults(page)).toEqual([])
    // signed in again, in the other window, and back in this one
    await context.addCookies(cookies)
    await page.evaluate("window.dispatchEvent(new Event('focus'))")
    await told.waitFor({ state: 'detached' })
    await expect.poll(() => savedName('istunto')).toBe('Kirjoitettu liian pitkään')
  })
})

describe('signing out', () => {
  it('saves first, and tells of it when it could not be done, since the session goes on', async () => {
    const page = await openDraft('yhteinen-kone')
    let isReached = false
    let saved = ''
    await page.route('**/api/v1/session', async (route) => {
      if (route.request().method() !== 'DELETE') return route.continue()
      saved = await savedName('yhteinen-kone')
      return isReached ? route.fulfill({ status: 204 }) : route.abort()
    })
    await page.getByRole('button', { name: 'Aino Pääkäyttäjä' }).click()
    await page.getByRole('menuitem', { name: 'Kirjaudu ulos' }).click()
    const told = page.getByRole('alert')
    await told.getByText('Istuntosi jatkuu tällä koneella').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    isReached = true
    await typeName(page, 'Viimeinen muutos')
    await told.getByRole('button', { name: 'Yritä uudelleen' }).click()
    await page.waitForURL('**/sign-in')
    expect(saved).toBe('Viimeinen muutos')
  })
})

describe('what of a draft cannot be read', () => {
  it('is named when it is opened, and can be taken along before a change leaves it out', async () => {
    const id = 'rikki'
    const states = { alku: { label: { fi: 'Alku' }, tasks: 5 } }
    const written = { id, title: { fi: 'Rikki' }, states }
    await designer.polku.pathways.saveDraft(id, { document: written, by })
    const { page } = await designer.openWindow()
    await page.goto(`/drafts/${id}`)
    const told = page.getByRole('alert')
    await told.getByText('väärää muotoa eikä näy täällä: Alku (tehtävät).').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    // whoever only looks at it changes nothing
    expect((await designer.polku.pathways.draft(id)).document).toEqual(written)
    await typeName(page, 'Ehjä')
    await expect.poll(() => savedName(id)).toBe('Ehjä')
    expect((await designer.polku.pathways.draft(id)).document.states).toEqual({ alku: { label: { fi: 'Alku' } } })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      told.getByRole('button', { name: 'Lataa sellaisenaan' }).click(),
    ])
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual(written)
    await told.getByRole('button', { name: 'Sulje' }).click()
    await told.waitFor({ state: 'detached' })
  })
})

describe('a part of the program', () => {
  it('that cannot be fetched leaves the rest as it is, and is fetched when it is tried again', async () => {
    const id = 'osa-puuttuu'
    await designer.polku.pathways.saveDraft(id, { document: { id, title: { fi: 'Tukijakso' }, states: {} }, by })
    const { page } = await designer.openWindow({ isFirst: true })
    await page.route('**/assets/Walk-*.js', (route) => route.abort())
    await page.goto(`/drafts/${id}`)
    await typeName(page, 'Tukijakso kesken')
    await page.getByRole('button', { name: 'Kokeile' }).click()
    await page.getByRole('heading', { name: 'Tätä kohtaa ei saatu haettua' }).waitFor()
    expect(await nameField(page).inputValue()).toBe('Tukijakso kesken')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.unroute('**/assets/Walk-*.js')
    await page.getByRole('button', { name: 'Yritä uudelleen' }).click()
    // older browsers remember for as long as a page lasts that a module could not be fetched (Chromium to 150 does)
    const reload = page.getByRole('button', { name: 'Lataa sivu uudelleen' })
    const walk = page.getByRole('heading', { name: 'Kokeilu' })
    await walk.or(reload).waitFor()
    if (await reload.isVisible()) {
      await reload.click()
      await reload.waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Kokeile' }).click()
    }
    await walk.waitFor()
    expect(await nameField(page).inputValue()).toBe('Tukijakso kesken')
  })

  it('that makes an error keeps it to itself, until something else is chosen', async () => {
    const id = 'osa-rikki'
    const states = { alku: { phase: { label: { fi: 'Alkukartoitus' }, order: 1 } } }
    await designer.polku.pathways.saveDraft(id, { document: { id, title: { fi: 'Tukijakso' }, states }, by })
    const { page } = await designer.openWindow()
    const broken = 'export default () => { throw new Error("rikki") }'
    await page.route('**/assets/StateForm-*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: broken }),
    )
    await page.goto(`/drafts/${id}`)
    await page.getByRole('treeitem', { name: 'Alkukartoitus' }).click()
    await page.getByRole('heading', { name: 'Tätä kohtaa ei voitu näyttää' }).waitFor()
    await page.getByText('Mitään tekemääsi ei ole kadonnut').waitFor()
    await page.getByRole('treeitem', { name: 'Tukijakso' }).first().click()
    await nameField(page).waitFor()
    await typeName(page, 'Toimii taas')
    await expect.poll(() => savedName(id)).toBe('Toimii taas')
  })
})

describe('whoever uses the keyboard', () => {
  it('is where they were after what they did not want after all', async () => {
    const page = await openDraft('nappaimet')
    const focused = () => page.locator(':focus').getAttribute('aria-label')
    const more = page.getByRole('button', { name: 'Muut toiminnot' })
    const choose = async (item: string): Promise<void> => {
      await more.press('Enter')
      await page.getByRole('menuitem', { name: item }).press('Enter')
    }
    await choose('Poista luonnos')
    await page.getByRole('button', { name: 'Peruuta' }).press('Enter')
    expect(await focused()).toBe('Muut toiminnot')
    await choose('Nimeä uudelleen')
    await page.getByRole('textbox', { name: 'Polun nimi' }).press('Escape')
    expect(await focused()).toBe('Muut toiminnot')
    expect(await page.title()).toBe('Tukijakso – Polku')

    await page.getByRole('link', { name: 'Polku' }).press('Enter')
    await page.getByRole('heading', { name: 'Palvelupolut' }).waitFor()
    const remove = page.getByRole('button', { name: 'Poista luonnos ”Tukijakso”' }).first()
    await remove.press('Enter')
    await page.getByRole('button', { name: 'Peruuta' }).press('Enter')
    expect(await focused()).toBe('Poista luonnos ”Tukijakso”')
    const begin = page.getByRole('button', { name: 'Uusi polku' })
    await begin.press('Enter')
    await page.getByRole('textbox', { name: 'Polun nimi' }).pressSequentially('Kesken')
    await page.getByRole('button', { name: 'Peruuta' }).press('Enter')
    expect(await page.locator(':focus').innerText()).toBe('Uusi polku')

    await page.getByRole('button', { name: 'Aino Pääkäyttäjä' }).press('Enter')
    const chosen = page.getByRole('menuitemradio', { checked: true })
    expect(await chosen.allInnerTexts()).toEqual(['Suomi', 'Järjestelmän mukaan'])
  })
})
