const letters: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', é: 'e', ü: 'u', ß: 'ss', æ: 'ae', ø: 'o' }

/**
 * A key made of what a person has written: `Ammatillinen kuntoutus` gives `ammatillinenKuntoutus`. Keys have letters a to z
 * and digits, and begin with a letter.
 * @param fallback for words of which nothing is left
 */
export function keyFrom(words: string, fallback: string): string {
  const plain = [...words.toLowerCase()].map((letter) => letters[letter] ?? letter).join('')
  const parts = plain.split(/[^a-z0-9]+/).filter((part) => part !== '')
  const joined = parts.map((part, at) => (at === 0 ? part : `${part.charAt(0).toUpperCase()}${part.slice(1)}`)).join('')
  const key = joined.replace(/^[0-9]+/, '').slice(0, 48)
  return key === '' ? fallback : `${key.charAt(0).toLowerCase()}${key.slice(1)}`
}

/** The key itself, or the key with the first number behind it that nothing has yet. */
export function freeKey(key: string, taken: Readonly<Record<string, unknown>> | undefined): string {
  const isTaken = (one: string): boolean =>
    (taken !== undefined && Object.hasOwn(taken, one)) || one in Object.prototype
  if (!isTaken(key)) return key
  let number = 2
  while (isTaken(`${key}${number}`)) number += 1
  return `${key}${number}`
}
