import type { Locator, Page } from 'playwright-core'

/** Undoes or does again until there is nothing left. @param button the button that says so @param once one step of it */
export async function untilNothingIsLeft(button: Locator, once: () => Promise<void>): Promise<void> {
  for (let steps = 0; steps < 4000; steps += 20) {
    if ((await button.getAttribute('aria-disabled')) === 'true') return
    // one too many does nothing
    for (let step = 0; step < 20; step += 1) await once()
  }
  throw new Error('there is always something left')
}

/** The mouse goes to a button and stays there. @returns presses where it stands, and lets go */
export async function pressingAt(page: Page, button: Locator): Promise<() => Promise<void>> {
  await button.hover()
  return async () => {
    await page.mouse.down()
    await page.mouse.up()
  }
}
