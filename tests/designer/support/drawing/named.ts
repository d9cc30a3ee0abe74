import { type Locator, type Page, selectors } from 'playwright-core'

/**
 * Elements that are called so and can be seen: by their label, or else by what stands in them. Playwright's own looks by
 * role and label reckon the name of everything on the page, which in a drawing of hundreds of steps took longer than most
 * steps do.
 * @param css what is looked among
 * @param words all of its name, or a pattern of it
 */
export function named(within: Page | Locator, css: string, words: string | RegExp): Locator {
  const wanted = typeof words === 'string' ? { css, words } : { css, pattern: words.source }
  return within.locator(`named=${JSON.stringify(wanted)}`)
}

/** What is asked of the page, of which Node.js has no types. */
interface PageNode {
  textContent: string | null
  childNodes: Iterable<PageNode> & { length: number }
  ariaHidden?: string | null
}

interface PageElement extends PageNode {
  labels?: Iterable<PageElement> | null
  ownerDocument: { getElementById(id: string): PageElement | null }
  getAttribute(name: string): string | null
  checkVisibility(): boolean
  querySelectorAll(css: string): Iterable<PageElement>
}

/** How they are found: runs in the page. */
function engine() {
  const heard = (node: PageNode): string => {
    if (node.childNodes.length === 0) return node.textContent ?? ''
    return [...node.childNodes].map((one) => (one.ariaHidden === 'true' ? '' : heard(one))).join('')
  }
  const textOf = (node: PageNode | null): string => (node === null ? '' : heard(node)).replaceAll(/\s+/g, ' ').trim()
  const namesOf = (element: PageElement): string[] => {
    const by = element.getAttribute('aria-labelledby')?.split(' ')
    if (by) return [by.map((id) => textOf(element.ownerDocument.getElementById(id))).join(' ')]
    const label = element.getAttribute('aria-label')
    if (label) return [label]
    const labels = [...(element.labels ?? [])].map(textOf)
    return labels.length > 0 ? labels : [textOf(element) || (element.getAttribute('title') ?? '')]
  }
  const queryAll = (root: PageElement, body: string): PageElement[] => {
    const { css, words, pattern }: { css: string; words?: string; pattern?: string } = JSON.parse(body)
    const isWanted =
      pattern === undefined ? (name: string) => name === words : (name: string) => new RegExp(pattern).test(name)
    return [...root.querySelectorAll(css)].filter((one) => namesOf(one).some(isWanted) && one.checkVisibility())
  }
  return { query: (root: PageElement, body: string) => queryAll(root, body)[0], queryAll }
}

await selectors.register('named', engine)
