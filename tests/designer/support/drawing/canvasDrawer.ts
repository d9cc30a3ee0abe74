import type { Locator, Page } from 'playwright-core'
import type { ListedKind } from '../../../../designer/model/places.ts'
import type { Drawer, NewState } from './Drawer.ts'
import { type Form, formOf } from './Form.ts'
import { addNamed } from './fillListed.ts'
import type { Hand } from './Hand.ts'
import { named } from './named.ts'

/** Somebody who draws with the mouse: phases and transitions on the drawing, the rest where its form is. */
export function canvasDrawer(hand: Hand): Drawer {
  const { page } = hand
  const drawing = page.getByRole('application', { name: 'Polun kuva' })
  const inspector = page.locator('#inspector')
  const form = formOf(hand)
  const openPathway = async (): Promise<Form> => {
    if ((await inspector.getAttribute('data-place')) !== 'pathway')
      await hand.press(inspector.getByRole('navigation', { name: 'Missä tämä on' }).getByRole('button').first())
    return await shown(page, form, 'Polku')
  }
  const openState = async (name: string): Promise<Form> => {
    for (let times = 0; times < mostTimes && !(await isOpen(page, name)); times += 1) {
      await onDrawing(page, drawing, name, ({ x, y }) => page.mouse.click(x, y))
      await comes(titleOfForm(page, name))
    }
    return await shown(page, form, name)
  }
  const addHere = async (button: string, field: string, name: string): Promise<Form> => {
    await addNamed(form, button, field, name)
    return await shown(page, form, name)
  }
  return {
    openPathway,
    openState,
    async list(kind, name) {
      await openPathway()
      const part = await form.unfolded(lists[kind].list)
      await addNamed(formOf(hand, part), lists[kind].add, 'Nimi', name)
      return await shown(page, form, name)
    },
    async addState(name, kind, parent) {
      const first = page.getByRole('textbox', { name: 'Ensimmäisen vaiheen nimi' })
      if (await first.isVisible()) {
        await first.fill(name)
        await page.getByRole('button', { name: 'Lisää ensimmäinen vaihe' }).click()
        return await shown(page, form, name)
      }
      if (parent === undefined) {
        await openPathway()
        await named(drawing, 'button', 'Lisää').first().click()
        await drawing.getByText(kindsOnDrawing[kind], { exact: true }).click()
        await named(drawing, 'input', 'Nimi').fill(name)
        await page.keyboard.press('Enter')
        return await shown(page, form, name)
      }
      await openState(parent)
      await addHere('Uusi tila tähän sisälle', 'Uuden tilan nimi', name)
      if (kind === 'end') await form.turnOn('Tähän päädytään')
      if (kind === 'history') await form.turnOn('Paluu sinne, missä oltiin')
      return form
    },
    async makeParallel(name) {
      await openState(name)
      await form.turnOn('Osat etenevät yhtä aikaa')
    },
    async addTransition(name, { from, to }) {
      const field = named(drawing, 'input', 'Nimi')
      const said = drawing.getByText(`Siirtymä kohdasta ”${from}”`, { exact: true })
      for (let times = 0; times < mostTimes; times += 1) {
        const isAsked = (await drag(page, drawing, from, to)) && (await comes(field))
        if (isAsked && (await said.isVisible()) && (await field.inputValue()) === `Siirry: ${to}`) {
          await field.fill(name)
          await page.keyboard.press('Enter')
          return await shown(page, form, name)
        }
        // let go, and once more
        if (isAsked) await page.keyboard.press('Escape')
      }
      throw new Error(`no transition can be drawn from ${from} to ${to}`)
    },
    async addFollowUp(name, state) {
      await (state === undefined ? openPathway() : openState(state))
      return await addHere('Uusi seuranta', 'Uuden seurannan nimi', name)
    },
    async addModule(name, state) {
      await openState(state)
      return await addHere('Uusi moduuli', 'Uuden moduulin nimi', name)
    },
  }
}

const lists: Record<ListedKind, { list: string; add: string }> = {
  caseRole: { list: 'Roolit', add: 'Uusi rooli' },
  parameter: { list: 'Asetukset', add: 'Uusi asetus' },
  fact: { list: 'Tiedot asiakkaasta', add: 'Uusi tieto' },
  criterion: { list: 'Siirtymäkriteerit', add: 'Uusi siirtymäkriteeri' },
  task: { list: 'Tehtävät', add: 'Uusi tehtävä' },
  exit: { list: 'Päättymistavat', add: 'Uusi päättymistapa' },
  suspension: { list: 'Keskeytysten syyt', add: 'Uusi keskeytyksen syy' },
}
const kindsOnDrawing: Record<NewState, string> = { phase: 'Vaihe', state: 'Tila', end: 'Loppu', history: 'Paluu' }

/** A drawing that is laid out anew moves away before the hand has come: somebody tries again, so many times. */
const mostTimes = 4
/** Whether what follows from a press or a drag comes; where the hand came too late nothing does. */
const comes = (what: Locator): Promise<boolean> =>
  what.waitFor({ timeout: 5_000 }).then(
    () => true,
    () => false,
  )

const titleOfForm = (page: Page, name: string): Locator => named(page, 'h2', new RegExp(`: ${escaped(name)}$`)).first()

const isOpen = async (page: Page, name: string): Promise<boolean> => (await titleOfForm(page, name).count()) > 0

/** Waits until the form of a thing stands there. */
export async function shown(page: Page, form: Form, name: string): Promise<Form> {
  const title = page.locator('#inspector-title')
  await (name === 'Polku'
    ? page.locator('#inspector[data-place="pathway"]')
    : title.filter({ hasText: name })
  ).waitFor()
  await form.at.locator('input, button').first().waitFor()
  return form
}

/** Does something at a sheet's title, with all of the drawing in sight. */
async function onDrawing(
  page: Page,
  drawing: Locator,
  name: string,
  act: (at: { x: number; y: number }) => Promise<void>,
): Promise<void> {
  await named(drawing, 'button', 'Koko kuva (0)').click()
  await act(await titleOf(page, name))
}

const sheetOf = (page: Page, name: string): Locator =>
  named(page, '.react-flow__node article', new RegExp(`^${escaped(name)}(\\.|$)`)).first()

async function titleOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const box = await sheetOf(page, name).boundingBox()
  if (!box) throw new Error(`${name} is not on the drawing`)
  return { x: box.x + Math.min(box.width / 3, 20), y: box.y + Math.min(box.height / 3, 8) }
}

/** Draws from the edge of one sheet to another. @returns false when there was nothing to draw from */
async function drag(page: Page, drawing: Locator, from: string, to: string): Promise<boolean> {
  await onDrawing(page, drawing, from, ({ x, y }) => page.mouse.move(x, y))
  const edge = sheetOf(page, from).getByTitle('Vedä siirtymä toiseen tilaan').last()
  const handle = (await comes(edge)) && (await edge.boundingBox())
  if (!handle) return false
  const end = await titleOf(page, to)
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 3 })
  await page.mouse.up()
  return true
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
