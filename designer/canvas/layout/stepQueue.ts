/** Steps by how far they would have to go in all: the shortest first. */
export interface StepQueue {
  push(step: number, estimate: number): void
  pop(): number | undefined
}

/** A binary heap. A step may stand in it more than once; the first time it comes out is the shortest. */
export function stepQueue(): StepQueue {
  const steps: number[] = []
  const estimates: number[] = []
  const estimateAt = (at: number): number => estimates[at] ?? Number.POSITIVE_INFINITY
  const put = (at: number, step: number, estimate: number): void => {
    steps[at] = step
    estimates[at] = estimate
  }
  return {
    push(step, estimate) {
      let at = steps.length
      while (at > 0) {
        const above = (at - 1) >> 1
        if (estimateAt(above) <= estimate) break
        put(at, steps[above] ?? 0, estimateAt(above))
        at = above
      }
      put(at, step, estimate)
    },
    pop() {
      const first = steps[0]
      const step = steps.pop()
      const estimate = estimates.pop()
      if (step === undefined || estimate === undefined || steps.length === 0) return first
      let at = 0
      for (;;) {
        const left = 2 * at + 1
        const least = estimateAt(left + 1) < estimateAt(left) ? left + 1 : left
        if (estimateAt(least) >= estimate) break
        put(at, steps[least] ?? 0, estimateAt(least))
        at = least
      }
      put(at, step, estimate)
      return first
    },
  }
}
