import type { Text } from '../../../engine/pathway/values.ts'
import type { Language } from '../../../engine/pathway/words/index.ts'

/** A name that somebody has written, as a text: a pathway has Finnish first, so it stands for that until it is translated. */
export const newLabel = (words: string, language: Language): Text => ({
  fi: words,
  ...(language !== 'fi' && { [language]: words }),
})
