import ELK from 'elkjs/lib/elk-api.js'
import elkUrl from 'elkjs/lib/elk-worker.min.js?url'
import { bestDirection } from './layout/bestDirection.ts'
import { layOut, type Memory } from './layout/layOut.ts'
import type { Answered, Asked } from './layoutMessages.ts'

/** Lays drawings out beside the screen, the latest that was asked for: what is overtaken is given up. */
const elk = new ELK({ workerFactory: () => new Worker(elkUrl) })
/** how many sheets' insides are remembered */
const most = 1000
const memory: Memory = new Map()
let latest = 0

self.onmessage = async ({ data }: MessageEvent<Asked>) => {
  const { turn, drawing, pane } = data
  latest = turn
  const isWanted = (): boolean => latest === turn
  try {
    const lay = (direction: 'right' | 'down') =>
      layOut({ ...drawing, direction }, (graph) => elk.layout(graph), memory, isWanted)
    const answer = drawing.direction === 'auto' ? await bestDirection(lay, pane) : undefined
    const direction = answer?.direction ?? (drawing.direction === 'down' ? 'down' : 'right')
    const laidOut = drawing.direction === 'auto' ? answer?.laidOut : await lay(direction)
    if (laidOut && isWanted()) self.postMessage({ turn, laidOut, direction } satisfies Answered)
  } catch (error) {
    if (isWanted()) self.postMessage({ turn, failed: String(error) } satisfies Answered)
  }
  for (const key of [...memory.keys()].slice(0, Math.max(0, memory.size - most))) memory.delete(key)
}
