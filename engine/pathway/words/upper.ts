/** A sentence's own first letter. */
export function upper(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}
