import { endWithoutProgram, ensureProgram, findProgram, NoProgram } from './debianProgram.ts'

/** Chromium as people have it: measurements look with it. */
const chromium = {
  program: 'chromium',
  package: 'chromium',
  elsewhere: 'a chromium on the PATH',
}

/** The same without windows of its own, which tests look with: it takes a quarter less of the processor. */
const headlessShell = { ...chromium, program: 'chromium-headless-shell', package: 'chromium-headless-shell' }

/**
 * Sees to it that there is a browser; ends the process with one line where none can be had.
 * @param isMeasured whether it is to be as people have it
 */
export async function provideChromium({ isMeasured = false } = {}): Promise<void> {
  await ensureProgram(isMeasured ? chromium : headlessShell).catch((error) => {
    if (!(error instanceof NoProgram) || findChromium({ isMeasured }) === undefined) endWithoutProgram(error)
  })
}

/** Where it is. */
export function findChromium({ isMeasured = false } = {}): string | undefined {
  const whole = findProgram(chromium.program)
  return isMeasured ? whole : (findProgram(headlessShell.program) ?? whole)
}
