import type { FeelTypeName } from './feel/values/FeelValue.ts'

/** Values that every criterion may use beside facts and parameters. */
export const declaredValues = {
  /** whole local days since the state that the transition leaves was entered */
  daysInState: 'number',
  /** whole local days since the journey began */
  daysInJourney: 'number',
} as const satisfies Record<string, FeelTypeName>

/** The value that counts how often a task has been completed in a journey: `completed_portfolioReview`. */
export const completedValue = (task: string): string => `completed_${task.replaceAll('-', '_')}`
