import type { Page } from 'playwright-core'

/** Begins to listen to what a page says to those who do not see it: what is said is soon followed by something else. */
export async function listen(page: Page): Promise<void> {
  await page.locator('[data-announcer]').waitFor({ state: 'attached' })
  await page.evaluate(`{
    const said = []
    const announcer = document.querySelector('[data-announcer]')
    new MutationObserver(() => {
      said.push(announcer.textContent.replace(/\\u00a0$/, ''))
      document.documentElement.dataset.said = JSON.stringify(said)
    }).observe(announcer, { childList: true, characterData: true, subtree: true })
  }`)
}

/** What the page has said since it has been listened to. */
export async function heard(page: Page): Promise<string[]> {
  return JSON.parse((await page.locator('html').getAttribute('data-said')) ?? '[]')
}
