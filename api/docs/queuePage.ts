import { Hono } from 'hono'
import type { Polku } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { pageHeaders } from '../http/pageHeaders.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'

/**
 * The jobs in Redis, to look at: what waits, what is under way, what is delayed. They carry identities only, and nothing
 * can be changed here: the database decides what is done.
 * @param path where the page is served
 */
export function queuePage(polku: Polku, path: string): Hono<ApiEnv> {
  let board: Promise<Hono> | undefined
  const app = new Hono<ApiEnv>()
  app.use(
    pageHeaders({
      // the page has a style of its own until its script has come
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      baseUri: ["'self'"],
    }),
  )
  app.all('/*', async (c) => {
    const jobs = polku.jobQueue()
    if (!jobs) throw new ApiProblem('no-such-route', 'There is no queue to look at: it is in no Redis that answers.')
    board ??= openBoard(jobs, path)
    return (await board).fetch(c.req.raw, c.env)
  })
  return app
}

async function openBoard(jobs: NonNullable<ReturnType<Polku['jobQueue']>>, path: string): Promise<Hono> {
  // most processes never show it
  const [{ createBullBoard }, { BullMQAdapter }, { HonoAdapter }, { serveStatic }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullMQAdapter'),
    import('@bull-board/hono'),
    import('@hono/node-server/serve-static'),
  ])
  const serverAdapter = new HonoAdapter(serveStatic).setBasePath(path)
  createBullBoard({
    queues: [new BullMQAdapter(jobs, { readOnlyMode: true, description: 'Turns of timers and messages' })],
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Polku' } },
  })
  return new Hono().route(path, serverAdapter.registerPlugin())
}
