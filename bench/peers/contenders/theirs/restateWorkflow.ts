import { type WorkflowContext, type WorkflowSharedContext, workflow } from '@restatedev/restate-sdk'
import type { Contender } from '../../contender.ts'
import { journeysAtOnce, type Numbered, resultsOf } from '../../journeysAtOnce.ts'
import { expectResult } from './expectResult.ts'
import { type Restate, startRestate } from './startRestate.ts'

let restate: Restate

/** A journey under a key, with a promise that another handler keeps. */
const journeys = workflow({
  name: 'journeys',
  handlers: {
    run: async (context: WorkflowContext, number: number) => {
      const first = await context.run('first', () => resultsOf(number).first)
      const signal = await context.promise<number>('signal')
      return await context.run('second', () => first + signal)
    },
    signal: (context: WorkflowSharedContext, signal: number) => context.promise<number>('signal').resolve(signal),
  },
})

async function takeJourney(journey: Numbered): Promise<void> {
  const client = restate.ingress.workflowClient(journeys, `journey-${journey.number}`)
  await client.workflowSubmit(journey.number)
  await client.signal(resultsOf(journey.number).signal)
  expectResult(journey, await client.workflowAttach())
}

export const contender: Contender = {
  name: 'Restate, workflow and durable promise',
  open: async (folder) => {
    restate = await startRestate(folder, journeys)
    return restate.syncing
  },
  runJourneys: (count, atOnce) => restate.countSyncs(() => journeysAtOnce(count, atOnce, takeJourney)),
  close: () => restate.stop(),
}
