import type { ReactNode, Ref } from 'react'

/** A part of a page that scrolls by itself: reached by keyboard, since what is out of sight is read with the arrow keys. */
export function Scrolled({
  label,
  className,
  scrollRef,
  children,
}: {
  label: string
  className: string | undefined
  scrollRef?: Ref<HTMLElement>
  children?: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: not every browser lets the keyboard into what scrolls and holds nothing that can be pressed (WCAG 2.1.1)
    <section ref={scrollRef ?? null} className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
