import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { loadLater } from '../parts/loadLater.ts'
import { tell } from '../parts/Told.tsx'
import * as finnish from '../texts/fi/index.ts'
import { keepLanguage, type Language, language } from './language.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: typeof finnish
  }
}

/** Finnish is there from the beginning, for what is not there in another language; the others come to those who read them. */
const others = {
  sv: loadLater(() => import('../texts/sv/index.ts')),
  en: loadLater(() => import('../texts/en/index.ts')),
}

/** Makes the texts of the screens known, in the reader's language; in Finnish where that could not be fetched. */
export async function startTexts(): Promise<void> {
  const wanted = language()
  const starting = i18next.use(initReactI18next).init({
    lng: wanted,
    fallbackLng: 'fi',
    defaultNS: 'shell',
    resources: { fi: finnish },
    interpolation: { escapeValue: false },
  })
  const [hasTexts] = await Promise.all([loadTexts(wanted).catch(() => false), starting])
  document.documentElement.lang = hasTexts ? wanted : 'fi'
}

/** Whether the texts of a language are known here. */
export const hasTextsIn = (wanted: Language): boolean => i18next.hasResourceBundle(wanted, 'shell')

/** Fetches the texts of a language, if they are not known yet. @throws NotLoaded */
export async function loadTexts(wanted: Language): Promise<true> {
  if (wanted === 'fi') return true
  for (const [area, texts] of Object.entries(await others[wanted]())) i18next.addResourceBundle(wanted, area, texts)
  return true
}

/** Shows everything in another language from now on; says so where its texts cannot be fetched. */
export async function changeLanguage(chosen: Language): Promise<void> {
  try {
    await loadTexts(chosen)
  } catch {
    return tell(i18next.t('languageNotLoaded'), 'refused')
  }
  keepLanguage(chosen)
  document.documentElement.lang = chosen
  await i18next.changeLanguage(chosen)
}
