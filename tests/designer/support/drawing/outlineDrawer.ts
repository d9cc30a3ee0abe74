import type { Locator } from 'playwright-core'
import type { Trigger } from '../../../../designer/model/places.ts'
import { shown } from './canvasDrawer.ts'
import type { Drawer, NewState } from './Drawer.ts'
import { type Form, formOf } from './Form.ts'
import type { Hand } from './Hand.ts'
import { tabTo } from './keyboardHand.ts'
import { named } from './named.ts'
import { pressTimes } from './pressTimes.ts'

/** Somebody who draws in the outline, without a mouse. */
export function outlineDrawer(hand: Hand): Drawer {
  const { page } = hand
  const { keyboard } = page
  const tree = page.getByRole('tree', { name: 'Polun rakenne' })
  const form = formOf(hand)
  const adding = tree.locator('form')
  /** A row by what it is called; how it stands is said after that. */
  const rowOf = (name: string): Locator =>
    tree
      .locator('[role="treeitem"][data-row]')
      .filter({ has: page.getByText(name, { exact: true }) })
      .first()
  /** From the details by Escape, from anywhere else by Tab. */
  const backToTree = async (): Promise<void> => {
    if (await page.evaluate('document.activeElement.closest("#inspector") !== null')) await keyboard.press('Escape')
    else await tabTo(page, tree.locator('[role="treeitem"][tabindex="0"]'))
  }
  const toRow = async (row: Locator): Promise<void> => {
    for (let times = 0; times < 8; times += 1) {
      const away = await stepsAway(row, '[role="treeitem"][data-row]')
      if (away === 0) return
      if (away === undefined) {
        await backToTree()
        continue
      }
      await pressTimes(page, away > 0 ? 'ArrowDown' : 'ArrowUp', Math.abs(away))
      await row.and(page.locator(':focus')).waitFor()
    }
  }
  /** Whoever opens a form by a key is in its first field then. */
  const opened = async (name: string): Promise<Form> => {
    await shown(page, form, name)
    await form.at.locator(':focus').first().waitFor()
    return form
  }
  const openRow = async (row: Locator, name: string): Promise<Form> => {
    await toRow(row)
    await keyboard.press('Enter')
    return await opened(name)
  }
  const pathway = tree.locator('[data-row="pathway"]')
  const fromMenu = async (item: string): Promise<void> => {
    await keyboard.press('Shift+F10')
    const wanted = named(page, '[role="menuitem"]', item)
    await wanted.waitFor()
    await page.locator('[role="menu"]:focus-within').waitFor()
    await pressTimes(page, 'ArrowDown', (await stepsAway(wanted, '[role="menuitem"]:not(:disabled)')) ?? 0)
    await wanted.and(page.locator(':focus')).waitFor()
    await keyboard.press('Enter')
  }
  /** Gives the form of something new its name, adds it, and opens it. */
  const addNamed = async (name: string): Promise<Form> => {
    await hand.write(named(adding, 'input', 'Nimi'), name)
    await keyboard.press('Enter')
    const row = tree.locator('[role="treeitem"]:focus').filter({ has: page.getByText(name, { exact: true }) })
    await row.waitFor()
    await keyboard.press('Enter')
    return await opened(name)
  }
  const choose = (label: string, option: string): Promise<void> => hand.choose(named(adding, 'select', label), option)
  return {
    openPathway: () => openRow(pathway, 'Polku'),
    openState: (name) => openRow(rowOf(name), name),
    async list(kind, name) {
      await toRow(tree.locator(`[data-row="group:${kind}"]`))
      await keyboard.press('n')
      const field = named(adding, 'input', 'Nimi')
      await field.waitFor()
      return await addNamed(name)
    },
    async addState(name, kind, parent) {
      await toRow(parent === undefined ? pathway : rowOf(parent))
      await fromMenu(parent === undefined ? first[kind] : inside[kind])
      return await addNamed(name)
    },
    async makeParallel(name) {
      await toRow(rowOf(name))
      await fromMenu('Sisältö rinnakkain')
    },
    async addTransition(name, { from, to, trigger }) {
      await toRow(rowOf(from))
      await keyboard.press('t')
      await hand.pick(named(adding, 'input', 'Mihin siirrytään'), to, new RegExp(`(^| › )${to}$`))
      await choose('Milloin', whenTexts[trigger])
      return await addNamed(name)
    },
    async addFollowUp(name, state, task) {
      await toRow(state === undefined ? pathway : rowOf(state))
      await fromMenu('Seuranta')
      await choose('Tehtävä, joka avataan', task)
      return await addNamed(name)
    },
    async addModule(name, state, title) {
      await toRow(rowOf(state))
      await fromMenu('Moduuli')
      await hand.pick(named(adding, 'input', 'Mikä polku'), title)
      return await addNamed(name)
    },
  }
}

const first: Record<NewState, string> = { phase: 'Vaihe', state: 'Tila', end: 'Loppu', history: '' }
const inside: Record<NewState, string> = {
  phase: '',
  state: 'Tila sisään',
  end: 'Loppu sisään',
  history: 'Paluu siihen, mihin jäätiin',
}
const whenTexts: Record<Trigger, string> = {
  on: 'Kun ihminen tekee sen',
  after: 'Ajan kuluttua',
  always: 'Kun tiedot täyttävät kriteerin',
  onDone: 'Kun sisältö on valmis',
}

/**
 * How many places further down than the one that has the focus one of several is; undefined when none of them has it.
 * @param all what they are
 */
function stepsAway(wanted: Locator, all: string): Promise<number | undefined> {
  return wanted.evaluate((one, all) => {
    const places = [...one.ownerDocument.querySelectorAll(all)]
    const from = places.findIndex((place) => place.matches(':focus'))
    return from < 0 ? undefined : places.indexOf(one) - from
  }, all)
}
