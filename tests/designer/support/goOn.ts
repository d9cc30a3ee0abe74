import type { Page } from 'playwright-core'

/**
 * Goes to another of the designer's pages as its links do: what this page has fetched and compiled, axe among it, is not
 * fetched and compiled anew. What is waited for then must not be on the page before.
 */
export async function goOn(page: Page, address: string): Promise<void> {
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(address)})`)
}
