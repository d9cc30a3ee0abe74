import { writeSync } from 'node:fs'
import type { Command } from './commands.ts'

/** What the process under test says, a line each: the recorder puts it in order with what the disk was asked to do. */
export type Spoken =
  /** about to be asked, at this instant of the process's clock */
  | { says: 'asked'; command: Command; at: number }
  | { says: 'answered'; key: string; answer: unknown }
  /** Polku refused it: nothing of it may be there */
  | { says: 'refused'; key: string; code: string }
  /** the disk failed under it: it may be there or not */
  | { says: 'failed'; key: string; code: string }
  /** the worker met what it could not cope with */
  | { says: 'workFailed'; error: string }

/** Says it before anything else happens in the process. */
export function say(line: Spoken): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}

export const heard = (text: string): Spoken => JSON.parse(text) as Spoken
