import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { definePathway } from '../../engine/index.ts'
import { accessibilityFaults, ofColours } from './support/accessibilityFaults.ts'
import { goOn } from './support/goOn.ts'
import { type OpenDesigner, openDesigner, type Window } from './support/openDesigner.ts'

/** A small pathway that has one of everything that opens, folds or asks. */
const tuki = definePathway({
  id: 'tuki',
  title: { fi: 'Tukijakso' },
  facts: { hours: { type: 'number', unit: 'h/d', min: 0, max: 24, label: { fi: 'Tunteja päivässä' } } },
  criteria: {
    jaksaa: { label: { fi: 'Jaksaa työpäivän' }, when: 'hours >= 6', source: '000a:M02', overridable: true },
  },
  caseRoles: { adviser: { label: { fi: 'Neuvoja' } } },
  taskDefinitions: {
    tapaaminen: { label: { fi: 'Tapaaminen' }, role: 'adviser', form: [{ fact: 'hours', required: true }] },
  },
  initial: 'alku',
  states: {
    alku: {
      phase: { label: { fi: 'Kartoitus' }, goal: { fi: 'Tilanne tunnetaan.' }, responsible: 'adviser' },
      tasks: ['tapaaminen'],
      followUps: { tapaa: { every: 'P2M', shift: 'nextWorkingDay', task: 'tapaaminen', source: '000a:M06' } },
      on: { toihin: { label: { fi: 'Aloita työ' }, target: 'valmis', criteria: ['jaksaa'] } },
    },
    valmis: {
      label: { fi: 'Töissä' },
      type: 'final',
      end: { code: 'tyo', label: { fi: 'Töissä' }, outcome: 'completed' },
    },
  },
})
const broken = { ...tuki, initial: 'jossain' }

let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner([tuki])
})
afterEach(() => designer.emptyWindows())
afterAll(() => designer.close())

/** What somebody looks with. */
const eyes = [
  { colours: 'light', width: 1440 },
  { colours: 'dark', width: 390 },
] as const

/** These colours are no others where there is less room. */
const isForced = (page: Page): boolean => page.viewportSize()?.width === 1440

/**
 * Looks at the page as it stands: axe finds nothing, also where the system paints everything in colours of its own, and
 * nothing makes it wider than the screen.
 */
async function look(page: Page, where: string, within?: string, inForced = isForced(page)): Promise<void> {
  expect([where, await accessibilityFaults(page, { within })]).toEqual([where, []])
  if (inForced) {
    await page.emulateMedia({ forcedColors: 'active' })
    const faults = await accessibilityFaults(page, { within, rules: ofColours })
    expect([where, 'in forced colours', faults]).toEqual([where, 'in forced colours', []])
    await page.emulateMedia({ forcedColors: 'none' })
  }
  const isTooWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
  expect([where, isTooWide]).toEqual([where, false])
}

async function saveDraft({ context }: Window, draft: string, document: unknown): Promise<void> {
  const saved = await context.request.put(`/api/v1/drafts/${draft}`, { data: { document, basedOn: null } })
  expect(await saved.text()).toContain('"revision"')
}

/** What an open menu covers in part is too small to be pressed, until it is closed. */
const menu = '[role="menu"]'

const anId = (): string => crypto.randomUUID().slice(0, 8)
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

