import { languageDetector } from 'hono/language'
import { languages } from '../problems/problemTitles.ts'

/**
 * Which of our languages a request is answered in, by its Accept-Language: a browser always has one. Programs mostly have
 * none, and are answered in English, which `detail` is in anyway.
 */
export const acceptLanguage = languageDetector({
  order: ['header'],
  supportedLanguages: [...languages],
  fallbackLanguage: 'en',
  caches: false,
})
