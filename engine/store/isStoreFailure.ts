import { isDatabaseBusy } from './isDatabaseBusy.ts'
import { isDiskFailure } from './isDiskFailure.ts'
import { isKeyChanged } from './keyedStore.ts'

/** Whether the store has failed, and not what was asked of it: the same work can be done once the store is well. */
export const isStoreFailure = (error: unknown): boolean =>
  isDiskFailure(error) || isDatabaseBusy(error) || isKeyChanged(error)
