import { eventName } from '../../../engine/pathway/words/index.ts'
import { useModel } from '../../editor/DraftContext.tsx'
import type { PickOption } from './PickOne.tsx'
import { useReader } from './useReader.ts'

/** The events that the pathway takes somewhere, by their names. */
export function useEvents(): PickOption[] {
  const { document, language } = useReader()
  const { transitions } = useModel()
  const sources = new Map<string, string>()
  for (const { trigger, event, source } of transitions) {
    if (trigger === 'on' && event !== '*' && !sources.has(event)) sources.set(event, source)
  }
  return [...sources].map(([value, source]) => ({ value, label: eventName(document, value, language, source) }))
}
