import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asDraftDocument } from '../../designer/model/document.ts'
import { type ListedKind, listed, type Place, placeKey, stateOrPathway } from '../../designer/model/places.ts'
import { readPathway } from '../../designer/model/readPathway.ts'
import type { PathwayInput } from '../../engine/index.ts'
import { bundledPathways } from '../../workflows/index.ts'
import suunto from '../../workflows/suunto.ts'
import { accessibilityFaults } from './support/accessibilityFaults.ts'
import { keepPicture } from './support/keepPicture.ts'
import { type OpenDesigner, openDesigner, type Window } from './support/openDesigner.ts'
import { lookAtEverything, openInspector, unfold } from './support/openInspector.ts'

let designer: OpenDesigner
/** One for all of whom it is as it is: each test opens a draft of its own in it. */
let window: Window
beforeAll(async () => {
  designer = await openDesigner()
  window = await designer.openWindow({ height: 1200 })
})
afterAll(() => designer.close())

const begin = 'transition:kuntoutus:on:aloitaKoulutus:0'

describe('a letter that is written', () => {
  it('has no other field drawn anew', async () => {
    const { page, follow } = await openInspector(window, 'one-field', suunto)
    await follow('state:kuntoutus')
    const goal = page.locator('#inspector').getByLabel('Tavoite suomeksi')
    await goal.fill('Arki kantaa')
    await startWatchingFields(page)
    await goal.press('End')
    await goal.press('.')
    expect(await goal.inputValue()).toBe('Arki kantaa.')
    const { all, anew } = await fieldsDrawnAnew(page)
    expect(all).toBeGreaterThan(15)
    expect(anew).toBe(1)
  })
})

describe('a transition', () => {
  it('gets a criterion made of two facts, which says what it means and what it says of a client', async () => {
    const { page, follow, settled, saved } = await openInspector(window, 'two-facts', suunto)
    await follow('state:kuntoutus', begin)
    const form = page.locator('#inspector')
    await form.getByRole('button', { name: 'Uusi siirtymäkriteeri' }).click()
    await form.getByLabel('Uuden siirtymäkriteerin nimi').fill('Jaksaa puolikkaan viikon')
    await page.keyboard.press('Enter')
    await form.getByLabel('Mistä tiedosta ehto on').click()
    await page.getByRole('option', { name: 'Päiviä viikossa' }).click()
    await form.getByLabel('Ehto 1: arvo').fill('3')
    await form.getByLabel('Lisää ehto', { exact: true }).click()
    await page.getByRole('option', { name: 'Tunteja päivässä' }).click()
    await form.getByText('Ehdot ovat kesken').waitFor()
    await form.getByLabel('Ehto 2: arvo').fill('4,5')
    await form
      .getByText(/päiviä viikossa on vähintään 3 ja tunteja päivässä vähintään 4,5/)
      .first()
      .waitFor()
    const truth = form.locator('[data-truth]')
    expect(await truth.textContent()).toMatch(/Ei voida tietää.*Päiviä viikossa/)
    await form.getByLabel('Päiviä viikossa', { exact: true }).fill('4')
    await form.getByLabel('Tunteja päivässä', { exact: true }).fill('5')
    expect(await truth.textContent()).toBe('Täyttyy.')
    await form.getByLabel('Tunteja päivässä', { exact: true }).fill('4')
    expect(await truth.textContent()).toBe('Ei täyty.')
    await settled()
    await expectOtherClient(page)
    const { document } = await saved()
    expect(document).toMatchObject({
      criteria: { jaksaaPuolikkaanViikon: { when: 'daysPerWeek >= 3 and hoursPerDay >= 4.5' } },
      states: { kuntoutus: { on: { aloitaKoulutus: [{ criteria: ['sitoutuminen', 'jaksaaPuolikkaanViikon'] }] } } },
    })
    expect(window.complaints).toEqual([])
  })

  it('may happen by itself after a time, and says so', async () => {
    const { page, follow, settled, saved } = await openInspector(window, 'after-time', suunto)
    await follow('state:kuntoutus', begin)
    const form = page.locator('#inspector')
    await form.getByRole('radio', { name: 'Kun aika on kulunut' }).click()
    const amount = form.getByLabel('Kuinka pitkän ajan kuluttua: määrä')
    await amount.fill('kaksi')
    await form.getByText('Tämä ei ole luku').waitFor()
    await amount.fill('2')
    await form.getByRole('radio', { name: 'Itsestään' }).click()
    await form
      .getByText(/siirrytään automaattisesti.*on kulunut 2 kuukautta/)
      .first()
      .waitFor()
    // the form stayed open, though the transition has another place now
    expect(
      await form.getByRole('radio', { name: 'Itsestään' }).evaluate((one) => one === one.ownerDocument.activeElement),
    ).toBe(true)
    await settled()
    expect((await saved()).document).toMatchObject({
      states: { kuntoutus: { after: { P2M: [{ target: 'koulutus', automatic: true }] } } },
    })
    expect(window.complaints).toEqual([])
  })
})

