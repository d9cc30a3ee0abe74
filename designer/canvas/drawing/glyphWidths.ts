/** Letters of IBM Plex Sans by how wide they are, in thousandths of the size of the text. Others count as wide ones. */
type Widths = readonly (readonly [width: number, letters: string])[]

const regular: Widths = [
  [236, ' \u00a0'],
  [250, "'ijìíîï"],
  [275, ',.lĺ‘’'],
  [292, '!¡:;|¦'],
  [326, '[]f··()'],
  [351, '{}t²³¹'],
  [367, 'rŕ'],
  [396, '/\\šŝş•-'],
  [400, 'IÌÍÎÏ'],
  [430, '"*'],
  [476, 'zźž¿°?”“'],
  [492, 'sśv'],
  [507, 'yýÿcçćx'],
  [514, 'J«»'],
  [528, 'kg'],
  [535, 'aàáâãäåā'],
  [549, 'eèéêëē'],
  [560, 'Foòóôõöōø_'],
  [572, 'hnuñùúûüTšž'],
  [581, 'ZbdpqŹSŚŠŽ'],
  [590, 'EÈÉÊË§–YÝ'],
  [600, '$+0123456789<=>^`~±×÷≤≥≠€PÞV'],
  [621, 'XCÇĆ'],
  [641, 'KRAÀÁÂÃÄÅß'],
  [671, 'BDÐ'],
  [695, 'UÙÚÛÜ&G'],
  [708, 'HNÑOQÒÓÔÕÖØ#'],
  [780, 'w—'],
  [812, 'M…'],
  [891, '@Wmæ'],
  [930, 'Æ%œ'],
]

const semibold: Widths = [
  [236, ' \u00a0'],
  [275, "'ijìíîï"],
  [299, ',.lĺ‘’'],
  [319, '!¡:;[]'],
  [350, '()f··²³¹'],
  [376, '{}t|¦'],
  [402, 'rŕ-šŝ'],
  [437, 'IÌÍÎÏ/\\•'],
  [471, '"*°'],
  [499, 'zźžsśš¿?'],
  [524, 'cçć”“vyýÿ'],
  [545, 'xJg«»'],
  [560, 'aàáâãäåāeèéêëē_'],
  [571, 'koòóôõöōø'],
  [588, 'FT§hnuñùúûü–'],
  [600, 'ZŹŽbdpq$+0123456789<=>E^`~±×÷ÈÉÊË≤≥≠€'],
  [632, 'SŚŠYÝ'],
  [655, 'VPÞCÇĆX#'],
  [672, 'BRŔAÀÁÂÃÄÅ'],
  [689, 'KßDÐUÙÚÛÜ'],
  [719, 'GOQÒÓÔÕÖØ&HNÑ'],
  [817, 'Mw—'],
  [899, 'mæ…@œ'],
  [960, 'WÆ%'],
]

const widest = 760

/** How wide a letter is at a weight, in thousandths of the size of the text. */
export function glyphWidth(letter: string, weight: Weight): number {
  return tables[weight].get(letter) ?? widest
}

/** Whether the width of every letter of a text is known, not only that it is no wider than the widest. */
export const isMeasured = (text: string): boolean => [...text].every((letter) => tables[400].has(letter))

export type Weight = 400 | 600

const tables: Readonly<Record<Weight, ReadonlyMap<string, number>>> = { 400: tableOf(regular), 600: tableOf(semibold) }

function tableOf(widths: Widths): Map<string, number> {
  return new Map(widths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)))
}
