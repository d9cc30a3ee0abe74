import { endWithoutProgram, ensureProgram, findProgram } from './debianProgram.ts'

/** Chromium as people have it: measurements look with it. */
const chromium = {
  program: 'chromium',
  package: 'chromium',
  elsewhere: 'a chromium on the PATH',
}

/** The same without windows of its own, which tests look with: it takes a quarter less of the processor. */
const headlessShell = { ...chromium, program: 'chromium-headless-shell', package: 'chromium-headless-shell' }

/**
 * Sees to it that there is a browser, the whole one where the other cannot be had; ends the process with one line where
 * there is none.
 * @param isMeasured whether it is to be as people have it
 */
export async function provideChromium({ isMeasured = false } = {}): Promise<void> {
  const wanted = ensureProgram(isMeasured ? chromium : headlessShell)
  await wanted.catch(() => ensureProgram(chromium)).catch(endWithoutProgram)
}

/** Where it is. */
export function findChromium({ isMeasured = false } = {}): string | undefined {
  const whole = findProgram(chromium.program)
  return isMeasured ? whole : (findProgram(headlessShell.program) ?? whole)
}
