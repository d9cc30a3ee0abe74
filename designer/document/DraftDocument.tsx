import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor/DraftContext.tsx'
import { PathwayDocument } from './PathwayDocument.tsx'
import { PrintedPage } from './PrintedPage.tsx'

/** The document of the open draft as it is now, to be read and printed. */
export default function DraftDocument() {
  const { t } = useTranslation('document')
  const id = useDraft((draft) => draft.id)
  const basedOn = useDraft((draft) => draft.basedOn)
  const document = useDraft(({ now }) => now.document)
  const layout = useDraft(({ now }) => now.layout)
  return (
    <PrintedPage
      title={document.title}
      standing={(say) => (basedOn === null ? say('draft') : say('basedOn', { version: basedOn }))}
      back={{ to: `/drafts/${id}`, text: t('toDraft') }}
    >
      {(language) => (
        <PathwayDocument
          document={document}
          layout={layout}
          language={language}
          standing={{ kind: 'draft', basedOn }}
        />
      )}
    </PrintedPage>
  )
}
