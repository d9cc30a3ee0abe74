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

/** A word in pieces that fit: at a hyphen that it has, else between syllables, where one is put. */
function broken(word: string, setting: Setting, width: number): string[] {
  if (widthOf(word, setting) <= width) return [word]
  const letters = [...word]
  let fits = letters.length
  while (fits > 1 && widthOf(`${letters.slice(0, fits).join('')}-`, setting) > width) fits -= 1
  const hyphen = letters.lastIndexOf('-', fits - 1)
  const isOwn = hyphen > 2
  const head = letters.slice(0, isOwn ? hyphen + 1 : (lastSyllable(letters, fits) ?? fits)).join('')
  return [isOwn ? head : `${head}-`, ...broken(word.slice(head.length), setting, width)]
}

/**
 * Where the last syllable begins that is not after a place. In Finnish one begins before every consonant that a vowel
 * follows; a part with no vowel, or of one letter, is none.
 */
function lastSyllable(letters: readonly string[], upTo: number): number | undefined {
  for (let at = Math.min(upTo, letters.length - 2); at >= 2; at -= 1) {
    const begins = isConsonant(letters[at]) && isVowel(letters[at + 1])
    if (begins && letters.slice(0, at).some(isVowel)) return at
  }
  return undefined
}

const isVowel = (letter: string | undefined): boolean => letter !== undefined && /[aeiouyåäöéü]/i.test(letter)
const isConsonant = (letter: string | undefined): boolean =>
  letter !== undefined && /\p{L}/u.test(letter) && !isVowel(letter)
