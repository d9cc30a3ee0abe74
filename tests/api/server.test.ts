import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listen, PortTaken } from '../../api/listen.ts'
import { publishBundled } from '../../api/publishBundled.ts'
import { runProcess } from '../../api/runProcess.ts'
import { openPolku, type PathwayInput } from '../../engine/index.ts'
import { bundledPathways } from '../../workflows/index.ts'
import { callerOn, createCallers } from '../support/callers.ts'
import { temporaryFile, temporaryFolder } from '../support/temporaryFolder.ts'
import { openTestApi, startTestJourney } from './support/openTestApi.ts'
import { suuntoFragment } from './support/suuntoFragment.ts'

const json = { 'Content-Type': 'application/json' }

/** All in one process, without Redis. */
const alone = {
  host: '127.0.0.1',
  baseUrl: undefined,
  providers: [],
  demo: true,
  masterKey: undefined,
  oldMasterKey: undefined,
  role: 'start',
  workerPort: 0,
  redis: undefined,
  mail: undefined,
} as const

/** Sends bytes to an address, as no HTTP library would. */
function send(address: string, bytes: string): Socket {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.setEncoding('latin1').on('error', () => undefined)
  socket.write(bytes)
  return socket
}

/** Reads a socket until a text comes, or its end. */
async function readUntil(socket: Socket, wanted: string): Promise<string> {
  let text = ''
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    text += String(chunk)
    if (text.includes(wanted)) return text
  }
  return text
}

