/**
 * A list with a key for each part: what the part says, and its turn among those that say the same. A part keeps its key
 * when others come or go before it.
 */
export function keyed<T>(list: readonly T[], said: (one: T) => string): { key: string; one: T }[] {
  const times = new Map<string, number>()
  return list.map((one) => {
    const words = said(one)
    const time = (times.get(words) ?? 0) + 1
    times.set(words, time)
    return { key: `${words} ${time}`, one }
  })
}
