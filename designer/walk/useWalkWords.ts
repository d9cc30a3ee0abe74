import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '../app/language.ts'
import type { DraftDocument } from '../model/document.ts'
import { versionDocument } from './walkApi.ts'
import type { Point } from './walkTypes.ts'
import type { WalkWords } from './walkWords.ts'

const nothing = {}

/** The words in which a walk is told: the document's, and those of the modules that have begun in it. */
export function useWalkWords(document: DraftDocument, points: readonly Point[]): WalkWords {
  const { t } = useTranslation('walk')
  const modules = useMemo(() => {
    const found = new Map<string, { module: string; pathway: string; version: number }>()
    for (const point of points) for (const one of point.modules) found.set(one.module, one)
    return [...found.values()]
  }, [points])
  const documents = useQueries({
    queries: modules.map(({ pathway, version }) => ({
      queryKey: ['version document', pathway, version],
      queryFn: () => versionDocument(pathway, version),
      // a published version never changes
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) => results.map(({ data }) => data),
  })
  return useMemo(
    () => ({
      language: language(),
      say: (text, values) => t(text, values ?? {}),
      documentOf: (module) =>
        module === null ? document : (documents[modules.findIndex((one) => one.module === module)] ?? nothing),
    }),
    [t, document, documents, modules],
  )
}
