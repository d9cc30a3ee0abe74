import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import suunto from '../../workflows/suunto.ts'
import { accessibilityFaults } from './support/accessibilityFaults.ts'
import { keepPicture } from './support/keepPicture.ts'
import { type OpenDesigner, openDesigner, type WindowOptions } from './support/openDesigner.ts'

let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner()
})
afterEach(() => designer.emptyWindows())
afterAll(() => designer.close())

/** A draft of Suunto, open with its walk: Aino begins on Monday 2.3.2026 in rehabilitation. */
async function openWalk(draft: string, options: WindowOptions = {}) {
  const window = await designer.openWindow(options)
  const { page, context } = window
  const saved = await context.request.put(`/api/v1/drafts/${draft}`, { data: { document: suunto } })
  expect(saved.status()).toBe(201)
  await page.goto(`/drafts/${draft}`)
  await page.getByRole('button', { name: 'Kokeile' }).click()
  await panel(page).getByRole('button', { name: 'Muuta alkua' }).click()
  await panel(page).getByLabel('Alkaa', { exact: true }).fill('2.3.2026')
  await panel(page).getByLabel('Mistä alkaa').selectOption({ label: 'Kesken polun: Kuntoutus' })
  await panel(page).getByRole('button', { name: 'Valmis' }).click()
  await point(page, 'Alku, ma 2.3.2026').waitFor()
  await panel(page).getByText('Alkoi: Kuntoutus.').waitFor()
  return window
}

const panel = (page: Page) => page.getByRole('region', { name: /^Kokeilu: / })
const point = (page: Page, name: string | RegExp) => panel(page).getByRole('button', { name })
/** The part of the panel in which the events stand. */
const possible = (page: Page) => panel(page).getByRole('region', { name: 'Mitä voi tehdä' }).last()

/** Writes down how much Aino can take part, from the place where it is asked for. */
async function record(page: Page, days: string, hours: string): Promise<void> {
  await possible(page).getByRole('button', { name: 'Päiviä viikossa', exact: true }).first().click()
  // the field is gone to, and the next one stands beside it
  await page.keyboard.type(days)
  await panel(page).getByLabel('Tunteja päivässä (h/pv)').fill(hours)
  await panel(page).getByRole('button', { name: 'Kirjaa 2 tietoa' }).click()
  await panel(page).getByText(`Päiviä viikossa: ${days}`, { exact: true }).waitFor()
}

