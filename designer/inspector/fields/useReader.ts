import { useTranslation } from 'react-i18next'
import type { Language } from '../../app/language.ts'
import { useDraft } from '../../editor/DraftContext.tsx'
import type { DraftDocument } from '../../model/document.ts'

/** The document, and the language in which it is told of. */
export function useReader(): { document: DraftDocument; language: Language } {
  const { i18n } = useTranslation()
  return { document: useDraft(({ now }) => now.document), language: i18n.language as Language }
}
