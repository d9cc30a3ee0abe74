import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Another thing's form begins with its name, however far down the last one was read. One whose beginning is in view already
 * stays where it is: a list of findings that stands above it does, too.
 * @param form which form it is: another number, another form
 */
export function useFromTheTop(root: RefObject<HTMLElement | null>, form: number): void {
  const last = useRef(form)
  useLayoutEffect(() => {
    if (last.current === form) return
    last.current = form
    const shown = root.current
    if (shown && shown.getBoundingClientRect().top < topOfPane(shown)) shown.scrollIntoView({ block: 'start' })
  }, [root, form])
}

/** Where what is scrolled begins that something stands in; the window, where that is the page. */
function topOfPane(shown: HTMLElement): number {
  for (let pane = shown.parentElement; pane; pane = pane.parentElement) {
    if (pane.scrollTop > 0) return Math.max(0, pane.getBoundingClientRect().top)
  }
  return 0
}
