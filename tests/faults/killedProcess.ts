/**
 * Gives commands and lets timers act as fast as it can, until it is killed: started by `kill.test.ts`. A line begins
 * with what it tells: `?` a command is about to be given, `!` it has been answered, `-` it has been refused.
 */
import { writeSync } from 'node:fs'
import { openPolku, PolkuProblem } from '../../engine/index.ts'
import { type Asked, give, kinds, pathway, sharedClock, worker } from './clientLife.ts'

const [file = '', startedAt = '0', life = '0'] = process.argv.slice(2)
/** Straight to the pipe: what has been told is told, whatever happens to the process then. */
const tell = (line: string) => writeSync(1, `${line}\n`)

tell('starting')
const polku = await openPolku({ database: file, clock: sharedClock(Number(startedAt)) })
await polku.pathways.publish(pathway, { by: worker })
const journeys = await settleIn()
tell('working')

let count = 0
const atOnce = Array.from({ length: 6 }, () => work())
await Promise.all([...atOnce, turnTimers()])

/** The clients and journeys of this file: made by whichever life comes so far. */
async function settleIn(): Promise<{ id: string; client: string }[]> {
  for (let index = 0; index < 3; index++) {
    const client = await polku.clients.create({ by: worker, key: `client-${index}`, name: `Asiakas ${index}` })
    for (const which of [0, 1]) {
      await polku.journeys.start({
        by: worker,
        key: `journey-${index}-${which}`,
        pathway: pathway.id,
        client: client.id,
        responsible: { user: 'worker' },
      })
    }
  }
  return polku.journeys.list({ status: 'active' })
}

async function work(): Promise<never> {
  for (;;) {
    count += 1
    const journey = journeys[Math.floor(Math.random() * journeys.length)]
    const does = kinds[Math.floor(Math.random() * kinds.length)] ?? 'note'
    const asked: Asked = {
      key: `life-${life}-${count}`,
      journey: journey?.id ?? '',
      client: journey?.client ?? '',
      does,
      value: Math.floor(Math.random() * 24),
    }
    tell(`?${JSON.stringify(asked)}`)
    try {
      const answer = (await give(polku, asked)) as { entry?: number }
      tell(`!${JSON.stringify({ key: asked.key, entry: answer.entry })}`)
    } catch (error) {
      if (!(error instanceof PolkuProblem)) throw error
      tell(`-${asked.key}`)
    }
  }
}

async function turnTimers(): Promise<never> {
  for (;;) await polku.runDue()
}
