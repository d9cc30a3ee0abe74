import { whenHandsOff } from '../parts/whenHandsOff.ts'
import type { Times } from './autosave.ts'

/** When a browser's page does what it does by itself. */
export const browserTimes: Times = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
  whenBack: (act) => {
    // the connection is back, or the person is: they may have signed in in another window
    const moments = [
      [window, 'online'],
      [window, 'focus'],
      [document, 'visibilitychange'],
    ] as const
    for (const [where, what] of moments) where.addEventListener(what, act)
    return () => {
      for (const [where, what] of moments) where.removeEventListener(what, act)
    }
  },
  whenHandsOff,
  whenLeft: (leave) => {
    const ask = (event: BeforeUnloadEvent): void => {
      // only what would be lost is asked about
      if (!leave()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('pagehide', leave)
    }
  },
}
