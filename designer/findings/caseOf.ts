import type { Finding } from '../editing/draftStore.ts'
import type { DraftDocument } from '../model/document.ts'
import { placeAt } from '../model/places.ts'
import { type RuleCase, rulesInWords } from '../texts/rulesInWords.ts'
import { valueAt } from './valueAt.ts'

/** Which case of its rule a finding is, where a rule has several; undefined for a rule that is not known here. */
export function caseOf(finding: Finding, document: DraftDocument): RuleCase | undefined {
  const { code, severity, path } = finding
  const key = path.at(-1)
  const place = placeAt(path)
  const value = valueAt(document, path)
  const special = (): RuleCase | undefined => {
    switch (code) {
      case 'schema':
        return value === undefined || value === '' ? 'schema:missing' : undefined
      case 'initial-state':
        return value !== undefined && Object.keys(inside(document, path)).length === 0
          ? 'initial-state:superfluous'
          : undefined
      case 'state-shape':
        return key === 'states' && Object.keys(inside(document, path)).length === 0 ? 'state-shape:empty' : undefined
      case 'final-state':
        if (key === 'end') return 'final-state:nested'
        if (key === 'tasks' || key === 'followUps' || key === 'modules') return 'final-state:late'
        return path.at(-2) === 'states' ? 'final-state:unsaid' : undefined
      case 'follow-up-shape':
        if (key === 'event') return 'follow-up-shape:event'
        if (key === 'whenSuspended') return 'follow-up-shape:suspended'
        if (path.at(-2) === 'anchor') return 'follow-up-shape:anchor'
        return place.kind === 'followUp' && path.at(-2) === 'followUps' && doesNothing(value)
          ? 'follow-up-shape:nothing'
          : undefined
      case 'module-shape':
        if (key === 'pathway') return 'module-shape:self'
        return path.at(-2) === 'start' ? 'module-shape:start' : undefined
      case 'constant-criterion':
        if (typeof value === 'string' && value.trim() === 'null') return 'constant-criterion:unwritten'
        return severity === 'error' ? 'constant-criterion:never' : undefined
      case 'uncovered-state':
        return finding.verdict === 'failing' ? 'uncovered-state:failing' : undefined
      case 'never-taken':
        return key === 'criteria' ? 'never-taken:criteria' : undefined
      case 'dead-end':
        if (Object.keys(document.states).length === 0) return 'dead-end:empty'
        return severity === 'warning' ? 'dead-end:exits' : undefined
      default:
        return undefined
    }
  }
  return special() ?? (isRule(code) ? code : undefined)
}

const isRule = (code: string): code is RuleCase => Object.hasOwn(rulesInWords.fi, code)

/** The states inside what a key of a state belongs to. */
const inside = (document: DraftDocument, path: readonly (string | number)[]): object => {
  const owner = valueAt(document, path.slice(0, -1))
  const states = typeof owner === 'object' && owner !== null && 'states' in owner ? owner.states : undefined
  return typeof states === 'object' && states !== null ? states : {}
}

const doesNothing = (followUp: unknown): boolean =>
  typeof followUp === 'object' &&
  followUp !== null &&
  !('task' in followUp) &&
  !('event' in followUp) &&
  !('actions' in followUp)
