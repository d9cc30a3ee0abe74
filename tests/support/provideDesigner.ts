import { buildChanged } from './buildChanged.ts'
import { provideChromium } from './provideChromium.ts'

/** Before the first test in a browser there is one, and the designer is built as it is now. */
export default async function provideDesigner(): Promise<void> {
  await provideChromium()
  await buildChanged('designer')
}
