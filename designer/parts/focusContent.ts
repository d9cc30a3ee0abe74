/** The focus goes to what the page is about, where the thing that had it is gone: never off the page. */
export function focusContent(): void {
  // what is gone is taken from the page first
  requestAnimationFrame(() => {
    const { activeElement } = document
    if (activeElement && activeElement !== document.body) return
    document.getElementById('content')?.focus({ preventScroll: true })
  })
}
