/** Kinds of values that a fact or a field of a form can hold, in the order in which they are offered. */
export const valueTypes = ['number', 'choice', 'date', 'boolean', 'text'] as const

/** What each is called: a text of `inspectorThings`. */
export const valueTypeTexts = {
  number: 'typeNumber',
  choice: 'typeChoice',
  date: 'typeDate',
  boolean: 'typeBoolean',
  text: 'typeText',
} as const
