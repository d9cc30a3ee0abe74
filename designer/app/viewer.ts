import { createContext, useContext } from 'react'
import type { components } from '../../api/client/schema.d.ts'

/** The person who is signed in, as the API tells of them. */
export type Viewer = components['schemas']['Viewer']

export const ViewerContext = createContext<Viewer | undefined>(undefined)

/** Who is signed in. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('nobody is signed in here')
  return viewer
}
