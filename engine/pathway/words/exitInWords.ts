import type { Outcome } from '../declarations.ts'
import { type DraftDocument, namesOf, partAt, recordOf } from './DraftDocument.ts'
import { ended, labelled, roleWords, sentencesOf } from './inSentence.ts'
import type { Language } from './Language.ts'
import { exitName } from './partNames.ts'
import { phrasesOf } from './phrasesOf.ts'

/** A coded exit in whole sentences: who may end the journey so, what it then counts as, and what is asked for. */
export function exitInWords(document: DraftDocument, name: string, language: Language): string {
  const { sentences } = phrasesOf(language)
  const { outcome, by, effect, reasonRequired } = recordOf(partAt(document, 'exits', name))
  const said = sentences.exit(knownOutcome(outcome), roleWords(document, namesOf(by), language))
  return sentencesOf(
    ended(labelled(exitName(document, name, language), said, language)),
    (effect === 'service' || effect === 'rights') && sentences.exitEffects[effect],
    reasonRequired !== false && sentences.reasonRequired,
  )
}

/** How a journey has ended, in words. */
export function outcomeInWords(outcome: unknown, language: Language): string {
  const known = knownOutcome(outcome)
  return known === undefined ? phrasesOf(language).values.missing : phrasesOf(language).sentences.outcomes[known]
}

function knownOutcome(outcome: unknown): Outcome | undefined {
  switch (outcome) {
    case 'completed':
    case 'interrupted':
    case 'transferred':
    case 'removed':
      return outcome
    default:
      return undefined
  }
}
