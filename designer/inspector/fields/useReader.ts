import { useTranslation } from 'react-i18next'
import { type Language, language } from '../../app/language.ts'
import { useDraft } from '../../editor/DraftContext.tsx'
import type { DraftDocument } from '../../model/document.ts'

/** The document, and the language in which it is told of. */
export function useReader(): { document: DraftDocument; language: Language } {
  // drawn anew when another language is chosen
  useTranslation()
  return { document: useDraft(({ now }) => now.document), language: language() }
}
