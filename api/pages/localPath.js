/** A page of Polku's own, such as /pathways/suunto, never another site that a link has named. */
export const localPathPattern = /^\/([\w\-.+@][\w\-.+/@]*)?(\?[\w\-.+/=&%@]*)?$/

/** Where to go after signing in: a page of Polku's own; `/` for anything else. */
export function localPath(given) {
  return given !== null && localPathPattern.test(given) ? given : '/'
}
