import type { Reporter, TestModule, Vitest } from 'vitest/node'
import type { Recovery } from '../faults/queue/support/recovery.ts'

/** Ends what a test run prints with how Polku came through the faults that tests put it to. */
export default class RecoveryReporter implements Reporter {
  private vitest: Vitest | undefined

  onInit(vitest: Vitest): void {
    this.vitest = vitest
  }

  onTestRunEnd(testModules: readonly TestModule[]): void {
    const tests = testModules.flatMap((one) => [...one.children.allTests()])
    const rows = tests.flatMap((test) => {
      const { recovery } = test.meta()
      return recovery ? [rowOf(test.name, recovery)] : []
    })
    if (rows.length === 0) return
    const lines = [['fault', 'commands', 'timers', 'messages', 'carried again', 'recovered in', 'latest by'], ...rows]
    const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
    const text = lines.map((line) =>
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
    )
    this.vitest?.logger.log(`${text.map((line) => ` ${line.join('  ')}`).join('\n')}\n`)
  }
}

function rowOf(fault: string, recovery: Recovery): string[] {
  const { commands, timers, messages, repeated, recoveredMs, mostOverdueMs } = recovery
  const times = [recoveredMs, mostOverdueMs].map((ms) => `${(ms / 1_000).toFixed(1)} s`)
  return [fault, ...[commands, timers, messages, repeated].map(String), ...times]
}
