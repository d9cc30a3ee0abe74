export const languages = ['fi', 'sv', 'en'] as const
export type Language = (typeof languages)[number]

const key = 'polku.language'

/** The reader's language: the one chosen here, else the browser's, else Finnish. */
export function language(): Language {
  const chosen = readChosen()
  return chosen ?? languages.find((one) => navigator.language.toLowerCase().startsWith(one)) ?? 'fi'
}

/** Keeps the language that the reader has chosen, for this browser. */
export function keepLanguage(chosen: Language): void {
  try {
    localStorage.setItem(key, chosen)
  } catch {
    // a browser without storage asks again next time
  }
}

function readChosen(): Language | undefined {
  try {
    return languages.find((one) => one === localStorage.getItem(key))
  } catch {
    return undefined
  }
}
