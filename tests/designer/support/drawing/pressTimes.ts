import type { Page } from 'playwright-core'

/**
 * Presses a key many times over as somebody does who knows the way: the next time without looking at what the last one
 * did. Each is a press of its own; only the page's answers are waited for together.
 * @param chord with what is held down all the while: `Shift+Tab`
 */
export async function pressTimes({ keyboard }: Page, chord: string, times: number): Promise<void> {
  const held = chord.split('+')
  const key = held.pop() ?? ''
  await Promise.all([
    ...held.map((one) => keyboard.down(one)),
    ...Array.from({ length: times }).flatMap(() => [keyboard.down(key), keyboard.up(key)]),
    ...held.toReversed().map((one) => keyboard.up(one)),
  ])
}
