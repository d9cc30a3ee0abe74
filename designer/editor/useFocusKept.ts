import { type RefObject, useEffect } from 'react'

/** Where somebody is: what has the focus, what it lies in from the inside out, and what can have it beside it. */
interface Standing {
  around: readonly Element[]
  before: readonly HTMLElement[]
  after: readonly HTMLElement[]
}

const tabbable =
  'a[href], button:not([tabindex="-1"]), input:not([type="hidden"]), textarea, select, summary, [tabindex="0"]'

/**
 * When what has the focus is taken away (by an undo, by a press of "remove") and nothing else takes the focus, it goes to
 * what stood after it, else before it, else to the nearest thing around it that can have it: the next key is not lost.
 */
export function useFocusKept(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = page.current
    if (!root) return
    let standing: Standing | undefined
    let frame = 0
    const onFocus = ({ target }: FocusEvent): void => {
      standing = target instanceof Element && target !== root ? standingAt(target, root) : undefined
    }
    const look = (): void => {
      // what lay in a menu or a dialog is not in the page: these give the focus back by themselves
      if (document.activeElement !== document.body || !standing || standing.around[0]?.isConnected) return
      const next = nextOf(standing)
      standing = undefined
      next?.focus()
    }
    // what is drawn in its place may take the focus first
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    })
    root.addEventListener('focusin', onFocus)
    observer.observe(root, { childList: true, subtree: true })
    return () => {
      root.removeEventListener('focusin', onFocus)
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [page])
}

function standingAt(target: Element, root: Element): Standing {
  const around: Element[] = []
  for (let one: Element | null = target; one && one !== root; one = one.parentElement) around.push(one)
  const group = target.closest('fieldset, section, main, header')
  const beside = group && root.contains(group) ? [...group.querySelectorAll<HTMLElement>(tabbable)] : []
  const isAfter = (one: Element): boolean =>
    (target.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return {
    around,
    before: beside.filter((one) => one !== target && !isAfter(one)),
    after: beside.filter(isAfter),
  }
}

function nextOf({ around, before, after }: Standing): HTMLElement | undefined {
  const left = around.filter((one) => one.isConnected)
  // in a tree the keys go to one row
  const tree = left.find((one) => one.role === 'tree')
  const row = tree?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')
  if (row) return row
  // the drawing is one thing for the keyboard
  const drawing = left.find((one) => one.role === 'application')
  const held = left.find((one) => one.hasAttribute('tabindex'))
  const near = drawing ?? after.find(isThere) ?? before.findLast(isThere) ?? held ?? document.getElementById('content')
  return near instanceof HTMLElement ? near : undefined
}

const isThere = (one: HTMLElement): boolean => one.isConnected && one.checkVisibility()
