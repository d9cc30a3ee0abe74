import type { Page } from 'playwright-core'
import type { PathwayInput } from '../../../engine/index.ts'
import type { Window } from './openDesigner.ts'

/** A draft that is open in a window, with the inspector in sight. */
export interface OpenInspector {
  page: Page
  /** Leads to the form of a thing by the inspector's own links: from the form on show, or else from the pathway on. */
  follow(...keys: string[]): Promise<void>
  /** What the server has of the draft. */
  saved(): Promise<{ document: Record<string, unknown>; revision: number }>
  /** Waits until the server has everything that was done. */
  settled(): Promise<void>
}

/** Makes a draft of a document and opens it. @param draft its id; one for each test */
export async function openInspector(
  { page, context }: Window,
  draft: string,
  document: PathwayInput,
): Promise<OpenInspector> {
  const made = await context.request.put(`/api/v1/drafts/${draft}`, { data: { document } })
  if (!made.ok()) throw new Error(await made.text())
  await page.goto(`/drafts/${draft}`)
  const tab = page.getByRole('tab', { name: 'Tiedot' })
  await page.locator('#inspector, [role="tab"]').first().waitFor()
  if (await tab.isVisible()) await tab.click()
  const inspector = page.locator('#inspector')
  const linkTo = (key: string) => inspector.locator(`button[data-place="${key}"]`).first()
  await inspector.locator('h2').waitFor()
  return {
    page,
    async follow(...keys) {
      const [first = ''] = keys
      const isNear = first === 'pathway' || (await linkTo(first).count()) > 0
      for (const key of isNear ? keys : ['pathway', ...keys]) {
        if ((await inspector.getAttribute('data-place')) === key) continue
        await unfold(page)
        await linkTo(key).click()
        await page.locator(`#inspector[data-place="${key}"]`).waitFor()
        await page.locator('#inspector [data-form]').waitFor()
      }
    },
    async saved() {
      const answer = await context.request.get(`/api/v1/drafts/${draft}`)
      return await answer.json()
    },
    async settled() {
      await page.locator('[data-saving="saved"]').waitFor()
    },
  }
}

/** Opens every part of a form that is folded away. */
export async function unfold(page: Page): Promise<void> {
  await page.locator('#inspector [data-form]').waitFor()
  await page.locator('#inspector details:not([open])').evaluateAll((parts) => {
    for (const part of parts) part.setAttribute('open', '')
  })
}

/** Keys of the places of a pathway. */
interface Looked {
  /** whose forms have been open */
  seen: string[]
  /** to which links of those forms lead */
  linked: string[]
}

/**
 * Opens the form of everything, one after the other along the outline, each part of it unfolded.
 * Done in the page itself: a pathway has hundreds of forms.
 */
export async function lookAtEverything(page: Page): Promise<Looked> {
  return await page.locator('#inspector').evaluate(async (inspector) => {
    const soon = () => new Promise((resolve) => setTimeout(resolve, 5))
    const inOutline = (selector: string) => [...inspector.ownerDocument.querySelectorAll(`[role="tree"] ${selector}`)]
    const toggles = () => inOutline('[aria-expanded="false"] > button[aria-hidden]')
    for (let closed = toggles(); closed.length > 0; closed = toggles()) {
      for (const toggle of closed) toggle.click()
      await soon()
    }
    const rows = inOutline('[data-row]')
    const things = rows.filter((row) => !['group', 'taskHere'].includes(row.getAttribute('data-kind') ?? ''))
    const seen: string[] = []
    const linked = new Set<string>()
    for (const row of things) {
      const key = row.getAttribute('data-row') ?? ''
      row.click()
      const end = Date.now() + 20_000
      while (
        inspector.getAttribute('data-place') !== key ||
        !inspector.querySelector('[data-form]')?.firstElementChild
      ) {
        if (Date.now() > end) throw new Error(`the form of ${key} does not open`)
        await soon()
      }
      for (const part of inspector.querySelectorAll('details')) part.setAttribute('open', '')
      for (const link of inspector.querySelectorAll('[data-form] button[data-place]'))
        linked.add(link.getAttribute('data-place') ?? '')
      seen.push(key)
    }
    return { seen, linked: [...linked] }
  })
}
