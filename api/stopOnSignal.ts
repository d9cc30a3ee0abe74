/** How long a process that has closed everything may still be held open by what a library has left behind. Milliseconds. */
const leftBehindMs = 2_000

/** Lets a process end in its own time on Ctrl+C or `kill`: what is under way is finished. A second signal ends it at once. */
export function stopOnSignal(close: () => Promise<void>): void {
  const stop = () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    close()
      .catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
        process.exitCode = 1
      })
      // a connection to a Redis that has stopped answering leaves timers that nobody can end
      .finally(() => setTimeout(() => process.exit(), leftBehindMs).unref())
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
