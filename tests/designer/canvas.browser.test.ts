import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PathwayInput } from '../../engine/index.ts'
import { bundledPathways } from '../../workflows/index.ts'
import suunto from '../../workflows/suunto.ts'
import { accessibilityFaults } from './support/accessibilityFaults.ts'
import { heard, listen } from './support/heard.ts'
import { keepPicture } from './support/keepPicture.ts'
import { type OpenDesigner, openDesigner, type WindowOptions } from './support/openDesigner.ts'

let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner(bundledPathways.filter(({ id }) => id !== 'suunto'))
})
afterEach(() => designer.emptyWindows())
afterAll(async () => {
  await designer.close()
})

const empty = { id: 'oma', title: { fi: 'Oma polku' }, states: {} }

/** Opens a draft of a document, and shows its drawing. */
async function openDraft(document: PathwayInput | typeof empty, options: WindowOptions = {}) {
  const { page, context, complaints } = await designer.openWindow(options)
  const draft = `${document.id}-${crypto.randomUUID().slice(0, 8)}`
  const saved = await context.request.put(`/api/v1/drafts/${draft}`, {
    data: { document, basedOn: null },
    headers: { Origin: designer.address },
  })
  expect(saved.ok()).toBe(true)
  await page.goto(`/drafts/${draft}`)
  if ((options.width ?? 1440) <= 900) await page.getByRole('tab', { name: 'Kuva' }).click()
  const documentOf = async (): Promise<Record<string, unknown>> => {
    await page.getByText(/^Tallennettu/).waitFor()
    const answer = await context.request.get(`/api/v1/drafts/${draft}`)
    return (await answer.json()).document
  }
  return { page, complaints, documentOf }
}

const sheet = (page: Page, name: string) => page.getByRole('article', { name: new RegExp(`^${name}(\\.|$)`) }).first()
/** Of what is being added: the inspector has a name of its own. */
const nameField = (page: Page) => drawing(page).getByRole('textbox', { name: 'Nimi', exact: true })
const drawing = (page: Page) => page.getByRole('application', { name: 'Polun kuva' })

async function middleOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const box = await sheet(page, name).boundingBox()
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
}

/** Opens the page anew and counts from then on what workers answer it: layouts. */
async function countLayouts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(`{
    const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage')
    let answers = 0
    Object.defineProperty(Worker.prototype, 'onmessage', {
      set(hear) {
        set.call(this, (event) => {
          hear(event)
          answers += 1
          document.documentElement.dataset.answers = String(answers)
        })
      },
    })
  }`)
  await page.reload()
  return async () => Number(await page.locator('html').getAttribute('data-answers'))
}

