/** The keys that lead to a state from the document's root, of its own path: `a.b` is `['states', 'a', 'states', 'b']`. */
export const statePath = (state: string): string[] =>
  state === '' ? [] : state.split('.').flatMap((key) => ['states', key])