describe('trying a pathway on an example client', () => {
  it('walks Aino from rehabilitation to her first portfolio review, and says why not and what happened', async () => {
    const { page, context, complaints } = await openWalk('kokeilu')
    const walk = panel(page)
    // training waits for facts that nobody has written down
    await possible(page).getByText('Ei tiedetä vielä').first().waitFor()
    await record(page, '3', '6')
    await possible(page).getByRole('button', { name: 'Aloita koulutus', exact: true }).click()
    await walk.getByText('”Aloita koulutus” ei onnistu').waitFor()
    await walk
      .getByText(/päiviä viikossa on vähintään 5 .* Nyt: Päiviä viikossa 3, Tunteja päivässä 6\./)
      .first()
      .waitFor()
    // the try is gone with the next step
    await walk.getByRole('button', { name: 'Muuta: Päiviä viikossa' }).click()
    await walk.getByLabel('Päiviä viikossa (pv/vko)').fill('5')
    await walk.getByRole('button', { name: 'Kirjaa tieto' }).click()
    await point(page, /2\. Päiviä viikossa: 5, ma 2\.3\.2026, Nyt/).waitFor()
    await possible(page).getByRole('button', { name: 'Siirry suoraan työllistymiseen' }).click()
    await walk.getByRole('textbox', { name: 'Perustelu' }).fill('Sai paikan kaupungilta.')
    await possible(page).getByRole('button', { name: 'Siirry suoraan työllistymiseen' }).last().click()
    await walk.getByText('Kuntoutus → Työllistyminen.').waitFor()
    await walk.getByText('Ajastettiin: Asiakassalkun arviointi ma 4.5.2026.').waitFor()
    await point(page, /3\. Siirry suoraan työllistymiseen, ma 2\.3\.2026, Nyt/).waitFor()
    // the drawing has followed, and what is not in view is not drawn
    await page.getByText('Asiakas on tässä').waitFor()
    await walk.getByRole('region', { name: 'Missä asiakas on' }).getByRole('button', { name: 'Työllistyminen' }).click()
    await page
      .getByRole('article', { name: /^Työllistyminen\. Asiakas on tässä/ })
      .and(page.locator('[data-chosen]'))
      .waitFor()

    // time passes to the review; its task has a form
    await walk.getByRole('button', { name: 'Anna ajan kulua seuraavaan: Asiakassalkun arviointi ma 4.5.2026' }).click()
    await walk.getByText('Tuli aika: Asiakassalkun arviointi.').waitFor()
    await walk.getByRole('button', { name: 'Täytä ja merkitse tehdyksi: Asiakassalkun arviointi' }).click()
    await walk.getByRole('button', { name: 'Merkitse tehdyksi', exact: true }).click()
    await walk.getByText('Tämä tieto vaaditaan.').waitFor()
    await walk.getByLabel('Miten palveluprosessi etenee').fill('Hyvin.')
    await walk.getByRole('button', { name: 'Merkitse tehdyksi', exact: true }).click()
    await walk.getByText('Tehtävä tehtiin: Asiakassalkun arviointi.').waitFor()
    await walk.getByText('Ei avoimia tehtäviä.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await keepPicture(page, 'walk')

    // all is thrown away, and put back
    await walk.getByRole('button', { name: 'Aloita alusta' }).click()
    await walk.getByRole('button', { name: /^Palauta \d askelta$/ }).click()

    // an earlier moment is looked at, and left again; then one step back
    await point(page, 'Alku, ma 2.3.2026').click()
    await walk.getByText('Katsot aiempaa hetkeä, ma 2.3.2026.').waitFor()
    await walk.getByRole('button', { name: 'Palaa nykyhetkeen' }).click()
    // by the key of undo too, which leaves the draft behind as it is
    const client = page.getByRole('article', { name: /^Työllistyminen\. Asiakas on tässä/ })
    await client.click({ position: { x: 20, y: 12 } })
    await page.getByRole('application', { name: 'Polun kuva' }).press('Alt+ArrowDown')
    const undo = page.getByRole('button', { name: 'Kumoa: siirrä kuvassa ”Työllistyminen”' })
    await undo.waitFor()
    await walk.getByRole('heading', { level: 2 }).click()
    await page.keyboard.press('Control+z')
    await walk.getByRole('button', { name: 'Täytä ja merkitse tehdyksi: Asiakassalkun arviointi' }).waitFor()
    await page.keyboard.press('Control+y')
    await walk.getByRole('textbox', { name: 'Perustelu' }).waitFor({ state: 'detached' })
    expect(await undo.count()).toBe(1)
    await undo.click()

    // without a network it says so, and the step waits until there is one
    await context.setOffline(true)
    await walk.getByRole('button', { name: /^Anna ajan kulua seuraavaan/ }).click()
    await walk.getByText('Palvelimeen ei saada yhteyttä. Askeleet ovat tallessa.').waitFor()
    await point(page, 'Alku, ma 2.3.2026').waitFor()
    await context.setOffline(false)
    await walk.getByText('Palvelimeen ei saada yhteyttä').waitFor({ state: 'detached' })
    await walk.getByRole('button', { name: 'Askel taaksepäin' }).click()

    // the walk is still there when the page is read anew
    await page.reload()
    await page.getByRole('button', { name: 'Kokeile' }).click()
    await walk.getByText('Tuli aika: Asiakassalkun arviointi.').waitFor()
    expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  })

  it('keeps a walk as a scenario, and says what an edit breaks in it without dropping a step', async () => {
    const { page, context, complaints } = await openWalk('muutos')
    const walk = panel(page)
    await record(page, '4', '6')
    await possible(page).getByRole('button', { name: 'Aloita koulutus', exact: true }).click()
    // that this is refused belongs to the scenario
    await walk.getByRole('button', { name: 'Pidä askel: sen kuuluu estyä' }).click()
    await walk.getByText('”Aloita koulutus” estyy, kuten pitääkin').waitFor()
    await possible(page).getByRole('button', { name: 'Poikkea perustellusti: Aloita koulutus' }).click()
    await walk.getByRole('textbox', { name: 'Perustelu' }).fill('Sovittu oppilaitoksen kanssa.')
    await walk.getByRole('button', { name: 'Aloita koulutus poiketen' }).click()
    await walk.getByText('Kuntoutus → Koulutus.').waitFor()
    await walk.getByRole('button', { name: 'Skenaariot' }).click()
    await walk.getByLabel('Skenaarion nimi').fill('Neljä päivää riittää poiketen')
    await walk.getByRole('button', { name: 'Tallenna kulku skenaarioksi' }).click()
    await walk.getByText('Aino Pääkäyttäjä, ').waitFor()
    await walk.getByText('Skenaario ”Neljä päivää riittää poiketen” on tallennettu.').waitFor()
    await walk.getByRole('button', { name: 'Aja kaikki' }).click()
    await walk.getByText('Kaikki skenaariot menevät läpi.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await keepPicture(page, 'scenarios')

    // somebody makes the criterion four days: the refused step succeeds, and the one after it has nowhere to begin
    const eased = structuredClone(suunto)
    if (eased.criteria?.sitoutuminen) eased.criteria.sitoutuminen.when = 'daysPerWeek >= 4 and hoursPerDay >= 6'
    const { revision } = await (await context.request.get('/api/v1/drafts/muutos')).json()
    await context.request.put('/api/v1/drafts/muutos', { data: { document: eased, revision } })
    await page.reload()
    await page.getByRole('button', { name: 'Kokeile' }).click()
    await walk.getByText('Tämä askel ei enää onnistu: Aloita koulutus, poiketen').waitFor()
    await point(page, '2. Aloita koulutus').first().click()
    await walk.getByText('Askeleen ”Aloita koulutus” piti estyä, mutta se onnistui.').waitFor()
    await walk.getByRole('button', { name: 'Skenaariot' }).click()
    await walk.getByRole('button', { name: 'Aja kaikki' }).click()
    await walk.getByText('1 skenaario poikkeaa.').waitFor()
    await walk.getByText('Askeleen 2 (”Aloita koulutus”) piti estyä, mutta se onnistuu.').waitFor()

    // the pathway is right and the scenario is old: it is kept as it comes out now, and passes
    await walk.getByRole('button', { name: 'Tallenna uudelleen: Neljä päivää riittää poiketen' }).click()
    await walk.getByText('on tallennettu').waitFor()
    await walk.getByRole('button', { name: 'Aja kaikki' }).click()
    await walk.getByText('Kaikki skenaariot menevät läpi.').waitFor()
    await walk.getByRole('button', { name: 'Poista: Neljä päivää riittää poiketen' }).click()
    await walk.getByRole('button', { name: 'Poista: Neljä päivää riittää poiketen' }).click()
    await walk.getByText('Ei vielä skenaarioita.', { exact: false }).waitFor()
    expect(complaints).toEqual([])
  })
})
