/** What keys of a document may look like, as the engine's `names.ts` has it. */
export const nameForms = {
  /** of states, criteria, tasks, roles */
  name: /^[A-Za-z][A-Za-z0-9_-]{0,63}$/,
  /** of what a criterion may name: no hyphen, which is a minus there */
  value: /^[A-Za-z][A-Za-z0-9_]{0,63}$/,
  /** of events: dots too, but not at the beginning of what is the engine's own */
  event: /^(?!(xstate|polku)\.)[A-Za-z][A-Za-z0-9_.-]{0,63}$/,
} as const

/** Whether a word means something to JavaScript's objects, and so can be no key. */
export const isReservedWord = (word: string): boolean => word in Object.prototype
