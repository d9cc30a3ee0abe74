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

/**
 * Opens the form of everything that the inspector's links lead to, one after the other, each part of it unfolded.
 * Done in the page itself: a pathway has hundreds of forms.
 * @returns the keys of the places
 */
export async function lookAtEverything(page: Page): Promise<string[]> {
  return await page.locator('#inspector').evaluate(async (inspector) => {
    const seen: string[] = []
    const shown = async (key: string, unfolds = true): Promise<void> => {
      const end = Date.now() + 20_000
      while (
        inspector.getAttribute('data-place') !== key ||
        !inspector.querySelector('[data-form]')?.firstElementChild
      ) {
        if (Date.now() > end) throw new Error(`the form of ${key} does not open`)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      if (unfolds) for (const part of inspector.querySelectorAll('details')) part.setAttribute('open', '')
    }
    const go = async (key: string, within: string): Promise<void> => {
      inspector.querySelector(`${within} button[data-place="${key}"]`)?.click()
      // back where it has been unfolded already, only the next link is wanted
      await shown(key, within !== 'nav')
    }
    /** Whether a thing lies in another: other links are come to from where those things lie. */
    const liesIn = (key: string, around: string): boolean => {
      const [kind = '', state = ''] = key.split(':')
      const path = around === 'pathway' ? '' : around.slice('state:'.length)
      if (kind === 'state') return state.includes('.') ? state.slice(0, state.lastIndexOf('.')) === path : path === ''
      if (kind === 'transition' || kind === 'followUp' || kind === 'module') return state === path
      return around === 'pathway' && key !== 'pathway'
    }
    const visit = async (key: string): Promise<void> => {
      seen.push(key)
      const links = [...inspector.querySelectorAll('[data-form] button[data-place]')]
      for (const next of links.map((one) => one.getAttribute('data-place') ?? '')) {
        if (seen.includes(next) || !liesIn(next, key)) continue
        await go(next, '[data-form]')
        await visit(next)
        await go(key, 'nav')
      }
    }
    await shown('pathway')
    await visit('pathway')
    return seen
  })
}
