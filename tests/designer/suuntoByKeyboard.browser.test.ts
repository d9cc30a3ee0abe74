import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bundledPathways } from '../../workflows/index.ts'
import suunto from '../../workflows/suunto.ts'
import { beginPathway, publishPathway } from './support/drawing/beginAndPublish.ts'
import { draftIn, meaningOf } from './support/drawing/drawnDraft.ts'
import { drawPathway } from './support/drawing/drawPathway.ts'
import { keyboardHand, tabTo } from './support/drawing/keyboardHand.ts'
import { outlineDrawer } from './support/drawing/outlineDrawer.ts'
import { pressTimes } from './support/drawing/pressTimes.ts'
import { untilNothingIsLeft } from './support/drawing/takeBack.ts'
import { threePhases } from './support/drawing/threePhases.ts'
import { expectSameFates } from './support/expectSameFates.ts'
import { keepPicture } from './support/keepPicture.ts'
import { type OpenDesigner, openDesigner, type Window } from './support/openDesigner.ts'

const modules = bundledPathways.filter(({ id }) => id !== 'suunto')
let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner(modules)
})
afterEach(() => designer.closeWindows())
afterAll(() => designer.close())

/**
 * A window in which whatever a mouse, a pen or a finger does is counted. Where the pointer stands, which a browser may say
 * anew when the page has changed under it, is nothing that it does.
 */
async function openWatched(): Promise<Window> {
  const window = await designer.openWindow({ height: 1000 })
  await window.page.addInitScript(`{
    window.pointed = 0
    for (const kind of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel'])
      window.addEventListener(kind, ({ type, movementX, movementY }) => {
        if (!type.endsWith('move') || movementX !== 0 || movementY !== 0) window.pointed += 1
      }, { capture: true, passive: true })
  }`)
  return window
}

const pointed = (page: Page): Promise<unknown> => page.evaluate('window.pointed')

describe('in the outline by keyboard alone, from nothing', () => {
  it('three phases, a criterion and a two-monthly follow-up are made and published', async () => {
    const window = await openWatched()
    const hand = keyboardHand(window.page)
    await beginPathway(hand, threePhases.title.fi)
    await drawPathway(outlineDrawer(hand), threePhases, modules)
    expect(meaningOf(await draftIn(window).saved())).toEqual(meaningOf(threePhases))
    await publishPathway(hand)
    expect([await pointed(window.page), window.complaints]).toEqual([0, []])
  })

  it('Suunto is made, taken back to nothing, done again, and published', async () => {
    const window = await openWatched()
    const { page } = window
    const hand = keyboardHand(page)
    const draft = draftIn(window)
    await beginPathway(hand, suunto.title.fi)
    const empty = await draft.saved()
    await drawPathway(outlineDrawer(hand), suunto, modules)
    const drawn = await draft.saved()
    expect(meaningOf(drawn)).toEqual(meaningOf(suunto))

    // from where nothing is written, so that what is taken back is the pathway's
    await tabTo(page, page.locator('[role="treeitem"][tabindex="0"]'))
    await untilNothingIsLeft(draft.undo, (times) => pressTimes(page, 'Control+z', times))
    await page.getByText('Mistä polku alkaa?').waitFor()
    expect(await draft.saved()).toEqual(empty)
    await untilNothingIsLeft(draft.redo, (times) => pressTimes(page, 'Control+Shift+z', times))
    expect(await draft.saved()).toEqual(drawn)
    await publishPathway(hand)
    expect([await pointed(page), window.complaints]).toEqual([0, []])
    await keepPicture(page, 'suunto-by-keyboard')
  }, 1_200_000)

  it('what was published gives every scenario client the same states, tasks, timers and explanations', async () => {
    const { document } = await designer.polku.pathways.get('suunto')
    await expectSameFates(document, suunto, modules)
  })
})
