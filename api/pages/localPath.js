/** Where to go after signing in: a page of Polku's own, never another site that a link has named. `/` for anything else. */
export function localPath(given) {
  return given !== null && /^\/([\w\-.+@][\w\-.+/@]*)?(\?[\w\-.+/=&%@]*)?$/.test(given) ? given : '/'
}
