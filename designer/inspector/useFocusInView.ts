import { type RefObject, useEffect } from 'react'

/**
 * What has the focus stays in view when a form grows above it: a finding arrives a moment after the edit that it is about,
 * and would push the next field, with its open list, over the edge. Whoever has scrolled away from it is left there.
 */
export function useFocusInView(form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = form.current
    if (!root) return
    let focused: Element | undefined
    let wasInView = false
    // told after each frame: when the form has grown it still knows how it was before
    const view = new IntersectionObserver(
      (changes) => {
        const last = changes.findLast(({ target }) => target === focused)
        if (last) wasInView = last.isIntersecting
      },
      { threshold: 0.9 },
    )
    const leave = (): void => {
      if (focused) view.unobserve(focused)
      focused = undefined
      wasInView = false
    }
    const follow = ({ target }: FocusEvent): void => {
      leave()
      if (!(target instanceof Element) || target === root) return
      focused = target
      view.observe(target)
    }
    const size = new ResizeObserver(() => {
      if (focused && wasInView && focused.getBoundingClientRect().bottom > window.innerHeight)
        focused.scrollIntoView({ block: 'nearest' })
    })
    size.observe(root)
    root.addEventListener('focusin', follow)
    root.addEventListener('focusout', leave)
    return () => {
      view.disconnect()
      size.disconnect()
      root.removeEventListener('focusin', follow)
      root.removeEventListener('focusout', leave)
    }
  }, [form])
}
