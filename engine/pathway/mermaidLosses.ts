import { namesOf, partAt, recordOf, stringOf } from './words/DraftDocument.ts'
import {
  criterionName,
  type DraftDocument,
  type DraftTransition,
  draftStates,
  draftTransitions,
  exitName,
  factName,
  type Language,
  parameterName,
  phrasesOf,
  roleName,
  stateName,
  suspensionName,
  targetsOf,
  taskName,
  transitionName,
} from './words/index.ts'
import type { DiagramLoss } from './words/Phrases.ts'

/** What a diagram leaves out of a pathway: a kind of things, and of which of them, by their names. */
export interface MermaidLoss {
  kind: DiagramLoss
  names: readonly string[]
}

/**
 * All that a Mermaid diagram has no place for, as far as the document has it.
 * @param moved transitions whose arrow cannot be drawn from or to where it belongs
 */
export function mermaidLosses(
  document: DraftDocument,
  language: Language,
  moved: readonly DraftTransition[],
): MermaidLoss[] {
  const states = draftStates(document)
  const transitions = draftTransitions(document)
  const keysOf = (part: string): string[] => Object.keys(recordOf(document[part]))
  const named = (some: readonly DraftTransition[]): string[] =>
    some.map((one) => transitionName(document, one, language) ?? stateName(document, one.source, language))
  const called = (some: typeof states): string[] => some.map(({ path }) => stateName(document, path, language))
  const lost = transitions.filter((one) => targetsOf(document, one).some(({ path }) => path === undefined))
  const decided = transitions.filter(({ definition: { by, effect, reasonRequired } }) => by ?? effect ?? reasonRequired)
  const exits = keysOf('exits').map((name) => exitName(document, name, language))
  const telling = transitions.filter(({ definition }) => definition.actions !== undefined)
  const overridable = keysOf('criteria').filter((name) => partAt(document, 'criteria', name, 'overridable'))
  const all: MermaidLoss[] = [
    { kind: 'lostTargets', names: named(lost) },
    { kind: 'movedArrows', names: named(moved) },
    { kind: 'whoAndHow', names: [...named(decided), ...exits] },
    { kind: 'overrides', names: overridable.map((name) => criterionName(document, name, language)) },
    { kind: 'enterable', names: called(states.filter(({ definition }) => definition.enterable)) },
    {
      kind: 'messages',
      names: [...called(states.filter(({ definition }) => definition.entry ?? definition.exit)), ...named(telling)],
    },
    { kind: 'suspensions', names: keysOf('suspensions').map((name) => suspensionName(document, name, language)) },
    { kind: 'phases', names: called(states.filter(({ definition }) => definition.phase)) },
    { kind: 'tasks', names: keysOf('taskDefinitions').map((name) => taskName(document, name, language)) },
    { kind: 'facts', names: keysOf('facts').map((name) => factName(document, name, language)) },
    { kind: 'roles', names: keysOf('caseRoles').map((name) => roleName(document, name, language)) },
    { kind: 'parameters', names: keysOf('parameters').map((name) => parameterName(document, name, language)) },
  ]
  const unnamed: MermaidLoss[] = [
    ...((document.review ?? document.backDating ?? document.calendar) ? [{ kind: 'times', names: [] } as const] : []),
    ...(holds(document, ['description']) ? [{ kind: 'descriptions', names: [] } as const] : []),
    ...(holds(document, ['source', 'sources']) ? [{ kind: 'sources', names: [] } as const] : []),
  ]
  return [...all.filter(({ names }) => names.length > 0), ...unnamed]
}

/** What is left out, as comments of a diagram: nobody draws them, whoever opens the file reads them. */
export function lossComments(losses: readonly MermaidLoss[], language: Language): string[] {
  if (losses.length === 0) return []
  const { diagram } = phrasesOf(language)
  return [
    `%% ${diagram.leftOut}`,
    ...losses.map(({ kind, names }) => {
      const each = [...new Set(names)].map(plain).join(', ')
      return `%% - ${diagram.losses[kind]}${each === '' ? '' : `: ${each}`}`
    }),
  ]
}

/** A name in a comment, which ends with its line and may begin no directive. */
const plain = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N} .,:()/+\-−≥≤≠·–”“’→]/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()

/** Whether something is said anywhere in a document. */
function holds(part: unknown, keys: readonly string[]): boolean {
  if (Array.isArray(part)) return part.some((one) => holds(one, keys))
  return Object.entries(recordOf(part)).some(
    ([key, value]) =>
      (keys.includes(key) && (stringOf(value) ?? namesOf(value)[0] ?? Object.keys(recordOf(value))[0]) !== undefined) ||
      holds(value, keys),
  )
}
