import { useTranslation } from 'react-i18next'
import { draftStates, outcomeInWords, roleName, stateName } from '../../engine/pathway/words/index.ts'
import type { DraftState } from '../model/document.ts'
import { textIn } from '../parts/inWords.ts'
import classes from './PathwayDocument.module.css'
import type { DocumentPart } from './PathwayDocument.tsx'
import { PhaseBlock } from './PhaseBlock.tsx'
import { StateRules } from './StateRules.tsx'
import { startOf } from './startOf.ts'

/** A state and what is inside it. */
export function StateSection({
  document,
  language,
  path,
  depth,
}: DocumentPart & {
  path: string
  /** 1 right under the pathway */
  depth: number
}) {
  const { t } = useTranslation('document', { lng: language })
  const state = draftStates(document).find((one) => one.path === path)
  if (!state) return null
  const definition = state.definition as DraftState
  const { phase, description, initial, enterable, end } = definition
  const Heading = depth === 1 ? 'h3' : depth === 2 ? 'h4' : 'h5'
  const said = [
    state.type === 'compound' && initial !== undefined && t(...startOf(document, `${path}.${initial}`, language)),
    state.type === 'parallel' && t('parallel'),
    state.type === 'history' && t('returns'),
    state.type === 'final' && (end ? endInWords(end) : t('endsPart')),
    enterable === true && t('enterable'),
    typeof enterable === 'object' && t('enterableBy', { roles: enterable.by.map(nameOfRole).join(', ') }),
  ].filter((words) => typeof words === 'string')
  return (
    <section className={phase ? classes.phase : classes.state}>
      <Heading>{stateName(document, path, language)}</Heading>
      {description && <p>{textIn(description, language)}</p>}
      {said.length > 0 && <p>{said.join(' ')}</p>}
      {phase && <PhaseBlock document={document} language={language} phase={phase} />}
      <StateRules document={document} language={language} path={path} />
      {state.children.map((child) => (
        <StateSection key={child} document={document} language={language} path={child} depth={depth + 1} />
      ))}
    </section>
  )

  function nameOfRole(role: string): string {
    return roleName(document, role, language)
  }
  function endInWords({ label, outcome }: NonNullable<DraftState['end']>): string {
    return t('ends', { label: textIn(label, language), outcome: outcomeInWords(outcome, language) })
  }
}
