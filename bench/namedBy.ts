/** What a list makes, each under the name that it has. */
export function namedBy<T, V>(all: readonly T[], entry: (one: T) => [string, V]): Record<string, V> {
  return Object.fromEntries(all.map(entry))
}
