import { type OpenDesigner, openDesigner } from '../tests/designer/support/openDesigner.ts'
import { provideChromium } from '../tests/support/provideChromium.ts'
import { type EditorCosts, editorCosts, type GestureCost, lateShare, type MotionCost, p95 } from './designerGestures.ts'
import { manyStates } from './manyStates.ts'
import { type Limit, median, type Row } from './measure.ts'
import { openAndTime, pageMeters } from './pageMeters.ts'
import { scaled } from './scale.ts'

const large = 500
const small = 20
const smallIs = `the same on ${small} states`

/**
 * Rows of the designer, in Debian's Chromium: what somebody waits for who draws a pathway of 500 states, beside the same
 * on 20. Processor time is that of the page's main thread, so that others on the machine do not count.
 */
export async function designer(): Promise<Row[]> {
  await provideChromium({ isMeasured: true })
  const open = await openDesigner(undefined, { isMeasured: true })
  try {
    const first = await firstScreen(open)
    const many = await editor(open, large)
    const few = await editor(open, small)
    return [
      row(
        'first screen of the designer: until the pathways can be read, median of cold starts',
        'ms',
        first.shownMs,
        null,
        atMost(1000),
        {
          signInMs: first.signInMs,
        },
      ),
      row('the designer’s first screen: page, scripts and styles, compressed', 'kB', first.kB, null, atMost(350), {
        fontsKB: first.fontsKB,
        signInKB: first.signInKB,
        editorKB: many.kB,
      }),
      row(
        `editor of ${large} states: until outline and drawing are seen, median of cold starts`,
        'ms',
        many.shownMs,
        few.shownMs,
        atMost(3000),
      ),
      gesture('a press on a state', many.costs.click, few.costs.click),
      gesture('an arrow key', many.costs.arrow, few.costs.arrow),
      gesture('a letter of a name', many.costs.letter, few.costs.letter),
      gesture('a letter, all of the drawing in sight', many.costs.letterWhole, few.costs.letterWhole),
      motion('a frame while a state is dragged', many.costs.drag, few.costs.drag),
      motion('a frame of panning and zooming', many.costs.pan, few.costs.pan),
      motion('a frame of panning and zooming, all of the drawing in sight', many.costs.panWhole, few.costs.panWhole),
      heapRow(many.costs, few.costs),
    ]
  } finally {
    await open.close()
  }
}

/** Cold starts of the first page, of somebody who is signed in and of a stranger. */
async function firstScreen({ openWindow, closeWindows }: OpenDesigner) {
  const shown: number[] = []
  const signIn: number[] = []
  let kB = Number.NaN
  let fontsKB = Number.NaN
  let signInKB = Number.NaN
  for (let round = 0; round < scaled(7, 1); round += 1) {
    const { page } = await openWindow()
    const meters = await pageMeters(page)
    shown.push(await openAndTime(page, '/', ['a[href^="/pathways/"]']))
    await page.waitForLoadState('networkidle')
    kB = meters.fetched().code / 1000
    fontsKB = meters.fetched().fonts / 1000
    const stranger = await openWindow({ isStranger: true })
    const strangersMeters = await pageMeters(stranger.page)
    signIn.push(await openAndTime(stranger.page, '/sign-in', ['input[type="password"]']))
    await stranger.page.waitForLoadState('networkidle')
    signInKB = strangersMeters.fetched().code / 1000
    await closeWindows()
  }
  return { shownMs: median(shown), signInMs: median(signIn), kB, fontsKB, signInKB }
}

/** Cold starts of an editor, and what is done in the last of them. */
async function editor({ openWindow, closeWindows }: OpenDesigner, states: number) {
  const shown: number[] = []
  for (let round = scaled(5, 1); ; round -= 1) {
    const { page, context } = await openWindow()
    if (shown.length === 0) {
      const made = await context.request.put(`/api/v1/drafts/bench-${states}`, {
        data: { document: manyStates(states) },
      })
      if (!made.ok()) throw new Error(await made.text())
    }
    const meters = await pageMeters(page)
    shown.push(await openAndTime(page, `/drafts/bench-${states}`, ['[role="treeitem"]', '.react-flow__node']))
    await page.waitForLoadState('networkidle')
    const kB = meters.fetched().code / 1000
    if (round <= 1) {
      const costs = await editorCosts(page, meters)
      await closeWindows()
      return { shownMs: median(shown), kB, costs }
    }
    await closeWindows()
  }
}

const atMost = (value: number): Limit => ({ of: 'figure', is: 'atMost', value })

function row(
  what: string,
  unit: string,
  ours: number,
  baseline: number | null,
  limit: Limit,
  beside: Record<string, number> = {},
): Row {
  return {
    name: 'designer',
    what,
    unit,
    ours,
    baseline,
    baselineIs: baseline === null ? null : smallIs,
    ratio: baseline === null ? null : ours / baseline,
    limit,
    beside,
  }
}

/** The limit is what a person feels as at once, half of it left to the browser. */
function gesture(what: string, many: GestureCost, few: GestureCost): Row {
  return row(
    `${what}, ${large} states: processor time until it is answered, median`,
    'ms',
    median(many.answered),
    median(few.answered),
    atMost(50),
    {
      answeredP95Ms: p95(many.answered),
      settledMedianMs: median(many.settled),
      // what took less than 16 ms is not told one by one
      onTheScreenP95Ms: many.delays.length === 0 ? 16 : p95(many.delays),
    },
  )
}

/** The limit is a frame of a screen of 60 a second. */
function motion(what: string, many: MotionCost, few: MotionCost): Row {
  return row(
    `${what}, ${large} states: processor time, p95`,
    'ms',
    p95(many.steps),
    p95(few.steps),
    atMost(1000 / 60),
    {
      medianMs: median(many.steps),
      frameP95Ms: p95(many.frames),
      over17MsPercent: lateShare(many.frames, 1) * 100,
      over33MsPercent: lateShare(many.frames, 2) * 100,
    },
  )
}

function heapRow({ heap }: EditorCosts, few: EditorCosts): Row {
  const more = ({ before, after }: EditorCosts['heap']): number => (after - before) / 1e6
  return row(
    `memory of the page more after ${heap.edits.toLocaleString('en')} edits, each of them a step of undo, ${large} states`,
    'MB',
    more(heap),
    more(few.heap),
    atMost(50),
    { beforeMB: heap.before / 1e6, afterMB: heap.after / 1e6 },
  )
}
