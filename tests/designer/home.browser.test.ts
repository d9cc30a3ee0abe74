import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from './support/accessibilityFaults.ts'
import { keepPicture } from './support/keepPicture.ts'
import { type OpenDesigner, openDesigner } from './support/openDesigner.ts'

let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner()
})
afterEach(() => designer.emptyWindows())
afterAll(() => designer.close())

const ownDrafts = async () =>
  (await designer.polku.pathways.drafts()).filter(({ pathway }) => pathway.startsWith('jalkiseuranta'))

describe('the first page', () => {
  it.each(['fi', 'sv', 'en'] as const)('shows what is published, in the reader’s language: %s', async (language) => {
    const { page, complaints } = await designer.openWindow({ language })
    await page.goto('/')
    const suunto = {
      fi: /vaiheistettu asiakasprosessi/,
      sv: /fasindelade klientprocessen/,
      en: /phased client process/,
    }
    await page.getByRole('link', { name: suunto[language] }).first().waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await accessibilityFaults(page)).toEqual([])
    await keepPicture(page, `home-${language}`)
    expect(complaints).toEqual([])
  })

  it('says in words what cannot be brought in, and what became of a machine', async () => {
    const { page, complaints } = await designer.openWindow()
    await page.goto('/')
    const bringIn = async (name: string, content: string): Promise<void> => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Tuo tiedostosta' }).click(),
      ])
      await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
    }
    await bringIn('muistio.txt', 'Muistio kokouksesta')
    await page.getByRole('alert').getByText('Tiedostosta ”muistio.txt” ei voi tehdä luonnosta.').waitFor()
    await bringIn('kesken.json', '{\n  "title": {\n    "fi": "Polku",\n  }\n}')
    await page.getByRole('alert').getByText('lukeminen päättyi riville 4').waitFor()
    await bringIn('luettelo.json', '[1, 2, 3]')
    await page.getByRole('alert').getByText('ei ole palvelupolkua eikä Statelystä vietyä konetta').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])

    const machine = {
      id: 'kone',
      initial: 'Käsittely',
      states: { Käsittely: { on: { go: { target: 'loppu', guard: 'saa' } } }, loppu: { type: 'final' } },
    }
    await bringIn('kone.json', JSON.stringify(machine))
    await page.waitForURL('**/drafts/kone-*')
    const report = page.getByRole('status').filter({ hasText: 'Luonnos tehtiin tiedostosta ”kone.json”.' })
    await report.getByRole('button', { name: 'Käsittely', exact: true }).click()
    await expect.poll(() => page.getByRole('textbox', { name: 'Nimi suomeksi' }).inputValue()).toBe('Käsittely')
    expect(await accessibilityFaults(page)).toEqual([])
    await keepPicture(page, 'draft-brought-in')
    // it stays until it is put away
    await page.reload()
    await report.getByRole('button', { name: 'Sulje' }).click()
    await page.reload()
    await page.getByRole('textbox', { name: 'Nimi suomeksi' }).waitFor()
    expect(await report.count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('makes one draft of the next version or a pathway of one’s own, however it is pressed', async () => {
    const { page, complaints } = await designer.openWindow()
    await page.goto('/')
    await page.getByRole('button', { name: /Tee tästä oma polku.*Jälkiseuranta/ }).dblclick()
    await page.waitForURL('**/drafts/jalkiseurantakopio-*')
    await page.goto('/')
    await page.getByRole('button', { name: 'Uusi polku' }).click()
    await page.getByRole('textbox', { name: 'Polun nimi' }).fill('jälkiseuranta (KOPIO)')
    await page.getByRole('button', { name: 'Luo luonnos' }).click()
    await page.getByText('Samanniminen polku tai luonnos on jo olemassa.').waitFor()
    await page.getByRole('textbox', { name: 'Polun nimi' }).fill('Jälkiseuranta, kopio')
    await page.getByRole('button', { name: 'Luo luonnos' }).dblclick()
    await page.waitForURL('**/drafts/jalkiseurantakopio2-*')
    const drafts = await ownDrafts()
    expect(drafts.map(({ pathway, basedOn }) => [pathway, basedOn])).toEqual([
      ['jalkiseurantaKopio', null],
      ['jalkiseurantaKopio2', null],
    ])
    for (const { id } of drafts) await designer.polku.pathways.deleteDraft(id)
    expect(complaints).toEqual([])
  })

  it('makes a draft of a published pathway, a copy of a draft, and deletes one after a question', async () => {
    const { page, complaints } = await designer.openWindow()
    await page.goto('/')
    await page.getByRole('button', { name: /Muokkaa \(uusi versio\).*Jälkiseuranta/ }).dblclick()
    await page.waitForURL('**/drafts/jalkiseuranta-*')
    await page.goto('/')
    await page.getByRole('button', { name: 'Tee kopio luonnoksesta ”Jälkiseuranta”' }).dblclick()
    await page.waitForURL('**/drafts/jalkiseurantakopio-*')
    await page.goto('/')
    await page.getByRole('link', { name: 'Jälkiseuranta (kopio)' }).waitFor()
    await page.getByRole('button', { name: 'Poista luonnos ”Jälkiseuranta (kopio)”' }).click()
    await page.getByRole('button', { name: 'Peruuta' }).press('Enter')
    await page.getByRole('button', { name: 'Poista luonnos ”Jälkiseuranta (kopio)”' }).click()
    await page.getByRole('button', { name: 'Poista luonnos', exact: true }).click()
    await page.getByText('Luonnos ”Jälkiseuranta (kopio)” on poistettu.').waitFor()
    expect(await page.getByRole('link', { name: 'Jälkiseuranta (kopio)' }).count()).toBe(0)
    expect((await ownDrafts()).map(({ basedOn }) => basedOn)).toEqual([1])
    expect(complaints).toEqual([])
  })

  it('begins a pathway in the language in which its name is written, with the Finnish that it cannot be without', async () => {
    const { page, complaints } = await designer.openWindow({ language: 'sv' })
    const titleOf = async (): Promise<unknown> =>
      (await designer.polku.pathways.draft(new URL(page.url()).pathname.split('/')[2] ?? '')).document.title
    await page.goto('/')
    await page.getByRole('button', { name: 'Ny servicestig' }).click()
    await page.getByRole('textbox', { name: 'Stigens namn' }).fill('Stöd till arbete')
    await page.getByRole('button', { name: 'Skapa utkast' }).click()
    await page.waitForURL('**/drafts/stod*')
    expect(await titleOf()).toEqual({ fi: 'Stöd till arbete', sv: 'Stöd till arbete' })
    // until it is translated, the one follows the other
    await page.getByRole('button', { name: 'Övriga åtgärder' }).click()
    await page.getByRole('menuitem', { name: 'Byt namn' }).click()
    await page.getByRole('banner').getByRole('textbox').fill('Väg till arbete')
    await page.keyboard.press('Enter')
    await expect.poll(titleOf).toEqual({ fi: 'Väg till arbete', sv: 'Väg till arbete' })
    expect(complaints).toEqual([])
  })
})
