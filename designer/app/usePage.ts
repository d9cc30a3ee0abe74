import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { focusContent } from '../parts/focusContent.ts'

let shown: string | undefined

/** Brings the focus to a page that one has come to from another: the link that was followed is gone with that one. */
export function usePageFocus(): void {
  const [address] = useLocation()
  useEffect(() => {
    // the first page of all is begun from its top, as any
    if (shown !== undefined && shown !== address) focusContent()
    shown = address
  }, [address])
}

/** What the browser calls a page, and the focus for whoever comes to it. @param title empty while it is not known */
export function usePage(title: string): void {
  usePageFocus()
  useEffect(() => {
    document.title = title === '' ? 'Polku' : `${title} – Polku`
  }, [title])
}
