/** What a person has typed as a number: with a comma or a point, undefined for nothing, or what is wrong with it. */
export function readNumber(
  text: string,
  { min, max, isWhole }: { min?: number | undefined; max?: number | undefined; isWhole?: boolean | undefined } = {},
): { number: number | undefined } | { wrong: 'notANumber' | 'notWhole' | 'tooSmall' | 'tooGreat' } {
  const plain = text.replaceAll(/\s/g, '').replace(',', '.').replace('−', '-')
  if (plain === '') return { number: undefined }
  if (!/^-?(\d+(\.\d+)?|\.\d+)$/.test(plain)) return { wrong: 'notANumber' }
  const number = Number(plain)
  if (isWhole && !Number.isSafeInteger(number)) return { wrong: 'notWhole' }
  if (min !== undefined && number < min) return { wrong: 'tooSmall' }
  if (max !== undefined && number > max) return { wrong: 'tooGreat' }
  return { number }
}

/** A number as it is typed here: with a comma. */
export const numberAsTyped = (number: number): string => String(number).replace('.', ',')
