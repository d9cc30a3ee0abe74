import { negate } from '../values/calculate.ts'
import { type Signature, signature } from './Signature.ts'

/**
 * Functions of numbers (DMN 1.5, 10.3.4.5). Rounding scales by a power of ten and works on doubles, so it can differ
 * from exact decimals in the last place: `round half up(1.005, 2)` is 1.
 */
export const NUMBER_FUNCTIONS: Readonly<Record<string, readonly Signature[]>> = {
  abs: [
    signature(['number'], 'number', ([n]) => Math.abs(n)),
    signature(['daysDuration'], 'daysDuration', ([d]) => (d.ms < 0 ? negate(d) : d)),
    signature(['monthsDuration'], 'monthsDuration', ([d]) => (d.months < 0 ? negate(d) : d)),
  ],
  floor: rounding(Math.floor),
  ceiling: rounding(Math.ceil),
  'round up': rounding((n) => (n > 0 ? Math.ceil(n) : Math.floor(n))),
  'round down': rounding(Math.trunc),
  'round half up': rounding((n) => (n < 0 ? -Math.round(-n) : Math.round(n))),
  'round half down': rounding((n) => (n < 0 ? -Math.ceil(-n - 0.5) : Math.ceil(n - 0.5))),
  modulo: [signature(['number', 'number'], 'number', ([dividend, divisor]) => modulo(dividend, divisor))],
  number: [
    signature(['text'], 'number', ([text]) => readNumber(text)),
    signature(['text', 'any', 'any'], 'number', ([text, grouping, decimal]) => {
      const isGrouping = grouping === null || grouping === ' ' || grouping === ',' || grouping === '.'
      const isDecimal = decimal === null || decimal === ',' || decimal === '.'
      if (!isGrouping || !isDecimal || (grouping !== null && grouping === decimal)) return null
      const ungrouped = grouping === null ? text : text.replaceAll(grouping, '')
      return readNumber(decimal === null ? ungrouped : ungrouped.replace(decimal, '.'))
    }),
  ],
}

/** With one argument, or with the number of decimals as the second. */
function rounding(round: (n: number) => number): Signature[] {
  return [
    signature(['number'], 'number', ([n]) => round(n) + 0),
    signature(['number', 'number'], 'number', ([n, decimals]) => {
      if (!Number.isInteger(decimals) || Math.abs(decimals) > 100) return null
      const scale = 10 ** decimals
      const scaled = n * scale
      return Number.isFinite(scaled) ? round(scaled) / scale + 0 : n
    }),
  ]
}

/** The remainder with the sign of the divisor, freed of rounding noise below 1e-9. */
function modulo(dividend: number, divisor: number): number | null {
  if (divisor === 0) return null
  const remainder = ((dividend % divisor) + divisor) % divisor
  const rounded = Math.round(remainder * 1e9) / 1e9
  return Number.isFinite(rounded) ? rounded + 0 : remainder
}

function readNumber(text: string): number | null {
  const value = /^\s*-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value : null
}
