import type { TFunction } from 'i18next'
import { findings as findingTexts } from '../texts/fi/findings.ts'

/** What a field of the document is called, by the path that leads to it; undefined for one that has no name of its own. */
export function fieldInWords(path: readonly (string | number)[], t: TFunction<'findings'>): string | undefined {
  const words = path.filter((key) => typeof key === 'string').slice(-2)
  const known = words.flatMap((key) => (isField(key) ? [t(`field_${key}`)] : []))
  const [last] = known.slice(-1)
  if (last === undefined) return undefined
  const isTranslation = ['fi', 'sv', 'en'].includes(words.at(-1) ?? '')
  return isTranslation && known.length > 1 ? `${known[0]}, ${last}` : last
}

type FieldKey = Extract<keyof typeof findingTexts, `field_${string}`> extends `field_${infer K}` ? K : never

const isField = (key: string): key is FieldKey => Object.hasOwn(findingTexts, `field_${key}`)
