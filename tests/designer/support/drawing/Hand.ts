import type { Locator, Page } from 'playwright-core'

/** What a person does to what stands on the screen, whatever they do it with. */
export interface Hand {
  page: Page
  /** Writes into a text field what shall stand there. */
  write(field: Locator, text: string): Promise<void>
  press(button: Locator): Promise<void>
  /** Turns a switch or one of several round buttons on. */
  turnOn(box: Locator): Promise<void>
  /** Chooses from a list that the browser itself shows, by what stands there or how it begins before a bracket. */
  choose(field: Locator, option: string): Promise<void>
  /** Finds one in a list of the designer's own. @param shownAs what stands there, where it is more than was sought */
  pick(field: Locator, option: string, shownAs?: string | RegExp): Promise<void>
}

/** Which option of a browser's own list is meant. @throws when there is none */
export async function optionIndex(field: Locator, option: string): Promise<{ index: number; chosen: number }> {
  const { texts, chosen } = await field.evaluate((select) => {
    const options = [...select.querySelectorAll('option')]
    const chosen = 'selectedIndex' in select ? Number(select.selectedIndex) : -1
    return { texts: options.map(({ textContent }) => textContent ?? ''), chosen }
  })
  const exact = texts.indexOf(option)
  const index = exact >= 0 ? exact : texts.findIndex((text) => text.startsWith(`${option} (`))
  if (index < 0) throw new Error(`no "${option}" among ${texts.join(', ')}`)
  return { index, chosen }
}
