/** Makes something, or gives what was made last under that key when all that it depends on is as it was. */
export type Remembered<T> = (key: string, dependsOn: readonly unknown[], make: () => T) => T

/** Remembers the last thing that was made under each key. */
export function remembered<T>(): Remembered<T> {
  const known = new Map<string, { dependsOn: readonly unknown[]; made: T }>()
  return (key, dependsOn, make) => {
    const before = known.get(key)
    if (before?.dependsOn.every((one, at) => one === dependsOn[at])) return before.made
    const made = make()
    known.set(key, { dependsOn, made })
    return made
  }
}
