/** A stretch along one axis, in pixels of the drawing. */
export interface Span {
  from: number
  to: number
}

/** Places that are looked at for a cut are so far from each other. */
const step = 8

/** What an overlap costs beside a cut through a line: two sheets that show the same are the last thing to do. */
const overlapCost = 100

/**
 * Cuts a stretch into as few parts as it takes, each no longer than asked, where a cut costs least. Nothing solid is cut:
 * where no place is free of solid things, parts overlap, so that each of these is whole in one of them.
 * @param solids none longer than a part
 * @param costAt what it costs to cut at a place
 */
export function cutAlong(
  { from, to }: Span,
  length: number,
  solids: readonly Span[],
  costAt: (place: number) => number,
): Span[] {
  const places = placesIn({ from, to }, solids)
  const costs = places.map((place) => (place === to ? 0 : costAt(place)))
  const sorted = [...solids].sort((one, other) => one.from - other.from)
  // from the end: what the rest costs, beginning at each place
  const best: ({ parts: number; cost: number; end: number; next: number } | undefined)[] = places.map(() => undefined)
  best[places.length - 1] = { parts: 0, cost: 0, end: to, next: places.length - 1 }
  for (let at = places.length - 2; at >= 0; at -= 1) {
    const start = places[at] ?? from
    let solid = sorted.findIndex((one) => one.from >= start)
    let end = start
    for (let next = at + 1; next < places.length; next += 1) {
      const place = places[next] ?? to
      for (; solid >= 0 && solid < sorted.length; solid += 1) {
        const one = sorted[solid]
        if (!one || one.from >= place) break
        end = Math.max(end, one.to)
      }
      end = Math.max(end, place)
      if (end - start > length) break
      const rest = best[next]
      if (!rest) continue
      const parts = rest.parts + 1
      const cost = rest.cost + (costs[next] ?? 0) + (end > place ? overlapCost + end - place : 0)
      const known = best[at]
      if (!known || parts < known.parts || (parts === known.parts && cost < known.cost)) {
        best[at] = { parts, cost, end, next }
      }
    }
  }
  const spans: Span[] = []
  for (let at = 0; at < places.length - 1; ) {
    const part = best[at]
    if (!part) return [{ from, to }]
    spans.push({ from: places[at] ?? from, to: part.end })
    at = part.next
  }
  return spans
}

/** Where a part may begin: every few pixels, and where something solid begins, so that there is always a way on. */
function placesIn({ from, to }: Span, solids: readonly Span[]): number[] {
  const places = new Set([from, to])
  for (let place = from + step; place < to; place += step) places.add(place)
  for (const solid of solids) if (solid.from > from && solid.from < to) places.add(solid.from)
  return [...places].sort((one, other) => one - other)
}
