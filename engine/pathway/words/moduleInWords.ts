import { type DraftDocument, partAt, recordOf, stringOf, textOf } from './DraftDocument.ts'
import { draftState, draftStates } from './draftStates.ts'
import { isSentAutomatically } from './draftTransitions.ts'
import { durationAndSetting, firstClause } from './durationInWords.ts'
import { asName, sentencesOf, stateWords } from './inSentence.ts'
import type { Language } from './Language.ts'
import type { ModuleParts } from './Phrases.ts'
import { eventName, exitName, moduleName, parameterName } from './partNames.ts'
import { phrasesOf } from './phrasesOf.ts'
import { sentEventWords } from './sentEventWords.ts'
import { valueInWords } from './valueInWords.ts'

/**
 * A module in whole sentences: when it begins, what it is given, what comes of its ends, and what becomes of it when its
 * state is left.
 *
 * @param path the state that it belongs to
 * @param children the pathways that modules run, by their ids, as far as they are known: their ends and parameters are
 *   called as they are called there, else by their codes
 */
export function moduleInWords(
  document: DraftDocument,
  path: string,
  name: string,
  language: Language,
  children: ReadonlyMap<string, DraftDocument> = new Map(),
): string {
  const { sentences, quote } = phrasesOf(language)
  const module = recordOf(partAt(draftState(document, path)?.definition, 'modules', name))
  const { pathway, start, inputs, outputs, whenLeft } = module
  const child = children.get(stringOf(pathway) ?? '') ?? {}
  const state = stateWords(document, path, language)
  const given = Object.entries(recordOf(inputs)).map(([key, value]) =>
    inputInWords(document, child, key, value, language),
  )
  return sentencesOf(
    sentences.module({
      name: asName(moduleName(document, path, name, language), language),
      state,
      start: startOf(document, path, start, language),
    }),
    given.length > 0 && sentences.moduleInputs(given),
    ...Object.entries(recordOf(outputs)).flatMap(([end, event]) => {
      if (typeof event !== 'string') return []
      const said = end === '*' ? undefined : quote(endName(child, end, language))
      return [
        sentences.moduleOutput(
          said,
          sentEventWords(document, path, event, language),
          isSentAutomatically(document, event),
        ),
      ]
    }),
    sentences.whenLeft(state, whenLeft === 'leave'),
  )
}

function startOf(document: DraftDocument, path: string, start: unknown, language: Language): ModuleParts['start'] {
  const event = stringOf(partAt(start, 'event'))
  if (event !== undefined) {
    return { kind: 'event', event: phrasesOf(language).quote(eventName(document, event, language, path)) }
  }
  return { kind: start === 'adHoc' ? 'adHoc' : 'entry' }
}

/** What an end or an exit of the child is called. */
function endName(child: DraftDocument, code: string, language: Language): string {
  const ends = draftStates(child).map(({ definition }) => definition.end)
  const end = ends.find((one) => partAt(one, 'code') === code)
  return textOf(partAt(end, 'label'), language) ?? exitName(child, code, language)
}

/** An input: by the parameter of this pathway that gives it, else by the child's that it is given to. */
function inputInWords(
  document: DraftDocument,
  child: DraftDocument,
  key: string,
  value: unknown,
  language: Language,
): string {
  const parameter = stringOf(partAt(value, 'parameter'))
  const isDuration = typeof value === 'object' || /^P[\dT]/.test(String(value))
  const { said } = isDuration
    ? durationAndSetting(value, language, { parameters: document.parameters })
    : { said: valueInWords(value, {}, language) }
  const name =
    parameter === undefined ? parameterName(child, key, language) : parameterName(document, parameter, language)
  return `${phrasesOf(language).quote(firstClause(name))} (${said})`
}
