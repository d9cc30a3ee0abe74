import { runRedis } from './redisProcess.ts'

/** A Redis held by a process that tests bring to its end: run as a process of its own. */
const redis = await runRedis()
await redis.restart()
process.stdout.write(`${redis.url}\n`)
