import type { Polku } from '../../engine/index.ts'
import type { Part } from './figure.ts'

/** How Redis and the queue in it are; nothing where the queue is embedded. */
export const queuePart =
  (polku: Polku): Part =>
  (make) => {
    const up = make('polku_redis_up', '1 when Redis answers and is fit; 0 when workers go by the database alone.')
    const latency = make('polku_redis_latency_seconds', 'How long Redis took to count the jobs in it.')
    const jobs = make('polku_queue_jobs', 'Jobs in Redis, by state.', ['state'])
    const swept = make('polku_last_sweep_timestamp_seconds', 'When a worker last moved the horizon; Unix time.')
    return async () => {
      const state = await polku.queueState()
      return () => {
        if (!state) return
        up.set(state.redis === 'ready' ? 1 : 0)
        latency.set(state.latencyMs === undefined ? undefined : state.latencyMs / 1000)
        for (const [name, count] of Object.entries(state.jobs ?? {})) jobs.set(count, { state: name })
        swept.set(state.sweptAt === undefined ? undefined : state.sweptAt / 1000)
      }
    }
  }
