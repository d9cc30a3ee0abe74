import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { focusContent } from '../parts/focusContent.ts'

/** the address of the page that has been shown last */
let shown = location.pathname

/** Brings the focus to a page that one has come to from another: the link that was followed is gone with that one. */
export function usePageFocus(): void {
  const [address] = useLocation()
  useEffect(() => {
    // the first page of all is begun from its top, as any
    if (shown !== address) focusContent()
    shown = address
  }, [address])
}

/**
 * What the browser calls a page, and the focus for whoever comes to it.
 * @param title empty while it is not known; undefined in a part of a page, which has no say in it
 */
export function usePage(title: string | undefined): void {
  usePageFocus()
  useEffect(() => {
    if (title !== undefined) document.title = title === '' ? 'Polku' : `${title} – Polku`
  }, [title])
}
