import i18next from 'i18next'
import { texts } from '../../../designer/texts/index.ts'
import type { WalkWords } from '../../../designer/walk/walkWords.ts'

/** The words in which a walk is told in a language, through these documents. */
export async function spoken(
  language: 'fi' | 'sv' | 'en',
  document: object,
  modules: Readonly<Record<string, object>> = {},
): Promise<WalkWords> {
  const speech = i18next.createInstance()
  await speech.init({
    lng: language,
    resources: { [language]: { walk: texts[language].walk } },
    defaultNS: 'walk',
    interpolation: { escapeValue: false },
  })
  return {
    language,
    say: (text, values) => speech.t(text, { ns: 'walk', ...values }),
    documentOf: (module) => ({ ...(module === null ? document : modules[module]) }),
  }
}
