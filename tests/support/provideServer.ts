import { buildChanged } from './buildChanged.ts'

/** Before the first test that starts `polku` it is built as it is now, with the designer that it serves. */
export default async function provideServer(): Promise<void> {
  await buildChanged()
}