describe('the drawing', () => {
  it('is made by mouse, and taken back to nothing', async () => {
    const { page, complaints, documentOf } = await openDraft(empty)
    await page.getByRole('textbox', { name: 'Ensimmäisen vaiheen nimi' }).fill('Kartoitus')
    await page.getByRole('button', { name: 'Lisää ensimmäinen vaihe' }).click()
    await sheet(page, 'Kartoitus').waitFor()

    await drawing(page).getByRole('button', { name: 'Lisää', exact: true }).first().click()
    await nameField(page).fill('Kuntoutus')
    await page.keyboard.press('Enter')
    await sheet(page, 'Kuntoutus').waitFor()

    // a transition, drawn from the first to the second
    await sheet(page, 'Kartoitus').hover()
    const handle = await sheet(page, 'Kartoitus').getByTitle('Vedä siirtymä toiseen tilaan').boundingBox()
    const end = await middleOf(page, 'Kuntoutus')
    await page.mouse.move((handle?.x ?? 0) + 12, (handle?.y ?? 0) + 12)
    await page.mouse.down()
    await page.mouse.move(end.x, end.y, { steps: 8 })
    await page.mouse.up()
    const name = nameField(page)
    expect(await name.inputValue()).toBe('Siirry: Kuntoutus')
    await name.fill('Aloita kuntoutus')
    await drawing(page).getByRole('button', { name: 'Piirrä siirtymä' }).click()
    await page.locator('.react-flow__edgelabel-renderer').getByText('Aloita kuntoutus').waitFor()
    expect(await documentOf()).toMatchObject({
      initial: 'kartoitus',
      states: {
        kartoitus: { on: { aloitaKuntoutus: { target: 'kuntoutus' } } },
        kuntoutus: { phase: { label: { fi: 'Kuntoutus' } } },
      },
    })

    // a sheet is dragged, in one step, and the line goes after it
    const before = await middleOf(page, 'Kuntoutus')
    await page.mouse.move(before.x - 20, before.y)
    await page.mouse.down()
    await page.mouse.move(before.x + 60, before.y + 240, { steps: 12 })
    await page.mouse.up()
    await page.getByRole('button', { name: 'Asettele uudelleen' }).waitFor()
    const after = await middleOf(page, 'Kuntoutus')
    expect(after.y - before.y).toBeGreaterThan(200)

    // inside it, from the menu, which has the words of the outline's
    await sheet(page, 'Kuntoutus').click({ position: { x: 20, y: 12 } })
    await drawing(page).getByRole('button', { name: 'Valitse, mitä lisätään' }).click()
    await page.getByRole('menuitem', { name: 'Tila sisään' }).click()
    await drawing(page).getByText('Lisätään kohtaan ”Kuntoutus”').waitFor()
    await nameField(page).fill('Alkuhaastattelu')
    await page.keyboard.press('Enter')
    await sheet(page, 'Alkuhaastattelu').waitFor()
    await sheet(page, 'Kuntoutus').click({ position: { x: 20, y: 12 } })
    await drawing(page).getByRole('button', { name: 'Valitse, mitä lisätään' }).click()
    await page.getByRole('menuitem', { name: 'Seuranta' }).click()
    await nameField(page).fill('Salkku')
    await page.keyboard.press('Enter')
    await sheet(page, 'Kuntoutus').getByText('Salkku: 2 kuukauden välein').waitFor()
    expect(await documentOf()).toMatchObject({
      states: {
        kuntoutus: { states: { alkuhaastattelu: {} }, followUps: { salkku: { every: 'P2M' } } },
      },
    })

    // from far, where no word can be read, lines are one picture and sheets can still be chosen
    const onLine = page.locator('.react-flow__edgelabel-renderer').getByText('Aloita kuntoutus')
    await drawing(page).focus()
    for (let times = 0; times < 12; times += 1) await page.keyboard.press('-')
    await onLine.waitFor({ state: 'detached' })
    const far = await middleOf(page, 'Kartoitus')
    await page.mouse.click(far.x, far.y)
    await sheet(page, 'Kartoitus').and(page.locator('[aria-current]')).waitFor()
    await drawing(page).focus()
    await page.keyboard.press('0')
    await onLine.waitFor()

    const undo = page.getByRole('button', { name: /^Kumoa/ })
    expect(await undo.getAttribute('aria-label')).toBe('Kumoa: lisää seuranta ”Salkku”')
    await undo.click()
    await undo.click()
    expect(await undo.getAttribute('aria-label')).toBe('Kumoa: siirrä kuvassa ”Kuntoutus”')
    for (let step = 0; step < 4; step += 1) await undo.click()
    await page.getByText('Mistä polku alkaa?').waitFor()
    expect(await undo.getAttribute('aria-disabled')).toBe('true')
    expect(await documentOf()).toEqual(empty)
    expect(complaints).toEqual([])
  })

  it('stays where it is while it is pressed, and is laid out anew when the hand is off', async () => {
    const { page } = await openDraft(suunto)
    const layouts = await countLayouts(page)
    await sheet(page, 'Kartoitus').click({ position: { x: 20, y: 12 } })
    await page.keyboard.press('Delete')
    await sheet(page, 'Kartoitus').waitFor({ state: 'detached' })
    const at = await middleOf(page, 'Koulutus')
    const before = await layouts()
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.keyboard.press('Control+z')
    await expect.poll(layouts).toBeGreaterThan(before)
    await page.evaluate('new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))')
    expect(await middleOf(page, 'Koulutus')).toEqual(at)
    expect(await sheet(page, 'Kartoitus').count()).toBe(0)
    await page.mouse.up()
    await sheet(page, 'Kartoitus').waitFor()
  })

  it('is made by keyboard alone', async () => {
    const { page, complaints, documentOf } = await openDraft(empty)
    await listen(page)
    await page.getByRole('textbox', { name: 'Ensimmäisen vaiheen nimi' }).focus()
    await page.keyboard.type('Kartoitus')
    await page.keyboard.press('Enter')
    await sheet(page, 'Kartoitus').waitFor()

    // the drawing that has come in place of the form has the focus
    await page.keyboard.press('n')
    await page.keyboard.type('Kuntoutus')
    await page.keyboard.press('Enter')
    await sheet(page, 'Kuntoutus').waitFor()

    // from the first, beside which the second is
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => heard(page)).toContain('Vaihe: Kartoitus')
    await page.keyboard.press('t')
    await page.keyboard.type('Kunt')
    await page.getByRole('option', { name: 'Kuntoutus' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.react-flow__edgelabel-renderer').getByText('Siirry: Kuntoutus').waitFor()

    // along the line to its end, and a new name for it
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('F2')
    await page.keyboard.type('Ammatillinen kuntoutus')
    await page.keyboard.press('Enter')
    await sheet(page, 'Ammatillinen kuntoutus').waitFor()
    expect(await documentOf()).toMatchObject({
      states: {
        kartoitus: { on: { siirryKuntoutus: { target: 'kuntoutus' } } },
        kuntoutus: { phase: { label: { fi: 'Ammatillinen kuntoutus' } } },
      },
    })
    // moved on the drawing as by a mouse; pressed several times it is one step
    const before = await middleOf(page, 'Ammatillinen kuntoutus')
    for (let times = 0; times < 12; times += 1) await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('button', { name: 'Asettele uudelleen' }).waitFor()
    await expect.poll(async () => (await middleOf(page, 'Ammatillinen kuntoutus')).y - before.y).toBeGreaterThan(60)
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Asettele uudelleen' }).waitFor({ state: 'detached' })
    // a copy of it beside it, by the system's keys, and then neither
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+v')
    await sheet(page, 'Ammatillinen kuntoutus 2').waitFor()
    await page.keyboard.press('Delete')
    await sheet(page, 'Ammatillinen kuntoutus 2').waitFor({ state: 'detached' })
    // what stood beside it is chosen; to its details, and back with what was written there
    await sheet(page, 'Ammatillinen kuntoutus').and(page.locator('[aria-current]')).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('#inspector:focus').waitFor()
    const goal = page.locator('#inspector').getByRole('textbox', { name: 'Tavoite' })
    await goal.focus()
    await page.keyboard.type('Jaksaa opiskella')
    await page.keyboard.press('Escape')
    await drawing(page).and(page.locator(':focus')).waitFor()
    expect(await goal.inputValue()).toBe('Jaksaa opiskella')
    await page.keyboard.press('Delete')
    await sheet(page, 'Ammatillinen kuntoutus').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await sheet(page, 'Ammatillinen kuntoutus').waitFor()

    // which way it goes is kept with it, as an edit like others
    await drawing(page).getByRole('button', { name: 'Asettele ylhäältä alas' }).press('Enter')
    const goRight = drawing(page).getByRole('button', { name: 'Asettele vasemmalta oikealle' })
    await goRight.waitFor()
    await page.getByRole('button', { name: 'Kumoa: muuta kuvan suuntaa' }).waitFor()
    await page.getByText(/^Tallennettu/).waitFor()
    await page.getByRole('link', { name: 'Polku', exact: true }).click()
    await page.getByRole('heading', { name: 'Palvelupolut' }).waitFor()
    await page.goBack()
    await sheet(page, 'Kartoitus').waitFor()
    await goRight.waitFor()
    const [first, second] = [await middleOf(page, 'Kartoitus'), await middleOf(page, 'Ammatillinen kuntoutus')]
    expect(second.y - first.y).toBeGreaterThan(60)
    expect(complaints).toEqual([])
  })

  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('can be used by everybody (%s, %i px)', async (colours, width) => {
    const { page, complaints } = await openDraft(withLostTask(), { colours, width })
    await sheet(page, 'Kartoitus').waitFor()
    // what is wrong with a follow-up is seen where it stands, and read aloud with the sheet
    const wrong = page.locator('[data-wrong]')
    await wrong.waitFor({ state: 'attached' })
    expect([await wrong.getAttribute('id'), await wrong.getAttribute('title')]).toEqual([
      'canvas-followUp_kartoitus_arviointi_arvio',
      '1 huomio',
    ])
    await page.getByRole('article', { name: /kuukauden välein\. 1 huomio/ }).waitFor()
    if (width === 390) await expectOpeningAtChosen(page)
    expect(await accessibilityFaults(page)).toEqual([])
    await sheet(page, 'Arviointi Mahis-jaksolla').click()
    expect(await accessibilityFaults(page)).toEqual([])
    await drawing(page).focus()
    await page.keyboard.press('n')
    await nameField(page).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await drawing(page).and(page.locator(':focus')).waitFor()
    await drawing(page).getByRole('button', { name: 'Näppäimet (?)' }).press('Enter')
    await page.getByRole('dialog', { name: 'Kuvan näppäimet' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await keepPicture(page, `editor-${colours}`, [width])
    expect(complaints).toEqual([])
  })
})

/** Suunto with a follow-up that opens a task which is not there. */
function withLostTask(): PathwayInput {
  const lost = structuredClone(suunto) as PathwayInput
  const assessed = lost.states.kartoitus?.states?.arviointi
  if (!assessed) throw new Error('suunto has no such state')
  assessed.followUps = { arvio: { every: 'P1M', task: 'noSuchTask' } }
  return lost
}

/** The drawing opens where the pathway begins; another time with what has been chosen meanwhile in its middle, at full size. */
async function expectOpeningAtChosen(page: Page): Promise<void> {
  const room = await drawing(page).boundingBox()
  const zoom = () =>
    page.evaluate("new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')).transform).a")
  const start = await sheet(page, 'Kartoitus').boundingBox()
  expect([start?.x, await zoom()]).toEqual([(room?.x ?? 0) + 24, 1])
  await page.getByRole('tab', { name: 'Rakenne' }).click()
  await page.getByRole('treeitem', { name: /^Vaihe: Työllistyminen/ }).click()
  await page.getByRole('tab', { name: 'Kuva' }).click()
  await sheet(page, 'Työllistyminen').waitFor()
  const { x = 0, width = 0 } = (await sheet(page, 'Työllistyminen').boundingBox()) ?? {}
  // of what is wider than the room, the beginning
  const middle = x + Math.min(width, (room?.width ?? 0) - 48) / 2
  expect(Math.abs(middle - (room?.x ?? 0) - (room?.width ?? 0) / 2)).toBeLessThan(2)
  expect(await zoom()).toBe(1)
  await page.getByRole('tab', { name: 'Rakenne' }).click()
  await page.getByRole('treeitem', { name: /^Vaihe: Kartoitus/ }).click()
  await page.getByRole('tab', { name: 'Kuva' }).click()
  await sheet(page, 'Kartoitus').waitFor()
}
