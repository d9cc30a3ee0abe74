import { type Context, service } from '@restatedev/restate-sdk'
import type { Contender } from '../../contender.ts'
import { journeysAtOnce, type Numbered, resultsOf } from '../../journeysAtOnce.ts'
import { expectResult } from './expectResult.ts'
import { type Restate, startRestate } from './startRestate.ts'

let restate: Restate
const told = new Map<number, (awakeable: string) => void>()

/** The first step hands out by which id the journey is to be woken. */
const journeys = service({
  name: 'journeys',
  handlers: {
    take: async (context: Context, number: number) => {
      const { id, promise } = context.awakeable<number>()
      const first = await context.run('first', () => {
        told.get(number)?.(id)
        return resultsOf(number).first
      })
      const signal = await promise
      return await context.run('second', () => first + signal)
    },
  },
})

async function takeJourney(journey: Numbered): Promise<void> {
  const { number } = journey
  const awakeable = new Promise<string>((resolve) => told.set(number, resolve))
  const result = restate.ingress.serviceClient(journeys).take(number)
  await restate.ingress.resolveAwakeable(await awakeable, resultsOf(number).signal)
  expectResult(journey, await result)
  told.delete(number)
}

export const contender: Contender = {
  name: 'Restate, service and awakeable',
  open: async (folder) => {
    restate = await startRestate(folder, journeys)
    return restate.syncing
  },
  runJourneys: (count, atOnce) => restate.countSyncs(() => journeysAtOnce(count, atOnce, takeJourney)),
  close: () => restate.stop(),
}