describe.each(eyes)('in $colours colours at $width px', (options) => {
  it('whoever is not signed in, or looks for what is not there', async () => {
    const { page } = await designer.openWindow({ ...options, isStranger: true })
    await page.goto('/sign-in?error=access_denied')
    await page.getByRole('alert').waitFor()
    // it has ink of its own, light and dark
    await look(page, 'signing in', undefined, true)
    await page.goto('/accessibility')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look(page, 'the statement')
    const signedIn = await designer.openWindow(options)
    await signedIn.page.goto('/drafts/ei-ole')
    await signedIn.page.getByRole('heading', { name: 'Tätä sivua ei ole' }).waitFor()
    await look(signedIn.page, 'no such page')
  })

  it('the first page and the pages of a version, with what opens on them', async () => {
    const window = await designer.openWindow(options)
    const { page, complaints } = window
    await saveDraft(window, `koti-${anId()}`, tuki)
    await page.goto('/')
    await button(page, 'Uusi polku').click()
    await page.getByLabel('Polun nimi').waitFor()
    await look(page, 'naming a new pathway')
    await page.keyboard.press('Escape')
    await button(page, /^Poista luonnos/)
      .first()
      .click()
    await page.getByText(/^Poistetaanko luonnos/).waitFor()
    await look(page, 'removing a draft')
    await page.goto('/pathways/tuki/versions/1')
    await button(page, 'Vie').click()
    await page.getByRole('menu').waitFor()
    await look(page, 'taking out', menu)
    await page.getByRole('menuitem', { name: 'Kone Statelyyn (XState)' }).click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'what Stately loses')
    await page.goto('/pathways/tuki/versions/1/document')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look(page, 'the printed document')
    expect(complaints).toEqual([])
  })

  it('the drawing, empty and with what is asked over it', async () => {
    const window = await designer.openWindow(options)
    const { page, complaints } = window
    const isNarrow = options.width < 900
    const draft = `muokkaus-${anId()}`
    await saveDraft(window, draft, { id: draft, title: { fi: 'Tyhjä' }, states: {} })
    await page.goto(`/drafts/${draft}`)
    await page.getByRole('tree').waitFor()
    if (isNarrow) await page.getByRole('tab', { name: 'Kuva' }).click()
    await page.getByText('Mistä polku alkaa?').waitFor()
    await look(page, 'an empty drawing')
    await saveDraft(window, `${draft}-2`, tuki)
    await goOn(page, `/drafts/${draft}-2`)
    if (isNarrow) await page.getByRole('tab', { name: 'Kuva' }).click()
    await page.getByRole('article', { name: /^Kartoitus/ }).waitFor()
    await page.getByRole('application').focus()
    await page.keyboard.press('t')
    await page.getByRole('combobox', { name: 'Mihin siirrytään', expanded: true }).waitFor()
    await look(page, 'drawing a transition')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: 'Etsi kuvasta', expanded: true }).waitFor()
    await look(page, 'searching the drawing')
    expect(complaints).toEqual([])
  })

  it('the editor, with its findings, menus and questions', async () => {
    const window = await designer.openWindow(options)
    const { page, complaints } = window
    const draft = `kysymykset-${anId()}`
    await saveDraft(window, draft, broken)
    await page.goto(`/drafts/${draft}`)
    await button(page, /^Tarkista/).click()
    await page.getByRole('heading', { name: 'Tarkistus' }).waitFor()
    await look(page, 'findings')
    await button(page, 'Sulje tarkistus').click()
    await page.locator('button:focus', { hasText: 'Tarkista' }).waitFor()
    await button(page, 'Muut toiminnot').click()
    await page.getByRole('menu').waitFor()
    await look(page, 'the menu of the draft', menu)
    await page.getByRole('menuitem', { name: 'Nimeä uudelleen' }).click()
    await page.getByRole('textbox', { name: 'Polun nimi' }).waitFor()
    await look(page, 'renaming')
    await page.keyboard.press('Escape')
    await button(page, 'Muut toiminnot').click()
    await page.getByRole('menuitem', { name: 'Poista luonnos' }).click()
    await page.getByRole('alert').waitFor()
    await look(page, 'whether the draft is to go')
    await page.getByRole('alert').getByRole('button', { name: 'Peruuta' }).click()
    await button(page, 'Aino Pääkäyttäjä').click()
    await page.getByRole('menu').waitFor()
    await look(page, 'the menu of the account', menu)
    expect(complaints).toEqual([])
  })

  it('trying, publishing and comparing', async () => {
    const window = await designer.openWindow(options)
    const { page, complaints } = window
    const draft = `kulku-${anId()}`
    await saveDraft(window, draft, tuki)
    await page.goto(`/drafts/${draft}`)
    await button(page, 'Kokeile').click()
    const walk = page.getByRole('region', { name: /^Kokeilu: / })
    await walk.getByText('Alkoi: Kartoitus.').waitFor()
    await look(page, 'the start of a walk')
    await walk.getByRole('button', { name: 'Muuta alkua' }).click()
    await look(page, 'who begins, and when')
    await walk.getByRole('button', { name: 'Valmis' }).click()
    await walk.getByRole('button', { name: 'Aloita työ', exact: true }).first().click()
    await walk.getByText('”Aloita työ” ei onnistu').waitFor()
    await walk.getByRole('button', { name: /^Täytä ja merkitse tehdyksi/ }).click()
    await look(page, 'a step that is refused, and the form of a task')
    await walk.getByRole('button', { name: 'Skenaariot' }).click()
    await walk.getByLabel('Skenaarion nimi').waitFor()
    await look(page, 'scenarios')
    await goOn(page, `/drafts/${draft}/publish`)
    await page.getByRole('heading', { level: 1, name: /^Julkaise versio/ }).waitFor()
    await page.getByText('Tarkistus ei löytänyt virheitä.').waitFor()
    await page.getByLabel('Käyttöön alkaen').click()
    await look(page, 'publishing, with the calendar open')
    await goOn(page, `/drafts/${draft}/compare`)
    await page.getByRole('heading', { level: 1, name: /Vertailu/ }).waitFor()
    await look(page, 'comparing')
    await saveDraft(window, `${draft}-2`, broken)
    await goOn(page, `/drafts/${draft}-2/publish`)
    await page.getByRole('region', { name: 'Yksi virhe estää julkaisun' }).waitFor()
    await look(page, 'what stops publishing')
    await goOn(page, `/drafts/${draft}-2`)
    await button(page, 'Kokeile').click()
    await walk.getByRole('heading', { name: 'Polkua ei voi vielä kokeilla' }).waitFor()
    await look(page, 'what keeps it from being tried')
    // what closes the walk stands in its corner, however narrow the screen is
    const title = await walk.getByRole('heading', { level: 2 }).boundingBox()
    const close = await walk.getByRole('button', { name: 'Sulje kokeilu' }).boundingBox()
    expect(Math.abs((close?.y ?? Number.NaN) - (title?.y ?? Number.NaN))).toBeLessThan(16)
    expect(complaints).toEqual([])
  })
})

