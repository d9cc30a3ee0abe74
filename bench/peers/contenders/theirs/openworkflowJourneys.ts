import { EventEmitter, once } from 'node:events'
import { OpenWorkflow } from 'openworkflow'
import type { BackendPostgres } from 'openworkflow/postgres'
import type { BackendSqlite } from 'openworkflow/sqlite'
import type { Journeys } from '../../contender.ts'
import { journeysAtOnce, type Numbered, resultsOf } from '../../journeysAtOnce.ts'
import { expectResult } from './expectResult.ts'
import { until } from './until.ts'

type WorkflowRun = NonNullable<Awaited<ReturnType<BackendPostgres['getWorkflowRun']>>>

/** Takes journeys on a backend by so many workers, each of which runs 32 at once. */
export interface OpenworkflowJourneys {
  run(count: number, atOnce: number): Promise<Journeys>
  stop(): Promise<void>
}

/**
 * openworkflow tells nobody of anything: a signal finds only who waits for it already, and a result is asked for once a
 * second. So that it is not measured by that, the workflow tells here, in its own process, that it is about to wait or
 * to complete, and only then is its row looked at, every few milliseconds.
 *
 * A signal that is sent before the waiting run has been put down is lost with PostgreSQL: the sender wakes only runs that
 * nobody holds, and who puts the run down does not see a signal that is not yet committed. The run then hangs. So the
 * signal waits for that too.
 */
export async function openworkflowJourneys(
  backend: BackendPostgres | BackendSqlite,
  workerCount: number,
): Promise<OpenworkflowJourneys> {
  const client = new OpenWorkflow({ backend })
  const told = new EventEmitter().setMaxListeners(0)
  const workflow = client.defineWorkflow<{ number: number }, number>({ name: 'journey' }, async ({ input, step }) => {
    const { number } = input
    const first = await step.run({ name: 'first' }, () => resultsOf(number).first)
    told.emit(`${number} waits`)
    const signal = await step.waitForSignal<number>({ signal: `signal-${number}`, timeout: '1m' })
    const second = await step.run({ name: 'second' }, () => first + (signal?.data ?? Number.NaN))
    told.emit(`${number} completes`)
    return second
  })

  const takeJourney = async (journey: Numbered) => {
    const { number } = journey
    const waits = once(told, `${number} waits`)
    const completes = once(told, `${number} completes`)
    const { workflowRun } = await workflow.run({ number })
    const runWhere = (isSo: (run: WorkflowRun) => boolean) => async () => {
      const run = await backend.getWorkflowRun({ workflowRunId: workflowRun.id })
      return run && isSo(run) ? run : undefined
    }
    await waits
    await until(
      journey,
      runWhere(({ workerId }) => workerId === null),
    )
    await until(journey, async () => {
      const woken = await client.sendSignal({ signal: `signal-${number}`, data: resultsOf(number).signal })
      return woken.workflowRunIds[0]
    })
    await completes
    const { output } = await until(
      journey,
      runWhere(({ status }) => status === 'completed'),
    )
    expectResult(journey, output)
  }

  const workers = Array.from({ length: workerCount }, () => client.newWorker({ concurrency: 32 }))
  for (const worker of workers) await worker.start()
  return {
    run: (count, atOnce) => journeysAtOnce(count, atOnce, takeJourney),
    stop: async () => {
      for (const worker of workers) await worker.stop()
      await backend.stop()
    },
  }
}