describe('the listening server', () => {
  it('serves over real HTTP on loopback, whatever is thrown at it', async () => {
    const api = await openTestApi()
    const server = await listen(() => api.app, 0)
    onTestFinished(() => server.close())
    const { address } = server
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const clients = `${address}/api/v1/clients`
    const large = `{"name":"${'x'.repeat(2_000_000)}"}`

    const sized = await fetch(clients, { method: 'POST', headers: json, body: large })
    expect([sized.status, sized.headers.get('content-type')]).toEqual([413, 'application/problem+json'])
    expect(sized.headers.get('connection')).toBe('close')
    const streamed = await fetch(clients, {
      method: 'POST',
      headers: json,
      body: new Blob([large]).stream(),
      duplex: 'half',
    })
    expect(streamed.status).toBe(413)
    const rebound = send(address, 'GET /api/v1/clients HTTP/1.1\r\nHost: polku.example\r\nConnection: close\r\n\r\n')
    expect(await readUntil(rebound, 'host-refused')).toContain(' 421 ')
    expect(await readUntil(send(address, 'NONSENSE\r\n\r\n'), 'nothing')).toContain(' 400 ')
    send(address, 'POST /api/v1/clients HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"na').destroy()

    const mari = await createCallers(api.polku).headersOf('mari', { caseRoles: ['counsellor'] })
    const headers = { ...json, ...mari }
    const created = await fetch(clients, { method: 'POST', headers, body: '{"name":"Aino"}' })
    expect(created.status).toBe(201)
    expect(await (await fetch(clients, { headers })).json()).toMatchObject({ items: [{ name: 'Aino' }], after: null })
    expect((await fetch(`${address}/docs/swagger-ui-bundle.js`)).status).toBe(200)

    const { path } = await startTestJourney(api)
    const task = { journey: path.split('/').at(-1), title: 'Soita', role: 'counsellor' }
    const opened = await fetch(`${address}/api/v1/tasks`, { method: 'POST', headers, body: JSON.stringify(task) })
    const claim = `${address}${opened.headers.get('location')}/claim`
    expect((await fetch(claim, { method: 'POST', headers })).status).toBe(200)
  })

  it('says what to do when the port is taken, and leaves nothing open', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    onTestFinished(() => {
      taken.close()
    })
    const given = taken.address()
    const port = typeof given === 'object' && given ? given.port : 0
    const database = temporaryFile()
    const start = runProcess({
      ...alone,
      database,
      port,
      pathways: [],
      log: pino({ level: 'silent' }),
      say: () => undefined,
    })
    await expect(start).rejects.toThrow(PortTaken)
    await expect(start).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken by another program. Set POLKU_PORT`)
  })
})

describe('the bundled pathways', () => {
  const changed = { ...suuntoFragment, title: { fi: 'Toinen' } }

  it('are published once, anew when they change, and never over somebody else’s version', async () => {
    const polku = await openPolku({ database: ':memory:' })
    onTestFinished(() => polku.close())
    const outcome = async (document: typeof suuntoFragment) => (await publishBundled(polku, [document]))[0]?.outcome
    expect(await outcome(suuntoFragment)).toBe('published')
    expect(await outcome(suuntoFragment)).toBe('unchanged')
    expect(await outcome(changed)).toBe('published')
    await polku.pathways.publish({ ...changed, title: { fi: 'Oma' } }, { by: { user: 'hallinto' } })
    expect(await outcome(suuntoFragment)).toBe('kept')
    expect((await polku.pathways.get('suunto')).version).toBe(3)
  })

  it('stay as they are at a restart, also when somebody else has published one of their modules', async () => {
    const database = temporaryFile()
    const said: string[] = []
    const start = () =>
      runProcess({
        ...alone,
        database,
        port: 0,
        pathways: bundledPathways,
        log: pino({ level: 'silent' }),
        say: (text) => said.push(text),
      })
    const versions = async (address: string) =>
      Promise.all(
        bundledPathways.map(async ({ id }) =>
          (await fetch(`${address}/api/v1/pathways/${id}/versions`, { headers })).json(),
        ),
      )
    const first = await start()
    const headers = { ...json, ...(await callerOn(database, 'mari')) }
    const address = `${first.address}/api/v1/pathways`
    const { document } = (await (await fetch(`${address}/mahis`, { headers })).json()) as { document: PathwayInput }
    const own = JSON.stringify({ document: { ...document, title: { fi: 'Oma', sv: 'Egen', en: 'Own' } } })
    expect((await fetch(address, { method: 'POST', headers, body: own })).status).toBe(201)
    const before = await versions(first.address)
    await first.close()

    const second = await start()
    expect(await versions(second.address)).toEqual(before)
    expect(said[1]).toMatch(/mahis +version 2 by mari stays/)
    expect(said[1]).toMatch(/suunto +version 1, as before/)
    await second.close()
  })

  it('run the bundled version of a module, and a newer one when that changes', async () => {
    const polku = await openPolku({ database: ':memory:' })
    onTestFinished(() => polku.close())
    const parent = { ...suuntoFragment, id: 'emo', modules: { tuki: { pathway: 'suunto' } } }
    const versionRun = async () => (await polku.pathways.get('emo')).document.modules?.tuki?.version
    await publishBundled(polku, [suuntoFragment, parent])
    expect(await versionRun()).toBe(1)
    await publishBundled(polku, [changed, parent])
    expect(await versionRun()).toBe(2)
    await polku.pathways.publish({ ...changed, title: { fi: 'Oma' } }, { by: { user: 'hallinto' } })
    await publishBundled(polku, [changed, { ...parent, title: { fi: 'Uusi emo' } }])
    expect([(await polku.pathways.get('emo')).version, await versionRun()]).toEqual([3, 2])
  })

  it('run what they have run when a module was never bundled', async () => {
    const polku = await openPolku({ database: ':memory:' })
    onTestFinished(() => polku.close())
    const own = { by: { user: 'hallinto' } }
    await polku.pathways.publish(suuntoFragment, own)
    const parent = {
      ...suuntoFragment,
      id: 'emo',
      modules: { tuki: { pathway: 'suunto', inputs: { salkunVali: 'P1M' } } },
    }
    await publishBundled(polku, [parent])
    await polku.pathways.publish(changed, own)
    expect(await publishBundled(polku, [parent])).toMatchObject([{ outcome: 'unchanged' }])
  })

  it('do not stop the server when one of them cannot be published', async () => {
    const polku = await openPolku({ database: ':memory:' })
    onTestFinished(() => polku.close())
    const done = await publishBundled(polku, [{ ...suuntoFragment, initial: 'nowhere' }])
    expect(done).toMatchObject([{ pathway: 'suunto', outcome: 'refused' }])
  })
})

describe('the server process', () => {
  const script = fileURLToPath(new URL('./support/serverProcess.ts', import.meta.url))

  async function startProcess(database: string): Promise<{ process: ChildProcess; said: string; address: string }> {
    const child = spawn(process.execPath, ['--import', 'tsx', script, database], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    let said = ''
    for await (const chunk of child.stdout) {
      said += String(chunk)
      if (said.includes('Ctrl+C')) break
    }
    return { process: child, said, address: /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '' }
  }

  it('tells the next steps, finishes what is under way when told to stop, and remembers', async () => {
    const database = join(temporaryFolder(), 'made', 'on', 'the', 'way', 'polku.db')
    const first = await startProcess(database)
    expect(first.said).toContain(`${first.address}/docs`)
    expect(first.said).toMatch(/first administrator.*\n +http:\/\/127\.0\.0\.1:\d+\/setup#\S{24}\n/)
    const caller = await callerOn(database, 'mari')
    expect(first.said).toContain('suunto  version 1 published')

    // the server has read the head of this request and waits for its body
    const head = `POST /api/v1/clients HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${caller.Authorization}\r\nContent-Type: application/json\r\nContent-Length: 15\r\nConnection: close\r\n`
    const socket = send(first.address, `${head}Expect: 100-continue\r\n\r\n`)
    await readUntil(socket, '100 Continue')
    first.process.kill('SIGTERM')
    await untilRefused(first.address)
    const ended = once(first.process, 'exit')
    socket.write('{"name":"Aino"}')
    expect(await readUntil(socket, '"id"')).toContain(' 201 ')
    socket.destroy()
    expect(await ended).toEqual([0, null])

    const second = await startProcess(database)
    expect(second.said).toContain('version 1, as before')
    const clients = await fetch(`${second.address}/api/v1/clients`, { headers: caller })
    expect(await clients.json()).toMatchObject({ items: [{ name: 'Aino' }] })
    const stopped = once(second.process, 'exit')
    second.process.kill('SIGINT')
    expect(await stopped).toEqual([0, null])
  })
})

/** Resolves once nobody listens there any more. */
async function untilRefused(address: string): Promise<void> {
  const { hostname, port } = new URL(address)
  for (;;) {
    const socket = connect(Number(port), hostname)
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    })
    socket.destroy()
    if (!isOpen) return
  }
}
