const acts = new Set<() => Promise<unknown>>()

/** Has something done before the session is ended: what nobody could do after it. @returns what calls it off */
export function beforeSignOut(act: () => Promise<unknown>): () => void {
  acts.add(act)
  return () => acts.delete(act)
}

/** Does what is to be done before the session is ended. */
export const doBeforeSignOut = (): Promise<unknown> => Promise.allSettled([...acts].map((act) => act()))
