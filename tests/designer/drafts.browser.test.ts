import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from './support/accessibilityFaults.ts'
import { type OpenDesigner, openDesigner } from './support/openDesigner.ts'

let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner([])
})
afterEach(() => designer.emptyWindows())
afterAll(() => designer.close())

const nameField = (page: Page) => page.getByRole('textbox', { name: 'Nimi suomeksi' })
/** Types a name over the one that is there, key by key. */
const typeName = async (page: Page, name: string): Promise<void> => {
  await nameField(page).selectText()
  await nameField(page).pressSequentially(name)
}
const isSaved = (page: Page) => page.locator('[data-saving="saved"]').waitFor()
const savedName = async (draft: string) =>
  ((await designer.polku.pathways.draft(draft)).document.title as { fi: string }).fi

/** A draft of its own in a window, with nothing done to it. */
async function openDraft(id: string): Promise<Page> {
  const document = { id, title: { fi: 'Tukijakso' }, states: {} }
  await designer.polku.pathways.saveDraft(id, { document, by: { user: 'aino' } })
  return openAgain(id)
}

async function openAgain(id: string): Promise<Page> {
  const { page } = await designer.openWindow()
  await page.goto(`/drafts/${id}`)
  await nameField(page).waitFor()
  return page
}

/** Remembers in a page whether anything was said to be awaited once the outline was there. */
const watchAwaited = `
  window.wasAwaited = false
  new MutationObserver(() => {
    if (!document.querySelector('[role="treeitem"]')) return
    const said = [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent)
    window.wasAwaited ||= said.some((text) => text.startsWith('Haetaan'))
  }).observe(document, { childList: true, subtree: true })
`

describe('a draft', () => {
  it('opens all at once: outline, drawing and details', async () => {
    const document = { id: 'kerralla', title: { fi: 'Tukijakso' }, initial: 'alku', states: { alku: {} } }
    await designer.polku.pathways.saveDraft('kerralla', { document, by: { user: 'aino' } })
    const { page } = await designer.openWindow({ isFirst: true })
    await page.addInitScript(watchAwaited)
    await page.goto('/drafts/kerralla')
    await page.locator('.react-flow__node').first().waitFor()
    expect(await page.evaluate('window.wasAwaited')).toBe(false)
  })

  it('is saved by itself, and one visit of a field is one step of undo', async () => {
    const page = await openDraft('itsestaan')
    await typeName(page, 'Tukijakso nuorille')
    await nameField(page).blur()
    await isSaved(page)
    expect(await savedName('itsestaan')).toBe('Tukijakso nuorille')
    await page.keyboard.press('Control+z')
    await expect.poll(() => savedName('itsestaan')).toBe('Tukijakso')
    expect(await nameField(page).inputValue()).toBe('Tukijakso')
  })

  it('asks whose work stays when two people have edited it, shows what differs, and loses neither', async () => {
    const mine = await openDraft('kaksi')
    const document = { id: 'kaksi', title: { fi: 'Toisen nimi' }, states: {} }
    await designer.polku.pathways.saveDraft('kaksi', { document, revision: 1, by: { user: 'mari' } })

    await typeName(mine, 'Minun nimi')
    const question = mine.getByRole('alert')
    await question.getByText('mari tallensi luonnoksen').waitFor()
    expect(await savedName('kaksi')).toBe('Toisen nimi')
    await mine.getByRole('button', { name: 'Katso erot' }).click()
    const differences = mine.getByRole('dialog', { name: 'Erot' })
    await differences.getByText(/Toisen nimi.*Minun nimi/).waitFor()
    expect(await accessibilityFaults(mine)).toEqual([])
    await mine.keyboard.press('Escape')
    await differences.waitFor({ state: 'detached' })
    await mine.getByRole('button', { name: 'Ota toisen versio' }).click()
    await question.waitFor({ state: 'detached' })
    expect(await nameField(mine).inputValue()).toBe('Toisen nimi')

    // undo brings one's own work back, and it is saved like any other edit
    await mine.keyboard.press('Control+z')
    expect(await nameField(mine).inputValue()).toBe('Minun nimi')
    await expect.poll(() => savedName('kaksi')).toBe('Minun nimi')
  })

  it('that is open in two windows keeps what was done in each, also when one of them is lost', async () => {
    const one = await openDraft('ikkunat')
    const openWindow = async (): Promise<Page> => {
      const page = await one.context().newPage()
      await page.goto('/drafts/ikkunat')
      await nameField(page).waitFor()
      return page
    }
    const other = await openWindow()
    await typeName(one, 'Ensin')
    await expect.poll(() => savedName('ikkunat')).toBe('Ensin')
    await typeName(other, 'Toisessa ikkunassa')
    await other.getByRole('alert').getByText('Tallensit luonnoksen toisessa ikkunassa').waitFor()
    await typeName(one, 'Vielä kerran')
    await expect.poll(() => savedName('ikkunat')).toBe('Vielä kerran')
    // what a window shows is its own
    const third = await openWindow()
    expect(await nameField(third).inputValue()).toBe('Vielä kerran')
    await third.close()

    await other.close()
    const again = await openWindow()
    await again.getByText('Palautimme muutokset, jotka eivät ehtineet tallentua viimeksi.').waitFor()
    expect(await nameField(again).inputValue()).toBe('Toisessa ikkunassa')
    await again.getByRole('button', { name: 'Tallenna tämän ikkunan versio' }).click()
    await expect.poll(() => savedName('ikkunat')).toBe('Toisessa ikkunassa')
  })

  it('keeps what is typed while the connection is cut, and saves it when it is back', async () => {
    const page = await openDraft('katko')
    await page.context().setOffline(true)
    await typeName(page, 'Kirjoitettu ilman yhteyttä')
    await page.getByText(/Ei yhteyttä/).waitFor()
    expect(await savedName('katko')).toBe('Tukijakso')
    await page.context().setOffline(false)
    await isSaved(page)
    expect(await savedName('katko')).toBe('Kirjoitettu ilman yhteyttä')
  })

  it('gives back what was typed before the page was left without a connection', async () => {
    const page = await openDraft('palautus')
    const context = page.context()
    await context.setOffline(true)
    await typeName(page, 'Ei ehtinyt tallentua')
    await page.getByText(/Ei yhteyttä/).waitFor()
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto('/drafts/palautus')
    await nameField(again).waitFor()
    await again.getByText('Palautimme muutokset, jotka eivät ehtineet tallentua viimeksi.').waitFor()
    await expect.poll(() => nameField(again).inputValue()).toBe('Ei ehtinyt tallentua')
    await expect.poll(() => savedName('palautus')).toBe('Ei ehtinyt tallentua')
    await again.getByRole('button', { name: 'Sulje' }).press('Enter')
    expect(await again.getByText('Palautimme muutokset').count()).toBe(0)
  })

  it('that is gone says so, and leads home', async () => {
    const { page } = await designer.openWindow()
    await page.goto('/drafts/ei-ole')
    await page.getByRole('heading', { name: 'Tätä sivua ei ole' }).waitFor()
    await page.getByRole('link', { name: 'Palvelupolkuihin' }).click()
    await page.getByRole('heading', { name: 'Palvelupolut' }).waitFor()
    // whoever followed the link is on the page that it led to
    expect(await page.title()).toBe('Palvelupolut – Polku')
    await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('content')
  })
})
