import { destination } from 'pino'
import { createApp } from '../../api/createApp.ts'
import { createLog } from '../../api/http/createLog.ts'
import { listen } from '../../api/listen.ts'
import type { Polku } from '../../engine/index.ts'
import type { VirtualClock } from './virtualClock.ts'

/** A demonstration that is being served. */
export interface DemoServer {
  address: string
  /** Answers the requests under way, and takes no more. */
  close(): Promise<void>
}

/**
 * Serves what has been played, on this machine only. Time stands still there until a call moves it.
 * @throws PortTaken
 */
export async function serveDemo(polku: Polku, clock: VirtualClock, port: number): Promise<DemoServer> {
  const demoClock = { now: clock.now, advanceTo: (at: Date) => clock.advanceTo(at, polku) }
  const server = await listen(createApp({ polku, log: createLog(destination(2)), demoClock }), port)
  polku.work()
  return server
}
