/**
 * The names closest to a mistyped one, best first, at most three; for hints. Empty when nothing is near.
 *
 * @example nearestNames('hoursperday', ['hoursPerDay', 'status']) // ['hoursPerDay']
 */
export function nearestNames(wanted: string, names: readonly string[]): string[] {
  const target = wanted.toLowerCase().slice(0, 60)
  const limit = target.length < 2 ? 0 : Math.max(1, Math.floor(target.length / 3))
  return names
    .slice(0, 2000)
    .map((name) => ({ name, distance: distanceTo(target, name.toLowerCase().slice(0, 60)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name)
}

/** Edits between two words (Levenshtein); 0.5 when one starts with the other. */
function distanceTo(a: string, b: string): number {
  if (a === b) return 0
  if (a.length > 2 && b.length > 2 && (a.startsWith(b) || b.startsWith(a))) return 0.5
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 0; i < a.length; i++) {
    const current = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const replaced = (previous[j] ?? 0) + (a[i] === b[j] ? 0 : 1)
      current.push(Math.min(replaced, (previous[j + 1] ?? 0) + 1, (current[j] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
