import { destination } from 'pino'
import { openSignIn } from '../../api/auth/openSignIn.ts'
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
  const log = createLog(destination(2))
  const server = await listen((baseUrl) => {
    return createApp({ polku, log, signIn: openSignIn(polku, { baseUrl }), baseUrl, demoClock })
  }, port)
  polku.work()
  return server
}