describe('the header of the editor', () => {
  it('is one line in each language, and what there is no room for is read in a tip', async () => {
    const window = await designer.openWindow()
    const { page } = window
    const title = {
      fi: 'Kuntoutuksen, koulutuksen ja työllistymisen monialainen palvelupolku pitkäaikaistyöttömille',
      sv: 'Den sektorsövergripande servicestigen för rehabilitering och sysselsättning av långtidsarbetslösa',
      en: 'The multidisciplinary pathway of rehabilitation and employment for people long out of work',
    }
    const draft = `otsikko-${anId()}`
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`tila${at}`, { on: { pois: 'jossain' } }]))
    const states = { ...tuki.states, ...many }
    const document = { ...tuki, title, states }
    const saved = await window.context.request.put(`/api/v1/drafts/${draft}`, { data: { document, basedOn: 1 } })
    expect(saved.ok()).toBe(true)
    await page.goto(`/drafts/${draft}`)
    for (const [name, shown] of [
      ['Suomi', title.fi],
      ['Svenska', title.sv],
      ['English', title.en],
    ] as const) {
      await button(page, 'Aino Pääkäyttäjä').click()
      await page.getByRole('menuitemradio', { name }).click()
      const heading = page.getByRole('heading', { level: 1, name: shown })
      await heading.waitFor()
      const header = await page.getByRole('banner').boundingBox()
      expect([name, header?.height]).toEqual([name, 56])
      const isCut = await heading.evaluate((one) => one.scrollWidth > one.clientWidth)
      expect([name, isCut, await heading.getAttribute('title')]).toEqual([name, true, shown])
    }
  })
})
