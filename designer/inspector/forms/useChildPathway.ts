import { isRecord } from '../../../engine/pathway/isRecord.ts'
import type { Language } from '../../app/language.ts'
import { recordOf, stringOf, textOf } from '../../model/readValue.ts'
import { useChildDocuments } from '../../model/useChildDocuments.ts'
import { textIn } from '../../parts/inWords.ts'

/** What a module may be given and what it may come to, as its published pathway has it. */
export interface ChildPathway {
  /** parameters by name */
  parameters: readonly { name: string; label: (language: Language) => string; type: string; byDefault: unknown }[]
  /** codes of its ends and exits */
  ends: readonly { code: string; label: (language: Language) => string }[]
}

/** The published pathway that a module runs; undefined while it is being fetched, and when there is none. */
export function useChildPathway(pathway: string | undefined): ChildPathway | undefined {
  const document = useChildDocuments([pathway]).get(pathway ?? '')
  return document && readChild(document)
}

function readChild(document: unknown): ChildPathway {
  const { parameters, states, exits } = recordOf(document)
  const ends = Object.values(recordOf(states)).flatMap((state) => {
    const end = recordOf(state).end
    return isRecord(end) && typeof end.code === 'string' ? [{ code: end.code, label: labelOf(end, end.code) }] : []
  })
  const coded = Object.entries(recordOf(exits)).map(([code, exit]) => ({ code, label: labelOf(recordOf(exit), code) }))
  return {
    parameters: Object.entries(recordOf(parameters)).map(([name, one]) => ({
      name,
      label: labelOf(recordOf(one), name),
      type: stringOf(recordOf(one).type) ?? 'text',
      byDefault: recordOf(one).default,
    })),
    ends: [...ends, ...coded],
  }
}

const labelOf =
  (thing: Record<string, unknown>, name: string) =>
  (language: Language): string =>
    textIn(textOf(thing.label), language) || name
