/**
 * The rule of `isOverdue` (`engine/journey/isOverdue.ts`) as a condition on rows of `tasks`. The journey's state is read
 * only for open tasks whose date has passed and that are not marked: there are few, and only for a moment.
 * @param today what stands for the local date: a parameter's name, or `?`
 */
export const overdueSql = (today: string): string => `(tasks.overdue = 1 OR (tasks.status = 'open'
    AND tasks.due_date < ${today} AND (SELECT state ->> '$.standstillSince' FROM journeys WHERE id = tasks.journey) IS NULL))
  IS TRUE`
