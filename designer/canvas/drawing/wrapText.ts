import { glyphWidth, type Weight } from './glyphWidths.ts'

/** How a text is set: its size in pixels and its weight. */
export interface Setting {
  size: number
  weight: Weight
}

/** Kerning and rounding of a browser, on top of the widths of the letters. */
const leeway = 1.015

/** How wide a text is, in pixels. Always the same answer: a drawing is laid out alike in a browser and on paper. */
export function widthOf(text: string, { size, weight }: Setting): number {
  let thousandths = 0
  for (const letter of text) thousandths += glyphWidth(letter, weight)
  return (thousandths * size * leeway) / 1000
}

/**
 * Breaks a text into lines that are no wider than asked, between words; a word that alone is wider is broken inside, so
 * that nothing is cut.
 * @param width in pixels
 */
export function wrapText(text: string, setting: Setting, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer, setting) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = broken(word, setting, width)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return line === '' ? lines : [...lines, line]
}

/** A word in pieces that fit; a hyphen stands where it was broken, or the one that it has. */
function broken(word: string, setting: Setting, width: number): string[] {
  if (widthOf(word, setting) <= width) return [word]
  const letters = [...word]
  let fits = letters.length
  while (fits > 1 && widthOf(`${letters.slice(0, fits).join('')}-`, setting) > width) fits -= 1
  const hyphen = letters.lastIndexOf('-', fits - 1)
  const isOwn = hyphen > 2
  const head = letters.slice(0, isOwn ? hyphen + 1 : fits).join('')
  return [isOwn ? head : `${head}-`, ...broken(word.slice(head.length), setting, width)]
}
