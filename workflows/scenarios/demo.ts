import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stopOnSignal } from '../../api/stopOnSignal.ts'
import { type Delivery, openPolku, type Polku } from '../../engine/index.ts'
import { bundledPathways } from '../index.ts'
import { checkPromises } from './checkPromises.ts'
import { finnishDayOf, instantOf } from './finnishDay.ts'
import { playScenarios } from './playScenarios.ts'
import { firstDay, lastDay, scenarios } from './scenarios.ts'
import { serveDemo } from './serveDemo.ts'
import { timeline } from './timeline.ts'
import { createVirtualClock, type VirtualClock } from './virtualClock.ts'

/**
 * Plays the scenario clients through their years on a virtual clock and prints what happened, in Finnish. Fails when a
 * promise is broken. `npm run demo`, or with `-- --database <new file>`, `-- --serve`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { database: { type: 'string' }, serve: { type: 'boolean' } } })
  if (values.database !== undefined && existsSync(values.database)) {
    throw new Error(`Tiedosto ${values.database} on jo olemassa: anna esittelylle uusi.`)
  }
  const folder = values.database === undefined ? await mkdtemp(join(tmpdir(), 'polku-demo-')) : undefined
  const database = values.database ?? join(folder ?? '', 'polku.db')
  const clock = createVirtualClock(instantOf(firstDay, '08:00'))
  const deliveries: Delivery[] = []
  const polku = await openPolku({
    database,
    clock,
    demo: true,
    deliver: async (message) => void deliveries.push(message),
  })
  const close = async () => {
    await polku.close()
    if (folder !== undefined) await rm(folder, { recursive: true })
  }
  try {
    const isKept = await play(polku, clock, deliveries)
    if (!isKept) process.exitCode = 1
    if (!values.serve) return await close()
    const server = await serveDemo(polku, clock, Number(process.env.POLKU_PORT ?? 3000))
    stopOnSignal(async () => {
      await server.close()
      await close()
    })
    sayHowToGoOn(server.address, clock)
  } catch (error) {
    await close()
    throw error
  }
}

/** Plays and prints everything. @returns whether every promise was kept */
async function play(polku: Polku, clock: VirtualClock, deliveries: readonly Delivery[]): Promise<boolean> {
  for (const pathway of bundledPathways) await polku.pathways.publish(pathway, { by: { user: 'polku' } })
  say(`Suunto: ${scenarios.length} esimerkkiasiakasta, ${firstDay} – ${lastDay}. Kaikki henkilöt ovat keksittyjä.`)
  say(
    '· ihminen teki   ◷ aika tuli   ✕ ei sallittu   ‖ keskeytys   ■ polku tai osapolku päättyi',
    'Nimi › tapahtui osapolussa, jolla on oma kello (Mahis, motivaatiokoulutus, jälkiseuranta)',
    '',
  )
  const began = performance.now()
  const played = await playScenarios(polku, clock, scenarios, lastDay)
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',')
  for (const one of played) say(...(await timeline(polku, bundledPathways, one)), '')

  const promises = await checkPromises(polku, played, deliveries)
  say(`LUPAUKSET (vuodet pelattiin ${seconds} sekunnissa)`)
  for (const { promise, looked, broken } of promises) {
    say(`${broken.length === 0 ? 'pitää ' : 'RIKKI '} ${promise}: ${looked}`, ...broken.map((one) => `       ${one}`))
  }
  return promises.every(({ broken }) => broken.length === 0)
}

function sayHowToGoOn(address: string, clock: VirtualClock): void {
  say(
    '',
    `Sama tietokanta on nyt auki osoitteessa ${address} (rajapinta: ${address}/docs). Kello seisoo: ${finnishDayOf(clock.now())}.`,
    'Siirrä sitä kuukaudella:',
    `  curl ${address}/api/v1/demo/clock -H 'Content-Type: application/json' -d '{"by":"P1M"}'`,
    'Muut kutsut kertovat, kuka asialla on; tunnuksen saa:',
    `  curl '${address}/api/v1/demo/token?user=saara.salmela&caseRoles=adviser'`,
    'Lopeta: Ctrl+C.',
  )
}

const say = (...lines: string[]) => console.log(lines.join('\n'))

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
