import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http2'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  createEndpointHandler,
  type LoggerTransport,
  type ServiceDefinition,
  type WorkflowDefinition,
} from '@restatedev/restate-sdk'
import { connect, type Ingress } from '@restatedev/restate-sdk-clients'
import type { Journeys } from '../../contender.ts'
import { freePort } from './freePort.ts'

/** How long the server may take to be ready. Milliseconds. */
const patienceMs = 60_000

/** A Restate server with one service registered. */
export interface Restate {
  ingress: Ingress
  syncing: string
  /** Adds how often its logs were synced meanwhile. */
  countSyncs(run: () => Promise<Journeys>): Promise<Journeys>
  stop(): Promise<void>
}

/**
 * Starts the Restate server as npm has it, on free ports of this machine and nowhere else, and serves one service to it
 * over HTTP/2 from this process. All is as it is by default, but for one partition instead of 24: on one node that is
 * several times as fast (restatedev/restate#5305).
 * @throws Error with what the server said, when it does not come to be ready
 */
export async function startRestate(
  folder: string,
  service: ServiceDefinition<string, unknown> | WorkflowDefinition<string, unknown>,
): Promise<Restate> {
  const endpoint = createServer(createEndpointHandler({ services: [service], logger })).listen(0, '127.0.0.1')
  await once(endpoint, 'listening')
  const [ingress, admin, node] = [await freePort(), await freePort(), await freePort()]
  const server = spawn(binary(), ['--base-dir', folder, '--no-logo', '--node-name', 'peer', '--listen-mode', 'tcp'], {
    env: {
      ...process.env,
      RESTATE_DEFAULT_NUM_PARTITIONS: '1',
      RESTATE_DISABLE_TELEMETRY: 'true',
      RESTATE_BIND_ADDRESS: `127.0.0.1:${node}`,
      RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`,
      RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}`,
      RUST_LOG: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    endpoint.close()
    await end(server)
  }
  try {
    const { port } = endpoint.address() as AddressInfo
    await ready(server, async () => {
      await expectOk(fetch(`http://127.0.0.1:${ingress}/restate/health`))
      await expectOk(
        fetch(`http://127.0.0.1:${admin}/deployments`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ uri: `http://127.0.0.1:${port}` }),
        }),
      )
    })
    const syncs = () => syncsOf(`http://127.0.0.1:${node}/metrics`)
    return {
      ingress: connect({ url: `http://127.0.0.1:${ingress}` }),
      syncing: 'RocksDB, log synced (as by default)',
      countSyncs: async (run) => {
        const before = await syncs()
        const journeys = await run()
        return { ...journeys, syncs: (await syncs()) - before }
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** By default every invocation is written to the console twice, which would be measured. */
const logger: LoggerTransport = ({ level }, ...message) => {
  if (String(level) === 'error') console.error(...message)
}

/** The server in the package for this machine, as its launcher finds it. */
function binary(): string {
  const launcher = createRequire(createRequire(import.meta.url).resolve('@restatedev/restate-server/package.json'))
  return launcher.resolve(`@restatedev/restate-server-${process.platform}-${process.arch}/bin/restate-server`)
}

/** Tries until it works. */
async function ready(server: ChildProcess, attempt: () => Promise<void>): Promise<void> {
  let said = ''
  const hear = (data: Buffer) => {
    said = (said + data.toString()).slice(-4000)
  }
  server.stdout?.on('data', hear)
  server.stderr?.on('data', hear)
  const late = performance.now() + patienceMs
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (server.exitCode !== null || performance.now() > late) throw new Error(`${String(error)}. Restate: ${said}`)
      await sleep(50)
    }
  }
}

async function expectOk(answering: Promise<Response>): Promise<Response> {
  const answer = await answering
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

async function syncsOf(metrics: string): Promise<number> {
  const told = await (await expectOk(fetch(metrics))).text()
  const counts = [...told.matchAll(/^restate_rocksdb_wal_synced_total\S* (\d+)$/gm)].map(([, count]) => Number(count))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  const late = setTimeout(() => server.kill('SIGKILL'), 10_000)
  server.kill('SIGTERM')
  await gone
  clearTimeout(late)
}
