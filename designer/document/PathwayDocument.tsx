import { useMemo } from 'react'
import { withChosen } from '../../engine/pathway/parameters.ts'
import type { Language } from '../../engine/pathway/words/index.ts'
import type { Layout } from '../editing/layout.ts'
import type { DraftDocument } from '../model/document.ts'
import { CriteriaList } from './CriteriaList.tsx'
import { DocumentDrawing } from './DocumentDrawing.tsx'
import { DocumentTitle, type Standing } from './DocumentTitle.tsx'
import { EndingsList } from './EndingsList.tsx'
import { FactsList } from './FactsList.tsx'
import { ParametersList } from './ParametersList.tsx'
import classes from './PathwayDocument.module.css'
import { RolesList } from './RolesList.tsx'
import { StatesChapter } from './StatesChapter.tsx'
import { TasksList } from './TasksList.tsx'

/** What every part of a printed pathway is told. */
export interface DocumentPart {
  document: DraftDocument
  language: Language
}

/**
 * A whole pathway as it is read, printed and approved: every rule as a sentence, with the source it has.
 * @param standing with the values chosen for it, by which every rule is told
 */
export function PathwayDocument({
  document: written,
  language,
  standing,
  layout,
}: DocumentPart & { standing: Standing; layout: Layout }) {
  const { parameters } = standing
  const document = useMemo(() => (parameters ? withChosen(written, parameters) : written), [written, parameters])
  const part = { document, language }
  return (
    <article lang={language} className={classes.document}>
      <DocumentTitle {...part} standing={standing} />
      <DocumentDrawing {...part} layout={layout} />
      <StatesChapter {...part} />
      <CriteriaList {...part} />
      <TasksList {...part} />
      <FactsList {...part} />
      <RolesList {...part} />
      <EndingsList {...part} />
      <ParametersList document={written} language={language} parameters={parameters} />
    </article>
  )
}
