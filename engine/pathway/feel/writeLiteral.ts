import type { Literal } from './conditions.ts'

/** A value as FEEL writes it: a number without an exponent, a text in quotation marks, a date. */
export function writeLiteral(literal: Literal): string {
  if (typeof literal === 'number') return writeNumber(literal)
  if (typeof literal === 'string') return writeText(literal)
  return literal.date === 'today' ? 'today()' : `date(${writeText(literal.date)})`
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function writeText(text: string): string {
  return `"${text.replaceAll(/["\\\n\r\t]/g, (char) => escapes[char] ?? char)}"`
}

/** FEEL knows no exponents, so very large and very small numbers are written out. */
function writeNumber(value: number): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  const exponent = Number(power)
  const digits = whole + fraction
  const point = whole.length + exponent
  if (exponent === 0) return String(value)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0')}`
}
