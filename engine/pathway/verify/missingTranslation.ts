import { type JsonPath, warning } from './analysis/report.ts'
import type { Rule } from './verifyContext.ts'

const languages = { sv: 'Swedish', en: 'English' } as const

/** Every text for people is there in each of the languages. One finding a language, with the first places. */
export const missingTranslation: Rule = ({ document }) =>
  Object.entries(languages).flatMap(([code, language]) => {
    const missing = textsOf(document).filter(({ text }) => text[code] === undefined)
    const first = missing[0]
    if (!first) return []
    const places = missing.slice(0, 5).map(({ path }) => path.join('.'))
    const message = `${missing.length} texts are not in ${language}: ${places.join(', ')}${missing.length > 5 ? ', …' : ''}`
    const hint = `Add "${code}" beside "fi"; without it people see the Finnish text`
    return [warning('missing-translation', [...first.path, code], message, hint)]
  })

interface PlacedText {
  path: JsonPath
  text: Record<string, unknown>
}

/** Every text of a document: objects with "fi" under a key that holds a text. `meta` and `params` are not ours to read. */
function textsOf(value: unknown, path: JsonPath = []): PlacedText[] {
  if (typeof value !== 'object' || value === null) return []
  const text = value as Record<string, unknown>
  if (typeof text.fi === 'string' && Object.keys(text).every((key) => key === 'fi' || Object.hasOwn(languages, key))) {
    return [{ path, text }]
  }
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'meta' || key === 'params' ? [] : textsOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}
