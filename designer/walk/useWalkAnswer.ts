import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { language } from '../app/language.ts'
import type { DraftDocument } from '../model/document.ts'
import { askWalk } from './walkApi.ts'
import { askOf, type Walk } from './walkSteps.ts'
import type { WalkAnswer } from './walkTypes.ts'

const waitMs = 300

export interface AskedWalk {
  /** the last answer; while the walk is asked again, and when nobody answers, that of before */
  answer?: WalkAnswer
  /** the document that was walked for it */
  walked?: DraftDocument
  isAsking: boolean
  failure: Error | null
  again(): void
}

/**
 * Where a walk leads: asked when a step is taken, and a moment after the document has changed. An answer is a function of
 * what was asked, so it is kept: stepping back, and undoing an edit, wait for nothing.
 */
export function useWalkAnswer(document: DraftDocument, walk: Walk): AskedWalk {
  const [asked] = useDebouncedValue(document, waitMs)
  const { data, isFetching, error, refetch } = useQuery({
    queryKey: ['walk', language(), numberOf(asked), walk.start, walk.steps],
    queryFn: async ({ signal }) => ({ answer: await askWalk(askOf(asked, walk), signal), walked: asked }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 120_000,
  })
  const [last, keep] = useState(data)
  if (data && data !== last) keep(data)
  return { ...(data ?? last), isAsking: isFetching || asked !== document, failure: error, again: () => void refetch() }
}

const numbers = new WeakMap<DraftDocument, number>()
let last = 0

/** Tells documents apart without reading them: one that was edited is another. */
function numberOf(document: DraftDocument): number {
  const known = numbers.get(document)
  if (known !== undefined) return known
  last += 1
  numbers.set(document, last)
  return last
}
