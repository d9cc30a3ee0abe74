/** 'a, b ja c': commas between, and a word before the last. */
export function listedWith(items: readonly string[], last: string): string {
  const before = items.slice(0, -1)
  return before.length === 0 ? (items[0] ?? '') : `${before.join(', ')}${last}${items.at(-1) ?? ''}`
}

/** Labels after a colon: commas between, or semicolons where a label has a comma of its own. */
export function labels(items: readonly string[]): string {
  return items.join(items.some((item) => item.includes(',')) ? '; ' : ', ')
}
