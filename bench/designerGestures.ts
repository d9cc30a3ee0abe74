import type { Page } from 'playwright-core'
import { quantile } from './measure.ts'
import { drawn, type PageMeters } from './pageMeters.ts'
import { scaled } from './scale.ts'

/** What one kind of gesture costs. */
export interface GestureCost {
  /** processor time of the main thread until the gesture was answered, ms */
  answered: number[]
  /** the same, until everything that followed from it was on the screen */
  settled: number[]
  /** until the answer was on the screen, on the clock, ms */
  delays: number[]
}

/** What moving something costs. */
export interface MotionCost {
  /** processor time of the main thread for each step, ms */
  steps: number[]
  /** between the frames, on the clock, ms */
  frames: number[]
}

/** What is done in an editor that is open: the same on a pathway of any size. */
export interface EditorCosts {
  click: GestureCost
  arrow: GestureCost
  letter: GestureCost
  drag: MotionCost
  pan: MotionCost
  panWhole: MotionCost
  letterWhole: GestureCost
  /** the heap before and after so many edits, bytes */
  heap: { before: number; after: number; edits: number }
}

/** Does everything that people do, one after the other. */
export async function editorCosts(page: Page, meters: PageMeters): Promise<EditorCosts> {
  const measured = (count: number, gesture: (index: number) => Promise<void>) =>
    gestureCost(page, meters, scaled(count, 4), gesture)
  const drawing = page.getByRole('application')
  const sheets = await visibleSheets(page)
  const click = await measured(40, async (index) => {
    const { x, y } = sheets[index % sheets.length] ?? { x: 0, y: 0 }
    await page.mouse.click(x, y)
  })
  const [sheet = { x: 0, y: 0 }] = sheets
  // along the states of one phase, and the name of one of them
  await page.mouse.click(sheet.x, sheet.y)
  await drawing.focus()
  const arrow = await measured(40, (index) => page.keyboard.press(index % 8 < 4 ? 'ArrowRight' : 'ArrowLeft'))
  const letter = await measured(60, () => writeLetter(page))
  const heap = await heapAfterEdits(page, meters, scaled(1000, 20))
  await page.mouse.move(sheet.x, sheet.y)
  await page.mouse.down()
  const drag = await motionCost(page, meters, (step) => page.mouse.move(sheet.x + step * 2, sheet.y + step))
  await page.mouse.up()
  const pan = await motionCost(page, meters, (step) => panOrZoom(page, step))
  await drawing.focus()
  await page.keyboard.press('0')
  await drawn(page)
  const panWhole = await motionCost(page, meters, (step) => panOrZoom(page, step))
  const letterWhole = await measured(30, () => writeLetter(page))
  return { click, arrow, letter, drag, pan, panWhole, letterWhole, heap }
}

async function gestureCost(
  page: Page,
  meters: PageMeters,
  count: number,
  gesture: (index: number) => Promise<void>,
): Promise<GestureCost> {
  const answered: number[] = []
  const settled: number[] = []
  // what was fetched for the first is there for all
  await gesture(0)
  await drawn(page)
  await meters.takeDelays()
  for (let index = 1; index <= count; index += 1) {
    const before = await meters.mainThreadMs()
    await gesture(index)
    answered.push((await meters.mainThreadMs()) - before)
    await drawn(page)
    settled.push((await meters.mainThreadMs()) - before)
  }
  return { answered, settled, delays: await meters.takeDelays() }
}

const steps = 80

async function motionCost(page: Page, meters: PageMeters, move: (step: number) => Promise<void>): Promise<MotionCost> {
  const costs: number[] = []
  for (let step = 1; step <= steps; step += 1) {
    const before = await meters.mainThreadMs()
    await move(step)
    await page.evaluate('new Promise((done) => requestAnimationFrame(done))')
    costs.push((await meters.mainThreadMs()) - before)
  }
  // again, as fast as it goes
  const frames = await meters.frames(async () => {
    for (let step = steps; step >= 1; step -= 1) await move(step)
  })
  return { steps: costs, frames }
}

async function panOrZoom(page: Page, step: number): Promise<void> {
  if (step === 1) await page.mouse.move(700, 500)
  const isBack = step % steps > steps / 2
  const isZoom = step % 4 === 0
  if (isZoom) await page.keyboard.down('Control')
  await page.mouse.wheel(isZoom ? 0 : isBack ? -30 : 30, isBack ? -20 : 20)
  if (isZoom) await page.keyboard.up('Control')
}

/** One letter more in the name of what is chosen. */
async function writeLetter(page: Page): Promise<void> {
  const field = page.locator('#inspector').getByRole('textbox').first()
  if (!(await field.evaluate((one) => one === one.ownerDocument.activeElement))) await field.focus()
  await page.keyboard.press('x')
}

/** Where sheets that are no phases can be pressed. */
async function visibleSheets(page: Page): Promise<{ x: number; y: number }[]> {
  const boxes = await Promise.all((await page.locator('.react-flow__node').all()).map((one) => one.boundingBox()))
  const pane = await page.locator('.react-flow').boundingBox()
  if (!pane) throw new Error('there is no drawing')
  const found = boxes.flatMap((box) => {
    if (!box || box.height > 100) return []
    const at = { x: box.x + 16, y: box.y + box.height / 2 }
    const isSeen =
      at.x > pane.x && at.y > pane.y + 60 && at.x < pane.x + pane.width - 220 && at.y < pane.y + pane.height - 160
    return isSeen ? [at] : []
  })
  if (found.length < 2) throw new Error('there is nothing to press')
  return found
}

/** Each edit is a step of undo of its own. */
async function heapAfterEdits(page: Page, meters: PageMeters, edits: number): Promise<EditorCosts['heap']> {
  await page.locator('[data-saving="saved"]').waitFor()
  const before = await meters.heapBytes()
  await page.evaluate(`(async () => {
    const field = document.querySelector('#inspector input')
    const { set: write } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
    for (let index = 0; index < ${edits}; index += 1) {
      field.focus()
      write.call(field, 'Nimi ' + index)
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.blur()
      await new Promise((done) => requestAnimationFrame(done))
    }
  })()`)
  await page.locator('[data-saving="saved"]').waitFor()
  return { before, after: await meters.heapBytes(), edits }
}

/** The part of frames that took longer than a screen of 60 frames a second gives, so many times over. */
export const lateShare = (frames: readonly number[], screens: number): number =>
  frames.filter((ms) => ms > (screens + 0.05) * (1000 / 60)).length / Math.max(1, frames.length)

/** The value that 95 of a hundred do not exceed. */
export const p95 = (values: readonly number[]): number => quantile(values, 0.95)
