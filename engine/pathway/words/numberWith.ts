/** A number as a locale writes it, with all its decimals; thousands are told apart from 10 000 on, so not in years. */
export function numberWith(locale: string, value: number): string {
  const known = formats.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: 'min2' })
  formats.set(locale, known)
  return known.format(value)
}

const formats = new Map<string, Intl.NumberFormat>()
