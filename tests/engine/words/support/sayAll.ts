import {
  criterionInWords,
  type DraftDocument,
  draftStates,
  draftTransitions,
  exitInWords,
  expressionAsPill,
  factInWords,
  followUpInWords,
  type Language,
  moduleInWords,
  parameterInWords,
  phaseInWords,
  stateName,
  suspensionInWords,
  taskInWords,
  transitionInWords,
} from '../../../../engine/pathway/words/index.ts'

/** Every sentence there is to say of a document, whatever it looks like. */
export function sayAll(document: DraftDocument, language: Language): string[] {
  const keysOf = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.keys(value) : [])
  const each = (section: string, say: (document: DraftDocument, name: string, language: Language) => string) =>
    keysOf(document[section]).map((name) => say(document, name, language))
  return [
    ...each('facts', factInWords),
    ...each('parameters', parameterInWords),
    ...each('criteria', criterionInWords),
    ...each('criteria', (_, name) => expressionAsPill(document, `${name} = 1`, language)),
    ...each('taskDefinitions', taskInWords),
    ...each('exits', exitInWords),
    ...each('suspensions', suspensionInWords),
    ...draftStates(document).flatMap(({ path, definition }) => [
      stateName(document, path, language),
      phaseInWords(document, path, language),
      ...keysOf(definition.followUps).map((name) => followUpInWords(document, path, name, language)),
      ...keysOf(definition.modules).map((name) => moduleInWords(document, path, name, language)),
    ]),
    ...draftTransitions(document).map((place) => transitionInWords(document, place, language)),
  ]
}
