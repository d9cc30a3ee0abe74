import type { Locator, Page } from 'playwright-core'

/** How many steps are pressed before it is looked whether there is more: one too many does nothing. */
const atOnce = 20

/**
 * Undoes or does again until there is nothing left.
 * @param button the button that says so
 * @param press presses for so many steps, one after the other
 */
export async function untilNothingIsLeft(button: Locator, press: (times: number) => Promise<void>): Promise<void> {
  for (let steps = 0; steps < 4000; steps += atOnce) {
    if ((await button.getAttribute('aria-disabled')) === 'true') return
    await press(atOnce)
  }
  throw new Error('there is always something left')
}

/** The mouse goes to a button and stays there. @returns presses where it stands, and lets go, so many times */
export async function pressingAt({ mouse }: Page, button: Locator): Promise<(times: number) => Promise<void>> {
  await button.hover()
  return async (times) => {
    await Promise.all(Array.from({ length: times }).flatMap(() => [mouse.down(), mouse.up()]))
  }
}
