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
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  if (rules) axe.withRules([...rules])
  else axe.withTags(tags)
  if (within !== undefined) axe.include(within)
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))
}
