import type { Page } from 'playwright-core'
import { type Hand, optionIndex } from './Hand.ts'
import { named } from './named.ts'

/** A person who works with a mouse, and writes only into fields. */
export function mouseHand(page: Page): Hand {
  return {
    page,
    async write(field, text) {
      await field.fill(text)
    },
    press: (button) => button.click(),
    async turnOn(box) {
      // the words beside it are as much its own as the box, which is drawn by its neighbour
      if (!(await box.isChecked())) await page.locator(`label[for="${await box.getAttribute('id')}"]`).click()
    },
    async choose(field, option) {
      const { index, chosen } = await optionIndex(field, option)
      if (index !== chosen) await field.selectOption({ index })
    },
    async pick(field, option, shownAs = option) {
      await field.click()
      await named(page, '[role="option"]', shownAs).click()
    },
  }
}
