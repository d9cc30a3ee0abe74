import { expect } from 'vitest'
import { StoreConflict } from '../../../engine/store/store.ts'

/** That a work is refused because of what is there already, and that nothing else has made it fail. */
export async function expectConflict(work: Promise<unknown>, what: StoreConflict['what']): Promise<void> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StoreConflict)
  expect(error).toMatchObject({ what })
}