describe('what has the focus at the lower edge', () => {
  it('stays in view when a finding arrives above it', async () => {
    const { page, follow } = await openInspector(window, 'at-the-edge', suunto)
    await follow('state:kuntoutus')
    // nothing is scrolled: otherwise the browser itself holds what is seen in its place
    await page.setViewportSize({ width: 1440, height: 3000 })
    const form = page.locator('#inspector')
    const [goal, below] = [form.getByLabel('Tavoite suomeksi'), form.getByRole('button', { name: 'Lisää palvelu' })]
    const missing = form.getByText('puuttuu').first()
    await goal.fill('')
    await missing.waitFor()
    await below.focus()
    await page.keyboard.press('Control+z')
    await missing.waitFor({ state: 'hidden' })
    const bottom = () => below.evaluate((button) => button.getBoundingClientRect().bottom)
    const edge = Math.ceil(await bottom()) + 2
    await page.setViewportSize({ width: 1440, height: edge })
    await page.keyboard.press('Control+Shift+z')
    await missing.waitFor()
    expect(await bottom()).toBeLessThan(edge + 1)
  })
})

describe('the form of another thing', () => {
  const titleTop = (page: Page) =>
    page.locator('#inspector-title').evaluate((title) => title.getBoundingClientRect().top)
  const toTheEnd = async (page: Page): Promise<void> => {
    await page.locator('#inspector [data-form]').waitFor()
    await page.locator('#inspector').evaluate((form) => form.scrollIntoView({ block: 'end' }))
    expect(await titleTop(page)).toBeLessThan(0)
  }

  it('begins with its name, however far down the last one was read', async () => {
    const { page } = await openInspector(window, 'from-the-top', suunto)
    await page.setViewportSize({ width: 1440, height: 700 })
    for (const name of ['Kuntoutus', 'Koulutus']) {
      await toTheEnd(page)
      await page.getByRole('treeitem', { name: `Vaihe: ${name}` }).click()
      await page.getByRole('heading', { name: `Vaihe: ${name}` }).waitFor()
      expect(await titleTop(page)).toBeGreaterThan(50)
    }
    // of the same thing it stays where it is read
    await toTheEnd(page)
    const readAt = await titleTop(page)
    await page.getByRole('treeitem', { name: 'Vaihe: Koulutus' }).click()
    expect(await titleTop(page)).toBe(readAt)
  })
})

describe('the form of what was chosen before', () => {
  it('takes no press while that of another thing is coming', async () => {
    const { page } = await openInspector(window, 'late-form', suunto)
    await page.locator('#inspector [data-form]').waitFor()
    const seen = await page.evaluate(`(async () => {
      const form = document.getElementById('inspector')
      const [row] = [...document.querySelectorAll('[role="treeitem"]')].filter((one) => /^Vaihe: Kuntoutus/.test(one.ariaLabel ?? ''))
      row.click()
      // what follows at once, before the page has time for anything else
      for (let turn = 0; turn < 10; turn += 1) await undefined
      return { shown: form.dataset.place, takes: getComputedStyle(form).pointerEvents }
    })()`)
    expect(seen).toEqual({ shown: 'pathway', takes: 'none' })
    await page.locator('#inspector[data-place="state:kuntoutus"]').waitFor()
    await expect
      .poll(() => page.evaluate(`getComputedStyle(document.getElementById('inspector')).pointerEvents`))
      .toBe('auto')
  })
})

