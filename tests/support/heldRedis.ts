import { runRedis } from './redisProcess.ts'

/** A Redis held by a process that tests bring to its end: run as a process of its own. */
const { url, pid } = await runRedis()
process.stdout.write(`${JSON.stringify({ url, pid })}\n`)
