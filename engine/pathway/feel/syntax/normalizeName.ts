/**
 * The form in which the grammar compares names: one space between parts, and spaces around the signs that a FEEL name
 * may hold, so that `hours-per-day` and `hours - per - day` are one name (DMN 1.5, 10.3.1.2).
 *
 * @example normalizeName('hours-per-day') // 'hours - per - day'
 */
export function normalizeName(name: string): string {
  return name
    .replace(/\s*(\*\*|[./\-'+*])\s*/g, ' $1 ')
    .replace(/\s{2,}/g, ' ')
    .trim()
}
