import type { Lateness } from './watchWork.ts'

/** How Polku came through a fault: a test puts it into its `meta`, and the run ends with a table of them all. */
export interface Recovery extends Lateness {
  /** commands that people were answered */
  commands: number
  timers: number
  messages: number
  /** messages that were carried outside more than once */
  repeated: number
}

declare module 'vitest' {
  interface TaskMeta {
    recovery?: Recovery
  }
}
