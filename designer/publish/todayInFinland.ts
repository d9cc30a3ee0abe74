import { localDateOf } from '../parts/localDateOf.ts'

/** Today's local date, YYYY-MM-DD. */
export const todayInFinland = (): string => localDateOf(new Date())
