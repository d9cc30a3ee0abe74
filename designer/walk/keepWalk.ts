import { keepInWindow, keptInWindow } from '../parts/windowStore.ts'
import type { Walk } from './walkSteps.ts'

const keyOf = (name: string): string => `polku.walk.${name}`

/** Keeps a walk in this window, so that it goes on where it was when the panel is opened again or the page read anew. */
export const keepWalk = (name: string, walk: Walk): void => keepInWindow(keyOf(name), walk)

/** The walk that was kept; undefined when there is none. */
export const keptWalk = (name: string): Walk | undefined => keptInWindow(keyOf(name)) as Walk | undefined
