import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bundledPathways } from '../../workflows/index.ts'
import suunto from '../../workflows/suunto.ts'
import { beginPathway, publishPathway } from './support/drawing/beginAndPublish.ts'
import { canvasDrawer } from './support/drawing/canvasDrawer.ts'
import { draftIn, meaningOf } from './support/drawing/drawnDraft.ts'
import { drawPathway } from './support/drawing/drawPathway.ts'
import { mouseHand } from './support/drawing/mouseHand.ts'
import { pressingAt, untilNothingIsLeft } from './support/drawing/takeBack.ts'
import { threePhases } from './support/drawing/threePhases.ts'
import { expectSameFates } from './support/expectSameFates.ts'
import { keepPicture } from './support/keepPicture.ts'
import { type OpenDesigner, openDesigner } from './support/openDesigner.ts'

const modules = bundledPathways.filter(({ id }) => id !== 'suunto')
let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner(modules)
})
afterEach(() => designer.closeWindows())
afterAll(() => designer.close())

describe('by mouse, from an empty drawing', () => {
  it('three phases, a criterion and a two-monthly follow-up are drawn, taken back, done again, and published', async () => {
    const window = await designer.openWindow({ height: 1000 })
    const { page } = window
    const hand = mouseHand(page)
    const draft = draftIn(window)
    await beginPathway(hand, threePhases.title.fi)
    const empty = await draft.saved()
    await drawPathway(canvasDrawer(hand), threePhases, modules)
    const drawn = await draft.saved()
    expect(meaningOf(drawn)).toEqual(meaningOf(threePhases))

    await untilNothingIsLeft(draft.undo, await pressingAt(page, draft.undo))
    await page.getByText('Mistä polku alkaa?').waitFor()
    expect(await draft.saved()).toEqual(empty)
    await untilNothingIsLeft(draft.redo, await pressingAt(page, draft.redo))
    expect(await draft.saved()).toEqual(drawn)
    await publishPathway(hand)
    expect(window.complaints).toEqual([])
  })

  // all of it is taken back to nothing and done again where it is made by keyboard
  it('Suunto is drawn and published', async () => {
    const window = await designer.openWindow({ height: 1000 })
    const hand = mouseHand(window.page)
    await beginPathway(hand, suunto.title.fi)
    await drawPathway(canvasDrawer(hand), suunto, modules)
    expect(meaningOf(await draftIn(window).saved())).toEqual(meaningOf(suunto))
    await keepPicture(window.page, 'suunto-by-mouse')
    await publishPathway(hand)
    expect(window.complaints).toEqual([])
  }, 600_000)

  it('what was published gives every scenario client the same states, tasks, timers and explanations', async () => {
    const { document } = await designer.polku.pathways.get('suunto')
    await expectSameFates(document, suunto, modules)
  })
})
