import { type DestinationStream, type Logger, pino } from 'pino'
import { hideIdentityCodes } from '../../engine/index.ts'

/** The log of a process: JSON, a line each. Whatever looks like a personal identity code is hidden, wherever it stands. */
export function createLog(destination: DestinationStream): Logger {
  return pino({ hooks: { streamWrite: hideIdentityCodes } }, destination)
}
