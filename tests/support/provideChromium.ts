import { endWithoutProgram, ensureProgram } from './debianProgram.ts'

/** The browser that tests and measurements look with. */
const chromium = {
  program: 'chromium',
  package: 'chromium',
  elsewhere: 'a chromium on the PATH',
}

/** Sees to it that there is a browser; ends the process with one line where none can be had. */
export async function provideChromium(): Promise<void> {
  await ensureProgram(chromium).catch(endWithoutProgram)
}
