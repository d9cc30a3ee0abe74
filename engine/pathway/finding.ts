/** What verification found in a document. Errors stop publishing; warnings are for the administrator to weigh. */
export interface Finding {
  /** the rule's name; it has a page under docs/rules */
  code: string
  severity: 'error' | 'warning'
  /** of a promise that is not proved: whether it certainly fails, or may */
  verdict?: 'failing' | 'unproved'
  /** where in the document, as keys and indices from its root */
  path: (string | number)[]
  /** what was found */
  message: string
  /** what to do about it */
  hint: string
  /** events that lead a client into it, where that can be shown */
  trace?: string[]
}
