import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { answered, api } from '../app/api.ts'
import type { DraftDocument } from '../model/document.ts'
import { asPublishedNow } from './asPublishedNow.ts'

/** A draft with its modules bound as they would be now; as it is until the published pathways are known. */
export function useAsPublishedNow<Given extends DraftDocument | undefined>(document: Given): Given | DraftDocument {
  const { data } = useQuery({ queryKey: ['pathways'], queryFn: () => answered(api().GET('/api/v1/pathways')) })
  return useMemo(() => {
    if (!document || !data) return document
    return asPublishedNow(document, new Map(data.items.map(({ pathway, version }) => [pathway, version])))
  }, [document, data])
}
