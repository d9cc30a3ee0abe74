import { type DraftDocument, partAt, recordOf, stringOf } from './DraftDocument.ts'
import { draftState } from './draftStates.ts'
import { isSentAutomatically } from './draftTransitions.ts'
import { type DurationForm, durationInWords } from './durationInWords.ts'
import { ended, labelled, roleWords, sentencesOf, stateWords } from './inSentence.ts'
import type { Language } from './Language.ts'
import type { FollowUpParts } from './Phrases.ts'
import { factName, followUpName, taskName } from './partNames.ts'
import { phrasesOf } from './phrasesOf.ts'
import { sentEventWords } from './sentEventWords.ts'
import { actionNames } from './transitionInWords.ts'

/**
 * A follow-up in whole sentences: when it comes due, counted from what, what then happens, and what moves it.
 *
 * @param path the state that it belongs to
 */
export function followUpInWords(document: DraftDocument, path: string, name: string, language: Language): string {
  const { sentences } = phrasesOf(language)
  const definition = recordOf(partAt(draftState(document, path)?.definition, 'followUps', name))
  const { shift, warnBefore, whenSuspended, catchUp, restart } = definition
  const before = durationInWords(warnBefore, language, { form: 'before', parameters: document.parameters })
  return sentencesOf(
    ended(
      labelled(
        followUpName(document, path, name, language),
        sentences.followUp(partsOf(document, path, definition, language)),
        language,
      ),
    ),
    (shift === 'nextWorkingDay' || shift === 'previousWorkingDay') && sentences.shifts[shift],
    warnBefore !== undefined && sentences.warns(before),
    whenSuspended === 'keep' && sentences.keepsWhenSuspended,
    catchUp === 'each' && sentences.catchesUpEach,
    restart === true && sentences.restarts,
  )
}

function partsOf(document: DraftDocument, path: string, definition: DraftDocument, language: Language): FollowUpParts {
  const { quote } = phrasesOf(language)
  const { after, every, until, anchor, task, event, actions } = definition
  const { parameters } = document
  const isRepeating = every !== undefined
  const fact = stringOf(partAt(anchor, 'fact'))
  const said = (duration: unknown, form: DurationForm) => durationInWords(duration, language, { form, parameters })
  return {
    time: isRepeating ? said(every, 'every') : said(after, 'after'),
    isRepeating,
    from:
      fact === undefined ? stateWords(document, path, language) : { fact: quote(factName(document, fact, language)) },
    until:
      until === undefined
        ? undefined
        : { plain: said(until, 'plain'), after: said(until, 'after'), within: said(until, 'within') },
    task: typeof task === 'string' ? taskPart(document, task, language) : undefined,
    event: typeof event === 'string' ? eventPart(document, path, event, language) : undefined,
    tells: actionNames(actions),
  }
}

function taskPart(document: DraftDocument, task: string, language: Language): FollowUpParts['task'] {
  const role = stringOf(partAt(document, 'taskDefinitions', task, 'role'))
  const [said] = role === undefined ? [] : roleWords(document, [role], language)
  return { name: phrasesOf(language).quote(taskName(document, task, language)), role: said }
}

function eventPart(document: DraftDocument, path: string, event: string, language: Language): FollowUpParts['event'] {
  return {
    name: sentEventWords(document, path, event, language),
    isAutomatic: isSentAutomatically(document, event),
  }
}
