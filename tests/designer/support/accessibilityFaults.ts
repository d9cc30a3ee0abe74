import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Rules whose answer is another where the same page has other colours. */
export const ofColours: readonly string[] = ['color-contrast', 'link-in-text-block']

interface Looking {
  /** the part of the page that is looked at; all of it when left out */
  within?: string | undefined
  /** all that WCAG 2.2 A and AA ask when left out */
  rules?: readonly string[]
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds against WCAG 2.2 A and AA on a page as it stands, in words. */
export async function accessibilityFaults(page: Page, { within, rules }: Looking = {}): Promise<string[]> {
  // there are no frames whose parts would have to be gathered in a page of their own, and only faults are told
  const axe = new AxeBuilder(await withAxe(page)).setLegacyMode().options({ resultTypes: ['violations'] })
  if (rules) axe.withRules([...rules])
  else axe.withTags(tags)
  if (within !== undefined) axe.include(within)
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))
}

/** A page into which axe comes once: to read it anew for each look takes as long as to look. */
async function withAxe(page: Page): Promise<{ page: Page; axeSource?: string }> {
  const isThere = await page.evaluate('"axe" in window')
  return isThere ? { page, axeSource: 'undefined' } : { page }
}
