import { delayOf } from '../parameters.ts'
import { type DraftDocument, listOf, namesOf, partAt, recordOf, stringOf, textOf } from './DraftDocument.ts'
import { draftState, draftStates } from './draftStates.ts'
import { type TransitionAddress, targetsOf } from './draftTransitions.ts'
import { durationInWords } from './durationInWords.ts'
import { expressionInWords, partsInWords } from './expressionInWords.ts'
import { asName, ended, labelled, roleWords, sentencesOf, stateWords } from './inSentence.ts'
import type { Language } from './Language.ts'
import type { Destination, Sender, TransitionParts } from './Phrases.ts'
import { criterionName, followUpName, moduleName, transitionName } from './partNames.ts'
import { phrasesOf } from './phrasesOf.ts'
import { saysTheSame } from './saysTheSame.ts'
import { isNear } from './sentEventWords.ts'
import { upper } from './upper.ts'
import { wordsOfName } from './wordsOfName.ts'

/** How long a rule may be to stand inside the sentence of a transition, in characters. */
const shortRule = 80

/**
 * A transition in whole sentences: from where to where, when and by whose decision, by itself or as a proposal, what it
 * does to the client, who may override its criteria, and whether a reason is asked for.
 *
 * @param place one of `draftTransitions`, or a `TransitionPlace` of a published pathway
 */
export function transitionInWords(document: DraftDocument, place: TransitionAddress, language: Language): string {
  const { sentences } = phrasesOf(language)
  const definition = recordOf(place.definition)
  const parts = partsOf(document, place, language)
  const senders = place.kind === 'on' ? sendersOf(document, place, language) : []
  const label = nameToSay(document, place, language)
  const said = sentences.transition(parts)
  const accepts = parts.how === 'proposal' && parts.roles.length > 0
  return sentencesOf(
    ended(labelled(label, label === undefined ? upper(said) : said, language)),
    senders.length > 0 && sentences.sentBy(senders, definition.automatic === true),
    accepts && sentences.acceptedBy(parts.roles),
    parts.tells.length > 0 && (parts.to.length > 0 || parts.starts.length > 0) && sentences.tells(parts.tells),
    (definition.effect === 'service' || definition.effect === 'rights') && sentences.effects[definition.effect],
    definition.reasonRequired === true && sentences.reasonRequired,
    ...overridesOf(document, namesOf(definition.criteria), language),
  )
}

/** A delay is said in the sentence, so its transition is named only where it has a label. */
function nameToSay(document: DraftDocument, place: TransitionAddress, language: Language): string | undefined {
  const isDelay = place.kind === 'after' && partAt(place.definition, 'label') === undefined
  return isDelay ? undefined : transitionName(document, place, language)
}

function partsOf(document: DraftDocument, place: TransitionAddress, language: Language): TransitionParts {
  const { source, kind, event } = place
  const { by, automatic, actions, criteria, reenter } = recordOf(place.definition)
  const targets = targetsOf(document, place)
  const parameters = document.parameters
  return {
    from: stateWords(document, source, language),
    to: targets.map(({ written, path }) => destinationOf(document, written, path, language)),
    isRestart: reenter === true && targets.length === 1 && targets[0]?.path === source,
    how: kind === 'on' ? 'person' : automatic === true ? 'automatic' : 'proposal',
    roles: roleWords(document, namesOf(by), language),
    elapsed: kind === 'after' ? durationInWords(delayOf(event), language, { parameters }) : undefined,
    isDone: kind === 'done',
    criteria: namesOf(criteria).map((name) => criterionSaid(document, name, language)),
    starts: kind === 'on' ? modulesStartedBy(document, source, event, language) : [],
    tells: actionNames(actions),
  }
}

/** A criterion by its name; with its rule, where that is one short condition that the name does not say already. */
function criterionSaid(document: DraftDocument, name: string, language: Language): string {
  const quoted = criterionQuoted(document, name, language)
  const { label: text, when } = recordOf(partAt(document, 'criteria', name))
  const label = textOf(text, language)
  if (label === undefined || partsInWords(document, when, language)?.parts.length !== 1) return quoted
  const rule = expressionInWords(document, when, language)
  // one that is not written yet, or says something in brackets itself, cannot stand in brackets
  const isShort = rule.length <= shortRule && !rule.includes('(')
  return isShort && !saysTheSame(label, rule) ? `${quoted} (${rule})` : quoted
}

function criterionQuoted(document: DraftDocument, name: string, language: Language): string {
  const { quote } = phrasesOf(language)
  const criterion = partAt(document, 'criteria', name)
  if (partAt(criterion, 'label') !== undefined || criterion === undefined) {
    return quote(criterionName(document, name, language))
  }
  return quote(expressionInWords(document, partAt(criterion, 'when'), language))
}

/** A history state is spoken of as its parent, where it was left off. */
function destinationOf(
  document: DraftDocument,
  written: string,
  path: string | undefined,
  language: Language,
): Destination {
  if (path === undefined) return { kind: 'unknown', written }
  const { type, parent } = draftState(document, path) ?? {}
  const isHistory = type === 'history' && parent !== undefined
  return { kind: 'state', isHistory, state: stateWords(document, isHistory ? parent : path, language) }
}

/** What the messages to other systems are called that a draft lists as actions. */
export function actionNames(actions: unknown): string[] {
  const names = listOf(actions).flatMap((one) => stringOf(typeof one === 'string' ? one : partAt(one, 'type')) ?? [])
  return names.map(wordsOfName)
}

/** Modules that begin when an event is taken, of the state that handles it and the states inside. */
function modulesStartedBy(document: DraftDocument, source: string, event: string, language: Language): string[] {
  return draftStates(document)
    .filter(({ path }) => isNear(path, source))
    .flatMap(({ path, definition }) =>
      Object.entries(recordOf(definition.modules))
        .filter(([, module]) => partAt(module, 'start', 'event') === event)
        .map(([name]) => asName(moduleName(document, path, name, language), language)),
    )
}

/** What sends an event besides people: follow-ups of the states it is handled in, and modules when they end. */
function sendersOf(document: DraftDocument, { source, event }: TransitionAddress, language: Language): Sender[] {
  return draftStates(document)
    .filter(({ path }) => isNear(path, source))
    .flatMap(({ path, definition }) => [
      ...Object.entries(recordOf(definition.followUps))
        .filter(([, one]) => partAt(one, 'event') === event)
        .map(([name]) => ({
          kind: 'followUp' as const,
          name: asName(followUpName(document, path, name, language), language),
        })),
      ...Object.entries(recordOf(definition.modules))
        .filter(([, one]) => Object.values(recordOf(partAt(one, 'outputs'))).includes(event))
        .map(([name]) => ({
          kind: 'module' as const,
          name: asName(moduleName(document, path, name, language), language),
        })),
    ])
}

/** Who may take it against which criterion; the criterion is named where there are several. */
function overridesOf(document: DraftDocument, criteria: readonly string[], language: Language): string[] {
  const { sentences } = phrasesOf(language)
  return criteria.flatMap((name) => {
    const overridable = partAt(document, 'criteria', name, 'overridable')
    if (overridable === undefined || overridable === false) return []
    const roles = roleWords(document, namesOf(partAt(overridable, 'by')), language)
    return [sentences.overridable(criteria.length > 1 ? criterionQuoted(document, name, language) : undefined, roles)]
  })
}
