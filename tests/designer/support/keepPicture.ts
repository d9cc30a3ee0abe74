import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const folder = fileURLToPath(new URL('../pictures/', import.meta.url))
const drawn = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))'

/**
 * Keeps what a page looks like now as `tests/designer/pictures/<name>-<width>.png`: to be looked at after the run.
 * The window is left as wide as it was; an editor that has been narrow shows its panes from the start.
 * @param name the screen and how it stands: `editor-dark`
 * @param widths in pixels
 */
export async function keepPicture(page: Page, name: string, widths: readonly number[] = [1440, 390]): Promise<void> {
  const before = page.viewportSize()
  for (const width of widths) {
    if (width !== before?.width) await page.setViewportSize({ width, height: 900 })
    await page.evaluate(`document.fonts.ready.then(() => ${drawn})`)
    const path = `${folder}${name.replaceAll(/[^\w-]+/g, '-')}-${width}.png`
    // hiding the caret would put a style into the page, which its policy refuses
    await page.screenshot({ path, fullPage: true, caret: 'initial' })
  }
  if (before) await page.setViewportSize(before)
}
