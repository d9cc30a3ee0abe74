import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Contender } from './contender.ts'
import type { Answered, Asked } from './messages.ts'

/**
 * The process of one contender: `contenderProcess.ts <file> <folder>`, started by `startContender.ts`. When the one who
 * asks lets go of it, or is gone for whatever reason, it closes the contender, removes the folder and ends. What could
 * not be closed in time is killed with the process group that this one leads.
 */
const patienceMs = 20_000
const [file = '', folder = ''] = process.argv.slice(2)
const loading = import(new URL(file, import.meta.url).href) as Promise<{ contender: Contender }>
loading.catch(() => {}) // told when it is asked to open
/** what it is at: it is asked one thing at a time */
let turn: Promise<void> = Promise.resolve()
let opened: Contender | undefined

// who listened to it may be gone: that must not break off the clearing up
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
process.on('message', (asked: Asked) => {
  turn = act(asked).then(tell, (error) => tell({ answer: 'failed', why: String(error?.stack ?? error) }))
})
process.once('disconnect', async () => {
  const isClosed = await Promise.race([close(), sleep(patienceMs)])
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  if (isClosed) process.exit()
  process.kill(-process.pid, 'SIGKILL')
})

async function act(asked: Asked): Promise<Answered> {
  const { contender } = await loading
  switch (asked.ask) {
    case 'open': {
      const syncing = await contender.open(folder)
      opened = contender
      return { answer: 'opened', name: contender.name, syncing }
    }
    case 'runJourneys':
      return { answer: 'ran', journeys: await contender.runJourneys(asked.count, asked.atOnce) }
  }
}

/** @returns whether nothing is left of it, as far as it can tell: what failed to open may have started something */
async function close(): Promise<boolean> {
  await turn
  try {
    await opened?.close()
    return opened !== undefined
  } catch (error) {
    console.error(error)
    return false
  }
}

function tell(answered: Answered): void {
  if (process.connected) process.send?.(answered)
}
