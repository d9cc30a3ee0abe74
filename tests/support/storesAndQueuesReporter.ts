import type { Reporter, TestModule, Vitest } from 'vitest/node'
import { type StoreOrQueue, storesAndQueues } from './storesAndQueues.ts'

/** Ends what a test run prints with the stores and queues that it ran on, and those that it did not. */
export default class StoresAndQueuesReporter implements Reporter {
  private vitest: Vitest | undefined

  onInit(vitest: Vitest): void {
    this.vitest = vitest
  }

  onTestRunEnd(testModules: readonly TestModule[]): void {
    const { vitest } = this
    // no file was found to run: then there was no Redis either
    if (!vitest || testModules.length === 0) return
    const ran = tagsRun(testModules)
    const { redisName } = vitest.getRootProject().getProvidedContext()
    const names = (kind: StoreOrQueue['kind'], hasRun: boolean) =>
      storesAndQueues
        .filter((one) => one.kind === kind && ran.has(one.tag) === hasRun)
        .map((one) => one.name(redisName))
        .join(', ')
    const parts = [
      ['stores', names('store', true)],
      ['queues', names('queue', true)],
      ['stores without a test', names('store', false)],
      ['queues without a test', names('queue', false)],
    ]
    const told = parts.filter(([, what]) => what !== '').map(([title, what]) => `${title}: ${what}`)
    vitest.logger.log(` ${told.join(' · ')}\n`)
  }
}

/** The tags of tests that ran, whether they passed or not. */
function tagsRun(testModules: readonly TestModule[]): Set<string> {
  const tests = testModules.flatMap((one) => [...one.children.allTests()])
  const ran = tests.filter((test) => ['passed', 'failed'].includes(test.result().state))
  return new Set(ran.flatMap((test) => test.tags))
}
