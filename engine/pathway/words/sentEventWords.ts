import type { DraftDocument } from './DraftDocument.ts'
import { draftTransitions } from './draftTransitions.ts'
import type { Language } from './Language.ts'
import { eventName, transitionName } from './partNames.ts'
import { phrasesOf } from './phrasesOf.ts'

/**
 * The transitions that an event of a follow-up or a module may drive, by their names: those of the state, of the states
 * around it and inside it; the event's own name where there is none.
 */
export function sentEventWords(document: DraftDocument, path: string, event: string, language: Language): string {
  const { or, quote } = phrasesOf(language)
  const driven = draftTransitions(document).filter(
    (one) => one.kind === 'on' && one.event === event && isNear(one.source, path),
  )
  const names = new Set(
    driven.map((one) => transitionName(document, one, language) ?? eventName(document, event, language)),
  )
  return names.size > 0 ? or([...names].map(quote)) : quote(eventName(document, event, language, path))
}

/** Whether two states may be active at once because one is inside the other. */
export function isNear(a: string, b: string): boolean {
  return isInside(a, b) || isInside(b, a)
}

const isInside = (inner: string, outer: string): boolean =>
  outer === '' || inner === outer || inner.startsWith(`${outer}.`)
