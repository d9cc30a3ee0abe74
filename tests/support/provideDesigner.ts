import { buildChanged } from './buildChanged.ts'
import { ensureProgram, NoProgram } from './debianProgram.ts'

/** The browser that tests look with. */
const chromium = {
  program: 'chromium',
  package: 'chromium',
  elsewhere: 'a chromium on the PATH',
}

/** Before the first test in a browser there is one, and the designer is built as it is now. */
export default async function provideDesigner(): Promise<void> {
  await ensureProgram(chromium).catch(refuse)
  await buildChanged('designer')
}

/** One line, where Vitest would print where in our code it was written. */
function refuse(error: unknown): never {
  if (!(error instanceof NoProgram)) throw error
  console.error(error.message)
  process.exit(1)
}
