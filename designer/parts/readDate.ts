/** The date that somebody has written, such as 4.5.2026 (a weekday before it is passed over); null when it is none. */
export function readDate(written: string): string | null {
  const [, day = '', month = '', year = ''] = /(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\s*$/.exec(written) ?? []
  const date = day === '' ? written.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const at = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(date) ? null : date
}
