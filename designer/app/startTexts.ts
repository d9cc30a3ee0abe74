import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { texts } from '../texts/index.ts'
import { keepLanguage, type Language, language } from './language.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: typeof texts.fi
  }
}

/** Makes the texts of the screens known, in the reader's language. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language(),
    fallbackLng: 'fi',
    defaultNS: 'shell',
    resources: texts,
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = language()
}

/** Shows everything in another language from now on. */
export async function changeLanguage(chosen: Language): Promise<void> {
  keepLanguage(chosen)
  document.documentElement.lang = chosen
  await i18next.changeLanguage(chosen)
}
