/** What the rule looks at of a task: its status, its due date (local), and the mark that its timer has set. */
export interface DueTask {
  status: 'open' | 'completed' | 'cancelled'
  dueDate: string | null
  overdue: boolean
}

/**
 * Whether a task is overdue: from the day after its due date on. The one rule for everybody who asks; in SQL it is
 * `overdueSql` (`engine/store/sqlite/overdueSql.ts`).
 *
 * The task's timer marks it as overdue when that day begins; what has been marked stays so until it is postponed. Where
 * the worker is behind, the date tells it all the same. While a suspension holds the journey, time stands still for what
 * has not been marked. A closed task keeps the mark that it had.
 * @param today the local date (Europe/Helsinki)
 * @param isStandingStill a suspension holds the journey
 */
export function isOverdue(
  { status, dueDate, overdue }: DueTask,
  { today, isStandingStill }: { today: string; isStandingStill: boolean },
): boolean {
  if (overdue || status !== 'open') return overdue
  return dueDate !== null && dueDate < today && !isStandingStill
}