describe('a list of choices', () => {
  it('says that it is open at the first arrow, and gives what was written all at once', async () => {
    const { page, follow } = await openInspector(window, 'lists', suunto)
    await follow('state:kuntoutus')
    const field = page.locator('#inspector').getByLabel('Vaiheesta vastaa')
    await field.focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('#inspector [aria-expanded="true"]:focus').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('Koulutusvalmentaja')
    await page.getByRole('option', { name: 'Koulutusvalmentaja' }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('#inspector [aria-expanded="false"]:focus').waitFor()
    expect(await field.inputValue()).toBe('Koulutusvalmentaja')
  })

  it('has the first that fits highlighted and read aloud, and the arrows go on from there', async () => {
    const { page, follow } = await openInspector(window, 'first-that-fits', suunto)
    await follow('state:kuntoutus')
    const field = page.locator('#inspector').getByLabel('Vaiheesta vastaa')
    await field.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('k')
    await expect.poll(() => highlighted(page)).toEqual({ inTurn: 0, isReadAloud: true })
    for (const turn of [1, 2]) {
      await page.keyboard.press('ArrowDown')
      expect(await highlighted(page)).toEqual({ inTurn: turn, isReadAloud: true })
    }
  })

  it('has it highlighted too where the list was closed just before, in a browser that is slow', async () => {
    const { page, follow } = await openInspector(window, 'closed-just-before', suunto)
    await follow('state:kuntoutus')
    const field = page.locator('#inspector').getByLabel('Vaiheesta vastaa')
    await field.focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('#inspector [aria-expanded="true"]:focus').waitFor()
    const restTimers = await slowTimers(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('k')
    await restTimers()
    expect(await highlighted(page)).toEqual({ inTurn: 0, isReadAloud: true })
  })
})

/** Which of the choices on show is highlighted, and whether the field that has the focus says so. */
async function highlighted(page: Page): Promise<{ inTurn: number; isReadAloud: boolean }> {
  return await page.evaluate(`(() => {
    const field = document.activeElement
    const list = document.getElementById(field.getAttribute('aria-controls'))
    const options = [...(list?.querySelectorAll('[role="option"]') ?? [])]
    const inTurn = options.findIndex((option) => option.hasAttribute('data-combobox-selected'))
    return { inTurn, isReadAloud: options[inTurn]?.id === field.getAttribute('aria-activedescendant') }
  })()`)
}

/** From now on what is done at once, but later, waits. @returns has all of it done, in turn, and no more wait */
async function slowTimers(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(`{
    const soon = window.setTimeout
    const waiting = []
    window.setTimeout = (act, ms = 0, ...given) =>
      ms > 0 ? soon(act, ms, ...given) : -waiting.push(act)
    window.restTimers = () => {
      window.setTimeout = soon
      for (const act of waiting) act()
    }
  }`)
  return () => page.evaluate('window.restTimers()')
}

describe('an early end', () => {
  it('gets several roles one after another, each found by writing', async () => {
    const [exit = ''] = Object.keys(suunto.exits ?? {})
    const { page, follow, settled, saved } = await openInspector(window, 'several-roles', suunto)
    await follow(`exit:${exit}`)
    const field = page.locator('#inspector').getByRole('combobox', { name: /Lisää rooli/ })
    await field.focus()
    for (const [written, role] of [
      ['työhön', 'Työhönvalmentaja'],
      ['koulutus', 'Koulutusvalmentaja'],
    ] as const) {
      await page.keyboard.type(written)
      await page.getByRole('option', { name: role }).waitFor()
      await page.keyboard.press('Enter')
      expect(await field.inputValue()).toBe('')
    }
    await settled()
    const exits = (await saved()).document.exits as NonNullable<PathwayInput['exits']>
    expect(exits[exit]?.by).toEqual([...(suunto.exits?.[exit]?.by ?? []), 'jobCoach', 'studyCoach'])
  })
})

describe('a follow-up', () => {
  it('every two months shows its next dates for an example client, off the days that are no working days', async () => {
    const { page, follow, settled, saved } = await openInspector(window, 'two-monthly', suunto)
    await follow('state:kuntoutus')
    const form = page.locator('#inspector')
    await form.getByRole('button', { name: 'Uusi seuranta' }).click()
    await form.getByLabel('Uuden seurannan nimi').fill('Väliarvio')
    await page.keyboard.press('Enter')
    await form.getByLabel('Kuinka pitkin välein: määrä').fill('2')
    await form.getByLabel('Esimerkkiasiakas tulee vaiheeseen').fill('1.3.2026')
    const dates = form.getByRole('list', { name: 'Seuraavat päivät esimerkkiasiakkaalle' }).getByRole('listitem')
    await dates.filter({ hasText: 'ma 4.5.2026' }).waitFor()
    expect(await dates.allTextContents()).toEqual([
      // 1.5. is May Day, and the days after it a weekend
      'ma 4.5.2026',
      'ke 1.7.2026',
      'ti 1.9.2026',
      'ma 2.11.2026',
      'ma 4.1.2027',
    ])
    await form.getByRole('button', { name: 'Uusi tehtävä' }).click()
    await form.getByLabel('Uuden tehtävän nimi').fill('Käy väliarvio läpi')
    await page.keyboard.press('Enter')
    await form.getByText(/2 kuukauden välein.*Käy väliarvio läpi/).waitFor()
    // the focus is at the field of what was chosen, whose list stays closed: it would hide the way to the task
    const field = form.getByRole('combobox', { name: 'Avaa tehtävän' })
    await field.and(page.locator(':focus')).waitFor()
    expect(await page.getByRole('listbox').count()).toBe(0)
    await settled()
    expect((await saved()).document).toMatchObject({
      states: {
        kuntoutus: { followUps: { valiarvio: { every: 'P2M', shift: 'nextWorkingDay', task: 'kayValiarvioLapi' } } },
      },
      taskDefinitions: { kayValiarvioLapi: { label: { fi: 'Käy väliarvio läpi' } } },
    })
    expect(window.complaints).toEqual([])
  })

  it('of the whole pathway counts from the pathway’s beginning', async () => {
    const { page, follow } = await openInspector(window, 'of-the-pathway', suunto)
    await follow('pathway')
    const form = page.locator('#inspector')
    await form.getByRole('button', { name: 'Uusi seuranta' }).click()
    await form.getByLabel('Uuden seurannan nimi').fill('Vuosittainen katsaus')
    await page.keyboard.press('Enter')
    await form.locator('[data-form="followUp"]').waitFor()
    await form.getByRole('option', { name: 'Polun alusta' }).waitFor({ state: 'attached' })
    await form.getByLabel('Esimerkkiasiakkaan polku alkaa').waitFor()
    await form.getByText('niin kauan kuin polku kestää').waitFor()
  })

  it('makes its interval a setting of the pathway without leaving the form', async () => {
    const { page, follow, settled, saved } = await openInspector(window, 'setting', suunto)
    await follow('state:tyollistyminen', 'followUp:tyollistyminen:salkku')
    const form = page.locator('#inspector')
    const every = form.getByRole('group', { name: 'Kuinka pitkin välein' })
    const before = await every.getByLabel('Kuinka pitkin välein: määrä').inputValue()
    await every.getByRole('button', { name: 'Tee tästä asetus' }).click()
    await every.getByLabel('Asetuksen nimi').fill('Neuvottelujen väli')
    await page.keyboard.press('Enter')
    await every.getByText(`Nyt ${before} `).waitFor()
    await settled()
    expect((await saved()).document).toMatchObject({
      parameters: { neuvottelujenVali: { type: 'duration', origin: 'ours' } },
      states: { tyollistyminen: { followUps: { salkku: { every: { parameter: 'neuvottelujenVali' } } } } },
    })
  })
})

describe('a phase', () => {
  it('is written in three languages, and what is emptied leaves nothing behind', async () => {
    const { page, follow, settled, saved } = await openInspector(window, 'languages', suunto)
    await follow('state:kuntoutus')
    const form = page.locator('#inspector')
    await form.getByLabel('Nimi suomeksi').fill('Kuntoutuminen')
    await page.getByRole('heading', { name: 'Vaihe: Kuntoutuminen' }).waitFor()
    await form.getByRole('button', { name: 'Käännökset: Nimi' }).click()
    await form.getByLabel('Nimi ruotsiksi').fill('Rehabiliteringen')
    await form.getByLabel('Nimi englanniksi').fill('')
    await form.getByRole('button', { name: 'Puuttuu: englanti: Nimi' }).waitFor()
    await form.getByLabel('Kuvaus suomeksi').fill('x')
    await form.getByLabel('Kuvaus suomeksi').fill('')
    await settled()
    const states = (await saved()).document.states as NonNullable<PathwayInput['states']>
    expect(states.kuntoutus?.phase?.label).toEqual({ fi: 'Kuntoutuminen', sv: 'Rehabiliteringen' })
    expect(states.kuntoutus).not.toHaveProperty('description')
    // one visit of a field is one step
    await page.getByRole('button', { name: 'Kumoa: muuta: Kuvaus' }).click()
    await page.getByRole('button', { name: 'Kumoa: muuta: Nimi' }).click()
    expect(await form.getByLabel('Nimi englanniksi').inputValue()).toBe('Rehabilitation')
    expect(await form.getByLabel('Nimi ruotsiksi').inputValue()).toBe('Rehabiliteringen')
  })

  it('shows a Swedish reader which text is Finnish, with the Swedish one open beside it', async () => {
    const window = await designer.openWindow({ language: 'sv' })
    const { page, follow, settled, saved } = await openInspector(window, 'swedish', suunto)
    await follow('state:kuntoutus')
    const form = page.locator('#inspector')
    const said = form.locator('label', { hasText: 'Namn på finska' }).getByText('på finska', { exact: true })
    expect((await said.boundingBox())?.width).toBeGreaterThan(20)
    await form.getByLabel('Namn på svenska').fill('Rehabiliteringen')
    await settled()
    expect((await saved()).document).toMatchObject({
      states: { kuntoutus: { phase: { label: { fi: 'Kuntoutus', sv: 'Rehabiliteringen' } } } },
    })
  })

  it('gets another key everywhere, and is told when it is taken', async () => {
    const { page, follow, settled, saved } = await openInspector(window, 'key', suunto)
    await follow('state:kuntoutus')
    await unfold(page)
    const key = page.locator('#inspector').getByLabel('Tunnus', { exact: true })
    await key.fill('koulutus')
    await page.getByText('”koulutus” on jo käytössä').waitFor()
    await page.keyboard.press('Enter')
    await key.fill('1.')
    await page.getByText('Tunnuksessa on kirjaimia').waitFor()
    await key.fill('kuntoutuminen')
    await page.keyboard.press('Enter')
    await page.locator('#inspector[data-place="state:kuntoutuminen"]').waitFor()
    expect(await key.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true)
    await settled()
    expect((await saved()).document).toMatchObject({
      states: { kartoitus: { on: { aloitaKuntoutus: [{ target: 'kuntoutuminen' }] } } },
    })
  })
})

describe('a fact', () => {
  it('is kept on a section of law, on consent, or on nothing that is said', async () => {
    const { page, follow, settled, saved } = await openInspector(window, 'basis', suunto)
    await follow('fact:daysPerWeek')
    const basis = page.locator('#inspector').getByLabel('Peruste', { exact: true })
    const section = page.locator('#inspector').getByLabel('Pykälä')
    const savedBasis = async (): Promise<unknown> => {
      await settled()
      return ((await saved()).document.facts as NonNullable<PathwayInput['facts']>).daysPerWeek?.basis
    }
    const choose = (name: string) => basis.selectOption(name)
    expect(await section.count()).toBe(0)
    // a law that is not named yet is not written
    await choose('Laki')
    await section.waitFor()
    expect([await savedBasis(), (await saved()).revision]).toEqual([undefined, 1])
    await section.fill('380/2023 § 24')
    expect(await savedBasis()).toBe('380/2023 § 24')
    await choose('Asiakkaan suostumus')
    await section.waitFor({ state: 'detached' })
    expect(await savedBasis()).toBe('consent')
    await choose('Laki')
    await section.waitFor()
    expect([await section.inputValue(), await savedBasis()]).toEqual(['', undefined])
    await choose('Ei kirjattu')
    await section.waitFor({ state: 'detached' })
    expect(await basis.inputValue()).toBe('none')
    // each was one step
    await page.getByRole('button', { name: 'Kumoa: muuta: Peruste' }).click()
    expect(await savedBasis()).toBe('consent')
  })
})

describe('a number', () => {
  it('that is none is shown with what is wrong, is not written, and is there still when one comes back', async () => {
    const { page, follow, saved } = await openInspector(window, 'no-number', suunto)
    await follow('fact:daysPerWeek')
    const greatest = page.locator('#inspector').getByLabel('Suurin mahdollinen')
    await greatest.fill('seitsemän')
    await page.getByText('Tämä ei ole luku').waitFor()
    await follow('pathway', 'fact:daysPerWeek')
    expect(await greatest.inputValue()).toBe('seitsemän')
    expect((await saved()).revision).toBe(1)
  })
})

describe('with the keyboard alone', () => {
  it('a person goes to a phase, changes its goal, orders its services and takes it all back', async () => {
    const { page, settled, saved } = await openInspector(window, 'keyboard', suunto)
    await page.locator('#inspector [data-form]').waitFor()
    const press = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 120; presses += 1) {
        await page.keyboard.press('Tab')
        const focused = page.locator(':focus')
        if ((await focused.count()) === 0) continue
        const label = await focused.evaluate((one) => {
          const labels = 'labels' in one ? (one.labels as ArrayLike<{ textContent: string | null }> | null) : null
          return one.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? one.textContent ?? ''
        })
        if (name.test(label)) return
      }
      throw new Error(`Tab does not come to ${name.source}`)
    }
    await page.locator('#inspector').focus()
    await press(/^Kuntoutus$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Vaihe: Kuntoutus' }).waitFor()
    // the form has the focus, so that the next Tab is in it
    expect(await page.locator(':focus').getAttribute('id')).toBe('inspector')
    await press(/^Tavoite/)
    await page.keyboard.press('End')
    await page.keyboard.type(' Nyt.')
    await press(/^Siirrä myöhemmäksi: Ammatillinen/)
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').getAttribute('aria-label')).toMatch(/Ammatillinen/)
    await settled()
    const states = (await saved()).document.states as NonNullable<PathwayInput['states']>
    expect(states.kuntoutus?.phase?.goal.fi).toMatch(/ Nyt\.$|Nyt\./)
    expect(states.kuntoutus?.phase?.services?.[1]?.label.fi).toMatch(/^Ammatillinen/)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await settled()
    expect((await saved()).document).toEqual(JSON.parse(JSON.stringify(suunto)))
  })
})

describe('looking at everything', () => {
  it.each(bundledPathways.map((one) => [one.id, one] as const))('changes nothing of %s', async (id, document) => {
    const { page, saved } = await openInspector(window, `look-${id}`, document)
    const { seen, linked } = await lookAtEverything(page)
    const places = placesOf(document)
    expect(seen).toEqual(expect.arrayContaining(places))
    expect(['pathway', ...linked]).toEqual(expect.arrayContaining(places))
    expect(window.complaints).toEqual([])
    const { revision, document: kept } = await saved()
    expect(revision).toBe(1)
    expect(kept).toEqual(JSON.parse(JSON.stringify(document)))
    expect(await page.getByRole('button', { name: 'Kumoa', exact: true }).getAttribute('aria-disabled')).toBe('true')
  })
})

describe('every form', () => {
  // most by a link of the one before: on the way by the pathway, its own form is the longest of all
  const routes = [
    ['pathway'],
    ['state:kuntoutus'],
    ['module:kuntoutus:motivaatiokoulutus'],
    ['state:kuntoutus', begin],
    ['criterion:sitoutuminen'],
    ['followUp::verkostotapaaminen'],
    ['task:networkMeeting'],
    ['parameter:mahisKesto'],
    ['fact:serviceNeed'],
    ['caseRole:adviser'],
    ['state:kartoitus', 'state:kartoitus.arviointi'],
    [`exit:${Object.keys(suunto.exits ?? {})[0]}`],
    [`suspension:${Object.keys(suunto.suspensions ?? {})[0]}`],
  ]
  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('has no fault that axe knows: %s, %i px', async (colours, width) => {
    const seen = await designer.openWindow({ colours, width })
    const { page, follow } = await openInspector(seen, `axe-${colours}-${width}`, suunto)
    for (const route of routes) {
      await follow(...route)
      await unfold(page)
      for (const row of await page.locator('#inspector [data-action="open"]').all()) await row.click()
      expect([route.at(-1), await accessibilityFaults(page, { within: '#inspector' })]).toEqual([route.at(-1), []])
      const isWider = await page.locator('html').evaluate((root) => root.scrollWidth > root.clientWidth)
      expect([route.at(-1), isWider]).toEqual([route.at(-1), false])
      await keepPicture(page, `inspector-${route.at(-1)}-${colours}`, [width])
    }
    expect(seen.complaints).toEqual([])
    await seen.context.close()
  })
})

/** The keys of everything that has a form. */
function placesOf(document: PathwayInput): string[] {
  const { states, transitions } = readPathway(asDraftDocument(document))
  const within = [...states.values()].flatMap(({ path: state, definition: { followUps, modules } }): Place[] => [
    stateOrPathway(state),
    ...Object.keys(followUps ?? {}).map((name) => ({ kind: 'followUp' as const, state, name })),
    ...Object.keys(modules ?? {}).map((name) => ({ kind: 'module' as const, state, name })),
  ])
  const ofPathway = (Object.keys(listed) as ListedKind[]).flatMap((kind): Place[] =>
    Object.keys(document[listed[kind]] ?? {}).map((name) => ({ kind, name })),
  )
  return [...within, ...transitions.map(({ place }) => place), ...ofPathway].map(placeKey)
}

/** In another draft a fact of the same name is another fact, of which nothing is known; here it is known still. */
async function expectOtherClient(page: Page): Promise<void> {
  const known = page.locator('#inspector').getByLabel('Päiviä viikossa', { exact: true })
  const document = { ...suunto, id: 'toinenPolku', title: { fi: 'Toinen polku' } }
  await window.context.request.put('/api/v1/drafts/toinen-polku', { data: { document, basedOn: null } })
  const here = page.url()
  await page.getByRole('link', { name: 'Polku', exact: true }).click()
  await page.getByRole('link', { name: 'Toinen polku' }).click()
  await unfold(page)
  await page.locator('#inspector button[data-place="criterion:sitoutuminen"]').click()
  await known.waitFor()
  expect(await known.inputValue()).toBe('')
  await page.goBack()
  await page.goBack()
  await page.waitForURL(here)
  await unfold(page)
  await page.locator('#inspector button[data-place="criterion:sitoutuminen"]').click()
  await known.waitFor()
  expect(await known.inputValue()).toBe('4')
}

/** What is in the page's forms is kept with what React gave it last: another object whenever it has drawn it anew. */
const givenTo = `(field) => field[Object.keys(field).find((key) => key.startsWith('__reactProps$'))]`
const fields = `[...document.querySelectorAll('#inspector :is(input, textarea, select)')]`

async function startWatchingFields(page: Page): Promise<void> {
  await page.evaluate(`{ window.given = new Map(${fields}.map((field) => [field, (${givenTo})(field)])) }`)
}

/** How many fields there were when the watch began, and how many of them have been drawn anew since. */
function fieldsDrawnAnew(page: Page): Promise<{ all: number; anew: number }> {
  return page.evaluate(`({
    all: window.given.size,
    anew: [...window.given].filter(([field, given]) => (${givenTo})(field) !== given).length,
  })`)
}
