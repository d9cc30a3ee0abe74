import type { Walk } from './walkSteps.ts'

const keyOf = (name: string): string => `polku.walk.${name}`

/** Keeps a walk in this window, so that it goes on where it was when the panel is opened again or the page read anew. */
export function keepWalk(name: string, walk: Walk): void {
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(walk))
  } catch {
    // a browser without storage begins anew
  }
}

/** The walk that was kept; undefined when there is none. */
export function keptWalk(name: string): Walk | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(name))
    return kept === null ? undefined : (JSON.parse(kept) as Walk)
  } catch {
    return undefined
  }
}
