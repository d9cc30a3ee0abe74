import { type DraftDocument, listOf, namesOf, partAt, recordOf, textOf } from './DraftDocument.ts'
import { draftState } from './draftStates.ts'
import { ended, labelled, roleWords, sentencesOf } from './inSentence.ts'
import type { Language } from './Language.ts'
import { roleName, stateName } from './partNames.ts'
import { phrasesOf } from './phrasesOf.ts'

/**
 * A phase in whole sentences: its goal, who answers for it, its services, metrics and division of labour.
 *
 * @param path the state that has it
 */
export function phaseInWords(document: DraftDocument, path: string, language: Language): string {
  const { phase } = phrasesOf(language).sentences
  const definition = recordOf(draftState(document, path)?.definition.phase)
  const [responsible] = roleWords(document, namesOf(definition.responsible), language)
  const goal = textOf(definition.goal, language)
  const labels = (list: unknown) => listOf(list).flatMap((one) => textOf(partAt(one, 'label'), language) ?? [])
  const [services, metrics] = [labels(definition.services), labels(definition.metrics)]
  const each = Object.entries(recordOf(definition.responsibilities)).flatMap(([role, text]) => {
    const said = textOf(text, language)
    return said === undefined ? [] : [ended(labelled(roleName(document, role, language), said, language))]
  })
  return sentencesOf(
    `${stateName(document, path, language)}.`,
    goal === undefined ? phase.noGoal : ended(phase.goal(goal)),
    responsible !== undefined && phase.responsible(responsible),
    services.length > 0 && phase.services(services),
    metrics.length > 0 && phase.metrics(metrics),
    each.length > 0 && phase.responsibilities(each),
  )
}
