/** Texts of an area in the three languages. Finnish is the one they are written in; the others have the same keys. */
export interface Texts<T> {
  fi: T
  sv: Record<keyof T, string>
  en: Record<keyof T, string>
}

/** Declares the texts of an area of the screens. A text that a language lacks does not compile. */
export function defineTexts<T extends Record<string, string>>(
  fi: T,
  sv: Record<keyof T, string>,
  en: Record<keyof T, string>,
): Texts<T> {
  return { fi, sv, en }
}
